package org.tyde.ui.annotation;

import javafx.scene.paint.Color;

import org.tyde.imaging.lut.Ink;

/// Ink on the screen, and the shade around it that keeps it apart from the picture.
final class Colours {
    private static final double SHADE = 0.65;
    private static final int MIDDLE = 0x6000;

    private Colours() {}

    static Color of(Ink ink) {
        return Color.rgb(ink.rgb() >> 16 & 255, ink.rgb() >> 8 & 255, ink.rgb() & 255);
    }

    /// @return dark around light ink, light around dark ink
    static Color shade(Ink ink) {
        return ink.grey() < MIDDLE ? Color.gray(1, SHADE) : Color.gray(0, SHADE);
    }
}
