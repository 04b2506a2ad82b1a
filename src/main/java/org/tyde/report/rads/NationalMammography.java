package org.tyde.report.rads;

/// BreastScreen Norway, score of a breast: 1 negative to 5 high suspicion of cancer, 2 and more positive (Martiniussen,
/// Eur Radiol 2022; 32; Hovda, Eur J Radiol 2024, 111662). No source at hand has words for 2, 3 and 4. Sources:
/// docs/rads.md.
final class NationalMammography {
    static final Calculator V1 =
            new Tabled(
                    "nasjonal",
                    "BreastScreen Norway, score 1-5 (Eur Radiol 2022; Eur J Radiol 2024)",
                    new DecisionTable(
                            """
                            score | category | advice
                            1     | 1        | negative
                            2     | 2        | positive
                            3     | 3        | positive
                            4     | 4        | positive
                            5     | 5        | high
                            """));

    private NationalMammography() {}
}
