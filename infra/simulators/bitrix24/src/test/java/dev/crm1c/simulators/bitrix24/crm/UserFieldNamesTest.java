package dev.crm1c.simulators.bitrix24.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("bitrix24.md §5.2: the names of user fields in crm.item.*")
class UserFieldNamesTest {

    @ParameterizedTest
    @CsvSource({
        "UF_CRM_3_DIGIT, ufCrm3Digit",
        "UF_CRM_3_DIGIT10, ufCrm_3_DIGIT10",
        "UF_CRM_1721244707107, ufCrm_1721244707107",
        "UF_CRM_HELLO_WORLD, ufCrmHelloWorld",
        "UF_CRM_C1_INVOICE_NUMBER, ufCrm_C1_INVOICE_NUMBER",
        "UF_CRM_A_B, ufCrmAB",
        "UF_CRM_1_2, ufCrm_1_2"
    })
    @DisplayName("§5.2 camel case where it can be undone, else the tail as it is")
    void camel(String original, String camel) {
        assertThat(UserFieldNames.camel(original)).isEqualTo(camel);
    }
}
