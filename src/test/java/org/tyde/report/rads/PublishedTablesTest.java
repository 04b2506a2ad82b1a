package org.tyde.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every way through each calculator against the published table, written out row by row.
class PublishedTablesTest {
    private static void same(Calculator calculator, String published) {
        var told =
                Walked.ways(calculator).stream()
                        .map(Walked::line)
                        .collect(Collectors.toCollection(TreeSet::new));
        var wanted = published.lines().collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", wanted), String.join("\n", told));
    }

    @Test
    void piRadsTwoPointOne() {
        same(
                PiRads.V2_1,
                """
                zone=peripheral dwi=1 -> 1 -
                zone=peripheral dwi=2 -> 2 -
                zone=peripheral dwi=3 dce=negative -> 3 -
                zone=peripheral dwi=3 dce=not-done -> 3 -
                zone=peripheral dwi=3 dce=positive -> 4 -
                zone=peripheral dwi=4 -> 4 -
                zone=peripheral dwi=5 -> 5 -
                zone=transition t2=1 -> 1 -
                zone=transition t2=2 dwi=1 -> 2 -
                zone=transition t2=2 dwi=2 -> 2 -
                zone=transition t2=2 dwi=3 -> 2 -
                zone=transition t2=2 dwi=4 -> 3 -
                zone=transition t2=2 dwi=5 -> 3 -
                zone=transition t2=3 dwi=1 -> 3 -
                zone=transition t2=3 dwi=2 -> 3 -
                zone=transition t2=3 dwi=3 -> 3 -
                zone=transition t2=3 dwi=4 -> 3 -
                zone=transition t2=3 dwi=5 -> 4 -
                zone=transition t2=4 -> 4 -
                zone=transition t2=5 -> 5 -
                """);
    }

    @Test
    void fleischnerOf2017() {
        same(
                Fleischner.V2017,
                """
                kind=solid number=single size=<6 risk=low -> - none
                kind=solid number=single size=<6 risk=high -> - optional-12
                kind=solid number=single size=6-8 risk=low -> - 6-12-consider-18-24
                kind=solid number=single size=6-8 risk=high -> - 6-12-then-18-24
                kind=solid number=single size=>8 -> - 3-pet-tissue
                kind=solid number=multiple size=<6 risk=low -> - none
                kind=solid number=multiple size=<6 risk=high -> - optional-12
                kind=solid number=multiple size=6-8 risk=low -> - 3-6-consider-18-24
                kind=solid number=multiple size=6-8 risk=high -> - 3-6-then-18-24
                kind=solid number=multiple size=>8 risk=low -> - 3-6-consider-18-24
                kind=solid number=multiple size=>8 risk=high -> - 3-6-then-18-24
                kind=ground-glass number=single size=<6 -> - none
                kind=ground-glass number=single size=>=6 -> - 6-12-then-every-2
                kind=part-solid number=single size=<6 -> - none
                kind=part-solid number=single size=>=6 -> - 3-6-annual-5
                kind=ground-glass number=multiple size=<6 -> - 3-6-consider-2-4-years
                kind=part-solid number=multiple size=<6 -> - 3-6-consider-2-4-years
                kind=ground-glass number=multiple size=>=6 -> - 3-6-most-suspicious
                kind=part-solid number=multiple size=>=6 -> - 3-6-most-suspicious
                """);
    }

    @Test
    void everyWayHasWordsInBothLanguages() {
        for (var calculator : Calculator.all())
            for (var locale : new Locale[] {Locale.UK, Locale.of("nb", "NO")}) {
                var words = new RadsWords(calculator, locale);
                for (var way : Walked.ways(calculator)) {
                    var said = words.name() + words.scope() + calculator.source();
                    if (way.end() instanceof Step.Found found)
                        said += words.sentence(found) + words.reason(way.answers(), found);
                    assertFalse(said.contains("org.tyde"), said);
                }
            }
    }
}
