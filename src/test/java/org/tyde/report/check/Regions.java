package org.tyde.report.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Sentences over regions of the body, in one language.
record Regions(String language, List<Region> all) {
    /// What is said of a finding, and what is concluded from it.
    record Pair(String finding, String conclusion) {}

    /// One examination.
    record Region(
            String examination,
            boolean sided,
            Optional<String> sex,
            List<String> normal,
            List<Pair> findings,
            List<Pair> denials,
            List<String> tempting) {}

    static Regions of(String language) throws IOException {
        var name = "regions_" + language + ".txt";
        var stream = Objects.requireNonNull(Regions.class.getResourceAsStream(name), name);
        var regions = new ArrayList<Region>();
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line : reader.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var rest = line.substring(2);
                switch (line.charAt(0)) {
                    case 'R' -> {
                        var parts = rest.split(";");
                        regions.add(
                                new Region(
                                        parts[1],
                                        parts[2].equals("yes"),
                                        Optional.of(parts[3]).filter(s -> !s.equals("-")),
                                        new ArrayList<>(),
                                        new ArrayList<>(),
                                        new ArrayList<>(),
                                        new ArrayList<>()));
                    }
                    case 'N' -> regions.getLast().normal().add(rest);
                    case 'P' -> regions.getLast().findings().add(pair(rest));
                    case 'D' -> regions.getLast().denials().add(pair(rest));
                    case 'T' -> regions.getLast().tempting().add(rest);
                    default -> throw new IOException(line);
                }
            }
        }
        return new Regions(language, regions);
    }

    private static Pair pair(String line) {
        var parts = line.split(" => ");
        return new Pair(parts[0], parts[1]);
    }
}
