package org.tyde.report.rads;

/// Lung-RADS v2022 (ACR, November 2022), rows of solid, part-solid and non-solid nodules. Unchanged
/// solid and part-solid nodules, airway nodules, juxtapleural nodules, cysts, infectious findings, nodules that are followed up after 3 or 6 months and the
/// modifiers X and S are not here.
final class LungRads {
    static final Calculator V2022 =
            new Tabled(
                    "lungrads",
                    "Lung-RADS v2022, ACR, November 2022",
                    new DecisionTable(
                            """
                            kind         | seen     | size   | core   | category | advice
                            none         | *        | *      | *      | 1        | year
                            solid        | baseline | <6     | *      | 2        | year
                            solid        | baseline | 6-<8   | *      | 3        | half-year
                            solid        | baseline | 8-<15  | *      | 4A       | quarter
                            solid        | baseline | >=15   | *      | 4B       | evaluation
                            solid        | new      | <4     | *      | 2        | year
                            solid        | new      | 4-<6   | *      | 3        | half-year
                            solid        | new      | 6-<8   | *      | 4A       | quarter
                            solid        | new      | >=8    | *      | 4B       | evaluation
                            solid        | growing  | <8     | *      | 4A       | quarter
                            solid        | growing  | >=8    | *      | 4B       | evaluation
                            solid        | slowly   | *      | *      | 4B       | evaluation
                            part-solid   | baseline | <6     | *      | 2        | year
                            part-solid   | baseline | >=6    | <6     | 3        | half-year
                            part-solid   | baseline | >=6    | 6-<8   | 4A       | quarter
                            part-solid   | baseline | >=6    | >=8    | 4B       | evaluation
                            part-solid   | new-small | *     | *      | 3        | half-year
                            part-solid   | core-new-growing | * | <4  | 4A       | quarter
                            part-solid   | core-new-growing | * | >=4 | 4B       | evaluation
                            part-solid   | slowly   | *      | *      | 4B       | evaluation
                            ground-glass | baseline | <30    | *      | 2        | year
                            ground-glass | baseline | >=30   | *      | 3        | half-year
                            ground-glass | new      | <30    | *      | 2        | year
                            ground-glass | new      | >=30   | *      | 3        | half-year
                            ground-glass | growing-small | * | *      | 2        | year
                            ground-glass | stable-slow-large | * | *  | 2        | year
                            """));

    private LungRads() {}
}
