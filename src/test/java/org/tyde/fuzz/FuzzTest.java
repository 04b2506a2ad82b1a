package org.tyde.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.TestJvm;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Every fuzz target is read by Jazzer for some seconds, in a process of its own with a small heap;
/// `-Dtyde.fuzz.seconds=600` for the long run.
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("tyde.fuzz.seconds", 5);
    private static final String HEAP = "-Xmx512m"; // Jazzer's own coverage maps live in it too

    static List<FuzzTarget> targets() throws IOException, URISyntaxException {
        return FuzzTarget.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void goodInputAndWhatWasFoundOnceIsReadOrRefused(FuzzTarget target) throws Throwable {
        var seeds = target.seeds();
        assertTrue(!seeds.isEmpty(), "a target says what good input looks like");
        for (var seed : seeds) target.run(seed);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingButARefusalComesOutOfHostileBytes(FuzzTarget target) throws Throwable {
        var folder = Path.of("target", "fuzz", target.toString()).toAbsolutePath();
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (var seed : target.seeds()) Files.write(corpus.resolve("seed-" + number++), seed);
        var log = folder.resolve("log.txt");
        var command =
                TestJvm.command(
                        List.of(HEAP, "-Xss512k", "-XX:+UseSerialGC", compiler()),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.type().getName(),
                        "--instrumentation_includes=org.tyde.**",
                        "--custom_hook_excludes=**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + SECONDS,
                        "-timeout=25",
                        "-rss_limit_mb=0", // the heap is what is bounded; Jazzer's own memory is
                        // not ours
                        "-max_len=65536",
                        corpus.toString());
        var process =
                new ProcessBuilder(command.line())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = process.waitFor(SECONDS * 2L + 120, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly();
        assertTrue(ended, () -> target + " hangs: " + log);
        assertEquals(0, process.exitValue(), () -> tail(log));
    }

    /// A short run is over before the optimizing compiler has paid for itself.
    private static String compiler() {
        return SECONDS < 60 ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation";
    }

    private static String tail(Path log) {
        try {
            var lines = new ArrayList<>(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
            lines.removeIf(l -> l.startsWith("#") || l.startsWith("INFO"));
            return log + "\n" + String.join("\n", lines.subList(0, Math.min(60, lines.size())));
        } catch (IOException unreadable) {
            return log + " cannot be read";
        }
    }
}
