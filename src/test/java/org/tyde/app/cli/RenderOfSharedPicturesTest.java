package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Csv;
import org.tyde.SharedData;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import javax.imageio.ImageIO;

/// Pictures of plain images against those DCMTK makes of them: no pixel more than one grey level off.
class RenderOfSharedPicturesTest {
    /// Pixels whose codestream gives more than Bits Stored can hold, where DCMTK keeps the lower bits.
    private static final Map<String, Integer> WRAPPED = Map.of("COMP_jpg12_04_CR", 8);

    @TempDir Path folder = Path.of("");

    /// The table in docs is what this test finds: change it only by running the test.
    @Test
    void picturesAreTheReferencesToOneGreyLevelAndTheTableOfThemIsTrue() throws Exception {
        var root = SharedData.require("disptest");
        var families = new TreeMap<String, Score>();
        var wrong = new ArrayList<String>();
        for (var row : Csv.rows(root.resolve("catalogue.csv"))) {
            var test = row.getOrDefault("test", "");
            var score =
                    families.computeIfAbsent(
                            row.getOrDefault("family", ""),
                            _ -> new Score(row.getOrDefault("kind", "")));
            var said = compare(root, row, score);
            if (!said.isEmpty()) wrong.add(test + ": " + said);
        }
        var table = new StringBuilder(HEAD);
        families.forEach((family, score) -> table.append(score.line(family)));
        assertEquals(List.of(), wrong, table.toString());
        var docs = Files.readString(Path.of("docs/display-tests.md"));
        assertTrue(docs.contains(table), table.toString());
    }

    private static final String HEAD =
            """
            | family | kind | pictures | equal in every pixel | within 1 | worst | pixels not equal |
            | --- | --- | ---: | ---: | ---: | ---: | ---: |
            """;

    /// What the pictures of one family differ by.
    private static final class Score {
        private final String kind;
        private int pictures;
        private int equal;
        private int within;
        private int worst;
        private long pixels;
        private long off;

        Score(String kind) {
            this.kind = kind;
        }

        void add(int most, long differing, long all) {
            pictures++;
            if (most == 0) equal++;
            if (most <= 1) within++;
            worst = Math.max(worst, most);
            off += differing;
            pixels += all;
        }

        String line(String family) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %d | %.1f %% |\n",
                    family,
                    kind,
                    pictures,
                    equal,
                    within,
                    worst,
                    100.0 * off / Math.max(1, pixels));
        }
    }

    private String compare(Path root, Map<String, String> row, Score score) throws IOException {
        var image = plain(root.resolve(row.getOrDefault("image", "")));
        var out = folder.resolve("out.png");
        Files.deleteIfExists(out);
        var command =
                new ArrayList<>(
                        List.of("render", image.toString(), "--native", "-o", out.toString()));
        command.addAll(List.of("--frame", row.getOrDefault("frame", "1")));
        if (row.getOrDefault("test", "").endsWith("_on"))
            command.addAll(List.of("--annotations", "on"));
        if (row.getOrDefault("kind", "").equals("state"))
            command.addAll(
                    List.of(
                            "--state",
                            plain(root.resolve(row.getOrDefault("state", ""))).toString()));
        int code = CommandLineOfTyde.run(command.toArray(String[]::new));
        if (code != 0) return "exit " + code;
        var ours = Objects.requireNonNull(ImageIO.read(out.toFile())).getRaster();
        var theirs = Files.readAllBytes(plain(root.resolve(row.getOrDefault("expected", ""))));
        var head = new int[3];
        int at = head(theirs, head);
        int bands = theirs[1] == '6' ? 3 : 1;
        if (ours.getWidth() != head[0] || ours.getHeight() != head[1]) return "size";
        int worst = 0;
        long differing = 0;
        int beyond = 0;
        for (int y = 0; y < head[1]; y++)
            for (int x = 0; x < head[0]; x++)
                for (int b = 0; b < bands; b++) {
                    int expected = theirs[at++] & 0xFF;
                    int band = Math.min(b, ours.getNumBands() - 1);
                    int off = Math.abs(expected - ours.getSample(x, y, band));
                    worst = Math.max(worst, off);
                    if (off != 0) differing++;
                    if (off > 1) beyond++;
                }
        score.add(worst, differing, (long) head[0] * head[1] * bands);
        int allowed = WRAPPED.getOrDefault(row.getOrDefault("test", ""), 0);
        return beyond <= allowed ? "" : beyond + " pixels off, by " + worst;
    }

    /// Width, height and greatest value of a binary PNM; the offset of its pixels.
    private static int head(byte[] pnm, int[] into) {
        int at = 2;
        for (int i = 0; i < 3; i++) {
            while (Character.isWhitespace(pnm[at])) at++;
            int end = at;
            while (!Character.isWhitespace(pnm[end])) end++;
            into[i] = Integer.parseInt(new String(pnm, at, end - at, StandardCharsets.US_ASCII));
            at = end;
        }
        return at + 1;
    }

    private Path plain(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) return file;
        var out = folder.resolve(file.getFileName() + ".plain");
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.write(out, in.readAllBytes());
        }
        return out;
    }
}
