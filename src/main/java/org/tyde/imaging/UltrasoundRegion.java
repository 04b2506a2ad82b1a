package org.tyde.imaging;

import java.util.Optional;

/// A region of an ultrasound image with its own scale (PS3.3 C.8.5.5).
///
/// @param left first column, 0-based, included
/// @param top first row, 0-based, included
/// @param right last column, included
/// @param bottom last row, included
/// @param format what is drawn there
/// @param unitX what one `deltaX` is
/// @param unitY what one `deltaY` is
/// @param deltaX physical units a column; may be negative
/// @param deltaY physical units a row; may be negative
/// @param reference column and row, from the region's upper left, that stand for the reference values
public record UltrasoundRegion(
        int left,
        int top,
        int right,
        int bottom,
        Format format,
        Unit unitX,
        Unit unitY,
        double deltaX,
        double deltaY,
        Optional<ImageToScreen.Place> reference) {
    /// Region Spatial Format (0018,6012).
    public enum Format {
        /// 0.
        NONE,
        /// 1: tissue or flow in two dimensions.
        TWO_D,
        /// 2: M-mode.
        M_MODE,
        /// 3: spectral Doppler.
        SPECTRAL,
        /// 4: a wave form.
        WAVE_FORM,
        /// 5: graphics.
        GRAPHICS;

        static Optional<Format> of(int code) {
            return code >= 0 && code < values().length
                    ? Optional.of(values()[code])
                    : Optional.empty();
        }
    }

    /// Physical Units X and Y Direction (0018,6024), (0018,6026).
    public enum Unit {
        /// 0.
        NONE(""),
        /// 1.
        PERCENT("%"),
        /// 2.
        DECIBEL("dB"),
        /// 3.
        CENTIMETRE("cm"),
        /// 4.
        SECOND("s"),
        /// 5.
        HERTZ("Hz"),
        /// 6.
        DECIBEL_PER_SECOND("dB/s"),
        /// 7.
        CENTIMETRE_PER_SECOND("cm/s"),
        /// 8.
        SQUARE_CENTIMETRE("cm2"),
        /// 9.
        SQUARE_CENTIMETRE_PER_SECOND("cm2/s"),
        /// A.
        CUBIC_CENTIMETRE("cm3"),
        /// B.
        CUBIC_CENTIMETRE_PER_SECOND("cm3/s"),
        /// C.
        DEGREE("deg");

        private final String ucum;

        Unit(String ucum) {
            this.ucum = ucum;
        }

        /// @return the unit's UCUM code
        public String ucum() {
            return ucum;
        }

        static Optional<Unit> of(int code) {
            return code >= 0 && code < values().length
                    ? Optional.of(values()[code])
                    : Optional.empty();
        }
    }

    /// @param column of the image
    /// @param row of the image
    /// @return whether that pixel lies in the region
    public boolean contains(double column, double row) {
        return column >= left - 0.5
                && column <= right + 0.5
                && row >= top - 0.5
                && row <= bottom + 0.5;
    }

    /// @return the spacing of a two-dimensional region in centimetres, in mm; empty for any other, and for a
    ///     spacing that cannot be
    public Optional<PixelSpacing> spacing() {
        if (format != Format.TWO_D || unitX != Unit.CENTIMETRE || unitY != Unit.CENTIMETRE)
            return Optional.empty();
        double x = Math.abs(deltaX) * 10;
        double y = Math.abs(deltaY) * 10;
        if (!PixelSpacing.usable(x) || !PixelSpacing.usable(y)) return Optional.empty();
        return Optional.of(new PixelSpacing(y, x, PixelSpacing.Trust.PATIENT));
    }

    /// @return whether steps along each axis can be told in that axis' unit; those of a picture of tissue in
    ///     centimetres are its [#spacing()] or nothing
    public boolean axesUsable() {
        boolean flat =
                format == Format.TWO_D && unitX == Unit.CENTIMETRE && unitY == Unit.CENTIMETRE;
        return !flat && usable(unitX, deltaX) && usable(unitY, deltaY);
    }

    private static boolean usable(Unit unit, double delta) {
        if (unit == Unit.NONE || delta == 0 || !Double.isFinite(delta)) return false;
        return unit != Unit.CENTIMETRE || PixelSpacing.usable(10 * Math.abs(delta));
    }
}
