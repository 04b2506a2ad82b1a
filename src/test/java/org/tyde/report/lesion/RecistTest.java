package org.tyde.report.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.report.lesion.Recist.Diameter;
import org.tyde.report.lesion.Recist.Response;
import org.tyde.report.lesion.Recist.Unfit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The definitions of RECIST 1.1, 4.3.1, each at and beside its limit; sums and per cents worked out by hand.
class RecistTest {
    /// `30 12n -`: a lesion of 30 mm, a lymph node of 12 mm, one that was not measured.
    private static List<Diameter> study(String text) {
        var all = new ArrayList<Diameter>();
        for (var one : text.strip().split(" "))
            all.add(
                    new Diameter(
                            one.endsWith("n"),
                            one.startsWith("-")
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(Double.parseDouble(one.replace("n", "")))));
        return all;
    }

    private static List<List<Diameter>> studies(String text) {
        return Arrays.stream(text.split("/")).map(RecistTest::study).toList();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # sums in the order of time,          response at the last
                    60 40,                                BASELINE
                    60 40 / 60 40,                        STABLE
                    60 40 / 40 30,                        PARTIAL
                    60 40 / 40 30.1,                      STABLE
                    60 40 / 70 50,                        PROGRESSIVE
                    60 40 / 70 49.9,                      STABLE
                    # 20 % of the least sum so far, not of the baseline
                    60 40 / 30 20 / 36 24,                PROGRESSIVE
                    60 40 / 30 20 / 36 23.9,              PARTIAL
                    60 40 / 80 60 / 60 40,                STABLE
                    # and 5 mm
                    20 / 12 / 16.9,                       STABLE
                    20 / 12 / 17,                         PROGRESSIVE
                    10 / 2 / 3,                           PARTIAL
                    # all gone; nodes below 10 mm
                    60 40 / 0 0,                          COMPLETE
                    60 20n / 0 9.9n,                      COMPLETE
                    60 20n / 0 10n,                       PARTIAL
                    60 20n / 1 9n,                        PARTIAL
                    20n 20n / 4n 4n / 9n 9n,              COMPLETE
                    60 / 0 / 5,                           PROGRESSIVE
                    # not all measured
                    60 40 / 60 -,                         NOT_EVALUABLE
                    60 - / 60 40 / 40 30,                 PARTIAL
                    60 40 / - 1 / 40 30,                  PARTIAL
                    """)
    void theLastStudyIsCalledAsPublished(String sizes, Response expected) {
        assertEquals(expected, Recist.of(studies(sizes)).getLast().response());
    }

    @Test
    void perCentsAreOfTheBaselineAndOfTheLeastSumBefore() {
        var all = Recist.of(studies("60 40 / 30 20 / 45 20"));
        assertEquals(OptionalDouble.of(65), all.get(2).sum());
        assertEquals(-35, all.get(2).fromBaseline().orElseThrow(), 1e-9);
        assertEquals(30, all.get(2).fromLeast().orElseThrow(), 1e-9);
        assertEquals(OptionalDouble.empty(), all.getFirst().fromBaseline());
        assertEquals(
                OptionalDouble.empty(),
                Recist.of(studies("60 / 0 / 5")).getLast().fromLeast(),
                "per cents of nothing");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    10 15n,              NONE
                    9.9 15n,             TOO_SMALL
                    10 14.9n,            TOO_SMALL
                    - 20 / 9 20,         TOO_SMALL
                    10 / 4,              NONE
                    10 10 10 10 10,      NONE
                    10 10 10 10 10 10,   TOO_MANY
                    """)
    void whatMayBeATargetLesionIsSaidAtTheBaseline(String sizes, String expected) {
        assertEquals(
                expected.equals("NONE") ? Optional.empty() : Optional.of(Unfit.valueOf(expected)),
                Recist.unfit(studies(sizes)));
    }
}
