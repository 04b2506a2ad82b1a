package org.tyde.measure;

import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.Frame;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.measure.Measured.Kind;
import org.tyde.measure.Measured.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From a figure to its numbers.
public final class Measuring {
    private Measuring() {}

    /// The pixels under a figure.
    ///
    /// @param frame at full size
    /// @param modality of that frame
    /// @param unit what its values mean after that
    public record Pixels(Frame frame, ModalityLut modality, Unit unit) {}

    /// @param figure drawn on a frame
    /// @param scale of that frame
    /// @param pixels of that frame, where they are here; without them there are no statistics
    /// @return its numbers
    public static Measured of(Measurement figure, Scale scale, Optional<Pixels> pixels) {
        return switch (scale) {
            case Scale.Lengths lengths -> of(figure, lengths, pixels);
            case Scale.Axes axes -> of(figure, axes);
        };
    }

    private static Measured of(Measurement figure, Scale.Lengths scale, Optional<Pixels> pixels) {
        var values = new ArrayList<Value>();
        var caveat = scale.caveat();
        switch (figure) {
            case Length(var from, var to) ->
                    values.add(
                            new Value(
                                    Kind.LENGTH,
                                    new Quantity(scale.distance(from, to), scale.unit())));
            case Angle angle -> {
                degrees(angle, scale).ifPresent(d -> values.add(new Value(Kind.ANGLE, d)));
                if (!caveat.equals(Caveat.NOT_CALIBRATED) && !caveat.equals(Caveat.ACROSS_REGIONS))
                    caveat = Caveat.NONE;
            }
            case Ellipse ellipse -> {
                double area =
                        Math.PI
                                * ellipse.columnRadius()
                                * scale.perColumn()
                                * ellipse.rowRadius()
                                * scale.perRow();
                values.add(new Value(Kind.AREA, new Quantity(area, scale.areaUnit())));
                pixels.ifPresent(p -> values.addAll(statistics(ellipse, p)));
            }
        }
        return new Measured(values, caveat);
    }

    private static List<Value> statistics(Ellipse ellipse, Pixels pixels) {
        var found = RegionStatistics.of(ellipse, pixels.frame, pixels.modality);
        if (found.isEmpty()) return List.of();
        var s = found.get();
        return List.of(
                new Value(Kind.MEAN, new Quantity(s.mean(), pixels.unit)),
                new Value(Kind.DEVIATION, new Quantity(s.deviation(), pixels.unit)),
                new Value(Kind.LEAST, new Quantity(s.least(), pixels.unit)),
                new Value(Kind.GREATEST, new Quantity(s.greatest(), pixels.unit)));
    }

    private static Optional<Quantity> degrees(Angle angle, Scale.Lengths scale) {
        double ax = across(angle.vertex(), angle.from());
        double ay = down(angle.vertex(), angle.from()) * scale.aspect();
        double bx = across(angle.vertex(), angle.to());
        double by = down(angle.vertex(), angle.to()) * scale.aspect();
        if (Math.hypot(ax, ay) == 0 || Math.hypot(bx, by) == 0) return Optional.empty();
        double radians = Math.atan2(Math.abs(ax * by - ay * bx), ax * bx + ay * by);
        return Optional.of(new Quantity(Math.toDegrees(radians), Unit.DEGREE));
    }

    /// Where the axes are time and velocity, or time and depth, only differences along them mean anything.
    private static Measured of(Measurement figure, Scale.Axes axes) {
        if (!(figure instanceof Length(var from, var to)))
            return new Measured(List.of(), Caveat.NONE);
        double x = Math.abs(across(from, to) * axes.perColumn());
        double y = Math.abs(down(from, to) * axes.perRow());
        return new Measured(
                List.of(
                        new Value(Kind.ACROSS, new Quantity(x, axes.horizontal())),
                        new Value(Kind.DOWN, new Quantity(y, axes.vertical()))),
                Caveat.NONE);
    }

    private static double across(ImagePoint a, ImagePoint b) {
        return b.column() - a.column();
    }

    private static double down(ImagePoint a, ImagePoint b) {
        return b.row() - a.row();
    }
}
