package dev.crm1c.simulators.bitrix24.crm;

import java.util.Locale;

/**
 * How crm.item.* spells a user field unless useOriginalUfNames is "Y" (bitrix24.md §5.2 [doc]):
 * {@code UF_CRM_3_DIGIT} is {@code ufCrm3Digit}; where the way back would give another name, the tail stays as it is:
 * {@code UF_CRM_3_DIGIT10} is {@code ufCrm_3_DIGIT10}, {@code UF_CRM_1721244707107} is {@code ufCrm_1721244707107}.
 */
public final class UserFieldNames {
    private static final String PREFIX = "UF_CRM_";

    private UserFieldNames() {}

    public static String camel(String original) {
        String tail = original.substring(PREFIX.length());
        StringBuilder camel = new StringBuilder("ufCrm");
        for (String word : tail.split("_")) {
            camel.append(
                    word.isEmpty() ? "" : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
        }
        boolean onlyDigits = tail.chars().allMatch(Character::isDigit);
        return !onlyDigits && original(camel.toString()).equals(original) ? camel.toString() : "ufCrm_" + tail;
    }

    /** A new word begins at a capital letter and where letters turn into digits. */
    private static String original(String camel) {
        return camel.replaceAll("(?<=[a-zA-Z])(?=[0-9])|(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
