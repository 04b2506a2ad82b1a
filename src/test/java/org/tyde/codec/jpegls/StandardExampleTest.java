package org.tyde.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.util.HexFormat;

/// The worked example of T.87 H.3: a picture of 4 x 4 and its codestream, byte for byte.
class StandardExampleTest {
    static final byte[] STREAM =
            HexFormat.of()
                    .parseHex(
                            """
                            FFD8FFF7000B080004000401011100FFDA0008010100000000\
                            C000006C80208E01C00000574000006EE6000001BC18000005D80000\
                            9160FFD9\
                            """);
    static final int[] PICTURE = {
        0, 0, 90, 74,
        68, 50, 43, 205,
        64, 145, 145, 145,
        100, 145, 145, 145
    };

    @Test
    void theStandardsOwnStreamGivesTheStandardsOwnPicture() throws Exception {
        var samples =
                new JpegLsDecoder()
                        .decode(
                                EncodedFrame.of(TransferSyntax.JPEG_LS_LOSSLESS, STREAM),
                                FrameFormat.grey(4, 4, 8, 8),
                                JobContext.NONE);
        var values = ((Samples.Bytes) samples).values();
        var found = new int[values.length];
        for (int i = 0; i < found.length; i++) found[i] = values[i] & 0xFF;
        assertArrayEquals(PICTURE, found);
    }
}
