package org.tyde.report.rads;

/// Bosniak classification, version 2019 (Silverman et al., Radiology 2019; 292:475), CT classes: the most complex
/// feature counts; a homogeneous mass is I or one of the types of II. Less than a quarter of it enhances.
final class Bosniak {
    static final Calculator V2019 =
            new Tabled(
                    "bosniak",
                    "Bosniak Classification v2019, Radiology 292:475, CT",
                    new DecisionTable(
                            """
                            feature         | content            | category | advice
                            nodule          | *                  | IV       | -
                            thick-irregular | *                  | III      | -
                            minimally-thick | *                  | IIF      | -
                            many-septa      | *                  | IIF      | -
                            few-septa       | *                  | II       | -
                            homogeneous     | simple             | I        | -
                            homogeneous     | hyperattenuating   | II       | -
                            homogeneous     | nonenhancing       | II       | -
                            homogeneous     | noncontrast-fluid  | II       | -
                            homogeneous     | portal-21-30       | II       | -
                            homogeneous     | too-small          | II       | -
                            """));

    private Bosniak() {}
}
