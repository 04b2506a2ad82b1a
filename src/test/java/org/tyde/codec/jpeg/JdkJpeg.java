package org.tyde.codec.jpeg;

import org.tyde.codec.Samples;
import org.tyde.codec.StoredBytes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// JPEG as the JDK writes it: JFIF, chroma at half size.
public final class JdkJpeg {
    private JdkJpeg() {}

    /// @return grey or colour, with one quality or the other
    public static byte[] encode(Samples samples, boolean fine) throws Exception {
        return encode(samples, fine, ImageWriteParam.MODE_DISABLED);
    }

    /// @return the same by the progressive process
    public static byte[] progressive(Samples samples) throws Exception {
        return encode(samples, true, ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] encode(Samples samples, boolean fine, int progressive) throws Exception {
        var format = samples.format();
        boolean grey = format.samplesPerPixel() == 1;
        var image =
                new BufferedImage(
                        format.columns(),
                        format.rows(),
                        grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        var bytes = StoredBytes.of(samples);
        int n = format.samplesPerPixel();
        for (int i = 0; i < bytes.length; i++) {
            int x = i / n % format.columns();
            int y = i / n / format.columns();
            image.getRaster().setSample(x, y, i % n, bytes[i] & 0xFF);
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(progressive);
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(fine ? 0.95f : 0.8f);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
