package org.tyde.report.rads;

/// EU-TIRADS (Russ et al., Eur Thyroid J 2017; 6:225), table of categories and figure of fine-needle aspiration by
/// size: the first line that fits, from high suspicion down. Lymph nodes that are suspect call for aspiration of
/// their own and are not asked for here.
final class EuTiRads {
    static final Calculator V2017 =
            new Tabled(
                    "eutirads",
                    "EU-TIRADS 2017, Eur Thyroid J 6:225",
                    new DecisionTable(
                            """
                            nodule | suspicious | pattern          | size | category | advice
                            none   | *          | *                | *    | 1        | -
                            cyst-or-spongiform | * | *             | *    | 2        | no-fna
                            other  | one-or-more | *               | >10  | 5        | fna
                            other  | one-or-more | *               | <=10 | 5        | fna-or-surveillance
                            other  | no         | mildly-hypoechoic | >15 | 4        | fna
                            other  | no         | mildly-hypoechoic | <=15 | 4       | below-threshold
                            other  | no         | iso-hyperechoic  | >20  | 3        | fna
                            other  | no         | iso-hyperechoic  | <=20 | 3        | below-threshold
                            """));

    private EuTiRads() {}
}
