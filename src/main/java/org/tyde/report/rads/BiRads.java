package org.tyde.report.rads;

/// ACR BI-RADS Atlas, 5th edition (2013), mammography: assessment categories and the management that goes with each.
final class BiRads {
    static final Calculator V5 =
            new Tabled(
                    "birads",
                    "ACR BI-RADS Atlas 5th ed. 2013, Mammography, Assessment Categories",
                    new DecisionTable(
                            """
                            assessment | suspicion    | category | advice
                            0          | *            | 0        | recall
                            1          | *            | 1        | routine
                            2          | *            | 2        | routine
                            3          | *            | 3        | short-interval
                            4          | low          | 4A       | tissue
                            4          | moderate     | 4B       | tissue
                            4          | high         | 4C       | tissue
                            4          | not-divided  | 4        | tissue
                            5          | *            | 5        | tissue
                            6          | *            | 6        | excision
                            """));

    private BiRads() {}
}
