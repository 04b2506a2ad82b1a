package org.tyde.ui.viewport;

import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.PatientDirection;
import org.tyde.geometry.Point3;
import org.tyde.imaging.Frame;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.reading.Derivation;
import org.tyde.reading.EdgeLetters;
import org.tyde.ui.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one pixel says: its value, in the unit the file gives it, and where it is in the patient.
final class Probe {
    private Probe() {}

    /// @param shown on screen
    /// @param at a place in its image
    /// @return a line for its value and one for its place; none outside the image
    static List<String> lines(Shown shown, ImagePoint at, EdgeLetters letters, Messages messages) {
        int column = (int) Math.rint(at.column());
        int row = (int) Math.rint(at.row());
        var frame = shown.frame();
        if (column < 0 || row < 0 || column >= frame.fullColumns() || row >= frame.fullRows())
            return List.of();
        var words = messages.in(Probe.class);
        var lines = new ArrayList<String>();
        lines.add(
                value(shown, column, row, messages.locale())
                        .flatMap(value -> of(shown.derivation(), value, words))
                        .orElseGet(() -> words.text("probe.no-value")));
        var plane = shown.header().plane(shown.key().frame());
        lines.add(
                plane.map(p -> place(p.toPatient(at), letters, messages.locale()))
                        .orElseGet(
                                () ->
                                        words.text(
                                                "probe.no-place",
                                                "" + (column + 1),
                                                "" + (row + 1))));
        return lines;
    }

    /// A difference from a mask has no meaning of its own.
    private static Optional<String> of(Derivation derivation, String value, Messages.Room words) {
        return switch (derivation.uncovered()) {
            case Derivation.AsStored _ -> Optional.of(value);
            case Derivation.Subtracted _ -> Optional.empty();
            case Derivation.ThroughStack _,
                    Derivation.ThroughVolume _,
                    Derivation.Covered _,
                    Derivation.Blended _ ->
                    Optional.of(words.text("probe.through", value));
        };
    }

    /// Empty where none was decoded, or it is padding, or only a coarser frame is here.
    private static Optional<String> value(Shown shown, int column, int row, Locale locale) {
        var frame = shown.frame();
        if (frame.level() != 0 || frame.coarse() || row >= frame.rowsThere())
            return Optional.empty();
        if (!frame.grey()) return Optional.of(colour(frame, column, row));
        double stored = frame.decimal(column, row, 0);
        if (!frame.counts(stored)) return Optional.empty();
        var unit = Unit.of(shown.header().unit());
        double value = shown.header().modalityLut(shown.key().frame()).apply(stored);
        boolean whole = value == Math.rint(value);
        var number = Quantity.number(value, locale, whole ? 0 : 2);
        return Optional.of(unit.display().isEmpty() ? number : number + " " + unit.display());
    }

    private static String colour(Frame frame, int column, int row) {
        var samples = new ArrayList<String>();
        for (int s = 0; s < frame.samples(); s++)
            samples.add("" + (long) frame.decimal(column, row, s));
        return String.join(" / ", samples);
    }

    /// As `L 12,3  P 4,5  S 120,0 mm`.
    private static String place(Point3 p, EdgeLetters letters, Locale locale) {
        return one(p.x(), PatientDirection.L, letters, locale)
                + "  "
                + one(p.y(), PatientDirection.P, letters, locale)
                + "  "
                + one(p.z(), PatientDirection.H, letters, locale)
                + " mm";
    }

    private static String one(
            double mm, PatientDirection positive, EdgeLetters letters, Locale locale) {
        var side = mm < 0 ? positive.opposite() : positive;
        return letters.letter(side) + " " + Quantity.number(Math.abs(mm), locale, 1);
    }
}
