package org.tyde.codec.jpeg;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.refusal.Refusal;
import org.w3c.dom.Element;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;

/// Makes frames of JPEG baseline (PS3.5 8.2.1, transfer syntax 1.2.840.10008.1.2.4.50) through the JDK's encoder, for
/// export: 8-bit grey, and 8-bit RGB as YBR_FULL_422.
public final class JpegBaselineEncoder {
    private static final String TREE = "javax_imageio_jpeg_image_1.0";

    private JpegBaselineEncoder() {}

    /// @param format of a frame to encode
    /// @return Photometric Interpretation (0028,0004) of the encoded frame
    public static Photometric photometric(FrameFormat format) {
        return format.samplesPerPixel() == 3 ? Photometric.YBR_FULL_422 : format.photometric();
    }

    /// @param samples 8-bit unsigned, MONOCHROME1, MONOCHROME2 or RGB
    /// @param quality 0 (smallest) to 1 (best)
    /// @return the stream, SOI to EOI, not padded
    /// @throws Refusal [JpegReason#CANNOT_ENCODE] for other pixels
    /// @throws IOException when the encoder fails
    public static byte[] encode(Samples samples, double quality) throws Refusal, IOException {
        var format = samples.format();
        boolean rgb = format.photometric() == Photometric.RGB;
        if (!(samples instanceof Samples.Bytes bytes)
                || format.signed()
                || format.bitsStored() != 8
                || !rgb && !format.photometric().grey())
            throw new Refusal(
                            JpegReason.CANNOT_ENCODE, format.bitsStored(), format.samplesPerPixel())
                    .withRule("PS3.5 8.2.1");
        var image = image(format, bytes.values(), rgb);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality((float) quality);
            var metadata = metadata(writer, image, parameters, rgb);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage image(FrameFormat format, byte[] values, boolean rgb) {
        int type = rgb ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        var image = new BufferedImage(format.columns(), format.rows(), type);
        var into = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        if (!rgb) System.arraycopy(values, 0, into, 0, into.length);
        else
            for (int i = 0; i < into.length; i += 3) {
                into[i] = values[i + 2];
                into[i + 1] = values[i + 1];
                into[i + 2] = values[i];
            }
        return image;
    }

    /// The JDK halves chroma both ways unless told otherwise; YBR_FULL_422 halves columns only.
    private static IIOMetadata metadata(
            ImageWriter writer, BufferedImage image, ImageWriteParam parameters, boolean rgb)
            throws IOException {
        var metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(image), parameters);
        if (!rgb) return metadata;
        var tree = (Element) metadata.getAsTree(TREE);
        var luminance = (Element) tree.getElementsByTagName("componentSpec").item(0);
        luminance.setAttribute("VsamplingFactor", "1");
        metadata.setFromTree(TREE, tree);
        return metadata;
    }
}
