package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.BulkData;
import org.tyde.refusal.Refusal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Which fragments make which frame, PS3.5 A.4.
class FragmentsTest {
    private static final long[] NO_TABLE = {};

    @Test
    void allFragmentsMakeTheOnlyFrame() throws Exception {
        assertEquals(3, Fragments.of(sizes(4, 4, 4), NO_TABLE, 1).frame(1).size());
    }

    @Test
    void theOffsetTableSaysWhereFramesBegin() throws Exception {
        var found = Fragments.of(sizes(4, 6, 8), new long[] {0, 8 + 4 + 8 + 6}, 2);
        assertEquals(2, found.frame(1).size());
        assertEquals(1, found.frame(2).size());
    }

    @Test
    void aTableThatPointsBetweenFragmentsIsNotBelieved() throws Exception {
        var found = Fragments.of(sizes(4, 6), new long[] {0, 13}, 2);
        assertEquals(4, found.frame(1).getFirst().length());
        assertEquals(6, found.frame(2).getFirst().length());
        assertThrows(Refusal.class, () -> Fragments.of(sizes(4, 6, 8), new long[] {0, 13}, 2));
    }

    @Test
    void withoutATableFramesBeginWhereStreamsBegin() throws Exception {
        for (var hex : List.of("FFD8FFE000000000", "FF4FFF5100000000", "0000000C6A502020")) {
            var start = HexFormat.of().parseHex(hex);
            var fragments =
                    List.of(
                            BulkData.of(start),
                            BulkData.of(new byte[6]),
                            BulkData.of(start),
                            BulkData.of(new byte[2]),
                            BulkData.of(new byte[2]));
            var found = Fragments.of(fragments, NO_TABLE, 2);
            assertEquals(2, found.frame(1).size());
            assertEquals(3, found.frame(2).size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # fragments,  table,           frames, fragments of the first, count of frames
                    4 6 8,        0 26,            2,      2, 2
                    4 6 8,        0 12,            2,      1, 2
                    4 6 8,        16 42,           2,      2, 2
                    4 6 8,        0 12 26,         2,      1, 2
                    4 6,          0,               2,      1, 2
                    4 6 0,        ,                2,      1, 2
                    4 6 0 0,      ,                2,      1, 2
                    4 0 6,        0 20,            2,      2, 2
                    S S,          ,                3,      1, 2
                    S 4 S 4,      0 999,           2,      2, 2
                    S 4 4 S,      ,                2,      3, 2
                    R 4 R 6 8,    ,                2,      2, 2
                    R 4 4 R R 2,  ,                3,      3, 3
                    4 6 8 2,      0 26 60,         3,      2, 2
                    4 6,          0 12 26 50,      4,      1, 2
                    """)
    void tablesAndFragmentsAsRealFilesHaveThem(
            String fragments, String table, int frames, int first, int count) throws Exception {
        var parts = new ArrayList<BulkData>();
        for (var one : fragments.split(" "))
            parts.add(
                    switch (one) {
                        case "S" -> BulkData.of(HexFormat.of().parseHex("FFD8FFE000000000"));
                        case "R" -> rle();
                        default -> BulkData.of(new byte[Integer.parseInt(one)]);
                    });
        var offsets =
                table == null
                        ? NO_TABLE
                        : Arrays.stream(table.split(" ")).mapToLong(Long::parseLong).toArray();
        var found = Fragments.of(parts, offsets, frames);
        assertEquals(first, found.frame(1).size());
        assertEquals(count, found.count());
    }

    /// One that goes on in the next fragment.
    private static BulkData rle() {
        var bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        return BulkData.of(bytes.putInt(0, 2).putInt(4, 64).putInt(8, 98).array());
    }

    @Test
    void offsetsOf32BitsRunOverAfterFourGibibytes() throws Exception {
        var large =
                new BulkData() {
                    @Override
                    public long length() {
                        return 3L << 30;
                    }

                    @Override
                    public byte[] read(long offset, int length) {
                        return new byte[length];
                    }
                };
        var basic = new long[] {0, large.length() + 8, 2 * large.length() + 16 & 0xFFFFFFFFL};
        var extended = new long[] {0, large.length() + 8, 2 * large.length() + 16};
        for (var table : List.of(basic, extended))
            assertEquals(
                    2, Fragments.of(List.of(large, large, large, large), table, 3).frame(3).size());
    }

    @Test
    void framesThatNothingTellsApartAreRefused() {
        var refusal = assertThrows(Refusal.class, () -> Fragments.of(sizes(4, 4, 4), NO_TABLE, 2));
        assertEquals(CodecReason.FRAMES_NOT_FOUND, refusal.reason());
    }

    @Test
    void anyFragmentsAndAnyTableGiveFramesOrARefusal() throws Exception {
        var random = new Random(4711);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            var fragments = new ArrayList<BulkData>();
            long total = 0;
            int n = random.nextInt(6);
            for (int i = 0; i < n; i++) {
                var bytes = new byte[2 * random.nextInt(4)];
                random.nextBytes(bytes);
                if (bytes.length >= 4 && random.nextBoolean()) {
                    bytes[0] = (byte) 0xFF;
                    bytes[1] = (byte) 0xD8;
                    bytes[2] = (byte) 0xFF;
                    bytes = Arrays.copyOf(bytes, 8);
                }
                fragments.add(BulkData.of(bytes));
                total += bytes.length;
            }
            int frames = random.nextInt(5);
            var table = new long[random.nextInt(6)];
            for (int i = 1; i < table.length; i++) table[i] = random.nextInt(40) - 4L;
            try {
                var split = Fragments.of(fragments, table, frames);
                long sum = 0;
                for (int f = 1; f <= split.count(); f++)
                    for (var part : split.frame(f)) sum += part.length();
                assertEquals(total, sum, "every fragment belongs to one frame");
                assertTrue(split.count() <= frames);
                found++;
            } catch (Refusal refusal) {
                assertEquals(CodecReason.FRAMES_NOT_FOUND, refusal.reason());
            }
        }
        assertEquals(true, found > 1000, "found " + found);
    }

    private static List<BulkData> sizes(int... sizes) {
        var all = new ArrayList<BulkData>();
        for (int size : sizes) all.add(BulkData.of(new byte[size]));
        return all;
    }
}
