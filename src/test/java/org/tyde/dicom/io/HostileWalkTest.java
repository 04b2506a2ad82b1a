package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.TestJvm;
import org.tyde.app.Main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `tyde check --frames` walks all of samples/broken in one process with 256 MB and a small stack: it
/// goes on after every refusal, takes no file longer than two seconds, and passes none as well.
class HostileWalkTest {
    private static final double MOST_MILLIS = 2000;

    @Test
    void everyMalformedFileIsRefusedOrWarnedOfInSmallMemory(@TempDir Path folder) throws Exception {
        var lines = check(folder);
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var said = new ObjectMapper().readTree(line);
            var sentence = said.path("sentence").asText();
            boolean well = said.path("status").asText().equals("ok") || sentence.length() < 10;
            boolean slow = said.path("ms").asDouble() > MOST_MILLIS;
            boolean inner = sentence.contains("Exception") || sentence.contains("Error");
            if (well || slow || inner) wrong.add(line);
        }
        assertEquals(List.of(), wrong);
        long rows = BrokenSamples.all().stream().filter(s -> s.file().endsWith(".dcm")).count();
        assertTrue(lines.size() >= rows, lines.size() + " lines");
    }

    private static List<String> check(Path folder) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var command = new ArrayList<String>();
        command.addAll(
                TestJvm.command(
                                List.of("-Xmx256m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError"),
                                Main.class.getName(),
                                "check",
                                "--frames",
                                "--json")
                        .line());
        try (var files = Files.list(Path.of("samples", "broken"))) {
            files.filter(f -> f.toString().endsWith(".dcm"))
                    .sorted()
                    .forEach(f -> command.add(f.toString()));
        }
        var process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertTrue(process.waitFor(180, TimeUnit.SECONDS), "hangs");
        assertEquals(1, process.exitValue(), () -> read(err));
        return Files.readAllLines(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
