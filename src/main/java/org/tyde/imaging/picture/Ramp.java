package org.tyde.imaging.picture;

import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.PresentationLut;

import java.util.Optional;

/// A window whose greys lie on a straight line, computed instead of looked up: a loop the JIT turns into
/// vector instructions. It is used only where it gives every whole stored value just the grey that the
/// pipeline computes in double; so it is checked at both sides of every step from one grey to the next,
/// which is enough as both rise or both fall.
///
/// @param zero as of [Greys]
/// @param scale as of [Greys]
/// @param offset as of [Greys]
/// @param slope greys for each unit of a line
/// @param base grey at 0, with the half that rounds
/// @param monitor takes the greys
record Ramp(
        double zero, double scale, double offset, float slope, float base, DisplayFunction monitor)
        implements Greys {
    private static final double FARTHEST = 1 << 22;

    /// What the base may be moved by, in greys, where a grey lies just between two.
    private static final float[] NUDGES = {0, 0x1p-15f, -0x1p-15f, 0x1p-12f, -0x1p-12f};

    /// @param wide whether values are IEEE or wider than 16 bits: then lines hold greys
    /// @return empty where the window is no straight line or float is not exact enough for it
    static Optional<Ramp> of(GrayscalePipeline pipeline, boolean wide) {
        var voi = pipeline.windowed();
        if (voi.isEmpty() || pipeline.modality().table().isPresent()) return Optional.empty();
        boolean falling;
        switch (pipeline.presentation()) {
            case PresentationLut.Identity() -> falling = pipeline.inverted();
            case PresentationLut.Inverse() -> falling = !pipeline.inverted();
            case PresentationLut.Table _, PresentationLut.Colours _ -> {
                return Optional.empty();
            }
        }
        var window = voi.get().window();
        double half =
                switch (voi.get().function()) {
                    case LINEAR -> 0.5;
                    case LINEAR_EXACT -> 0;
                    case SIGMOID -> Double.NaN;
                };
        var modality = pipeline.modality();
        double rise = 255 * modality.slope() / (window.width() - 2 * half);
        double middle = (window.center() - half - modality.intercept()) / modality.slope();
        if (!Double.isFinite(rise) || !Double.isFinite(middle) || rise == 0)
            return Optional.empty();
        if (falling) rise = -rise;
        if (wide) return Optional.of(new Ramp(middle, rise, 128, 1, 0, pipeline.monitor()));
        double zero = Math.rint(middle);
        if (Math.abs(zero) > FARTHEST || Math.abs(rise) < 1e-6) return Optional.empty();
        for (float nudge : NUDGES) {
            float base = (float) (128 + rise * (zero - middle)) + nudge;
            var ramp = new Ramp(zero, 1, 0, (float) rise, base, pipeline.monitor());
            if (ramp.agrees(pipeline, middle, rise)) return Optional.of(ramp);
        }
        return Optional.empty();
    }

    private boolean agrees(GrayscalePipeline pipeline, double middle, double rise) {
        for (int grey = 1; grey <= 255; grey++) {
            double step = middle + (grey - 128) / rise;
            double below = Math.floor(step);
            if (Math.abs(below - zero) > FARTHEST) return false;
            boolean close = step - below < 1e-6 || below + 1 - step < 1e-6;
            for (int i = close ? -1 : 0; i <= (close ? 2 : 1); i++)
                if (grey((float) (below + i - zero)) != pipeline.grey(below + i)) return false;
        }
        return true;
    }

    private int grey(float value) {
        return Math.max(0, Math.min(255, (int) (value * slope + base)));
    }

    @Override
    public void colour(float[] line, int from, int to, int[] into, int at) {
        float a = slope;
        float b = base;
        for (int i = from; i < to; i++) {
            int grey = Math.max(0, Math.min(255, (int) (line[i] * a + b)));
            into[at + i] = BLACK | grey * 0x010101;
        }
        monitor.onto(into, at + from, at + to);
    }
}
