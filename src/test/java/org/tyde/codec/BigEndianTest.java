package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.jpeg.Pictures;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.work.JobContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// Pixel cells in a big endian file: OW is swapped by words of 16 bits, or by cells where they are wider, OB
/// never (PS3.5 8.1.2, 8.2, A.3).
class BigEndianTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # VR, bits, bytes in the file, values
                    OB,  8, 01020304, 1 2 3 4
                    OW,  8, 02010403, 1 2 3 4
                    OW, 16, 01020304, 258 772
                    OW, 32, 01020304, 16909060
                    OW, 12, 61230005, 291 86
                    """)
    void cellsComeOutInTheirOrder(String vr, int bits, String bytes, String values)
            throws Exception {
        var expected =
                java.util.Arrays.stream(values.split(" ")).mapToInt(Integer::parseInt).toArray();
        var format = FrameFormat.grey(1, expected.length, bits, bits);
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .integer(Tag.BITS_ALLOCATED, bits)
                        .bulk(Tag.PIXEL_DATA, Vr.valueOf(vr), BulkData.of(new byte[4]))
                        .build();
        var file = DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_BIG);
        System.arraycopy(HexFormat.of().parseHex(bytes), 0, file, file.length - 4, 4);
        var path = Files.write(folder.resolve("big.dcm"), file);
        assertEquals(TransferSyntax.EXPLICIT_BIG, DicomReader.read(path).transferSyntax());
        var decoded = new NativeDecoder().decode(Pictures.frame(path), format, JobContext.NONE);
        assertEquals(0, Picture.of(format, expected).distance(decoded));
    }
}
