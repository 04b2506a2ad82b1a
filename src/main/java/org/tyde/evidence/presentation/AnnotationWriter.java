package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.List;

/// Writes figures, words and layers (PS3.3 C.10.5, C.10.7).
final class AnnotationWriter {
    private AnnotationWriter() {}

    static DataSet layer(GraphicLayer layer) {
        var item =
                DataSet.builder()
                        .text(Tag.GRAPHIC_LAYER, layer.name())
                        .integer(Tag.GRAPHIC_LAYER_ORDER, layer.order());
        if (layer.ink().isPresent())
            item.integer(
                            Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE,
                            layer.ink().get().grey())
                    .integer(
                            Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIE_LAB_VALUE,
                            layer.ink().get().cieLab());
        layer.description().ifPresent(d -> item.text(Tag.GRAPHIC_LAYER_DESCRIPTION, d));
        return item.build();
    }

    static DataSetBuilder annotation(Annotation annotation) {
        var item = DataSet.builder().text(Tag.GRAPHIC_LAYER, annotation.layer().name());
        var notes = annotation.notes().stream().map(AnnotationWriter::note).toList();
        var graphics = annotation.graphics().stream().map(AnnotationWriter::graphic).toList();
        if (!notes.isEmpty()) item.sequence(Tag.TEXT_OBJECT_SEQUENCE, notes);
        if (!graphics.isEmpty()) item.sequence(Tag.GRAPHIC_OBJECT_SEQUENCE, graphics);
        return item;
    }

    private static DataSet graphic(Graphic graphic) {
        var item =
                DataSet.builder()
                        .text(Tag.GRAPHIC_ANNOTATION_UNITS, units(graphic.points().getFirst()))
                        .integer(Tag.GRAPHIC_DIMENSIONS, 2)
                        .integer(Tag.NUMBER_OF_GRAPHIC_POINTS, graphic.points().size())
                        .decimal(Tag.GRAPHIC_DATA, data(graphic.points()))
                        .text(Tag.GRAPHIC_TYPE, graphic.kind().name());
        if (graphic.closed()) item.text(Tag.GRAPHIC_FILLED, graphic.filled() ? "Y" : "N");
        return item.build();
    }

    private static DataSet note(TextNote note) {
        var item = DataSet.builder();
        note.box()
                .ifPresent(
                        box ->
                                item.text(Tag.BOUNDING_BOX_ANNOTATION_UNITS, units(box.first()))
                                        .decimal(
                                                Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER,
                                                data(List.of(box.first())))
                                        .decimal(
                                                Tag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER,
                                                data(List.of(box.last())))
                                        .text(
                                                Tag.BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION,
                                                box.justification().name()));
        note.anchor()
                .ifPresent(
                        anchor ->
                                item.text(Tag.ANCHOR_POINT_ANNOTATION_UNITS, units(anchor.at()))
                                        .decimal(Tag.ANCHOR_POINT, data(List.of(anchor.at())))
                                        .text(
                                                Tag.ANCHOR_POINT_VISIBILITY,
                                                anchor.visible() ? "Y" : "N"));
        return item.text(Tag.UNFORMATTED_TEXT_VALUE, String.join("\r\n", note.lines())).build();
    }

    private static String units(Place place) {
        return switch (place) {
            case Place.InImage _ -> "PIXEL";
            case Place.InArea _ -> "DISPLAY";
        };
    }

    /// The corner of the first pixel is 0\0.
    private static double[] data(List<Place> places) {
        var data = new ArrayList<Double>();
        for (var place : places)
            switch (place) {
                case Place.InImage(var point) -> {
                    data.add(point.column() + 0.5);
                    data.add(point.row() + 0.5);
                }
                case Place.InArea(double across, double down) -> {
                    data.add(across);
                    data.add(down);
                }
            }
        return data.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
