package org.tyde.report.rads;

/// CT/MRI LI-RADS v2018 Core (ACR), diagnostic algorithm and diagnostic table (page 8), LR-M criteria (page 22): an
/// untreated observation without proof by pathology in a patient at high risk of HCC. A targetoid mass is LR-M
/// whatever else it shows; another mass with features of LR-M is so unless it meets the cells of LR-5. Ancillary
/// features and tie-breaking are the reader's and not here. Sources of each row: docs/rads.md.
final class LiRads {
    static final Calculator V2018 =
            new Tabled(
                    "lirads",
                    "CT/MRI LI-RADS v2018 Core, ACR 2018, CT/MRI Diagnostic Table",
                    new DecisionTable(
                            """
                            observation | aphe   | size  | major               | category | advice
                            other       | no     | <20   | none,capsule,washout-or-growth | LR-3 | -
                            other       | no     | <20   | two-or-more         | LR-4     | -
                            other       | no     | >=20  | none                | LR-3     | -
                            other       | no     | >=20  | capsule,washout-or-growth,two-or-more | LR-4 | -
                            other       | nonrim | <10   | none                | LR-3     | -
                            other       | nonrim | <10   | capsule,washout-or-growth,two-or-more | LR-4 | -
                            other       | nonrim | 10-19 | none                | LR-3     | -
                            other       | nonrim | 10-19 | capsule             | LR-4     | -
                            other       | nonrim | 10-19 | washout-or-growth,two-or-more | LR-5 | -
                            other       | nonrim | >=20  | none                | LR-4     | -
                            other       | nonrim | >=20  | capsule,washout-or-growth,two-or-more | LR-5 | -
                            degraded    | *      | *     | *                   | LR-NC    | -
                            in-vein     | *      | *     | *                   | LR-TIV   | -
                            benign      | *      | *     | *                   | LR-1     | -
                            probably-benign | *  | *     | *                   | LR-2     | -
                            targetoid   | *      | *     | *                   | LR-M     | -
                            not-targetoid | no   | *     | *                   | LR-M     | -
                            not-targetoid | nonrim | <10 | *                   | LR-M     | -
                            not-targetoid | nonrim | 10-19 | none,capsule      | LR-M     | -
                            not-targetoid | nonrim | 10-19 | washout-or-growth,two-or-more | LR-5 | -
                            not-targetoid | nonrim | >=20 | none               | LR-M     | -
                            not-targetoid | nonrim | >=20 | capsule,washout-or-growth,two-or-more | LR-5 | -
                            """));

    private LiRads() {}
}
