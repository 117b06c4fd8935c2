package dev.crm1c.local.aws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in Docker. Pinned to the last image that starts without an account; 4.14.0 is of March 2026 and gets no updates. */
final class LocalStackEmulator implements AwsEmulator {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private final LocalStackContainer container;

    private LocalStackEmulator(LocalStackContainer container) {
        this.container = container;
    }

    static LocalStackEmulator start() {
        if (!dockerMayBeHere() || !DockerClientFactory.instance().isDockerAvailable()) {
            throw new CannotStart(
                    "AWS_EMULATOR=localstack needs a Docker engine and none answers; leave AWS_EMULATOR unset for the embedded one");
        }
        var container = new LocalStackContainer(IMAGE).withServices("sqs", "dynamodb");
        container.start();
        return new LocalStackEmulator(container);
    }

    /** Asked first, because Testcontainers fills a page when it looks for an engine in vain. */
    private static boolean dockerMayBeHere() {
        return System.getenv("DOCKER_HOST") != null
                || Stream.of("/var/run/docker.sock", System.getProperty("user.home") + "/.docker/run/docker.sock")
                        .anyMatch(socket -> Files.exists(Path.of(socket)));
    }

    @Override
    public Endpoints endpoints() {
        return new Endpoints(
                container.getEndpoint(),
                container.getEndpoint(),
                container.getRegion(),
                container.getAccessKey(),
                container.getSecretKey());
    }

    @Override
    public String name() {
        return IMAGE.asCanonicalNameString();
    }

    @Override
    public void close() {
        container.stop();
    }
}
