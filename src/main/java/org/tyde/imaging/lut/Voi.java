package org.tyde.imaging.lut;

import java.util.Optional;

/// Which values are of interest (PS3.3 C.11.2). A file may offer several, of which a person picks one.
public sealed interface Voi {
    /// The whole range the Modality LUT can put out.
    record None() implements Voi {}

    /// A window.
    ///
    /// @param window center and width
    /// @param function how it becomes grey
    /// @param explanation Window Center & Width Explanation (0028,1055)
    record Windowed(Window window, VoiLutFunction function, Optional<String> explanation)
            implements Voi {
        /// @throws IllegalArgumentException when LINEAR gets a width below 1 (PS3.3 C.11.2.1.2.1)
        public Windowed {
            if (function == VoiLutFunction.LINEAR && window.width() < 1)
                throw new IllegalArgumentException(
                        "LINEAR needs a window width of at least 1, not " + window.width());
        }
    }

    /// A table, VOI LUT Sequence (0028,3010).
    ///
    /// @param lut input in the units the Modality LUT puts out
    /// @param explanation LUT Explanation (0028,3003)
    record Table(Lut lut, Optional<String> explanation) implements Voi {}

    /// @param center as of [Window]
    /// @param width as of [Window]; below 1 the function is LINEAR_EXACT
    /// @return a window without a name
    static Voi window(double center, double width) {
        var function = width < 1 ? VoiLutFunction.LINEAR_EXACT : VoiLutFunction.LINEAR;
        return new Windowed(new Window(center, width), function, Optional.empty());
    }

    /// From the least to the greatest value.
    ///
    /// @param range of a frame after its Modality LUT
    /// @return a window that shows everything there is in it
    static Voi whole(ValueRange range) {
        double least = range.least();
        double greatest = range.greatest();
        return window((least + greatest + 1) / 2, greatest - least + 1);
    }
}
