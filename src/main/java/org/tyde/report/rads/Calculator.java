package org.tyde.report.rads;

import java.util.List;

/// One published system of categories. Pure: the same answers lead to the same row.
public interface Calculator {
    /// @return short name in keys of messages and in ids of fields, letters only, such as `pirads`
    String id();

    /// @return the document, its year and table
    String source();

    /// @param answers so far, each an option that was offered
    /// @return what to ask next, or what the source says
    Step after(Answers answers);

    /// @return all there are
    static List<Calculator> all() {
        return List.of(
                PiRads.V2_1,
                Fleischner.V2017,
                AcrTiRads.V2017,
                EuTiRads.V2017,
                LiRads.V2018,
                BiRads.V5,
                LungRads.V2022,
                Bosniak.V2019,
                NationalMammography.V1);
    }
}
