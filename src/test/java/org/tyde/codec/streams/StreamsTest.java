package org.tyde.codec.streams;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.Programs;
import org.tyde.app.house.Decoders;
import org.tyde.codec.Picture;
import org.tyde.codec.RleEncoder;
import org.tyde.codec.StoredBytes;
import org.tyde.codec.jpeg.Pictures;
import org.tyde.codec.jpegls.JpegLsEncoder;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Pictures of 8 to 16 bits, signed and unsigned, grey and colour, of every size from one pixel, encoded
/// without loss by other programs and decoded here bit for bit. A seeded sample; `-Dtyde.streams=all` for
/// all of them.
class StreamsTest {
    private static final int SAMPLE = 60;

    @TempDir Path folder;

    /// One stream to be made.
    ///
    /// @param turn number of the case, which chooses among a program's options
    record Case(Peer peer, Picture picture, int turn) {}

    private static List<Case> all() {
        var all = new ArrayList<Case>();
        int turn = 0;
        for (var peer : Peer.values())
            for (var picture : pictures())
                if (peer.encodes(picture.format())) all.add(new Case(peer, picture, turn++));
        return all;
    }

    private static List<Picture> pictures() {
        var pictures = new ArrayList<Picture>();
        int kind = 0;
        for (var size : Pictures.SIZES) {
            for (int bits : new int[] {8, 10, 12, 16})
                for (boolean signed : new boolean[] {false, true})
                    pictures.add(Pictures.picture(size, bits, 1, signed, kind(kind++)));
            for (int again = 0; again < 2; again++)
                pictures.add(Pictures.picture(size, 8, 3, false, kind(kind++)));
        }
        return pictures;
    }

    private static Picture.Kind kind(int number) {
        var kinds = Picture.Kind.values();
        return kinds[number % kinds.length];
    }

    static Stream<Case> streams() {
        return sample(all());
    }

    static Stream<Picture> samples() {
        return sample(pictures());
    }

    private static <T> Stream<T> sample(List<T> all) {
        if ("all".equals(System.getProperty("tyde.streams"))) return all.stream();
        var some = new ArrayList<>(all);
        Collections.shuffle(some, new Random(87));
        return some.stream().limit(SAMPLE);
    }

    @Test
    void thereAreAtLeastFourHundred() {
        assertTrue(all().size() >= 400, "streams: " + all().size());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whatOthersEncodeIsDecodedExactly(Case one) throws Exception {
        var frame = one.peer.encode(one.picture, folder, one.turn);
        var decoded = Decoders.all().decode(frame, one.picture.format(), JobContext.NONE);
        assertEquals(one.picture.format().signed(), decoded.format().signed());
        assertArrayEquals(
                StoredBytes.of(one.picture.samples()),
                StoredBytes.of(decoded),
                frame.syntax() + "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void dcmtkAndGdcmReadWhatIsEncodedHere(Picture picture) throws Exception {
        var samples = picture.samples();
        read(picture, TransferSyntax.RLE, RleEncoder.encode(samples, JobContext.NONE), "dcmdrle");
        read(
                picture,
                TransferSyntax.JPEG_LS_LOSSLESS,
                JpegLsEncoder.encode(samples, JobContext.NONE),
                "dcmdjpls");
    }

    private void read(Picture picture, TransferSyntax syntax, byte[] frame, String dcmtk)
            throws Exception {
        var encoded = folder.resolve("encoded.dcm");
        var plain = folder.resolve("plain.dcm");
        Files.write(encoded, Pictures.dicom(picture.format(), syntax, frame));
        for (var command : List.of(List.of(dcmtk), List.of("gdcmconv", "--raw"))) {
            var line = new ArrayList<>(command);
            line.addAll(List.of(encoded.toString(), plain.toString()));
            var said = Programs.run(line.toArray(String[]::new));
            assertEquals(0, said.exitCode(), said.text());
            var back =
                    Decoders.all()
                            .decode(Pictures.frame(plain), Pictures.format(plain), JobContext.NONE);
            assertArrayEquals(StoredBytes.of(picture.samples()), StoredBytes.of(back), line + "");
        }
    }
}
