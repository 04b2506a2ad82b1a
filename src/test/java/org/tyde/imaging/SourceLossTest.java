package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;

class SourceLossTest {
    /// PS3.3 C.7.6.1.1.5 and the transfer syntaxes of PS3.5 annex A.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # 2110, ratios,  methods,                    syntax,  loss
                    '',     '',      '',                         1.2.1,   stored
                    00,     '',      '',                         1.2.1,   lossless
                    01,     '',      '',                         1.2.1,   lossy
                    01,     '12\\5', 'ISO_10918_1\\ISO_15444_1', 1.2.1,   lossy
                    '',     12,      '',                         1.2.1,   lossy
                    '',     '',      ISO_10918_1,                1.2.1,   lossy
                    00,     12,      '',                         1.2.1,   unstated
                    00,     1,       '',                         1.2.1,   lossless
                    YES,    '',      '',                         1.2.1,   unstated
                    '',     '',      '',                         1.2,     stored
                    '',     '',      '',                         1.2.5,   stored
                    '',     '',      '',                         1.2.4.50,  lossy
                    00,     '',      '',                         1.2.4.50,  lossy
                    '',     '',      '',                         1.2.4.70,  stored
                    '',     '',      '',                         1.2.4.80,  stored
                    '',     '',      '',                         1.2.4.81,  unstated
                    00,     '',      '',                         1.2.4.81,  lossless
                    01,     '',      '',                         1.2.4.81,  lossy
                    '',     '',      '',                         1.2.4.90,  stored
                    01,     '',      '',                         1.2.4.90,  lossy
                    '',     '',      '',                         1.2.4.91,  unstated
                    00,     '',      '',                         1.2.4.91,  lossless
                    '',     '',      '',                         1.2.4.103, lossy
                    '',     '',      '',                         1.2.4.110, stored
                    '',     '',      '',                         1.2.4.111, lossy
                    '',     '',      '',                         1.2.4.112, unstated
                    '',     '',      '',                         1.2.4.201, stored
                    '',     '',      '',                         1.2.4.203, unstated
                    '',     '',      '',                         1.2.4.999, unstated
                    """)
    void lossIsWhatTheFileSaysAndItsSyntaxForces(
            String said, String ratios, String methods, String syntax, String expected) {
        var data = DataSet.builder();
        if (!said.isEmpty()) data.text(Tag.LOSSY_IMAGE_COMPRESSION, said);
        if (!ratios.isEmpty()) data.text(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, ratios.split("\\\\"));
        if (!methods.isEmpty())
            data.text(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, methods.split("\\\\"));
        var loss = SourceLoss.of(data.build(), TransferSyntax.of("1.2.840.10008." + syntax));
        assertEquals(
                expected,
                switch (loss) {
                    case SourceLoss.Lossless(boolean stated) -> stated ? "lossless" : "stored";
                    case SourceLoss.NotStated() -> "unstated";
                    case SourceLoss.Lossy _ -> "lossy";
                });
    }
}
