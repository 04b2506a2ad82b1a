package org.tyde.imaging.lut;

import org.tyde.codec.Photometric;

/// From the output of the VOI LUT to P-values (PS3.3 C.11.6).
public sealed interface PresentationLut {
    /// The least value is black: IDENTITY.
    record Identity() implements PresentationLut {
        @Override
        public double apply(double grey) {
            return grey;
        }
    }

    /// The least value is white: INVERSE.
    record Inverse() implements PresentationLut {
        @Override
        public double apply(double grey) {
            return 1 - grey;
        }
    }

    /// Presentation LUT Sequence (2050,0010).
    ///
    /// @param lut whose input begins at 0, whatever its descriptor says; the output of the VOI LUT is
    ///     spread over all its entries
    record Table(Lut lut) implements PresentationLut {
        @Override
        public double apply(double grey) {
            return (double) lut.entry(grey * (lut.size() - 1)) / lut.greatest();
        }
    }

    /// A palette in place of greys: pseudo-colour (PS3.4 N.2.4). The output of the VOI LUT is spread over all its
    /// entries.
    ///
    /// @param palette to sRGB
    record Colours(Palette palette) implements PresentationLut {
        /// @return how light the colour is
        @Override
        public double apply(double grey) {
            int rgb = rgb(grey);
            return (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255))
                    / 255;
        }

        /// @param grey 0 (least output of the VOI LUT) to 1 (greatest)
        /// @return `0xRRGGBB`
        public int rgb(double grey) {
            var red = palette.red();
            return palette.rgb(red.firstMapped() + (int) Math.rint(grey * (red.size() - 1)));
        }
    }

    /// @param grey 0 (least output of the VOI LUT) to 1 (greatest)
    /// @return P-value, 0 (black) to 1 (white)
    double apply(double grey);

    /// An image without a presentation state: MONOCHROME1 shows its least value white (PS3.3 C.7.6.3.1.2).
    ///
    /// @param photometric of the image
    /// @return its polarity
    static PresentationLut of(Photometric photometric) {
        return photometric == Photometric.MONOCHROME1 ? new Inverse() : new Identity();
    }
}
