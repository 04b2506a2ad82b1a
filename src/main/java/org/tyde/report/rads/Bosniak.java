package org.tyde.report.rads;

/// Bosniak classification, version 2019 (Silverman et al., Radiology 2019; 292:475), CT and MRI classes: the most
/// complex feature counts; a homogeneous mass is I or one of the types of II. Less than a quarter of it enhances.
/// Walls, septa and protrusions count for IIF, III and IV where they enhance; where they do not, CT has no class
/// for them. Sources of each row: docs/rads.md.
final class Bosniak {
    static final Calculator V2019 =
            new Tabled(
                    "bosniak",
                    "Bosniak Classification v2019, Radiology 292:475, CT/MRI",
                    new DecisionTable(
                            """
                            modality | feature         | content            | category | advice
                            ct,mr    | nodule          | *                  | IV       | urology
                            ct,mr    | thick-irregular | *                  | III      | urology
                            ct,mr    | minimally-thick | *                  | IIF      | follow
                            ct,mr    | many-septa      | *                  | IIF      | follow
                            mr       | t1-heterogeneous | *                 | IIF      | follow
                            ct,mr    | few-septa       | *                  | II       | none
                            ct       | homogeneous     | simple             | I        | none
                            ct       | homogeneous     | hyperattenuating   | II       | none
                            ct       | homogeneous     | nonenhancing       | II       | none
                            ct       | homogeneous     | noncontrast-fluid  | II       | none
                            ct       | homogeneous     | portal-21-30       | II       | none
                            ct       | homogeneous     | too-small          | II       | none
                            mr       | homogeneous     | simple-mr          | I?       | none
                            mr       | homogeneous     | t2-bright          | II?      | none
                            mr       | homogeneous     | t1-bright          | II       | none
                            ct,mr    | not-enhancing   | *                  | no-row   | -
                            """));

    private Bosniak() {}
}
