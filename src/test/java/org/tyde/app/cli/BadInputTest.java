package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.store.Instances;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Each bad input gives one sentence on the error stream, nothing on the other, and the exit code of the
/// contract.
class BadInputTest {
    @TempDir Path folder;

    @Test
    void whatCannotBeReadIsSaidInOneSentence() throws Exception {
        var text = Files.writeString(folder.resolve("text.dcm"), "no image ".repeat(40)).toString();
        var absent = folder.resolve("absent.dcm").toString();
        var out = folder.resolve("out").toString();
        says(1, "dump", text);
        says(1, "dump", absent);
        says(1, "dump", folder.toString());
        says(1, "frames", text, "-o", out);
        says(1, "render", "--native", text, "-o", out);
        says(1, "hang", text);
        says(1, "hang", absent);
        says(1, "report", "show", text);
        says(1, "dictate", text, "--model", absent);
        says(1, "web", "find", "http://127.0.0.1:9/");
        says(2, "web", "send", "http://127.0.0.1:9/", absent);
        says(1, "cache", "import", absent, "--home", folder.resolve("home").toString());
        assertFalse(Files.exists(Path.of(out)));
    }

    @Test
    void aFileCutOffInItsHeaderIsRefused() throws Exception {
        var whole = Instances.part10(1, 1).readAllBytes();
        var file = folder.resolve("cut.dcm");
        Files.write(file, java.util.Arrays.copyOf(whole, 150));
        says(1, "dump", file.toString());
    }

    @Test
    void aFileCutOffInItsPixelsIsDumpedWithAWarning() throws Exception {
        var whole = Instances.part10(1, 1).readAllBytes();
        var file = folder.resolve("cut.dcm");
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
        var said = run(0, "dump", file.toString());
        assertTrue(said.out.contains("(7FE0,0010)"), said.out);
        assertTrue(said.err.startsWith("tyde: ") && said.err.contains("(7FE0,0010)"), said.err);
    }

    @Test
    void anOutputWithoutAFolderNamesTheFolder() throws Exception {
        var image = folder.resolve("one.dcm");
        Files.write(image, Instances.part10(1, 1).readAllBytes());
        var said =
                says(
                        1,
                        "report",
                        "new",
                        image.toString(),
                        "--findings",
                        "a",
                        "--conclusion",
                        "b",
                        "-o",
                        folder.resolve("no/such.dcm").toString());
        assertFalse(said.contains(".part"), said);
    }

    @Test
    void wrongUseIsOneSentenceToo() {
        says(2, "nosuch");
        says(2, "--nosuch");
        says(2, "dump");
        says(2, "check");
        says(2, "report");
        says(2, "web");
        says(2, "cache");
        says(2, "bench", "start");
        says(2, "bench", "nosuch");
        says(2, "archive", "--http", "99999");
        says(2, "archive", "--http", "abc");
        says(2, "tour", "--display", "5");
        says(2, "cache", "evict", "--to", "-5");
    }

    @Test
    void everyCommandExplainsItself() {
        for (var command : Commands.all()) {
            var name = new picocli.CommandLine(command).getCommandName();
            assertEquals("", run(0, name, "--help").err);
        }
        assertEquals("", run(0, "cache", "evict", "--help").err);
        assertEquals("", run(0, "report", "show", "--help").err);
        assertEquals("", run(0, "web", "find", "--help").err);
    }

    @Test
    void helpDoesNotDisturbTheArgumentsOfACommand() {
        var home = folder.resolve("home").toString();
        assertEquals("", run(0, "cache", "evict", "--to", "0", "--home", home).err);
        assertEquals("", run(0, "cache", "status", "--home", home).err);
    }

    private record Said(String out, String err) {}

    private static String says(int code, String... arguments) {
        var said = run(code, arguments);
        var asked = String.join(" ", arguments) + ": " + said;
        assertEquals("", said.out, asked);
        assertEquals(1, said.err.lines().count(), asked);
        assertTrue(said.err.startsWith("tyde: "), asked);
        assertFalse(said.err.contains("Exception") || said.err.contains("java."), asked);
        return said.err;
    }

    private static Said run(int code, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = new PrintStream[] {System.out, System.err};
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            assertEquals(code, CommandLineOfTyde.run(arguments), String.join(" ", arguments));
        } finally {
            System.setOut(before[0]);
            System.setErr(before[1]);
        }
        return new Said(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
