package org.tyde.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who signs is complete when a signed report can hold all of it.
class SignerTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # family, given, role,     organisation,      HPR,     complete
                    Granli,   Åse,   Overlege, Sykehuset Eksempel, 9999999, true
                    Granli,   Åse,   Overlege, Sykehuset Eksempel, 99,      false
                    ' ',      Åse,   Overlege, Sykehuset Eksempel, 9999999, false
                    Granli,   Å^se,  Overlege, Sykehuset Eksempel, 9999999, false
                    Granli,   Åse,   Overlege, 'Nord\\Sør',         9999999, false
                    """)
    void aReportNeedsAllOfIt(
            String family, String given, String role, String where, String hpr, boolean complete) {
        assertEquals(complete, new Signer(family, given, role, where, hpr).complete());
    }

    @ParameterizedTest
    @CsvSource({
        "31, 31, 64, 64, true",
        "32, 31, 64, 64, false",
        "31, 31, 65, 64, false",
        "31, 31, 64, 65, false"
    })
    void noPartIsLongerThanItsAttribute(
            int family, int given, int role, int where, boolean complete) {
        var signer =
                new Signer(
                        "f".repeat(family),
                        "g".repeat(given),
                        "r".repeat(role),
                        "o".repeat(where),
                        "9999999");
        assertEquals(complete, signer.complete());
    }
}
