package dev.crm1c.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in this repository, seen from wherever we were started. */
public final class ProjectFiles {
    private ProjectFiles() {}

    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("template.yaml")) && Files.isDirectory(folder.resolve("functions"))) {
                return folder;
            }
        }
        throw new IllegalStateException("started outside of the CRM1C repository");
    }

    /** Logs and unpacked functions; everything in it can be thrown away. */
    public static Path runFolder() {
        try {
            return Files.createDirectories(root().resolve(".run"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
