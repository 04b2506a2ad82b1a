package org.tyde.codec.imageio;

import org.jspecify.annotations.Nullable;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.Codestream;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.work.JobContext;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/// Reads one codestream as one image; parameters of reading (regions, subsampling) are not heeded.
final class CodestreamReader extends ImageReader {
    private final Family family;
    private byte @Nullable [] data;

    CodestreamReader(ImageReaderSpi spi, Family family) {
        super(spi);
        this.family = family;
    }

    @Override
    public void setInput(Object input, boolean forwardOnly, boolean ignoreMetadata) {
        super.setInput(input, forwardOnly, ignoreMetadata);
        data = null;
    }

    private byte[] data() throws IOException {
        var known = data;
        if (known != null) return known;
        if (!(input instanceof ImageInputStream stream))
            throw new IllegalStateException("no input");
        var all = new byte[1 << 16];
        int length = 0;
        while (true) {
            if (length == all.length) all = Arrays.copyOf(all, 2 * length);
            int n = stream.read(all, length, all.length - length);
            if (n < 0) break;
            length += n;
        }
        var read = Arrays.copyOf(all, length);
        data = read;
        return read;
    }

    private FrameFormat format(int index) throws IOException {
        if (index != 0) throw new IndexOutOfBoundsException(index);
        var stream = family.codestream(data());
        if (stream.isEmpty()) throw new IIOException("not " + family.format());
        return format(stream.get());
    }

    private static FrameFormat format(Codestream stream) throws IIOException {
        int precision = stream.precision();
        int allocated = precision <= 8 ? 8 : precision <= 16 ? 16 : 32;
        boolean colour = stream.components() == 3;
        try {
            return new FrameFormat(
                    stream.rows(),
                    stream.columns(),
                    stream.components(),
                    allocated,
                    precision,
                    precision - 1,
                    stream.signed(),
                    false,
                    colour ? Photometric.RGB : Photometric.MONOCHROME2,
                    false);
        } catch (IllegalArgumentException impossible) {
            throw new IIOException(impossible.getMessage(), impossible);
        }
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return format(index).columns();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return format(index).rows();
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        var format = format(index);
        var colours = colours(format, type(format));
        var one = new ImageTypeSpecifier(colours, colours.createCompatibleSampleModel(1, 1));
        return List.of(one).iterator();
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return nothing();
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) {
        return nothing();
    }

    /// Image I/O says that there is no metadata in this way.
    private static @Nullable IIOMetadata nothing() {
        IIOMetadata none = null;
        return none;
    }

    @Override
    public boolean canReadRaster() {
        return true;
    }

    @Override
    public Raster readRaster(int index, @Nullable ImageReadParam parameters) throws IOException {
        return decoded(index);
    }

    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam parameters) throws IOException {
        var raster = decoded(index);
        var colours = colours(format(index), raster.getTransferType());
        return new BufferedImage(colours, raster, false, null);
    }

    private WritableRaster decoded(int index) throws IOException {
        var format = format(index);
        var frame = EncodedFrame.of(family.syntax(), data());
        var samples =
                new CodecRegistry(List.of(family.decoder())).decode(frame, format, JobContext.NONE);
        int bands = format.samplesPerPixel();
        var offsets = new int[bands];
        for (int b = 0; b < bands; b++) offsets[b] = b;
        var buffer = buffer(samples);
        var model =
                new PixelInterleavedSampleModel(
                        buffer.getDataType(),
                        format.columns(),
                        format.rows(),
                        bands,
                        bands * format.columns(),
                        offsets);
        return Raster.createWritableRaster(model, buffer, new Point());
    }

    private static DataBuffer buffer(Samples samples) throws IIOException {
        return switch (samples) {
            case Samples.Bytes b -> new DataBufferByte(b.values(), b.values().length);
            case Samples.Shorts s ->
                    s.format().signed()
                            ? new DataBufferShort(s.values(), s.values().length)
                            : new DataBufferUShort(s.values(), s.values().length);
            case Samples.Ints i -> new DataBufferInt(i.values(), i.values().length);
            case Samples.Longs _, Samples.Floats _, Samples.Doubles _ ->
                    throw new IIOException("a raster has no cells for these");
        };
    }

    private static int type(FrameFormat format) {
        return switch (format.bytesPerSample()) {
            case 1 -> DataBuffer.TYPE_BYTE;
            case 2 -> format.signed() ? DataBuffer.TYPE_SHORT : DataBuffer.TYPE_USHORT;
            default -> DataBuffer.TYPE_INT;
        };
    }

    private static ColorModel colours(FrameFormat format, int type) {
        boolean grey = format.samplesPerPixel() == 1;
        var space = ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        var bits = new int[format.samplesPerPixel()];
        Arrays.fill(bits, format.bitsStored());
        boolean wholeOnly = type == DataBuffer.TYPE_SHORT;
        return new ComponentColorModel(
                space, wholeOnly ? null : bits, false, false, Transparency.OPAQUE, type);
    }
}
