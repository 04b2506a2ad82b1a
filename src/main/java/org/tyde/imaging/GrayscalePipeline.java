package org.tyde.imaging;

import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.lut.Window;

import java.util.Optional;

/// From stored values to grey: Modality LUT, VOI LUT, Presentation LUT, in that order (PS3.4 N.2), and then what
/// the monitor makes of P-values. Immutable.
///
/// @param modality of the frame
/// @param voi what the person chose
/// @param inverted the view's own inversion, on top of the Presentation LUT
/// @param presentation what becomes of the output of the VOI LUT
/// @param whole the range that [Voi.None] spreads over the greys, in the Modality LUT's units
/// @param monitor from P-values to its driving levels
public record GrayscalePipeline(
        ModalityLut modality,
        Voi voi,
        boolean inverted,
        PresentationLut presentation,
        ValueRange whole,
        DisplayFunction monitor) {
    /// P-values as they are.
    ///
    /// @param modality of the frame
    /// @param voi what the person chose
    /// @param inverted the view's own inversion, on top of the Presentation LUT
    /// @param presentation what becomes of the output of the VOI LUT
    /// @param whole the range that [Voi.None] spreads over the greys
    public GrayscalePipeline(
            ModalityLut modality,
            Voi voi,
            boolean inverted,
            PresentationLut presentation,
            ValueRange whole) {
        this(modality, voi, inverted, presentation, whole, DisplayFunction.STRAIGHT);
    }

    /// @param header of the image
    /// @param frame 1-based
    /// @param voi what the person chose
    /// @return the pipeline of that frame
    public static GrayscalePipeline of(ImageHeader header, int frame, Voi voi) {
        return new GrayscalePipeline(
                header.modalityLut(frame),
                voi,
                false,
                PresentationLut.of(header.format().photometric()),
                header.modalityRange(frame));
    }

    /// @param next another choice
    /// @return with it
    public GrayscalePipeline with(Voi next) {
        return new GrayscalePipeline(modality, next, inverted, presentation, whole, monitor);
    }

    /// @param next the view's inversion
    /// @return with it
    public GrayscalePipeline withInverted(boolean next) {
        return new GrayscalePipeline(modality, voi, next, presentation, whole, monitor);
    }

    /// @param next the monitor it is shown on
    /// @return with it
    public GrayscalePipeline on(DisplayFunction next) {
        return new GrayscalePipeline(modality, voi, inverted, presentation, whole, next);
    }

    /// @return whether low values come out bright
    public boolean lowIsBright() {
        return inverted != (presentation.apply(0) > presentation.apply(1));
    }

    /// @return the window in effect, that of [Voi.None] being LINEAR_EXACT over the whole range; empty for a
    ///     VOI LUT
    public Optional<Voi.Windowed> windowed() {
        return switch (voi) {
            case Voi.None() ->
                    Optional.of(
                            new Voi.Windowed(
                                    spread(), VoiLutFunction.LINEAR_EXACT, Optional.empty()));
            case Voi.Windowed windowed -> Optional.of(windowed);
            case Voi.Table _ -> Optional.empty();
        };
    }

    /// @param stored a stored value or one between
    /// @return 0 (black) to 1 (white)
    public double display(double stored) {
        double p = presentation.apply(ofInterest(stored));
        return inverted ? 1 - p : p;
    }

    private double ofInterest(double stored) {
        double x = modality.apply(stored);
        return switch (voi) {
            case Voi.None() -> VoiLutFunction.LINEAR_EXACT.apply(x, spread());
            case Voi.Windowed(var window, var function, var _) -> function.apply(x, window);
            case Voi.Table(var lut, var _) -> (double) lut.at(x) / lut.greatest();
        };
    }

    /// @param stored a stored value or one between
    /// @return `0xRRGGBB` as the monitor takes it: a grey, or a colour where a palette stands in for greys
    public int rgb(double stored) {
        if (presentation instanceof PresentationLut.Colours colours) {
            double y = ofInterest(stored);
            return colours.rgb(inverted ? 1 - y : y);
        }
        return monitor.level(grey(stored)) * 0x010101;
    }

    /// @param stored a stored value or one between
    /// @return P-value, 0 (black) to 255 (white), rounded to the nearest
    public int grey(double stored) {
        return (int) (255 * display(stored) + 0.5);
    }

    private Window spread() {
        double width = Math.max(whole.greatest() - whole.least(), Double.MIN_NORMAL);
        return new Window((whole.least() + whole.greatest()) / 2, width);
    }
}
