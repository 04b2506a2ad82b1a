package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Frames of syntaxes that Tyde has no decoder of its own for, through Image I/O readers of plug-ins. What
/// they give is checked against the header like any codestream; colour is taken as RGB.
public final class PluginDecoder implements FrameDecoder {
    private final Map<TransferSyntax, ImageReaderSpi> readers;

    /// @param readers which reader decodes which syntax
    public PluginDecoder(Map<TransferSyntax, ImageReaderSpi> readers) {
        this.readers = Map.copyOf(readers);
    }

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return readers.containsKey(syntax);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        var spi = readers.get(frame.syntax());
        if (spi == null) throw new Refusal(CodecReason.UNSUPPORTED_SYNTAX, frame.syntax().name());
        var data = frame.bytes();
        job.checkpoint();
        Raster raster;
        try {
            var reader = spi.createReaderInstance();
            try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
                raster = read(reader, stream, format);
            } finally {
                reader.dispose();
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | LinkageError failed) {
            throw new Refusal(
                            CodecReason.PLUGIN_FAILED,
                            name(spi),
                            String.valueOf(failed.getMessage()))
                    .because(failed);
        }
        job.checkpoint();
        return samples(raster, format);
    }

    private static Raster read(
            ImageReader reader, MemoryCacheImageInputStream stream, FrameFormat format)
            throws IOException {
        reader.setInput(stream, true, true);
        int columns = reader.getWidth(0);
        int rows = reader.getHeight(0);
        if (columns != format.columns() || rows != format.rows())
            throw new Refusal(
                    CodecReason.SIZE_DIFFERS, columns, rows, format.columns(), format.rows());
        return reader.read(0).getRaster();
    }

    private static String name(ImageReaderSpi spi) {
        return spi.getClass().getSimpleName();
    }

    private static Samples samples(Raster raster, FrameFormat format) throws Refusal {
        boolean signed = raster.getTransferType() == DataBuffer.TYPE_SHORT;
        var stream =
                new Codestream(
                        raster.getHeight(),
                        raster.getWidth(),
                        raster.getNumBands(),
                        raster.getSampleModel().getSampleSize(0),
                        signed,
                        true);
        var agreement = Agreement.of(format, stream);
        boolean colour = raster.getNumBands() == 3;
        var lines = agreement.lines(colour ? Photometric.RGB : format.photometric());
        var line = new int[raster.getWidth()];
        for (int row = 0; row < raster.getHeight(); row++)
            for (int band = 0; band < raster.getNumBands(); band++) {
                int left = raster.getMinX();
                int y = raster.getMinY() + row;
                raster.getSamples(left, y, line.length, 1, band, line);
                lines.put(row, band, line, 0);
            }
        return lines.samples();
    }
}
