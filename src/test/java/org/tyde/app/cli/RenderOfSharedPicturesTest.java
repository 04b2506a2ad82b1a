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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import javax.imageio.ImageIO;

/// Pictures of plain images against those DCMTK makes of them: no pixel more than one grey level off.
class RenderOfSharedPicturesTest {
    private static final Set<String> SYNTAXES =
            Set.of(
                    "Implicit VR Little Endian",
                    "Explicit VR Little Endian",
                    "Explicit VR Big Endian",
                    "Deflated Explicit VR Little Endian",
                    "RLE Lossless",
                    "JPEG Baseline (Process 1)");

    @TempDir Path folder = Path.of("");

    @Test
    void picturesAreTheReferencesToOneGreyLevel() throws Exception {
        var root = SharedData.require("disptest");
        var families = new TreeMap<String, int[]>();
        var wrong = new ArrayList<String>();
        for (var row : Csv.rows(root.resolve("catalogue.csv"))) {
            if (beyond(row)) continue;
            var test = row.getOrDefault("test", "");
            var count = families.computeIfAbsent(row.getOrDefault("family", ""), _ -> new int[2]);
            count[1]++;
            var said = compare(root, row);
            if (said.isEmpty()) count[0]++;
            else wrong.add(test + ": " + said);
        }
        var summary = new StringBuilder();
        families.forEach((f, n) -> summary.append(f + " " + n[0] + "/" + n[1] + " "));
        assertEquals(List.of(), wrong, summary.toString());
        assertTrue(families.size() >= 10, summary.toString());
    }

    /// Syntaxes that are not decoded yet.
    private static boolean beyond(Map<String, String> row) {
        return !SYNTAXES.contains(row.get("transfer_syntax"));
    }

    private String compare(Path root, Map<String, String> row) throws IOException {
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
        for (int y = 0; y < head[1]; y++)
            for (int x = 0; x < head[0]; x++)
                for (int b = 0; b < bands; b++) {
                    int expected = theirs[at++] & 0xFF;
                    int band = Math.min(b, ours.getNumBands() - 1);
                    worst = Math.max(worst, Math.abs(expected - ours.getSample(x, y, band)));
                }
        return worst <= 1 ? "" : "off by " + worst;
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
