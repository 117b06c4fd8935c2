package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.portal.PortalFinding;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** bitrix24.md §5.9: how the fields are made that the tenant file names, and what is said of those that are not there. */
class FieldFormTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("a date is a date, a sum a number, a link opens, files are files, and the rest is text")
    void a_field_is_of_the_type_of_what_it_shows(DealField field) {
        String shows = field.name().substring(field.name().lastIndexOf('_') + 1);

        assertThat(FieldForm.of(field).type())
                .isEqualTo(
                        switch (shows) {
                            case "DATE" -> "date";
                            case "SUM" -> "double";
                            case "LINK" -> "url";
                            case "FILES" -> "file";
                            default -> "string";
                        });
    }

    @Test
    void no_two_fields_are_called_the_same() {
        assertThat(Arrays.stream(DealField.values())
                        .map(field -> FieldForm.of(field).label()))
                .doesNotHaveDuplicates()
                .contains("Отгружено (строка=количество)");
    }

    @Test
    void what_is_not_there_and_what_is_of_another_type_is_found() {
        assertThat(Symptoms.ofFields(
                        Map.of(
                                DealField.HANDED_OVER, "UF_HANDED",
                                DealField.ORDER_NUMBER, "UF_ORDER",
                                DealField.SHIPMENT_SUM, "UF_SUM"),
                        Map.of("UF_HANDED", "double", "UF_SUM", "string")))
                .containsExactly(
                        new PortalFinding.FieldsMissing(List.of("UF_ORDER")),
                        new PortalFinding.FieldOfOtherType("UF_HANDED", "string", "double"));
    }
}
