package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

/// Where an image lies on the screen.
class ImageToScreenTest {
    @Test
    void theNativeMapPutsPixelCentresInTheMiddleOfScreenPixels() {
        assertEquals(new ImageToScreen.Place(3.5, 7.5), ImageToScreen.NATIVE.toScreen(3, 7));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # flipped, degrees, screen place of the corner pixel (0,0) of a 4 x 2 image in 10 x 10
                    false,   0, 3.5, 4.5
                    false,  90, 5.5, 3.5
                    false, 180, 6.5, 5.5
                    false, 270, 4.5, 6.5
                    true,    0, 6.5, 4.5
                    true,   90, 5.5, 6.5
                    """)
    void theImageIsFlippedThenTurnedClockwise(boolean flipped, double degrees, double x, double y) {
        var view = ImageToScreen.centred(4, 2, 10, 10, 1, 1, flipped, degrees, 0, 0);
        assertEquals(new ImageToScreen.Place(x, y), view.toScreen(0, 0));
        assertEquals(flipped, view.mirrored());
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        var random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            var view =
                    ImageToScreen.centred(
                            512,
                            400,
                            900,
                            700,
                            random.nextDouble(0.1, 8),
                            random.nextDouble(0.1, 8),
                            random.nextBoolean(),
                            random.nextDouble(360),
                            random.nextDouble(-300, 300),
                            random.nextDouble(-300, 300));
            double c = random.nextDouble(512);
            double r = random.nextDouble(400);
            var screen = view.toScreen(c, r);
            var image = view.toImage(screen.x(), screen.y());
            assertEquals(c, image.x(), 1e-6);
            assertEquals(r, image.y(), 1e-6);
            var inverse = view.inverse().toScreen(screen.x(), screen.y());
            assertEquals(c, inverse.x(), 1e-6);
            assertEquals(r, inverse.y(), 1e-6);
        }
    }

    @Test
    void aCoarserLevelCoversTheSamePlace() {
        var view = ImageToScreen.centred(512, 512, 800, 800, 1.5, 1.5, true, 30, 10, -20);
        var coarse = view.atLevel(2);
        // the centre of level pixel (5,7) is the middle of full pixels 20..23 and 28..31
        var here = coarse.toScreen(5, 7);
        var full = view.toScreen(21.5, 29.5);
        assertEquals(full.x(), here.x(), 1e-9);
        assertEquals(full.y(), here.y(), 1e-9);
    }

    @Test
    void fitShowsTheWholeImageAndNoMore() {
        assertEquals(2, ImageToScreen.fit(100, 50, 1, 0, 200, 200));
        assertEquals(2, ImageToScreen.fit(100, 50, 1, 90, 200, 200));
        assertEquals(1, ImageToScreen.fit(100, 50, 4, 0, 200, 200));
        assertTrue(ImageToScreen.fit(100, 100, 1, 45, 200, 200) < 2);
    }
}
