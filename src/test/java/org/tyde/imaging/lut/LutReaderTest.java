package org.tyde.imaging.lut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Tables as they stand in files (PS3.3 C.11.1.1, C.7.6.3.1.5, C.7.6.3.1.6, C.7.9.2).
class LutReaderTest {
    private final Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);

    private static DataSet item(Vr vr, int entries, int first, int bits, byte... data) {
        return DataSet.builder()
                .bytes(Tag.LUT_DESCRIPTOR, vr, words(entries, first, bits))
                .bytes(Tag.LUT_DATA, Vr.OW, data)
                .build();
    }

    private static byte[] words(int... values) {
        var bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # VR, input signed, second value of the descriptor, first mapped
                    US, false, 0,     0
                    US, false, 63488, 63488
                    US, true,  63488, -2048
                    SS, false, 63488, -2048
                    SS, true,  100,   100
                    """)
    void theFirstMappedValueHasTheSignOfItsInput(Vr vr, boolean signed, int second, int first)
            throws Exception {
        var lut = LutReader.of(item(vr, 2, second, 16, words(7, 9)), signed, said).orElseThrow();
        assertEquals(first, lut.firstMapped());
        assertEquals(7, lut.at(first - 1));
        assertEquals(7, lut.at(first));
        assertEquals(9, lut.at(first + 1));
        assertEquals(9, lut.at(first + 2));
    }

    @Test
    void noEntriesMean65536() throws Exception {
        var values = new int[65_536];
        for (int i = 0; i < values.length; i++) values[i] = i;
        var lut = LutReader.of(item(Vr.US, 0, 0, 16, words(values)), false, said).orElseThrow();
        assertEquals(65_536, lut.size());
        assertEquals(54_321, lut.at(54_321));
    }

    @Test
    void entriesOf8BitsLieInBytesOrInWords() throws Exception {
        var packed = item(Vr.US, 3, 0, 8, (byte) 1, (byte) 200, (byte) 3, (byte) 0);
        var apart = item(Vr.US, 3, 0, 8, words(1, 200, 3));
        for (var one : new DataSet[] {packed, apart}) {
            var lut = LutReader.of(one, false, said).orElseThrow();
            assertEquals(1, lut.at(0));
            assertEquals(200, lut.at(1));
            assertEquals(3, lut.at(2));
        }
    }

    @Test
    void aDescriptorThatDisagreesWithItsDataIsNoTable() throws Exception {
        assertEquals(
                Optional.empty(), LutReader.of(item(Vr.US, 4, 0, 16, words(1, 2, 3)), false, said));
        assertEquals(
                Optional.empty(), LutReader.of(item(Vr.US, 0, 0, 16, words(1, 2, 3)), false, said));
        assertEquals(
                Optional.empty(), LutReader.of(item(Vr.US, 2, 0, 12, words(1, 4096)), false, said));
        assertEquals(
                Optional.empty(), LutReader.of(item(Vr.US, 2, 0, 17, words(1, 2)), false, said));
        assertEquals(
                Optional.empty(), LutReader.of(item(Vr.US, 2, 0, 0, words(1, 2)), false, said));
        var none = DataSet.builder().bytes(Tag.LUT_DATA, Vr.OW, words(1, 2)).build();
        assertEquals(Optional.empty(), LutReader.of(none, false, said));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # entries, bits, bytes of data, said
                    2, 16, 4, false
                    2, 16, 6, true
                    3,  8, 3, false
                    3,  8, 4, false
                    4,  8, 6, true
                    3,  8, 6, false
                    3,  8, 8, true
                    """)
    void entriesBeyondTheDescriptorAreNotUsedAndThatIsSaid(
            int entries, int bits, int bytes, boolean more) throws Exception {
        var data = new byte[bytes];
        for (int i = 0; i < bytes; i += 2) data[i] = (byte) (i + 1);
        var lut = LutReader.of(item(Vr.US, entries, 0, bits, data), false, said).orElseThrow();
        assertEquals(entries, lut.size());
        assertEquals(more ? Set.of(NotApplied.LUT_LENGTH) : Set.of(), said);
    }

    private static DataSetBuilder palette(int entries, int bits, boolean segmented, byte... data) {
        var to = DataSet.builder();
        for (int i = 0; i < 3; i++)
            to.bytes(Tag.of(0x0028, 0x1101 + i), Vr.US, words(entries, 0, bits))
                    .bytes(Tag.of(0x0028, (segmented ? 0x1221 : 0x1201) + i), Vr.OW, data);
        return to;
    }

    private static int grey(Palette palette, int index) {
        int rgb = palette.rgb(index);
        assertEquals((rgb & 0xFF) * 0x010101, rgb);
        return rgb & 0xFF;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # bits, two entries, two of 8 bits: to the nearest of the full range, or the upper byte
                    16, 65535,     0, 255,   0
                    16, 32896,   129, 128,   1
                    16,   128,   129,   0,   1
                    16, 65280, 32768, 255, 128
                    16, 65280,     1, 254,   0
                    12,  4095,  2048, 255, 128
                     8,   255,    17, 255,  17
                    """)
    void entriesAreRoundedTo8Bits(int bits, int a, int b, int first, int second) throws Exception {
        var data = palette(2, bits, false, words(a, b)).build();
        var palette = LutReader.palette(data, false, said).orElseThrow();
        assertEquals(first, grey(palette, 0));
        assertEquals(second, grey(palette, 1));
    }

    @Test
    void segmentsOfWordsAndOfBytesAreExpanded() throws Exception {
        // discrete 2, linear 3 to 40, then both again by their byte offset 0
        var wide = words(0, 2, 0, 10, 1, 3, 40, 2, 2, 0, 0);
        var narrow = new byte[] {0, 2, 0, 10, 1, 3, 40, 2, 2, 0, 0, 0, 0, (byte) 0xFF};
        for (var data : new byte[][] {wide, narrow}) {
            var palette = LutReader.palette(palette(10, 8, true, data).build(), false, said);
            int[] expected = {0, 10, 20, 30, 40, 0, 10, 20, 30, 40};
            for (int i = 0; i < 10; i++)
                assertEquals(expected[i], grey(palette.orElseThrow(), i), "entry " + i);
        }
    }

    @Test
    void anIndirectSegmentBeginsAtItsByteOffset() throws Exception {
        // discrete 1 entry, discrete 2 entries at byte 6, then the second again
        var data = words(0, 1, 500, 0, 2, 600, 700, 2, 1, 6, 0);
        var palette =
                LutReader.palette(palette(5, 16, true, data).build(), false, said).orElseThrow();
        int[] expected = {500, 600, 700, 600, 700};
        for (int i = 0; i < 5; i++)
            assertEquals(Math.round(expected[i] / 257.0), grey(palette, i), "entry " + i);
    }

    @Test
    void segmentsThatLeadNowhereAreNoTable() throws Exception {
        for (var data :
                new byte[][] {
                    words(1, 2, 40), // linear without a beginning
                    words(0, 5, 1, 2), // more entries than there are
                    words(0, 1, 1, 2, 1, 600, 0), // beyond the data
                    words(2, 1, 0, 0), // itself
                    words(0, 1, 1, 2, 1, 0xFFFE, 0xFFFF),
                    words(7, 1, 1)
                })
            assertTrue(
                    LutReader.palette(palette(2, 16, true, data).build(), false, said).isEmpty());
    }
}
