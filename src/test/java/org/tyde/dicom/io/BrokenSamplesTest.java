package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Every malformed file is refused for the reason that its row names, with a place in it, or read with
/// the warning that its row names.
class BrokenSamplesTest {
    private static final Path FOLDER = Path.of("samples", "broken");

    static List<BrokenSample> samples() {
        return BrokenSamples.all();
    }

    @Test
    void theFolderHoldsWhatTheTableSays() throws IOException {
        assertEquals(BrokenSamples.table(), Files.readString(FOLDER.resolve("README.md")));
        for (var sample : samples())
            assertArrayEquals(
                    sample.bytes(),
                    Files.readAllBytes(FOLDER.resolve(sample.file())),
                    sample.file());
        try (var files = Files.list(FOLDER)) {
            var names = samples().stream().map(BrokenSample::file).collect(Collectors.toSet());
            var others =
                    files.map(f -> String.valueOf(f.getFileName()))
                            .filter(n -> n.endsWith(".dcm") && !names.contains(n))
                            .toList();
            assertEquals(List.of(), others, "files without a row");
        }
        assertTrue(samples().size() >= 60);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Timeout(30)
    void itIsRefusedOrReadAsItsRowSays(BrokenSample sample) throws IOException {
        var words = sample.expected().split(" ");
        var file = FOLDER.resolve(sample.file());
        if (words[0].equals("refused")) {
            var refusal = assertThrows(DicomFormatException.class, () -> read(file));
            assertEquals(words[1], refusal.reason().toString(), refusal.getMessage());
            boolean inFile = !sample.file().endsWith(".json");
            assertTrue(refusal.offset() <= Files.size(file), refusal.getMessage());
            assertTrue(!inFile || refusal.offset() >= 0, refusal.getMessage());
            assertTrue(refusal.place().isPresent(), refusal.getMessage());
            return;
        }
        if (words[0].equals("read")) {
            assertTrue(decoded(Files.readAllBytes(file)).length() <= Files.size(file));
            return;
        }
        var warnings = read(file);
        if (words[0].equals("warned"))
            assertTrue(
                    warnings.stream().anyMatch(w -> w.kind().name().equals(words[1])),
                    warnings.toString());
        for (var warning : warnings)
            assertTrue(warning.offset() >= 0 && warning.offset() <= Files.size(file));
    }

    private static String decoded(byte[] input) throws IOException {
        int end = 0;
        while (input[end] != '\n') end++;
        var terms = new String(input, 0, end, StandardCharsets.US_ASCII).split("\\\\", -1);
        var text = Arrays.copyOfRange(input, end + 1, input.length);
        return SpecificCharacterSet.of(List.of(terms)).decode(text, Vr.PN);
    }

    private static List<Warning> read(Path file) throws IOException {
        if (file.toString().endsWith(".json")) {
            DicomJson.read(DicomJson.parse(Files.readAllBytes(file)));
            return List.of();
        }
        if (file.toString().contains("dicomdirectory")) return DicomDirectory.read(file).warnings();
        return DicomReader.read(file).warnings();
    }
}
