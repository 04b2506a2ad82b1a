package org.tyde.reading;

/// How large an image is shown.
public sealed interface Zoom {
    /// The whole image just fits the viewport; at one scale with the others of its scale group.
    record Fit() implements Zoom {}

    /// One stored pixel on one screen pixel.
    record OneToOne() implements Zoom {}

    /// A millimetre is a millimetre on the glass; only where the monitor's pixel size is known.
    record LifeSize() implements Zoom {}

    /// As the presentation state wants that is on; where none is, or it does not say, as [Fit].
    record OfState() implements Zoom {}

    /// So many times as large as when it fits.
    ///
    /// @param factor above 0
    record Times(double factor) implements Zoom {
        /// @throws IllegalArgumentException when it is not above 0
        public Times {
            if (!(factor > 0) || Double.isInfinite(factor))
                throw new IllegalArgumentException("no zoom: " + factor);
        }
    }
}
