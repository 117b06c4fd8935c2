package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.ConfigurationStructure.Attribute;
import dev.crm1c.connectors.onec.ConfigurationStructure.Owner;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.tenant.Tailoring;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registers and documents that the books are read from, against the structures of the configurations. */
@DisplayName("onec.md §1.5, §2: books against the structures of the configurations")
class BooksAgainstStructuresTest {
    private static final String BALANCE = "Balance";
    private static final String ANALYTICS = "ExtDimension";

    private final List<String> faults = new ArrayList<>();
    private ConfigurationStructure structure;

    private Section books(String configuration) {
        structure = ConfigurationStructure.of(configuration);
        return new ProfileShelf()
                .of(BaseTenants.at(URI.create("https://1c.example/base"), configuration, "demo/onec", Tailoring.NONE))
                .section("books");
    }

    @AfterEach
    void noFaults() {
        assertThat(faults).isEmpty();
    }

    private Owner set(Section section) {
        return structure.set(section.set()).orElseGet(() -> {
            faults.add("no set " + section.set());
            return new Owner(section.set(), section.node());
        });
    }

    private void field(Owner owner, String name, Predicate<Attribute> fits) {
        if (owner.attribute(name).filter(fits).isEmpty()) {
            faults.add(owner.name() + "/" + name + " is not there, or of another type");
        }
    }

    /** Balances name a resource by its name and {@code Balance}. */
    private void column(Owner register, String name) {
        assertThat(name).endsWith(BALANCE);
        field(register, name.substring(0, name.length() - BALANCE.length()), Attribute::number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("prices: a register that documents write is sliced by its records")
    void prices(String configuration) {
        Section prices = books(configuration).inner("prices");
        Section kinds = prices.besides("kinds");
        field(set(kinds), kinds.text("name"), Attribute::text);
        for (Section register : prices.inners("registers")) {
            Owner records = set(register);
            field(records, register.text("price"), price -> price.number() && price.fraction() == 2);
            Stream.concat(Stream.of("kind", "item", "currency").map(register::text), register.texts("empty").stream())
                    .forEach(name -> field(records, name, Attribute::reference));
            assertThat(register.set().endsWith("_RecordType"))
                    .isEqualTo(records.node().path("WriteMode").asText().equals("RecorderSubordinate"));
            assertThat(records.attribute(register.text("kind")).orElseThrow().accepts(kinds.set()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("stock: every column is a resource, every dimension one of the register's")
    void stock(String configuration) {
        for (Section term : books(configuration).inners("stock")) {
            Owner register = set(term);
            accounts(term);
            Stream.of("plus", "minus")
                    .flatMap(columns -> term.texts(columns).stream())
                    .forEach(name -> column(register, name));
            List<String> dimensions = term.texts("dimensions");
            for (String dimension : dimensions) {
                assertThat(Stream.of(dimension, dimension + "_Key")
                                .anyMatch(name -> register.attribute(name).isPresent()))
                        .as(dimension)
                        .isTrue();
            }
            found(register, term.node().get("item"));
            found(register, term.node().get("warehouse"));
            term.optionalText("organization").ifPresent(name -> field(register, name, Attribute::reference));
        }
    }

    private void found(Owner register, JsonNode rule) {
        if (rule.isTextual()) {
            field(register, rule.asText(), Attribute::reference);
            return;
        }
        String holds = rule.get("holds").asText();
        assertThat(structure.set(holds)).as(holds).isPresent();
        rule.get("among").forEach(name -> {
            if (name.asText().startsWith(ANALYTICS)) {
                assertThat(register.name()).startsWith("AccountingRegister.");
            } else {
                field(register, name.asText(), field -> field.composite() && field.accepts(holds));
            }
        });
    }

    private void accounts(Section section) {
        boolean accounting = section.set().startsWith("AccountingRegister_");
        assertThat(section.has("accounts")).isEqualTo(accounting);
        if (accounting) {
            set(section.besides("accounts"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("settlements: accounts with analytics, or keys that a register has as a dimension")
    void settlements(String configuration) {
        for (Section way : books(configuration).inners("settlements")) {
            Owner register = set(way);
            accounts(way);
            Stream.of("balance", "debt", "advance")
                    .flatMap(column -> way.optionalText(column).stream())
                    .forEach(name -> column(register, name));
            Stream.of("organization", "currency")
                    .flatMap(field -> way.optionalText(field).stream())
                    .forEach(name -> field(register, name, Attribute::reference));
            if (way.has("keys")) {
                Section keys = way.besides("keys");
                Owner catalogue = set(keys);
                Section counterparty = keys.inner("counterparty");
                field(register, keys.text("field"), field -> field.reference() && field.accepts(keys.set()));
                field(catalogue, keys.text("organization"), Attribute::reference);
                field(
                        catalogue,
                        counterparty.text("field"),
                        field -> field.composite() && field.accepts(counterparty.text("of")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("payments: breakdowns whose rows name the sale, or the object of settlements that is kept for it")
    void payments(String configuration) {
        Section payments = books(configuration).inner("payments");
        if (payments.has("objects")) {
            Section objects = payments.besides("objects");
            field(
                    set(objects),
                    objects.text("sale"),
                    field -> field.composite() && field.accepts("Document_ЗаказКлиента"));
        }
        String named = payments.has("objects") ? payments.besides("objects").set() : "Document_СчетНаОплатуПокупателю";
        for (Section document : payments.inners("documents")) {
            Owner head = set(document);
            Section breakdown = document.inner("breakdown");
            Owner rows = head.part(breakdown.text("part")).orElseThrow();
            field(head, document.text("total"), Attribute::number);
            field(head, document.text("currency"), Attribute::reference);
            field(rows, breakdown.text("sum"), Attribute::number);
            field(rows, breakdown.text("names"), field -> field.reference() && field.accepts(named));
        }
    }
}
