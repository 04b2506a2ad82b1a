package org.tyde.ui.viewport.state;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageHeader;
import org.tyde.measure.Measurement;
import org.tyde.measure.Measuring;
import org.tyde.measure.Scale;
import org.tyde.measure.Unit;
import org.tyde.measure.UserCalibration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The numbers of a figure in words.
public final class FigureNumbers {
    private FigureNumbers() {}

    /// @param header of the image
    /// @param frame 1-based
    /// @param figure drawn on it
    /// @param pixels of that frame, where they are here: what lies in a region is told only of grey ones at full
    ///     resolution
    /// @param known what the reader says of the image's scale
    /// @param locale of the words
    /// @return one or more lines
    public static List<String> of(
            ImageHeader header,
            int frame,
            Measurement figure,
            Optional<Frame> pixels,
            Optional<UserCalibration> known,
            Locale locale) {
        var scale = Scale.of(header, frame, figure.points(), known);
        var values =
                pixels.filter(f -> f.grey() && f.level() == 0)
                        .map(
                                f ->
                                        new Measuring.Pixels(
                                                f,
                                                header.modalityLut(frame),
                                                Unit.of(header.unit(frame))));
        return Measuring.of(figure, scale, values).lines(locale);
    }
}
