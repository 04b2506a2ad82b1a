package org.tyde.report.rads;

/// PI-RADS v2.1 (ACR, ESUR, AdMeTech, 2019), section IV, "PI-RADS assessment": peripheral zone by DWI, with DCE
/// where DWI is 3; transition zone by T2, with DWI where T2 is 2 or 3. Without adequate DCE the peripheral zone
/// is by DWI alone; without adequate DWI both zones are by T2, with DCE where T2 is 3; without both there is no
/// category, only staging. Sources of each row: docs/rads.md.
final class PiRads {
    static final Calculator V2_1 =
            new Tabled(
                    "pirads",
                    "PI-RADS v2.1, ACR/ESUR/AdMeTech 2019, PI-RADS Assessment",
                    new DecisionTable(
                            """
                            zone         | t2 | dwi   | dce               | category | advice
                            peripheral   | *  | 1     | *                 | 1        | -
                            peripheral   | *  | 2     | *                 | 2        | -
                            peripheral   | *  | 3     | positive          | 4        | -
                            peripheral   | *  | 3     | negative,not-done | 3        | -
                            peripheral   | *  | 4     | *                 | 4        | -
                            peripheral   | *  | 5     | *                 | 5        | -
                            transition   | 1  | *     | *                 | 1        | -
                            transition   | 2  | 1,2,3 | *                 | 2        | -
                            transition   | 2  | 4,5   | *                 | 3        | -
                            transition   | 3  | 1,2,3,4 | *               | 3        | -
                            transition   | 3  | 5     | *                 | 4        | -
                            transition   | 4  | *     | *                 | 4        | -
                            transition   | 5  | *     | *                 | 5        | -
                            no-diffusion | 1  | *     | positive,negative | 1?       | -
                            no-diffusion | 2  | *     | positive,negative | 2?       | -
                            no-diffusion | 3  | *     | positive          | 4?       | -
                            no-diffusion | 3  | *     | negative          | 3?       | -
                            no-diffusion | 4  | *     | positive,negative | 4?       | -
                            no-diffusion | 5  | *     | positive,negative | 5?       | -
                            no-diffusion | 1,2,3,4,5 | * | not-done       | -?       | staging
                            """));

    private PiRads() {}
}
