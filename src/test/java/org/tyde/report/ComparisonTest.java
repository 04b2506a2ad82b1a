package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

class ComparisonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # Comparison section                                                          | hanging    | compared with
                                                                                                  | 2026-03-14 | 2026-03-14
                                                                                                  | -          | -
                    Sammenlignet med CT thorax 01.02.2025.                                        | 2026-03-14 | 2025-02-01
                    Sammenlignet med CT thorax 01.02.2025.                                        | -          | 2025-02-01
                    Sammenlignet med CT 01.02.2025. Sammenlignet med CT 14.03.2026.               | 2026-03-14 | 2026-03-14
                    Sammenlignet med CT 01.02.2025. Sammenlignet med CT 14.03.2026.               | 2024-01-01 | -
                    Sammenlignet med CT uten dato.                                                | 2026-03-14 | 2026-03-14
                    Sammenlignet med CT 41.13.2025.                                               | 2026-03-14 | 2026-03-14
                    """)
    void theDayIsOfThePriorThatIsNamedElseOfTheOneThatHangs(
            String section, LocalDate hanging, LocalDate compared) {
        var text =
                new ReportText(Map.of(Section.COMPARISON, Optional.ofNullable(section).orElse("")));
        assertEquals(
                Optional.ofNullable(compared), Comparison.day(text, Optional.ofNullable(hanging)));
    }
}
