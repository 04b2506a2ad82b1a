package org.tyde.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.Programs;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.NativeDecoder;
import org.tyde.codec.Photometric;
import org.tyde.codec.Picture;
import org.tyde.codec.StoredBytes;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Streams that other programs wrote, decoded as these programs decode them, bit for bit. A seeded sample;
/// `-Dtyde.streams=all` for all of them.
class JpegStreamsTest {
    private static final int SAMPLE = 40;

    @TempDir Path folder;

    /// A picture and how it is encoded.
    ///
    /// @param options of the encoder
    record Case(
            int rows,
            int columns,
            int bits,
            int components,
            Picture.Kind kind,
            List<String> options) {
        static Case of(
                int[] size, int bits, int components, Picture.Kind kind, List<String> options) {
            return new Case(size[0], size[1], bits, components, kind, options);
        }

        @Override
        public String toString() {
            return columns
                    + "x"
                    + rows
                    + "x"
                    + components
                    + " "
                    + bits
                    + " bit "
                    + kind
                    + " "
                    + String.join(" ", options);
        }

        Picture picture() {
            return Pictures.picture(new int[] {rows, columns}, bits, components, false, kind);
        }

        String[] command(String program, Path... files) {
            var command = new ArrayList<String>();
            command.add(program);
            command.addAll(options);
            for (var file : files) command.add(file.toString());
            return command.toArray(String[]::new);
        }
    }

    private static Stream<Case> sample(List<Case> all) {
        if ("all".equals(System.getProperty("tyde.streams"))) return all.stream();
        Collections.shuffle(all, new Random(81));
        return all.stream().limit(SAMPLE);
    }

    static Stream<Case> cjpeg() {
        var all = new ArrayList<Case>();
        var grey = List.of("-quality 90", "-quality 30 -optimize", "-progressive", "-restart 3B");
        var colour =
                List.of(
                        "-sample 1x1",
                        "-sample 2x1",
                        "-sample 2x2 -quality 60",
                        "-sample 1x2",
                        "-sample 4x1",
                        "-sample 4x2",
                        "-sample 2x2,1x2,2x1",
                        "-sample 2x2 -progressive",
                        "-sample 2x1 -progressive -restart 1",
                        "-sample 2x2 -restart 2B",
                        "-quality 100 -sample 1x1 -optimize",
                        "-rgb");
        for (var size : Pictures.SIZES)
            for (var kind : Picture.Kind.values()) {
                for (var o : grey)
                    all.add(Case.of(size, 8, 1, kind, List.of(("-grayscale " + o).split(" "))));
                for (var o : colour) all.add(Case.of(size, 8, 3, kind, List.of(o.split(" "))));
            }
        return sample(all);
    }

    @ParameterizedTest
    @MethodSource("cjpeg")
    void libjpegStreamsAreDecodedAsLibjpegDecodesThem(Case one) throws Exception {
        var picture = one.picture();
        var pnm = Files.write(folder.resolve("in.pnm"), Pictures.pnm(picture));
        var jpeg = folder.resolve("out.jpg");
        var options = new ArrayList<>(one.options());
        options.addAll(List.of("-dct", "int", "-outfile", jpeg.toString()));
        var encoder =
                new Case(
                                one.rows(),
                                one.columns(),
                                one.bits(),
                                one.components(),
                                one.kind(),
                                options)
                        .command("cjpeg", pnm);
        succeed(encoder);
        var back = folder.resolve("back.pnm");
        succeed("djpeg", "-dct", "int", "-outfile", back.toString(), jpeg.toString());
        boolean rgb = one.options().contains("-rgb");
        var header =
                one.components() == 1 || rgb
                        ? picture.format()
                        : picture.format().with(Photometric.YBR_FULL_422);
        var frame = EncodedFrame.of(TransferSyntax.JPEG_BASELINE, Files.readAllBytes(jpeg));
        var samples = new JpegFrameDecoder().decode(frame, header, JobContext.NONE);
        assertArrayEquals(Pictures.samples(back), StoredBytes.of(samples));
    }

    static Stream<Case> dcmcjpeg() {
        var all = new ArrayList<Case>();
        for (var size : Pictures.SIZES)
            for (var kind : Picture.Kind.values()) {
                for (int bits : new int[] {10, 12, 16})
                    for (var o : List.of("+ee +bt", "+es +bt", "+ep +bt", "+ee +bt +q 50"))
                        all.add(Case.of(size, bits, 1, kind, List.of(o.split(" "))));
                for (var o : List.of("+eb", "+eb +s4", "+eb +n1 +q 70", "+eb +cr", "+ep", "+es"))
                    all.add(Case.of(size, 8, 3, kind, List.of(o.split(" "))));
            }
        return sample(all);
    }

    @ParameterizedTest
    @MethodSource("dcmcjpeg")
    void dcmtkStreamsAreDecodedAsDcmtkDecodesThem(Case one) throws Exception {
        var jpeg = folder.resolve("jpeg.dcm");
        succeed(one.command("dcmcjpeg", nativeFile(one.picture()), jpeg));
        var back = folder.resolve("back.dcm");
        succeed("dcmdjpeg", "+px", "+cp", jpeg.toString(), back.toString());
        var format = Pictures.format(jpeg);
        var ours = new JpegFrameDecoder().decode(Pictures.frame(jpeg), format, JobContext.NONE);
        assertArrayEquals(
                StoredBytes.of(uncompressed(back)), StoredBytes.of(ours), format.toString());
    }

    static Stream<Case> lossless() {
        var all = new ArrayList<Case>();
        for (var size : Pictures.SIZES)
            for (var kind : Picture.Kind.values())
                for (int selection = 1; selection <= 7; selection++) {
                    var options = List.of("+el", "+sv", "" + selection);
                    for (int bits : new int[] {8, 10, 12, 16})
                        all.add(Case.of(size, bits, 1, kind, options));
                    all.add(Case.of(size, 8, 3, kind, options));
                }
        return sample(all);
    }

    @ParameterizedTest
    @MethodSource("lossless")
    void losslessStreamsOfDcmtkGiveThePictureBack(Case one) throws Exception {
        var picture = one.picture();
        var jpeg = folder.resolve("jpeg.dcm");
        succeed(one.command("dcmcjpeg", nativeFile(picture), jpeg));
        var format = Pictures.format(jpeg);
        var ours = new JpegFrameDecoder().decode(Pictures.frame(jpeg), format, JobContext.NONE);
        assertTrue(picture.sameAs(ours));
    }

    static Stream<Case> gdcm() {
        var all = new ArrayList<Case>();
        for (var size : Pictures.SIZES)
            for (var kind : Picture.Kind.values()) {
                for (int bits : new int[] {8, 12, 16})
                    all.add(Case.of(size, bits, 1, kind, List.of("--jpeg")));
                all.add(Case.of(size, 8, 3, kind, List.of("--jpeg")));
            }
        return sample(all);
    }

    @ParameterizedTest
    @MethodSource("gdcm")
    void losslessStreamsOfGdcmGiveThePictureBack(Case one) throws Exception {
        var picture = one.picture();
        var jpeg = folder.resolve("jpeg.dcm");
        succeed(one.command("gdcmconv", nativeFile(picture), jpeg));
        var format = Pictures.format(jpeg);
        var ours = new JpegFrameDecoder().decode(Pictures.frame(jpeg), format, JobContext.NONE);
        assertTrue(picture.sameAs(ours));
    }

    private Path nativeFile(Picture picture) throws Exception {
        return Files.write(
                folder.resolve("native.dcm"),
                Pictures.dicom(
                        picture.format(), TransferSyntax.EXPLICIT_LITTLE, picture.words(false)));
    }

    private static org.tyde.codec.Samples uncompressed(Path file) throws Exception {
        FrameFormat format = Pictures.format(file);
        return new NativeDecoder().decode(Pictures.frame(file), format, JobContext.NONE);
    }

    private static void succeed(String... command) throws Exception {
        var said = Programs.run(command);
        assertEquals(0, said.exitCode(), said.text());
    }
}
