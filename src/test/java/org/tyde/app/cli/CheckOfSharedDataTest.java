package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.Csv;
import org.tyde.SharedData;
import org.tyde.app.house.Decoders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Every file of the shared collection, against what other programs made of it.
class CheckOfSharedDataTest {
    private static final Set<String> UNSUPPORTED = Set.of("JPEG XL");
    private static final Set<String> EXACT =
            Set.of("lossless", "float", "near-lossless (deterministic)");
    private static final Map<String, FileCheck> FOUND = new HashMap<>();
    private static final Map<String, String> SYNTAX = new HashMap<>();
    private static List<Map<String, String>> expected = List.of();

    @BeforeAll
    static void checkAll() throws Exception {
        var root = SharedData.require("data");
        expected = Csv.rows(root.resolve("expected.csv"));
        for (var row : Csv.rows(root.resolve("catalogue.csv")))
            SYNTAX.put(row.get("path"), row.get("transfer_syntax_name"));
        var codecs = Decoders.all();
        for (var row : expected) {
            Path file = root.resolve(row.get("path"));
            FOUND.put(row.get("path"), FileCheck.of(file, true, true, codecs, Locale.ENGLISH));
        }
    }

    @Test
    void losslessAndNearLosslessAreExact() {
        var wrong = new ArrayList<String>();
        int right = 0;
        for (var row : expected) {
            var kind = row.getOrDefault("pixel_kind", "");
            if (!EXACT.contains(kind)) continue;
            if (ambiguous(row) || unsupported(row)) continue;
            var found = found(row);
            if (found.pixels().isEmpty()) {
                wrong.add(row.get("path") + ": " + found.sentence());
                continue;
            }
            var pixels = found.pixels().get();
            if (!pixels.first().equals(row.get("sha256_first"))
                    || !pixels.last().equals(row.get("sha256_last"))
                    || !(pixels.frames() + "").equals(row.get("frames")))
                wrong.add(row.get("path") + " differs");
            else if (!near(pixels.statistics().min(), row.get("min_first"), 1e-4)
                    || !near(pixels.statistics().max(), row.get("max_first"), 1e-4)
                    || !near(pixels.statistics().mean(), row.get("mean_first"), 1e-4)
                    || !near(pixels.statistics().grid4x4(), row.get("grid4x4_first"), 0.01))
                wrong.add(row.get("path") + " statistics " + pixels.statistics());
            else right++;
        }
        assertEquals(List.of(), wrong);
        assertTrue(right >= 464, "files compared: " + right);
    }

    @Test
    void lossyIsWithinItsTolerance() {
        var wrong = new ArrayList<String>();
        int right = 0;
        int equal = 0;
        int byDct = 0;
        for (var row : expected) {
            if (!row.getOrDefault("pixel_kind", "").equals("lossy") || unsupported(row)) continue;
            if (!syntax(row).matches("(JPEG (Baseline|Extended|Spectral|2000)|High).*")) continue;
            var found = found(row);
            if (found.pixels().isEmpty()) {
                if (!ambiguous(row)) wrong.add(row.get("path") + ": " + found.sentence());
                continue;
            }
            var s = found.pixels().get().statistics();
            double mean = Double.parseDouble(row.getOrDefault("tol_mean", "1"));
            double extremes = Double.parseDouble(row.getOrDefault("tol_minmax", "1"));
            if (absolute(s.min(), row.get("min_first"), extremes)
                    && absolute(s.max(), row.get("max_first"), extremes)
                    && absolute(s.mean(), row.get("mean_first"), mean)
                    && absolute(s.grid4x4(), row.get("grid4x4_first"), 2 * mean)) right++;
            else wrong.add(row.get("path") + " " + s);
            if (!syntax(row).matches("JPEG (Baseline|Extended|Spectral).*")) continue;
            byDct++;
            if (found.pixels().get().first().equals(row.get("sha256_first"))) equal++;
        }
        assertEquals(List.of(), wrong);
        assertTrue(right >= 27, "files compared: " + right);
        // by DCT all but one, whose header allows fewer bits than its stream has
        assertTrue(equal >= byDct - 1, "equal to the reference decoder: " + equal);
    }

    @Test
    void whatCannotBeDecodedYetIsRefusedByName() {
        for (var row : expected) {
            var kind = row.getOrDefault("pixel_kind", "");
            if (!unsupported(row) || ambiguous(row) || kind.startsWith("no")) continue;
            var sentence = found(row).sentence();
            assertTrue(sentence.endsWith("cannot be shown yet."), row.get("path") + sentence);
        }
    }

    @Test
    void hostileFilesAreRefusedWithASentence() {
        for (var row : expected) {
            if (!row.getOrDefault("pixel_kind", "").equals("not decoded")) continue;
            var found = found(row);
            assertTrue(found.pixels().isEmpty(), row.get("path"));
            assertTrue(found.millis() < 2000, row.get("path") + " took " + found.millis());
        }
    }

    @Test
    void nothingEndsInAProgrammingError() {
        var wrong = new ArrayList<String>();
        for (var found : FOUND.values())
            if (found.sentence().contains("mistake")) wrong.add(found.line());
        assertEquals(List.of(), wrong);
    }

    private static FileCheck found(Map<String, String> row) {
        return java.util.Objects.requireNonNull(FOUND.get(row.get("path")));
    }

    private static String syntax(Map<String, String> row) {
        return SYNTAX.getOrDefault(row.getOrDefault("path", ""), "");
    }

    private static boolean unsupported(Map<String, String> row) {
        return UNSUPPORTED.stream().anyMatch(syntax(row)::startsWith);
    }

    private static boolean ambiguous(Map<String, String> row) {
        return !row.getOrDefault("ambiguous", "").isEmpty();
    }

    private static boolean near(
            String ours, @org.jspecify.annotations.Nullable String theirs, double relative) {
        if (theirs == null || theirs.isEmpty()) return true;
        var a = ours.split(";", -1);
        var b = theirs.split(";", -1);
        if (a.length != b.length) return false;
        for (int i = 0; i < a.length; i++) {
            if (a[i].equals("nan") || b[i].equals("nan")) continue;
            double x = Double.parseDouble(a[i]);
            double y = Double.parseDouble(b[i]);
            if (Math.abs(x - y) > relative * Math.max(1, Math.abs(y))) return false;
        }
        return true;
    }

    private static boolean absolute(
            String ours, @org.jspecify.annotations.Nullable String theirs, double most) {
        if (theirs == null || theirs.isEmpty()) return true;
        var a = ours.split(";", -1);
        var b = theirs.split(";", -1);
        if (a.length != b.length) return false;
        for (int i = 0; i < a.length; i++)
            if (!(Math.abs(Double.parseDouble(a[i]) - Double.parseDouble(b[i])) <= most))
                return false;
        return true;
    }
}
