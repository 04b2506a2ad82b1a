package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// 8-bit JPEG through Image I/O, which only decodes: colour is converted here, by what stream and header
/// say (PS3.5 8.2.1). The readers are asked in turn, the JDK's first, then any plug-in's.
public final class ImageIoDecoder implements FrameDecoder {
    private static final Set<TransferSyntax> SYNTAXES =
            Set.of(TransferSyntax.JPEG_BASELINE, TransferSyntax.JPEG_EXTENDED);

    /// A block of 64 pixels takes at least two bits of entropy-coded data.
    private static final long MOST_PIXELS_PER_BYTE = 256;

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return SYNTAXES.contains(syntax);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        var data = frame.bytes();
        var header = JpegHeader.of(data);
        check(header, format, data.length);
        job.checkpoint();
        var raster = raster(data);
        job.checkpoint();
        if (raster.getWidth() != format.columns()
                || raster.getHeight() != format.rows()
                || raster.getNumBands() != header.components())
            throw sizeDiffers(raster.getWidth(), raster.getHeight(), format);
        return samples(raster, header, format);
    }

    private static void check(JpegHeader header, FrameFormat format, int bytes) throws Refusal {
        if (header.precision() != 8
                || header.process() > 1
                || header.components() != 1 && header.components() != 3
                || header.components() != format.samplesPerPixel())
            throw new Refusal(CodecReason.UNSUPPORTED_STREAM, header.describe());
        if (header.columns() != format.columns() || header.rows() != format.rows())
            throw sizeDiffers(header.columns(), header.rows(), format);
        if (format.pixels() > MOST_PIXELS_PER_BYTE * bytes)
            throw new Refusal(
                    CodecReason.TOO_FEW_BYTES,
                    (long) bytes,
                    format.pixels() / MOST_PIXELS_PER_BYTE + 1);
    }

    private static Refusal sizeDiffers(int columns, int rows, FrameFormat format) {
        return new Refusal(
                CodecReason.SIZE_DIFFERS, columns, rows, format.columns(), format.rows());
    }

    private static Raster raster(byte[] data) throws Refusal {
        var damage = new ArrayList<String>();
        Exception first = new IOException("no reader");
        boolean failed = false;
        for (var reader : readers()) {
            try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
                reader.addIIOReadWarningListener((_, warning) -> damage.add(warning));
                reader.setInput(stream, true, true);
                var raster = reader.readRaster(0, reader.getDefaultReadParam());
                damage.removeIf(warning -> !isDamage(warning));
                if (damage.isEmpty()) return raster;
                throw new Refusal(CodecReason.BROKEN_JPEG, damage.getFirst());
            } catch (Refusal refusal) {
                throw refusal;
            } catch (IOException | RuntimeException broken) {
                if (!failed) first = broken;
                failed = true;
            } finally {
                reader.dispose();
            }
        }
        throw new Refusal(CodecReason.BROKEN_JPEG, String.valueOf(first.getMessage()))
                .because(first);
    }

    /// Warnings after which the picture is not what was encoded; others are about harmless bytes.
    private static boolean isDamage(String warning) {
        var text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature end")
                || text.contains("bad huffman")
                || text.contains("truncated")
                || text.contains("resync");
    }

    private static List<ImageReader> readers() {
        var found = new ArrayList<ImageReader>();
        ImageIO.getImageReadersByFormatName("jpeg").forEachRemaining(found::add);
        found.removeIf(r -> !r.canReadRaster());
        found.sort(
                Comparator.comparing(
                        r -> !r.getClass().getName().startsWith("com.sun.imageio.plugins.jpeg.")));
        return found;
    }

    private static Samples samples(Raster raster, JpegHeader header, FrameFormat format) {
        int bands = raster.getNumBands();
        var photometric =
                bands == 3
                        ? Photometric.RGB
                        : format.photometric().samples() == 1
                                ? format.photometric()
                                : Photometric.MONOCHROME2;
        var out =
                new FrameFormat(
                        format.rows(),
                        format.columns(),
                        bands,
                        8,
                        8,
                        7,
                        format.signed(),
                        false,
                        photometric,
                        false);
        boolean convert = bands == 3 && isYbr(header, format);
        var values = new byte[Math.toIntExact(out.samples())];
        var line = new int[format.columns() * bands];
        for (int r = 0; r < format.rows(); r++) {
            raster.getPixels(0, r, format.columns(), 1, line);
            if (convert) toRgb(line);
            int at = r * line.length;
            for (int i = 0; i < line.length; i++) values[at + i] = (byte) line[i];
        }
        return new Samples.Bytes(out, values);
    }

    /// The header decides, unless an Adobe marker says that no colour transform was used.
    private static boolean isYbr(JpegHeader header, FrameFormat format) {
        if (format.photometric() == Photometric.RGB) return false;
        return header.adobeTransform().orElse(1) != 0;
    }

    /// ITU-T T.871 section 7.
    private static void toRgb(int[] line) {
        for (int i = 0; i < line.length; i += 3) {
            int y = line[i];
            double cb = line[i + 1] - 128;
            double cr = line[i + 2] - 128;
            line[i] = eight(y + 1.402 * cr);
            line[i + 1] = eight(y - 0.344136286 * cb - 0.714136286 * cr);
            line[i + 2] = eight(y + 1.772 * cb);
        }
    }

    private static int eight(double x) {
        return (int) Math.clamp(Math.floor(x + 0.5), 0, 255);
    }
}
