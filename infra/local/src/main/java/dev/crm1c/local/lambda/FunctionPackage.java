package dev.crm1c.local.lambda;

import dev.crm1c.local.ProjectFiles;
import dev.crm1c.local.aws.AwsEmulator.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zip that would be uploaded to Lambda, unpacked, and how its runtime starts it. */
public sealed interface FunctionPackage {
    Path folder();

    /** The command line, for a function of so much memory. */
    List<String> command(int memoryMegabytes);

    String name();

    /** What {@code CRM1C_PACKAGE} asks for: jvm, native, or auto (native when it was built, the JVM otherwise). */
    static FunctionPackage choose(String wanted) {
        Path bundle = ProjectFiles.root().resolve("functions/bundle/target");
        Path nativeZip = bundle.resolve("native/function.zip");
        Path jvmZip = bundle.resolve("function.zip");
        return switch (wanted) {
            case "native" -> new Native(unpacked(nativeZip, "native", "make native"));
            case "jvm" -> new Jvm(unpacked(jvmZip, "jvm", "make build"));
            case "auto" -> choose(Files.exists(nativeZip) ? "native" : "jvm");
            default -> throw new CannotStart("CRM1C_PACKAGE must be auto, jvm or native, not " + wanted);
        };
    }

    /** AWS' own runtime interface client runs the handler, with the options that Lambda gives the JVM. */
    record Jvm(Path folder) implements FunctionPackage {
        @Override
        public List<String> command(int memoryMegabytes) {
            Path client = ProjectFiles.root().resolve("infra/local/target/runtime-interface-client");
            return List.of(
                    ProjectFiles.java().toString(),
                    "-Xmx" + Math.max(128, memoryMegabytes * 3 / 4) + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                            + client.resolve("jni/libaws-lambda-jni.linux-" + architecture() + ".so"),
                    "-cp",
                    client + "/*:" + folder + ":" + folder + "/lib/*",
                    "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                    "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
        }

        private static String architecture() {
            return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        }

        @Override
        public String name() {
            return "JVM zip";
        }
    }

    /** The bootstrap asks the Runtime API for work by itself. */
    record Native(Path folder) implements FunctionPackage {
        @Override
        public List<String> command(int memoryMegabytes) {
            return List.of(
                    folder.resolve("bootstrap").toString(), "-Xmx" + Math.max(64, memoryMegabytes * 3 / 4) + "m");
        }

        @Override
        public String name() {
            return "native bootstrap";
        }
    }

    private static Path unpacked(Path zip, String flavour, String target) {
        if (!Files.exists(zip)) {
            throw new CannotStart("there is no " + zip + ": run `" + target + "` first");
        }
        try {
            String stamp = flavour + "-" + Files.getLastModifiedTime(zip).toMillis();
            Path folder = ProjectFiles.runFolder().resolve("function-" + stamp);
            if (!Files.isDirectory(folder)) {
                Path half = Files.createTempDirectory(ProjectFiles.runFolder(), "unpacking");
                for (Path file : unpack(zip, half)) {
                    if (file.endsWith("bootstrap") && !file.toFile().setExecutable(true)) {
                        throw new IOException("cannot make the bootstrap executable");
                    }
                }
                moveUnlessThere(half, folder);
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Two that start at once both unpack; whoever is second finds the first one's folder, which is the same. */
    private static void moveUnlessThere(Path half, Path folder) throws IOException {
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (!Files.isDirectory(folder)) {
                throw taken;
            }
        }
    }

    private static List<Path> unpack(Path zip, Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (InputStream bytes = Files.newInputStream(zip);
                var entries = new ZipInputStream(bytes)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("an entry outside of the zip: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                    files.add(file);
                }
            }
        }
        return files;
    }
}
