package dev.crm1c.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkeiTest {
    private final Okei okei = Okei.read();

    @ParameterizedTest
    @ValueSource(strings = {"796", "006", "6", "166", "112", "9991"})
    void a_code_of_the_classifier_is_known_with_or_without_its_zeros(String code) {
        assertThat(okei.knows(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "797 ", "штука", "7777", "-6", "99999999999999999999"})
    void anything_else_is_not(String code) {
        assertThat(okei.knows(code)).isFalse();
    }

    @Test
    void a_piece_and_a_dozen_differ() {
        assertThat(okei.knows("796")).isTrue();
        assertThat(okei.knows("7960")).isFalse();
    }

    @Test
    void a_code_is_written_with_the_classifiers_zeros() {
        assertThat(okei.canonical("6")).hasValue("006");
        assertThat(okei.canonical("0006")).hasValue("006");
        assertThat(okei.canonical("796")).hasValue("796");
        assertThat(okei.canonical("9991")).hasValue("9991");
        assertThat(okei.canonical("7777")).isEmpty();
    }
}
