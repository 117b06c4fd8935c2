package dev.crm1c.simulators.bitrix24;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, if this machine has one. */
record Browser(Path program) {

    static final String MISSING =
            "no Chromium on the PATH (Debian: apt-get install -y chromium), so the page was not opened in a browser";

    static Optional<Browser> find() {
        List<String> folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** The document as it stands once its scripts have run, after some seconds of the page's own time. */
    String dom(URI page, Path profile) throws IOException, InterruptedException {
        Path dom = profile.resolve("dom.html");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--window-size=1600,1000",
                        "--user-data-dir=" + profile,
                        "--screenshot=" + profile.resolve("page.png"),
                        "--virtual-time-budget=3000",
                        "--dump-dom",
                        page.toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser did not end within a minute");
        }
        return Files.readString(dom, StandardCharsets.UTF_8);
    }
}
