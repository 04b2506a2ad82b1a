package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Angle;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.measure.Measured;
import org.tyde.measure.Measurement;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that was measured: where it is, how it is followed from one examination to the next, and its
/// numbers (PS3.16 TID 1501; TID 1410 where the figure bounds an area).
///
/// @param identifier what people call it (112039)
/// @param trackingUid the same in every examination in which the same thing is measured (112040)
/// @param finding what it is (121071), where somebody said so
/// @param site in the body (363698007, SCT), where known
/// @param side of a paired site
/// @param algorithm that measured, empty where a person did
/// @param figure on the image
/// @param values at least one, of that figure
/// @param further other figures of the same thing, with their numbers
public record MeasurementGroup(
        String identifier,
        String trackingUid,
        Optional<Code> finding,
        Optional<Code> site,
        Optional<Laterality> side,
        Optional<Algorithm> algorithm,
        Figure figure,
        List<MeasuredValue> values,
        List<Further> further) {
    /// Another figure of the same thing, such as its short axis.
    ///
    /// @param figure on an image
    /// @param values at least one, of that figure
    public record Further(Figure figure, List<MeasuredValue> values) {
        /// @throws IllegalArgumentException without a value
        public Further {
            values = List.copyOf(values);
            if (values.isEmpty()) throw new IllegalArgumentException("a figure of no measurements");
        }
    }

    /// @throws IllegalArgumentException without a value or identifier, or with a side of no site
    public MeasurementGroup {
        values = List.copyOf(values);
        further = List.copyOf(further);
        if (values.isEmpty()) throw new IllegalArgumentException("a group of no measurements");
        if (identifier.isBlank() || trackingUid.isBlank())
            throw new IllegalArgumentException("a measurement that cannot be followed");
        if (side.isPresent() && site.isEmpty())
            throw new IllegalArgumentException("a side of no site");
    }

    /// Of one figure.
    ///
    /// @param identifier what people call it (112039)
    /// @param trackingUid the same in every examination in which the same thing is measured (112040)
    /// @param finding what it is (121071), where somebody said so
    /// @param site in the body (363698007, SCT), where known
    /// @param side of a paired site
    /// @param algorithm that measured, empty where a person did
    /// @param figure on the image
    /// @param values at least one
    public MeasurementGroup(
            String identifier,
            String trackingUid,
            Optional<Code> finding,
            Optional<Code> site,
            Optional<Laterality> side,
            Optional<Algorithm> algorithm,
            Figure figure,
            List<MeasuredValue> values) {
        this(identifier, trackingUid, finding, site, side, algorithm, figure, values, List.of());
    }

    /// @param other of the same thing
    /// @return both as one: a report tracks nothing twice
    /// @throws IllegalArgumentException it is of another thing
    public MeasurementGroup plus(MeasurementGroup other) {
        if (!other.trackingUid.equals(trackingUid))
            throw new IllegalArgumentException("measurements of two things");
        var more = new ArrayList<>(further);
        more.add(new Further(other.figure, other.values));
        more.addAll(other.further);
        return new MeasurementGroup(
                identifier, trackingUid, finding, site, side, algorithm, figure, values, more);
    }

    /// @param what it is, where somebody said so
    /// @param where in the body
    /// @param which of a paired site
    /// @return the same measurement of that
    public MeasurementGroup of(
            Optional<Code> what, Optional<Code> where, Optional<Laterality> which) {
        return new MeasurementGroup(
                identifier, trackingUid, what, where, which, algorithm, figure, values, further);
    }

    /// @return the numbers of all figures
    public List<MeasuredValue> allValues() {
        var all = new ArrayList<>(values);
        for (var one : further) all.addAll(one.values);
        return all;
    }

    /// @return the images drawn on, each once
    public List<InstanceReference> images() {
        return Stream.concat(Stream.of(figure), further.stream().map(Further::figure))
                .map(Figure::image)
                .distinct()
                .toList();
    }

    /// @param drawn by the reader
    /// @param numbers of it
    /// @param image drawn on
    /// @param identifier what people call it
    /// @param trackingUid of the thing measured
    /// @param modality of the image
    /// @return the group, of nothing said about what and where; empty where no number can be said, or none
    ///     but in pixels
    public static Optional<MeasurementGroup> of(
            Measurement drawn,
            Measured numbers,
            InstanceReference image,
            String identifier,
            String trackingUid,
            String modality) {
        var values = new ArrayList<MeasuredValue>();
        for (var value : numbers.values())
            if (UcumUnits.known(value.quantity().unit().ucum()))
                values.add(MeasurementConcepts.value(value.kind(), value.quantity(), modality));
        if (values.isEmpty()) return Optional.empty();
        return Optional.of(
                new MeasurementGroup(
                        identifier,
                        trackingUid,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        figure(drawn, image),
                        values));
    }

    private static Figure figure(Measurement drawn, InstanceReference image) {
        return switch (drawn) {
            case Length length -> stored(Figure.Graphic.POLYLINE, length.points(), image);
            case Angle angle -> stored(Figure.Graphic.POLYLINE, angle.points(), image);
            case Ellipse ellipse -> stored(Figure.Graphic.ELLIPSE, axes(ellipse), image);
        };
    }

    /// Major axis first (PS3.3 C.18.6.1.2).
    private static List<ImagePoint> axes(Ellipse ellipse) {
        var middle = ellipse.centre();
        var across =
                List.of(
                        middle.plus(-ellipse.columnRadius(), 0),
                        middle.plus(ellipse.columnRadius(), 0));
        var down =
                List.of(middle.plus(0, -ellipse.rowRadius()), middle.plus(0, ellipse.rowRadius()));
        boolean wide = ellipse.columnRadius() >= ellipse.rowRadius();
        var axes = new ArrayList<>(wide ? across : down);
        axes.addAll(wide ? down : across);
        return axes;
    }

    /// An SR counts from the top left corner of the first pixel, whose centre is 0.5\0.5 (PS3.3 C.18.6.1.1).
    private static Figure stored(
            Figure.Graphic graphic, List<ImagePoint> points, InstanceReference image) {
        return new Figure(graphic, points.stream().map(p -> p.plus(0.5, 0.5)).toList(), image);
    }
}
