package org.tyde.dimse.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;
import java.util.Locale;

class StatusTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # code, kind (PS3.7 C; PS3.4 B.2.3, C.4.1.1.4, C.4.2.1.5)
                    0000, SUCCESS
                    0001, WARNING
                    0107, WARNING
                    0116, WARNING
                    0122, FAILURE
                    0210, FAILURE
                    A700, FAILURE
                    A7FF, FAILURE
                    B000, WARNING
                    B007, WARNING
                    C123, FAILURE
                    FE00, CANCELLED
                    FF00, PENDING
                    FF01, PENDING
                    FF02, FAILURE
                    1234, FAILURE
                    """)
    void whatAStatusMeans(String code, Status.Kind kind) {
        assertEquals(kind, new Status(HexFormat.fromHexDigits(code)).kind());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    STORE, A712, refused: out of resources (A712)
                    STORE, A900, the data set does not match the SOP class (A900)
                    FIND,  A900, the query does not match the SOP class (A900)
                    MOVE,  A801, refused: move destination unknown (A801)
                    MOVE,  B000, 'done, but some sub-operations failed (B000)'
                    STORE, C123, cannot understand the data set (C123)
                    FIND,  C123, unable to process (C123)
                    ECHO,  0122, refused: SOP class not supported (0122)
                    ECHO,  1234, 'status 1234, which the standard does not know'
                    """)
    void itsTextFollowsTheServicesTable(Service service, String code, String text) {
        var status = new Status(HexFormat.fromHexDigits(code));
        assertEquals(text, status.text(service, Locale.ENGLISH));
    }
}
