package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.store.ChildJvm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The viewport in a real window, at each scale factor in a JVM of its own: nothing is scaled twice.
class ScaledScreensTest {
    private static Process server;
    private static String display;

    @BeforeAll
    static void startServer() throws Exception {
        var program = Programs.require("Xvfb").toString();
        server =
                new ProcessBuilder(
                                program,
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "2400x1700x24",
                                "-nolisten",
                                "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        display = ":" + server.inputReader(StandardCharsets.UTF_8).readLine();
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server == null) return;
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.25", "1.5", "2"})
    void mouseWheelKeysAndResizingArePixelExactAtEveryScale(String factor) throws Exception {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=gtk",
                        "-Dglass.gtk.uiScale=" + factor,
                        "-Dprism.order=sw",
                        "-Duser.language=nb",
                        "-Duser.country=NO",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        ChildJvm.classPath(ScaledScreen.class),
                        ScaledScreen.class.getName(),
                        factor);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        var process = builder.start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.strip().endsWith("\nall"), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
