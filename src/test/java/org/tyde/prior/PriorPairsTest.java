package org.tyde.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.PersonName;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The labelled pairs of `prior-pairs.txt`: how many of the priors that belong beside a study are found, and how
/// many that are found belong there. The figures stand in `docs/priors.md`.
class PriorPairsTest {
    private static final double LEAST_PRECISION = 0.99;
    private static final double LEAST_RECALL = 0.99;
    private static final Patient KARI =
            new Patient(
                    new PatientId("7", Optional.of("A")),
                    PersonName.of("Hansen", "Kari"),
                    Optional.of(LocalDate.of(1970, 4, 13)),
                    Optional.empty(),
                    Optional.empty());

    private record Pair(String line, Study current, Study prior, boolean belongs) {
        static Pair of(String line) {
            var cells = line.split("\\|", -1);
            assertEquals(8, cells.length, line);
            assertTrue(Set.of("yes", "no").contains(cells[6]), line);
            return new Pair(
                    line,
                    study("now", 2026, cells[0], cells[1], cells[2]),
                    study("before", 2025, cells[3], cells[4], cells[5]),
                    cells[6].equals("yes"));
        }

        boolean found() {
            return RelevantPriors.of(current, List.of(prior)).toHang().isPresent();
        }
    }

    private static Study study(String uid, int year, String modality, String part, String text) {
        return new Study(
                uid,
                KARI,
                Optional.of(LocalDate.of(year, 1, 1)),
                Optional.of(LocalTime.NOON),
                "",
                text,
                Set.of(modality.split("/")),
                Optional.of(part).filter(p -> !p.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                -1,
                -1);
    }

    private static List<Pair> pairs() throws IOException {
        var file = Path.of("src/test/resources/org/tyde/prior/prior-pairs.txt");
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(l -> !l.startsWith("#") && !l.isBlank()).map(Pair::of).toList();
        }
    }

    @Test
    void whatBelongsBesideAStudyIsFoundAndLittleElse() throws IOException {
        int found = 0;
        int rightly = 0;
        int belonging = 0;
        var wrong = new ArrayList<String>();
        for (var pair : pairs()) {
            boolean says = pair.found();
            if (says) found++;
            if (pair.belongs()) belonging++;
            if (says && pair.belongs()) rightly++;
            if (says != pair.belongs()) wrong.add(pair.line());
        }
        double precision = rightly / (double) found;
        double recall = rightly / (double) belonging;
        var figures =
                String.format(
                        Locale.ROOT,
                        "precision %.3f, recall %.3f, wrong:%n%s",
                        precision,
                        recall,
                        String.join(System.lineSeparator(), wrong));
        assertTrue(precision >= LEAST_PRECISION && recall >= LEAST_RECALL, figures);
    }

    @Test
    void thereAreThreeHundredPairsAndNoneTwice() throws IOException {
        var pairs = pairs();
        var lines = new HashSet<String>();
        for (var pair : pairs) assertTrue(lines.add(pair.line()), pair.line());
        assertTrue(pairs.size() >= 300, "pairs: " + pairs.size());
        long belonging = pairs.stream().filter(Pair::belongs).count();
        assertTrue(belonging > 100 && pairs.size() - belonging > 100, "belonging: " + belonging);
    }

    @Test
    void everyReasonIsSaidInBothLanguages() throws IOException {
        for (var pair : pairs()) {
            var prior = RelevantPriors.of(pair.current(), List.of(pair.prior())).all().getFirst();
            for (var locale : List.of(Locale.ENGLISH, Locale.of("nb"))) {
                var reason = prior.reason(locale);
                assertTrue(!reason.contains("prior.") && !reason.contains("part."), reason);
            }
        }
    }
}
