package org.tyde.report.rads;

/// CT/MRI LI-RADS v2018 (ACR), diagnostic algorithm and diagnostic table: an untreated observation without proof by
/// pathology in a patient at high risk of HCC. Ancillary features and tie-breaking are the reader's and not here.
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
                            not-specific | *     | *     | *                   | LR-M     | -
                            """));

    private LiRads() {}
}
