package org.tyde.imaging.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.IntBuffer;
import java.util.Objects;

import javax.imageio.ImageIO;

/// PNG as another program reads it.
class PngFileTest {
    @Test
    void greyPicturesAreGreyFiles() throws Exception {
        var picture = IntBuffer.wrap(new int[] {0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFF010101});
        var read =
                Objects.requireNonNull(
                        ImageIO.read(new ByteArrayInputStream(PngFile.bytes(picture, 2, 2))));
        assertEquals(1, read.getRaster().getNumBands());
        assertEquals(128, read.getRaster().getSample(1, 0, 0));
        assertEquals(1, read.getRaster().getSample(1, 1, 0));
    }

    @Test
    void colourPicturesKeepTheirColours() throws Exception {
        var picture = IntBuffer.wrap(new int[] {0xFF102030, 0xFFFF0000});
        var read =
                Objects.requireNonNull(
                        ImageIO.read(new ByteArrayInputStream(PngFile.bytes(picture, 2, 1))));
        assertEquals(3, read.getRaster().getNumBands());
        assertEquals(0x102030, read.getRGB(0, 0) & 0xFFFFFF);
        assertEquals(0xFF0000, read.getRGB(1, 0) & 0xFFFFFF);
    }
}
