package dev.crm1c.simulators.onec.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Basic authentication with a login in UTF-8: the same login in cp1251 is a stranger (onec.md §1.8 [live]). */
public record BasicAuthentication(String user, String password) {

    boolean admits(String header) {
        byte[] known = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(known);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "BasicAuthentication[user=" + user + ", password=***]";
    }
}
