package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Colours as they are shown.
class ColoursTest {
    @Test
    void ybrBecomesRgbByTheStandardsEquations() {
        assertEquals(0x808080, Colours.rgb(128, 128, 128));
        assertEquals(0xFE0000, Colours.rgb(76, 85, 255));
        assertEquals(0x0000FE, Colours.rgb(29, 255, 107));
    }
}
