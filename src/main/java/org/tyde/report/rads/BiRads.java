package org.tyde.report.rads;

/// ACR BI-RADS Atlas, 5th edition (2013), mammography, Table 6: assessment categories with their wording and the
/// management that goes with each. Sources of each row: docs/rads.md.
final class BiRads {
    static final Calculator V5 =
            new Tabled(
                    "birads",
                    "ACR BI-RADS Atlas 5th ed. 2013, Mammography, Table 6",
                    new DecisionTable(
                            """
                            assessment | suspicion    | category | advice
                            0          | *            | 0        | incomplete
                            1          | *            | 1        | negative
                            2          | *            | 2        | benign
                            3          | *            | 3        | probably-benign
                            4          | low          | 4A       | low
                            4          | moderate     | 4B       | moderate
                            4          | high         | 4C       | high
                            4          | not-divided  | 4        | suspicious
                            5          | *            | 5        | highly-suggestive
                            6          | *            | 6        | known
                            """));

    private BiRads() {}
}
