package dev.crm1c.local.aws;

import java.net.URI;
import java.util.Map;

/** One of three clouds, chosen by {@code AWS_EMULATOR}: embedded (the default everywhere), localstack, or url. */
public interface AwsEmulator extends AutoCloseable {
    Endpoints endpoints();

    String name();

    @Override
    void close();

    /**
     * @throws CannotStart with one line that says what is missing
     */
    static AwsEmulator start(Map<String, String> environment) {
        String chosen = environment.getOrDefault("AWS_EMULATOR", "embedded");
        return switch (chosen) {
            case "embedded" -> EmbeddedEmulator.start();
            case "localstack" -> LocalStackEmulator.start();
            case "url" -> new GivenEndpoints(given(environment));
            default -> throw new CannotStart("AWS_EMULATOR must be embedded, localstack or url, not " + chosen);
        };
    }

    private static Endpoints given(Map<String, String> environment) {
        String common = environment.getOrDefault("AWS_ENDPOINT_URL", "");
        return new Endpoints(
                URI.create(needed(environment, "AWS_ENDPOINT_URL_SQS", common)),
                URI.create(needed(environment, "AWS_ENDPOINT_URL_DYNAMODB", common)),
                needed(environment, "AWS_REGION", ""),
                needed(environment, "AWS_ACCESS_KEY_ID", ""),
                needed(environment, "AWS_SECRET_ACCESS_KEY", ""));
    }

    private static String needed(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        if (value.isBlank()) {
            throw new CannotStart("AWS_EMULATOR=url needs " + name
                    + (name.startsWith("AWS_ENDPOINT_URL") ? " (or AWS_ENDPOINT_URL for both services)" : ""));
        }
        return value;
    }

    /** Something on this machine is missing; the message is one line for the person who started us. */
    final class CannotStart extends RuntimeException {
        public CannotStart(String oneLine) {
            super(oneLine);
        }
    }

    record GivenEndpoints(Endpoints endpoints) implements AwsEmulator {
        @Override
        public String name() {
            return "the endpoints given";
        }

        /** Not ours to stop. */
        @Override
        public void close() {}
    }
}
