package org.tyde.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Picture;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredBytes;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.util.List;

/// What CharLS writes is read, and what is written here CharLS reads.
class CharLsStreamsTest {
    private static final List<int[]> SIZES =
            List.of(
                    new int[] {1, 1},
                    new int[] {1, 17},
                    new int[] {23, 1},
                    new int[] {31, 47},
                    new int[] {64, 80});

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # bits, components, interleave
                    2,  1, 0
                    3,  1, 0
                    7,  1, 0
                    8,  1, 0
                    10, 1, 0
                    12, 1, 0
                    15, 1, 0
                    16, 1, 0
                    8,  3, 0
                    8,  3, 1
                    8,  3, 2
                    12, 3, 1
                    16, 3, 2
                    """)
    void losslessComesBackExactly(int bits, int components, int interleave) throws Exception {
        for (var size : SIZES)
            for (var kind : Picture.Kind.values()) {
                var picture = picture(size, bits, components, false, kind);
                var stream = CharLs.encode(picture, CharLs.Options.interleave(interleave));
                assertTrue(picture.sameAs(decode(stream, picture.format())), picture + " " + kind);
            }
    }

    @ParameterizedTest
    @CsvSource({"8,1,0,1", "8,1,0,3", "12,1,0,5", "16,1,0,2", "8,3,1,2", "8,3,2,2", "12,3,2,9"})
    void nearLosslessIsWhatCharLsReconstructs(int bits, int components, int interleave, int near)
            throws Exception {
        for (var size : SIZES)
            for (var kind : Picture.Kind.values()) {
                var picture = picture(size, bits, components, false, kind);
                var stream = CharLs.encode(picture, CharLs.Options.near(interleave, near));
                var decoded = decode(stream, picture.format());
                assertTrue(picture.distance(decoded) <= near, picture + " " + kind);
                assertArrayEquals(CharLs.decode(stream), StoredBytes.of(decoded));
            }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # bits, near, T1, T2,  T3, RESET
                    8,  0,  9,  9,   9,  31
                    8,  3,  9, 12,  30, 255
                    12, 0, 20, 70, 300,   3
                    12, 2, 20, 70, 300, 255
                    16, 0,  3,  7,  21,  64
                    16, 4,  0,  0,   0, 100
                    """)
    void presetParametersAreHeeded(int bits, int near, int t1, int t2, int t3, int reset)
            throws Exception {
        var picture = picture(new int[] {50, 70}, bits, 1, false, Picture.Kind.BODY);
        var stream = CharLs.encode(picture, new CharLs.Options(0, near, 0, t1, t2, t3, reset));
        var decoded = decode(stream, picture.format());
        assertTrue(picture.distance(decoded) <= near);
        assertArrayEquals(CharLs.decode(stream), StoredBytes.of(decoded));
    }

    @ParameterizedTest
    @CsvSource({
        "2,1,false",
        "8,1,false",
        "8,1,true",
        "10,1,true",
        "12,1,false",
        "12,1,true",
        "16,1,false",
        "16,1,true",
        "8,3,false",
        "12,3,false",
        "16,3,false"
    })
    void whatIsWrittenHereComesBackHereAndFromCharLs(int bits, int components, boolean signed)
            throws Exception {
        for (var size : SIZES)
            for (var kind : Picture.Kind.values()) {
                var picture = picture(size, bits, components, signed, kind);
                var stream = JpegLsEncoder.encode(picture.samples(), JobContext.NONE);
                assertTrue(picture.sameAs(decode(stream, picture.format())), picture + " " + kind);
                assertArrayEquals(picture.words(false), CharLs.decode(stream), picture + "");
            }
    }

    @ParameterizedTest
    @CsvSource({"8", "12", "16"})
    void whatIsWrittenHereIsWhatCharLsWrites(int bits) throws Exception {
        for (var kind : Picture.Kind.values()) {
            var picture = picture(new int[] {40, 60}, bits, 1, false, kind);
            assertEquals(
                    CharLs.encode(picture, CharLs.Options.interleave(0)).length,
                    JpegLsEncoder.encode(picture.samples(), JobContext.NONE).length,
                    1,
                    kind + "");
        }
    }

    static Samples decode(byte[] stream, FrameFormat format) throws Exception {
        return new JpegLsDecoder()
                .decode(
                        EncodedFrame.of(TransferSyntax.JPEG_LS_LOSSLESS, stream),
                        format,
                        JobContext.NONE);
    }

    static Picture picture(
            int[] size, int bits, int components, boolean signed, Picture.Kind kind) {
        var format =
                new FrameFormat(
                        size[0],
                        size[1],
                        components,
                        bits <= 8 ? 8 : 16,
                        bits,
                        bits - 1,
                        signed,
                        false,
                        components == 3 ? Photometric.RGB : Photometric.MONOCHROME2,
                        false);
        return Picture.of(format, kind, 31L * bits + components);
    }
}
