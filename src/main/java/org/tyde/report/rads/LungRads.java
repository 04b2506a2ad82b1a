package org.tyde.report.rads;

/// Lung-RADS v2022 (ACR, November 2022), assessment categories: nodules at baseline, new and growing, juxtapleural
/// and airway nodules, atypical cysts, lesions that are followed up, and the incomplete examination. A growing
/// ground-glass nodule of 30 mm or more, a new nodule of a segmental airway and a thin-walled cyst with one chamber
/// have no row. The modifiers X and S are the reader's. Sources of each row: docs/rads.md.
final class LungRads {
    static final Calculator V2022 =
            new Tabled(
                    "lungrads",
                    "Lung-RADS v2022, ACR, November 2022",
                    new DecisionTable(
                            """
                            kind         | seen     | size   | core   | finding | category | advice
                            none         | *        | *      | *      | *       | 1        | year
                            solid        | baseline | <6     | *      | *       | 2        | year
                            solid        | baseline | 6-<8   | *      | *       | 3        | half-year
                            solid        | baseline | 8-<15  | *      | *       | 4A       | quarter
                            solid        | baseline | >=15   | *      | *       | 4B       | evaluation
                            solid        | new      | <4     | *      | *       | 2        | year
                            solid        | new      | 4-<6   | *      | *       | 3        | half-year
                            solid        | new      | 6-<8   | *      | *       | 4A       | quarter
                            solid        | new      | >=8    | *      | *       | 4B       | evaluation
                            solid        | growing  | <8     | *      | *       | 4A       | quarter
                            solid        | growing  | >=8    | *      | *       | 4B       | evaluation
                            solid        | slowly   | *      | *      | *       | 4B       | evaluation
                            part-solid   | baseline | <6     | *      | *       | 2        | year
                            part-solid   | baseline | >=6    | <6     | *       | 3        | half-year
                            part-solid   | baseline | >=6    | 6-<8   | *       | 4A       | quarter
                            part-solid   | baseline | >=6    | >=8    | *       | 4B       | evaluation
                            part-solid   | new-small | *     | *      | *       | 3        | half-year
                            part-solid   | core-new-growing | * | <4  | *       | 4A       | quarter
                            part-solid   | core-new-growing | * | >=4 | *       | 4B       | evaluation
                            part-solid   | slowly   | *      | *      | *       | 4B       | evaluation
                            ground-glass | baseline | <30    | *      | *       | 2        | year
                            ground-glass | baseline | >=30   | *      | *       | 3        | half-year
                            ground-glass | new      | <30    | *      | *       | 2        | year
                            ground-glass | new      | >=30   | *      | *       | 3        | half-year
                            ground-glass | growing  | <30    | *      | *       | 2        | year
                            ground-glass | growing  | >=30   | *      | *       | no-row   | -
                            ground-glass | stable-slow | *   | *      | *       | 2        | year
                            juxtapleural | *        | *      | *      | *       | 2        | year
                            airway       | *        | *      | *      | subsegmental | 2   | year
                            airway       | *        | *      | *      | segmental-baseline | 4A | quarter
                            airway       | *        | *      | *      | segmental-stays | 4B | bronchoscopy
                            airway       | *        | *      | *      | segmental-new | no-row | -
                            cyst         | *        | *      | *      | thin    | no-row   | -
                            cyst         | *        | *      | *      | thick   | 4A       | quarter
                            cyst         | *        | *      | *      | multilocular | 4A  | quarter
                            cyst         | *        | *      | *      | became-multilocular | 4A | quarter
                            cyst         | *        | *      | *      | thick-lumen-grows | 3 | half-year
                            cyst         | *        | *      | *      | thick-wall-grows | 4B | evaluation
                            cyst         | *        | *      | *      | multilocular-grows | 4B | evaluation
                            cyst         | *        | *      | *      | multilocular-denser | 4B | evaluation
                            followed     | *        | *      | *      | was-3   | 2        | year
                            followed     | *        | *      | *      | was-4a  | 3        | half-year
                            followed     | *        | *      | *      | was-4b-benign | 2  | year
                            incomplete   | *        | *      | *      | prior   | 0        | compare
                            incomplete   | *        | *      | *      | part    | 0        | again
                            incomplete   | *        | *      | *      | infection | 0      | after-infection
                            """));

    private LungRads() {}
}
