package org.tyde.codec.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.tyde.Programs;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.jpeg.Pictures;
import org.tyde.dicom.TransferSyntax;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program that encodes a picture without loss.
enum Peer {
    /// DCMTK, native words most significant byte first.
    DCMCONV_BIG("dcmconv +tb"),
    /// DCMTK, native without representations.
    DCMCONV_IMPLICIT("dcmconv +ti"),
    /// DCMTK, a deflated data set.
    DCMCONV_DEFLATED("dcmconv +td"),
    /// DCMTK, RLE.
    DCMCRLE("dcmcrle"),
    /// GDCM, RLE.
    GDCM_RLE("gdcmconv --rle"),
    /// DCMTK (an old CharLS), JPEG-LS, the cells as they are.
    DCMCJPLS("dcmcjpls +pr"),
    /// DCMTK, JPEG-LS with colour by sample.
    DCMCJPLS_SAMPLE("dcmcjpls +is"),
    /// DCMTK, JPEG-LS with colour by plane, in several scans.
    DCMCJPLS_PLANE("dcmcjpls +in"),
    /// GDCM, JPEG-LS.
    GDCM_JPEGLS("gdcmconv --jpegls"),
    /// DCMTK, JPEG lossless with the first predictor.
    DCMCJPEG("dcmcjpeg +e1"),
    /// GDCM, JPEG lossless.
    GDCM_JPEG("gdcmconv --jpeg"),
    /// GDCM (OpenJPEG), JPEG 2000.
    GDCM_J2K("gdcmconv --j2k"),
    /// OpenJPEG, the 5-3 wavelet.
    OPJ_COMPRESS("opj_compress"),
    /// OpenJPEG, small tiles and code-blocks, layers, each progression in turn.
    OPJ_TILES("opj_compress -t 40,24 -b 16,16 -r 4,2,1"),
    /// OpenJPH, high throughput.
    OJPH_COMPRESS("ojph_compress");

    private static final List<String> PROGRESSIONS =
            List.of("LRCP", "RLCP", "RPCL", "PCRL", "CPRL");

    private final String command;

    Peer(String command) {
        this.command = command;
    }

    /// Whether the program itself makes a faithful stream of such a picture.
    boolean encodes(FrameFormat format) {
        boolean line = format.rows() < 2 || format.columns() < 2;
        return switch (this) {
            // 3.0.21 stops at an assertion
            case GDCM_RLE -> format.bitsAllocated() > 8 || format.pixels() % 2 == 0;
            case GDCM_JPEGLS -> format.pixels() > 1;
            // 3.0.21 ends in a segmentation fault
            case GDCM_J2K -> !line;
            case OPJ_TILES -> !line;
            // PGM and PPM have no sign
            case OJPH_COMPRESS -> !format.signed();
            case DCMCJPLS_SAMPLE, DCMCJPLS_PLANE -> format.samplesPerPixel() == 3;
            case DCMCONV_BIG,
                    DCMCONV_IMPLICIT,
                    DCMCONV_DEFLATED,
                    DCMCRLE,
                    DCMCJPLS,
                    DCMCJPEG,
                    GDCM_JPEG,
                    OPJ_COMPRESS ->
                    true;
        };
    }

    /// @param folder for files
    /// @param turn which of several options is used
    EncodedFrame encode(Picture picture, Path folder, int turn)
            throws IOException, InterruptedException {
        return switch (this) {
            case OPJ_COMPRESS, OPJ_TILES -> openJpeg(picture, folder, turn);
            case OJPH_COMPRESS -> openJph(picture, folder);
            case DCMCONV_BIG,
                    DCMCONV_IMPLICIT,
                    DCMCONV_DEFLATED,
                    DCMCRLE,
                    GDCM_RLE,
                    DCMCJPLS,
                    DCMCJPLS_SAMPLE,
                    DCMCJPLS_PLANE,
                    GDCM_JPEGLS,
                    DCMCJPEG,
                    GDCM_JPEG,
                    GDCM_J2K ->
                    dicom(picture, folder);
        };
    }

    private EncodedFrame dicom(Picture picture, Path folder)
            throws IOException, InterruptedException {
        var from = folder.resolve("native.dcm");
        var to = folder.resolve("encoded.dcm");
        var words = picture.words(false);
        Files.write(from, Pictures.dicom(picture.format(), TransferSyntax.EXPLICIT_LITTLE, words));
        run(List.of(from.toString(), to.toString()));
        return Pictures.frame(to);
    }

    private EncodedFrame openJpeg(Picture picture, Path folder, int turn)
            throws IOException, InterruptedException {
        var format = picture.format();
        var from = folder.resolve("in.rawl");
        var to = folder.resolve("out.j2k");
        Files.write(from, raw(picture));
        run(
                List.of(
                        "-i",
                        from.toString(),
                        "-o",
                        to.toString(),
                        "-n",
                        Math.min(this == OPJ_TILES ? 3 : 6, levels(format)) + "",
                        "-p",
                        PROGRESSIONS.get(turn % PROGRESSIONS.size()),
                        "-F",
                        "%d,%d,%d,%d,%s"
                                .formatted(
                                        format.columns(),
                                        format.rows(),
                                        format.samplesPerPixel(),
                                        format.bitsStored(),
                                        format.signed() ? "s" : "u")));
        return EncodedFrame.of(TransferSyntax.JPEG_2000_LOSSLESS, Files.readAllBytes(to));
    }

    /// Little endian words by plane, sign-extended.
    private static byte[] raw(Picture picture) {
        var format = picture.format();
        if (format.bytesPerSample() == 1) return picture.words(true);
        var values = picture.values();
        int n = format.samplesPerPixel();
        int pixels = values.length / n;
        var out = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++)
            out.putShort((short) values[i % pixels * n + i / pixels]);
        return out.array();
    }

    private static int levels(FrameFormat format) {
        int least = Math.min(format.rows(), format.columns());
        return 32 - Integer.numberOfLeadingZeros(least);
    }

    private EncodedFrame openJph(Picture picture, Path folder)
            throws IOException, InterruptedException {
        boolean colour = picture.format().samplesPerPixel() == 3;
        var from = folder.resolve(colour ? "in.ppm" : "in.pgm");
        var to = folder.resolve("out.j2c");
        Files.write(from, Pictures.pnm(picture));
        run(List.of("-i", from.toString(), "-o", to.toString(), "-reversible", "true"));
        return EncodedFrame.of(TransferSyntax.HTJ2K_LOSSLESS, Files.readAllBytes(to));
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(arguments);
        var said = Programs.run(line.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
    }
}
