package dev.crm1c.simulators.onec.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who may log in. A login is Basic in UTF-8: the same one in cp1251 is a stranger (onec.md §1.8 [live]). */
public final class Users {
    private final Map<String, Known> users = new ConcurrentSkipListMap<>();

    private record Known(User user, byte[] authorization) {}

    /** A new user with all rights; one of that name is replaced, which is how a password is changed. */
    public User add(String name, String password) {
        byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        String header = "Basic " + Base64.getEncoder().encodeToString(login);
        User user = new User(name);
        users.put(name, new Known(user, header.getBytes(StandardCharsets.UTF_8)));
        return user;
    }

    public void remove(String name) {
        users.remove(name);
    }

    public User user(String name) {
        return Optional.ofNullable(users.get(name))
                .map(Known::user)
                .orElseThrow(() -> new IllegalArgumentException("no user " + name));
    }

    public Optional<User> admitted(String authorization) {
        byte[] given = authorization.getBytes(StandardCharsets.UTF_8);
        return users.values().stream()
                .filter(known -> MessageDigest.isEqual(known.authorization(), given))
                .map(Known::user)
                .findFirst();
    }
}
