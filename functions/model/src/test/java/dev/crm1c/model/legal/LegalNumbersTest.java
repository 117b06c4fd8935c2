package dev.crm1c.model.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.model.tenant.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from the check-digit vectors of reference data {@code ru/checksum_vectors.json}. */
class LegalNumbersTest {
    private static final LegalIdentity ORGANIZATION =
            new LegalIdentity.Organization(new Inn("7707083893"), new Kpp("773601001"));
    private static final LegalIdentity SOLE_TRADER = new LegalIdentity.SoleTrader(new Inn("771234567859"));

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

    @ParameterizedTest
    @ValueSource(strings = {"1027700000019", "1157800000027", "1235000000036", "1027700132195"})
    void an_ogrn_of_thirteen_digits_is_an_organizations(String digits) {
        assertThat(RegistrationNumber.parse(digits)).hasValueSatisfying(number -> {
            assertThat(number.fits(ORGANIZATION)).isTrue();
            assertThat(number.fits(SOLE_TRADER)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"304770000000019", "316500000000027", "320780000000039"})
    void an_ogrnip_of_fifteen_digits_is_a_sole_traders(String digits) {
        assertThat(RegistrationNumber.parse(digits)).hasValueSatisfying(number -> {
            assertThat(number.fits(SOLE_TRADER)).isTrue();
            assertThat(number.fits(ORGANIZATION)).isFalse();
            assertThat(number).asString().startsWith("3").doesNotContain(digits);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1027700000010",
                "1157800000028",
                "1235000000037",
                "304770000000010",
                "316500000000028",
                "320780000000030",
                "10277000000019",
                "",
                "1",
                "102770000001O"
            })
    void anything_else_is_no_registration_number(String digits) {
        assertThat(RegistrationNumber.parse(digits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"04452522", "ABCDEFGHI", "0445252250", "990000000", ""})
    void a_bik_has_nine_digits_and_one_of_the_central_banks_beginnings(String digits) {
        assertThat(Bik.parse(digits)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "044525225, 40702810200000000001, true",
        "044525225, 40802810100000012345, true",
        "044525225, 40702978900000000777, true",
        "044525225, 40702810200000000002, false",
        "044525225, 40802810100000012346, false",
        "044525225, 40702978900000000778, false",
        "044525974, 40702810200000000001, false",
        "044525225, 4070281020000000000, false",
        "018073401, 03224643900000000000, true",
        "018073401, 03224643900000000001, true",
        "018073401, 0322464390000000000, false"
    })
    void an_account_belongs_to_its_bank_and_a_treasurys_check_digit_is_let_through(
            String bik, String account, boolean agrees) {
        assertThat(AccountNumber.parse(new Bik(bik), account).isPresent()).isEqualTo(agrees);
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
