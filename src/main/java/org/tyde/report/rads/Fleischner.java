package org.tyde.report.rads;

/// Fleischner Society 2017 (MacMahon et al., Radiology 2017; 284:228), Table 1: solid nodules by number, size and
/// risk, subsolid ones by number, kind and size. Sizes are the mean of long and short axis, rounded to whole
/// millimetres, as the source measures; it is for incidental nodules of adults of 35 years or more.
final class Fleischner {
    static final Calculator V2017 =
            new Tabled(
                    "fleischner",
                    "Fleischner Society 2017, Radiology 284:228, Table 1",
                    new DecisionTable(
                            """
                            kind         | number   | size | risk | category | advice
                            solid        | single   | <6   | low  | -        | none
                            solid        | single   | <6   | high | -        | optional-12
                            solid        | single   | 6-8  | low  | -        | 6-12-consider-18-24
                            solid        | single   | 6-8  | high | -        | 6-12-then-18-24
                            solid        | single   | >8   | *    | -        | 3-pet-tissue
                            solid        | multiple | <6   | low  | -        | none
                            solid        | multiple | <6   | high | -        | optional-12
                            solid        | multiple | 6-8  | low  | -        | 3-6-consider-18-24
                            solid        | multiple | 6-8  | high | -        | 3-6-then-18-24
                            solid        | multiple | >8   | low  | -        | 3-6-consider-18-24
                            solid        | multiple | >8   | high | -        | 3-6-then-18-24
                            ground-glass | single   | <6   | *    | -        | none
                            ground-glass | single   | >=6  | *    | -        | 6-12-then-every-2
                            ground-glass | multiple | <6   | *    | -        | 3-6-consider-2-4-years
                            ground-glass | multiple | >=6  | *    | -        | 3-6-most-suspicious
                            part-solid   | single   | <6   | *    | -        | none
                            part-solid   | single   | >=6  | *    | -        | 3-6-annual-5
                            part-solid   | multiple | <6   | *    | -        | 3-6-consider-2-4-years
                            part-solid   | multiple | >=6  | *    | -        | 3-6-most-suspicious
                            """));

    private Fleischner() {}
}
