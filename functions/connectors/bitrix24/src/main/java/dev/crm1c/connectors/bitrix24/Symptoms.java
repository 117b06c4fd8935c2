package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.catalogue.CatalogueWords;
import dev.crm1c.model.catalogue.Okei;
import dev.crm1c.model.catalogue.VatOption;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.PortalDiagnosis.Way;
import dev.crm1c.model.portal.PortalFinding;
import dev.crm1c.model.portal.PortalFinding.Reason;
import dev.crm1c.model.portal.RequisitePreset;
import dev.crm1c.model.portal.RequisitePreset.Kind;
import dev.crm1c.model.portal.Seller;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is wrong with what was read; knows nothing of how it was read. */
final class Symptoms {
    private static final Set<String> ANYBODY_NEEDS = Set.of("crm");
    private static final Set<String> AN_APPLICATION_NEEDS = Set.of("crm", "bizproc", "placement");

    private Symptoms() {}

    static Reason reason(Refusal refusal) {
        return switch (refusal) {
            case NO_SECRET -> Reason.NO_SECRET;
            case ADDRESS_WRONG, HTTPS_REQUIRED -> Reason.ADDRESS_FORBIDDEN_OR_WRONG;
            case UNREACHABLE -> Reason.UNREACHABLE;
            case SILENT -> Reason.SILENT;
            case PORTAL_GONE -> Reason.PORTAL_CLOSED;
            case NOT_IN_PLAN -> Reason.NOT_IN_PLAN;
            case NO_SUCH_WEBHOOK -> Reason.WEBHOOK_DEAD;
            case NOT_INSTALLED, TOKEN_EXPIRED -> Reason.APPLICATION_NOT_INSTALLED;
            case NO_ACCESS_TO_APPLICATION -> Reason.NO_ACCESS_TO_APPLICATION;
            case NO_RIGHT, INSUFFICIENT_SCOPE, WRONG_AUTH_TYPE -> Reason.NO_RIGHT;
            case BLOCKED -> Reason.BLOCKED;
            case TOO_MANY_REQUESTS, METHOD_OUT_OF_TIME -> Reason.BUSY;
            case METHOD_UNKNOWN, NOT_FOUND, REQUEST_REFUSED, UNCLEAR -> Reason.NOT_UNDERSTOOD;
        };
    }

    static List<PortalFinding> ofIntroductions(BatchAnswer answer, Set<String> scopes, Way way) {
        var findings = new ArrayList<PortalFinding>();
        var missing = new TreeSet<>(way == Way.APPLICATION ? AN_APPLICATION_NEEDS : ANYBODY_NEEDS);
        missing.removeAll(scopes);
        if (!missing.isEmpty()) {
            findings.add(new PortalFinding.ScopesMissing(missing));
        }
        if (answer.part("employee") instanceof Part.Result(JsonNode employee)
                && employee.has("ACTIVE")
                && !isYes(employee.path("ACTIVE"))) {
            findings.add(new PortalFinding.EmployeeDismissed());
        }
        if (answer.part("profile") instanceof Part.Result(JsonNode profile) && !isYes(profile.path("ADMIN"))) {
            findings.add(new PortalFinding.NotAnAdministrator());
        }
        return findings;
    }

    private static boolean isYes(JsonNode value) {
        return value.asBoolean() || value.asText().equals("Y");
    }

    static List<PortalFinding> ofFields(Map<DealField, String> wanted, Map<String, String> types) {
        List<String> missing = wanted.values().stream()
                .filter(name -> !types.containsKey(name))
                .sorted()
                .toList();
        Stream<PortalFinding> strange = wanted.entrySet().stream()
                .filter(field -> types.containsKey(field.getValue()))
                .filter(field -> !fits(FieldForm.of(field.getKey()).type(), types.get(field.getValue())))
                .sorted(Map.Entry.comparingByValue())
                .map(field -> new PortalFinding.FieldOfOtherType(
                        field.getValue(), FieldForm.of(field.getKey()).type(), types.get(field.getValue())));
        return Stream.concat(
                        missing.isEmpty() ? Stream.empty() : Stream.of(new PortalFinding.FieldsMissing(missing)),
                        strange)
                .toList();
    }

    /** A text takes everything that is no file. */
    private static boolean fits(String wanted, String found) {
        return found.equals(wanted) || found.equals("string") && !wanted.equals("file");
    }

    static List<PortalFinding> ofPipelines(List<Scenario> scenarios, List<Pipeline> pipelines) {
        var findings = new ArrayList<PortalFinding>();
        for (Scenario scenario : scenarios) {
            Optional<Pipeline> pipeline = pipelines.stream()
                    .filter(known -> known.code().equals(scenario.pipeline()))
                    .findFirst();
            if (pipeline.isEmpty()) {
                findings.add(new PortalFinding.PipelineUnknown(scenario.pipeline()));
                continue;
            }
            Stream.concat(scenario.stages().stream(), setBackTo(scenario.onProblem()))
                    .distinct()
                    .sorted()
                    .map(stage -> new StageRef(scenario.pipeline(), stage))
                    .filter(stage -> pipeline.get().stages().stream()
                            .noneMatch(known -> known.ref().equals(stage)))
                    .forEach(stage -> findings.add(new PortalFinding.StageUnknown(stage)));
        }
        return findings;
    }

    private static Stream<String> setBackTo(OnProblem onProblem) {
        return switch (onProblem) {
            case OnProblem.Stay() -> Stream.empty();
            case OnProblem.MoveTo(String stage) -> Stream.of(stage);
        };
    }

    static List<PortalFinding> ofSellers(List<OwnCompany> wanted, List<Seller> sellers) {
        return wanted.stream()
                .map(OwnCompany::organization)
                .distinct()
                .flatMap(organization -> ofSeller(organization, sellers))
                .toList();
    }

    private static Stream<PortalFinding> ofSeller(LegalIdentity organization, List<Seller> sellers) {
        long same = sellers.stream()
                .filter(seller -> seller.requisites().stream()
                        .anyMatch(legal -> legal.inn().equals(organization.inn().digits())
                                && legal.kpp().equals(organization.kppOrBlank())))
                .count();
        return switch ((int) same) {
            case 0 -> Stream.of(new PortalFinding.SellerMissing(organization));
            case 1 -> Stream.empty();
            default -> Stream.of(new PortalFinding.SellerDoubled(organization, (int) same));
        };
    }

    static List<PortalFinding> ofPresets(List<RequisitePreset> presets) {
        List<Kind> missing = Stream.of(Kind.ORGANIZATION, Kind.SOLE_TRADER, Kind.PERSON)
                .filter(kind -> RequisitePreset.of(kind, presets).isEmpty())
                .toList();
        return missing.isEmpty() ? List.of() : List.of(new PortalFinding.PresetsMissing(missing));
    }

    static List<PortalFinding> ofCatalogue(CatalogueWords words) {
        Okei okei = Okei.read();
        return Stream.concat(
                        words.vatRates().stream()
                                .filter(option -> !isLawful(option.rate()))
                                .<PortalFinding>map(option -> new PortalFinding.VatRateStrange(option.name())),
                        words.measures().stream()
                                .filter(measure -> !okei.knows(measure.code()))
                                .map(measure -> new PortalFinding.MeasureStrange(measure.symbol(), measure.code())))
                .toList();
    }

    private static boolean isLawful(VatOption.Rate rate) {
        return switch (rate) {
            case VatOption.Rate.WithoutVat() -> true;
            case VatOption.Rate.Percent(var percent) -> VatRate.percent(percent).isPresent();
        };
    }

    /** Whatever address our handlers are bound to: this deployment's own one is the set-up's business. */
    static List<PortalFinding> ofBindings(Bound bound, ChangeChannel used) {
        var findings = new ArrayList<PortalFinding>();
        List<String> unheard = Bitrix24Event.listened().stream()
                .filter(event -> !bound.hears(event))
                .toList();
        if (!unheard.isEmpty()) {
            findings.add(new PortalFinding.EventsNotBound(unheard));
        }
        if (!bound.hasRobot()) {
            findings.add(new PortalFinding.RobotMissing());
        }
        if (!bound.hasTab()) {
            findings.add(new PortalFinding.TabMissing());
        }
        if (used == ChangeChannel.EVENTS && bound.channel() != ChangeChannel.EVENTS) {
            findings.add(new PortalFinding.ChangeListUnused());
        }
        return findings;
    }
}
