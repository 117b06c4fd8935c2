package dev.crm1c.model.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.model.tenant.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from the check-digit vectors of reference data {@code ru/checksum_vectors.json}. */
class LegalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7700000016",
                "5001000027",
                "7802000030",
                "9909000043",
                "7707083893",
                "771234567859",
                "500198765480",
                "780011223390"
            })
    void an_inn_whose_check_digits_agree_is_taken(String digits) {
        assertThat(Inn.parse(digits)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7700000017",
                "5001000028",
                "0000000000",
                "770708389",
                "77070838931",
                "771234567850",
                "771234567869",
                "000000000000",
                "",
                "77O7083893",
                " 7707083893",
                "７７０７０８３８９３"
            })
    void anything_else_is_no_inn(String digits) {
        assertThat(Inn.parse(digits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"773601001", "7736AB001", "502401001"})
    void a_kpp_has_nine_characters_with_two_letters_allowed_in_the_middle(String code) {
        assertThat(Kpp.parse(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00AB01001", "77360100", "7736a1001", "7736010011", ""})
    void anything_else_is_no_kpp(String code) {
        assertThat(Kpp.parse(code)).isEmpty();
    }

    @Test
    void an_inn_prints_masked() {
        assertThat(new Inn("771234567859")).hasToString("77**********");
    }

    @Test
    void organizations_and_sole_traders_cannot_be_mixed_up() {
        assertThatThrownBy(() -> new LegalIdentity.SoleTrader(new Inn("7707083893")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LegalIdentity.Organization(new Inn("771234567859"), new Kpp("773601001")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void branches_of_one_organization_and_equal_numbers_of_two_tenants_have_keys_of_their_own() {
        var head = new LegalIdentity.Organization(new Inn("7707083893"), new Kpp("773601001"));
        var branch = new LegalIdentity.Organization(new Inn("7707083893"), new Kpp("502401001"));
        var one = new TenantId("one");

        assertThat(head.keyWithin(one)).isNotEqualTo(branch.keyWithin(one));
        assertThat(head.keyWithin(one)).isNotEqualTo(head.keyWithin(new TenantId("two")));
        assertThat(head.keyWithin(one).hex()).doesNotContain("7707083893");
    }
}
