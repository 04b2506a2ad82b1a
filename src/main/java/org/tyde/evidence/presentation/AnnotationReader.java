package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.lut.Ink;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads the Graphic Annotation and Graphic Layer modules (PS3.3 C.10.5, C.10.7). What is not as the
/// standard has it is left out and said; the rest is read.
final class AnnotationReader {
    private static final int MOST_POINTS = 1 << 20;

    private final Set<NotApplied> said;

    /// @param said takes what cannot be drawn
    AnnotationReader(Set<NotApplied> said) {
        this.said = said;
    }

    /// @param items of Graphic Annotation Sequence (0070,0001) that are for the frame
    /// @param layers of the state
    /// @return what is to be drawn, the lowest layer first
    List<Annotation> annotations(List<DataSet> items, List<GraphicLayer> layers) {
        var read = new ArrayList<Annotation>();
        for (var item : items) {
            var graphics = graphics(item);
            var notes = notes(item);
            compound(item);
            if (graphics.isEmpty() && notes.isEmpty()) continue;
            read.add(new Annotation(layer(item, layers), graphics, notes));
        }
        read.sort(Comparator.comparingInt(a -> a.layer().order()));
        return List.copyOf(read);
    }

    /// @param state a presentation state
    /// @return its layers, the lowest first
    static List<GraphicLayer> layers(DataSet state) throws DicomFormatException {
        var layers = new ArrayList<GraphicLayer>();
        for (var item : state.sequence(Tag.GRAPHIC_LAYER_SEQUENCE))
            layers.add(
                    new GraphicLayer(
                            item.textOr(Tag.GRAPHIC_LAYER, ""),
                            item.integer(Tag.GRAPHIC_LAYER_ORDER).orElse(0),
                            ink(item),
                            item.text(Tag.GRAPHIC_LAYER_DESCRIPTION)));
        layers.sort(Comparator.comparingInt(GraphicLayer::order));
        return List.copyOf(layers);
    }

    private static Optional<Ink> ink(DataSet layer) throws DicomFormatException {
        var lab = cieLab(layer, Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIE_LAB_VALUE);
        if (lab.isPresent()) return lab;
        var grey = layer.integer(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE);
        return grey.isPresent() ? Optional.of(Ink.ofGrey(grey.getAsInt())) : Optional.empty();
    }

    private static Optional<Ink> cieLab(DataSet item, Tag tag) throws DicomFormatException {
        int[] lab = item.integers(tag);
        return lab.length == 3 ? Optional.of(Ink.ofCieLab(lab)) : Optional.empty();
    }

    /// A layer that the state does not list lies on top.
    private static GraphicLayer layer(DataSet item, List<GraphicLayer> layers) {
        String name = "";
        try {
            name = item.textOr(Tag.GRAPHIC_LAYER, "");
        } catch (DicomFormatException malformed) {
            // as a layer without a name
        }
        for (var layer : layers) if (layer.name().equals(name)) return layer;
        return new GraphicLayer(name, Integer.MAX_VALUE, Optional.empty(), Optional.empty());
    }

    private interface Reading<T> {
        Optional<T> of(DataSet item) throws DicomFormatException;
    }

    private <T> List<T> each(DataSet annotation, Tag sequence, Reading<T> reading) {
        var read = new ArrayList<T>();
        try {
            for (var item : annotation.sequence(sequence)) {
                var one = one(item, reading);
                if (one.isPresent()) read.add(one.get());
                else said.add(NotApplied.ANNOTATIONS);
            }
        } catch (DicomFormatException malformed) {
            said.add(NotApplied.ANNOTATIONS);
        }
        return read;
    }

    private static <T> Optional<T> one(DataSet item, Reading<T> reading) {
        try {
            return reading.of(item);
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }

    private List<Graphic> graphics(DataSet annotation) {
        return each(annotation, Tag.GRAPHIC_OBJECT_SEQUENCE, AnnotationReader::graphic);
    }

    private List<TextNote> notes(DataSet annotation) {
        return each(annotation, Tag.TEXT_OBJECT_SEQUENCE, AnnotationReader::note);
    }

    private static Optional<Graphic> graphic(DataSet item) throws DicomFormatException {
        var kind = kind(item.textOr(Tag.GRAPHIC_TYPE, ""));
        double[] data = item.decimals(Tag.GRAPHIC_DATA);
        int dimensions = item.integer(Tag.GRAPHIC_DIMENSIONS).orElse(2);
        int stated = item.integer(Tag.NUMBER_OF_GRAPHIC_POINTS).orElse(data.length / 2);
        boolean counts = dimensions == 2 && data.length == 2 * stated && stated <= MOST_POINTS;
        if (kind.isEmpty() || !counts || !kind.get().takes(stated)) return Optional.empty();
        var points = new ArrayList<Place>();
        var units = item.textOr(Tag.GRAPHIC_ANNOTATION_UNITS, "");
        for (int i = 0; i < data.length; i += 2) {
            var place = place(units, data[i], data[i + 1]);
            if (place.isEmpty()) return Optional.empty();
            points.add(place.get());
        }
        var fill = item.item(Tag.FILL_STYLE_SEQUENCE);
        return Optional.of(
                new Graphic(
                        kind.get(),
                        points,
                        item.textOr(Tag.GRAPHIC_FILLED, "N").equals("Y"),
                        line(item),
                        fill.isPresent()
                                ? cieLab(fill.get(), Tag.PATTERN_ON_COLOR_CIE_LAB_VALUE)
                                : Optional.empty()));
    }

    private static Optional<Graphic.Kind> kind(String term) {
        for (var kind : Graphic.Kind.values())
            if (kind.name().equals(term)) return Optional.of(kind);
        return Optional.empty();
    }

    private static Optional<Place> place(String units, double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) return Optional.empty();
        return switch (units) {
            // the corner of the first pixel is 0\0
            case "PIXEL" -> Optional.of(new Place.InImage(new ImagePoint(x - 0.5, y - 0.5)));
            case "DISPLAY" -> Optional.of(new Place.InArea(x, y));
            default -> Optional.empty();
        };
    }

    private static LineStyle line(DataSet item) throws DicomFormatException {
        var style = item.item(Tag.LINE_STYLE_SEQUENCE);
        if (style.isEmpty()) return LineStyle.PLAIN;
        double thickness = style.get().decimal(Tag.LINE_THICKNESS).orElse(0);
        return new LineStyle(
                cieLab(style.get(), Tag.PATTERN_ON_COLOR_CIE_LAB_VALUE),
                thickness > 0 && thickness < 100
                        ? OptionalDouble.of(thickness)
                        : OptionalDouble.empty(),
                style.get().textOr(Tag.LINE_DASHING_STYLE, "SOLID").equals("DASHED"));
    }

    private static Optional<TextNote> note(DataSet item) throws DicomFormatException {
        var lines = List.of(item.textOr(Tag.UNFORMATTED_TEXT_VALUE, "").split("\r\n|\n\r|\r|\n"));
        var box = box(item);
        var at =
                placeOf(
                        item.textOr(Tag.ANCHOR_POINT_ANNOTATION_UNITS, ""),
                        item.decimals(Tag.ANCHOR_POINT));
        boolean visible = item.textOr(Tag.ANCHOR_POINT_VISIBILITY, "N").equals("Y");
        if (box.isEmpty() && at.isEmpty()) return Optional.empty();
        var style = item.item(Tag.TEXT_STYLE_SEQUENCE);
        return Optional.of(
                new TextNote(
                        lines.isEmpty() ? List.of("") : lines,
                        box,
                        at.map(p -> new TextNote.Anchor(p, visible)),
                        style.isPresent()
                                ? cieLab(style.get(), Tag.TEXT_COLOR_CIE_LAB_VALUE)
                                : Optional.empty()));
    }

    private static Optional<Place> placeOf(String units, double[] point) {
        return point.length == 2 ? place(units, point[0], point[1]) : Optional.empty();
    }

    private static Optional<TextNote.Box> box(DataSet item) throws DicomFormatException {
        var units = item.textOr(Tag.BOUNDING_BOX_ANNOTATION_UNITS, "");
        var first = placeOf(units, item.decimals(Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER));
        var last = placeOf(units, item.decimals(Tag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER));
        if (first.isEmpty() || last.isEmpty()) return Optional.empty();
        var justification =
                switch (item.textOr(Tag.BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION, "LEFT")) {
                    case "CENTER" -> TextNote.Justification.CENTER;
                    case "RIGHT" -> TextNote.Justification.RIGHT;
                    default -> TextNote.Justification.LEFT;
                };
        return Optional.of(new TextNote.Box(first.get(), last.get(), justification));
    }

    /// A compound graphic comes with simple figures of the same instance for programs that draw only those
    /// (PS3.3 C.10.5.1.3); one that comes without is said.
    private void compound(DataSet annotation) {
        try {
            var simple = new HashSet<Long>();
            for (var sequence : List.of(Tag.GRAPHIC_OBJECT_SEQUENCE, Tag.TEXT_OBJECT_SEQUENCE))
                for (var item : annotation.sequence(sequence))
                    item.longInteger(Tag.COMPOUND_GRAPHIC_INSTANCE_ID).ifPresent(simple::add);
            for (var item : annotation.sequence(Tag.COMPOUND_GRAPHIC_SEQUENCE)) {
                var id = item.longInteger(Tag.COMPOUND_GRAPHIC_INSTANCE_ID);
                if (id.isEmpty() || !simple.contains(id.getAsLong()))
                    said.add(NotApplied.COMPOUND_GRAPHIC);
            }
        } catch (Refusal malformed) {
            said.add(NotApplied.COMPOUND_GRAPHIC);
        }
    }
}
