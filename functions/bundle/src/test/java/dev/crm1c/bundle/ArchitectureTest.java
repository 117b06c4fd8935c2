package dev.crm1c.bundle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrows of docs/flow.md: steps and connectors know the model, the bundle knows all, nobody else knows anybody. */
@AnalyzeClasses(
        packages = "dev.crm1c",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WhatIsDeployed.class})
class ArchitectureTest {
    private static final String[] STEPS = {
        "dev.crm1c.crmwebhook..",
        "dev.crm1c.crmapp..",
        "dev.crm1c.crmtoonec..",
        "dev.crm1c.reconcile..",
        "dev.crm1c.admin.."
    };

    @ArchTest
    static final ArchRule the_model_is_pure_java = classes()
            .that()
            .resideInAPackage("dev.crm1c.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.crm1c.model..", "java..");

    @ArchTest
    static final ArchRule steps_know_no_connector = noClasses()
            .that()
            .resideInAnyPackage(STEPS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.crm1c.connectors..");

    @ArchTest
    static final ArchRule steps_do_not_know_each_other = slices().matching(
                    "dev.crm1c.(crmwebhook|crmapp|crmtoonec|reconcile|admin)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule connectors_do_not_know_each_other =
            slices().matching("dev.crm1c.connectors.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule connectors_know_no_step = noClasses()
            .that()
            .resideInAPackage("dev.crm1c.connectors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STEPS);

    @ArchTest
    static final ArchRule aws_is_one_connectors_business = noClasses()
            .that()
            .resideOutsideOfPackage("dev.crm1c.connectors.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule names_say_what_a_class_does =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)");

    @ArchTest
    static final ArchRule no_state_is_static =
            fields().that().areStatic().and(areNotOfTheCompiler()).should().beFinal();

    @ArchTest
    static final ArchRule time_is_injected = noClasses()
            .that()
            .resideOutsideOfPackage("dev.crm1c.bundle..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    /** The local cloud and the stand-ins are on the class path of the tests only. */
    static final class WhatIsDeployed implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/dev/crm1c/local/") && !location.contains("/dev/crm1c/simulators/");
        }
    }

    private static DescribedPredicate<JavaField> areNotOfTheCompiler() {
        return DescribedPredicate.describe(
                "are not of the compiler", field -> !field.getName().startsWith("$"));
    }

    @Test
    void every_handler_of_the_template_is_a_bean_and_every_bean_is_deployed() throws IOException {
        JavaClasses all = new ClassFileImporter().importPackages("dev.crm1c");
        Set<String> beans = new TreeSet<>();
        for (JavaClass handler : all) {
            if (handler.isAssignableTo(RequestHandler.class) && handler.isAnnotatedWith(Named.class)) {
                beans.add(handler.getAnnotationOfType(Named.class).value());
            }
        }
        Set<String> deployed = new TreeSet<>();
        Matcher names = Pattern.compile("QUARKUS_LAMBDA_HANDLER: (\\S+)")
                .matcher(Files.readString(Path.of("../../template.yaml")));
        while (names.find()) {
            deployed.add(names.group(1));
        }

        assertThat(deployed).isEqualTo(beans).hasSize(5);
    }
}
