package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.store.Instances;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

class CacheCommandTest {
    @TempDir Path folder;
    private final StringWriter out = new StringWriter();

    @Test
    void filesAreTakenInCountedVerifiedAndDropped() throws Exception {
        var files = Files.createDirectories(folder.resolve("files"));
        for (int i = 1; i <= 3; i++)
            Files.write(files.resolve(i + ".dcm"), Instances.part10(i, 1).readAllBytes());
        Files.writeString(files.resolve("readme.txt"), "no image");

        assertEquals(0, run("import", files.toString()), "a text beside images is no failure");
        Files.write(files.resolve("torn.dcm"), Instances.part10(4, 1).readNBytes(300));
        assertEquals(1, run("import", files.toString()), "one file is torn");
        assertEquals(1, run("import", files.resolve("readme.txt").toString()), "no DICOM at all");
        assertEquals(0, run("status"));
        assertTrue(out.toString().contains("studies\t3"), out.toString());
        assertEquals(0, run("verify"));
        assertTrue(out.toString().contains("blobs\t3"), out.toString());
        assertEquals(0, run("evict", "--to", "0"));
        assertEquals(0, run("status"));
        assertTrue(out.toString().contains("studies\t0"), out.toString());
    }

    @Test
    void aPinnedStudyStaysAndAStrangerIsNamedAndRepaired() throws Exception {
        var file = Files.write(folder.resolve("1.dcm"), Instances.part10(1, 1).readAllBytes());
        assertEquals(0, run("import", file.toString()));
        assertEquals(0, run("pin", "2.25.1"));
        assertEquals(0, run("evict", "--to", "0"));
        assertEquals(0, run("status"));
        assertTrue(out.toString().contains("studies\t1"), out.toString());
        assertTrue(out.toString().contains("pinned\t1"), out.toString());
        try (var blobs = Files.walk(folder.resolve("home"))) {
            var blob =
                    blobs.filter(f -> f.getFileName().toString().length() == 64)
                            .findFirst()
                            .orElseThrow();
            Files.writeString(blob.resolveSibling("stranger"), "no blob");
        }
        assertEquals(1, run("verify"));
        assertTrue(out.toString().contains("unknown\t[stranger]"), out.toString());
        assertEquals(1, run("verify", "--repair"));
        assertEquals(0, run("verify"));
        assertEquals(0, run("unpin", "2.25.1"));
        assertEquals(0, run("evict", "--to", "0"));
    }

    private int run(String... arguments) {
        var line =
                new CommandLine(new CacheCommand())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(new StringWriter()));
        var all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = folder.resolve("home").toString();
        return line.execute(all);
    }
}
