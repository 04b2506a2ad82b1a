package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Point3;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The figures of a measurement group, on images and in space. What cannot be drawn as it is written is left out.
///
/// @param onImages SCOORD items, each on the image it was selected from (PS3.3 C.18.6)
/// @param inSpace SCOORD3D items; an ellipsoid, which no plane shows as it is, is left out
public record ReadFigures(List<Figure> onImages, List<SpaceFigure> inSpace) {
    /// Nothing is drawn.
    public static final ReadFigures NONE = new ReadFigures(List.of(), List.of());

    private static final int DEEPEST = 16;
    private static final int MOST = 500;

    /// Copies both.
    public ReadFigures {
        onImages = List.copyOf(onImages);
        inSpace = List.copyOf(inSpace);
    }

    static ReadFigures of(List<DataSet> items, List<InstanceReference> evidence) {
        var found = new Found();
        for (var item : items) found.look(item, evidence, 0);
        return new ReadFigures(found.onImages, found.inSpace);
    }

    /// What was found so far.
    private static final class Found {
        private final List<Figure> onImages = new ArrayList<>();
        private final List<SpaceFigure> inSpace = new ArrayList<>();

        void look(DataSet item, List<InstanceReference> evidence, int depth) {
            if (depth > DEEPEST || onImages.size() + inSpace.size() > MOST) return;
            try {
                switch (item.textOr(Tag.VALUE_TYPE, "")) {
                    case "SCOORD" -> onImage(item, evidence);
                    case "SCOORD3D" -> inSpace(item);
                    default -> {}
                }
                for (var child : item.sequence(Tag.CONTENT_SEQUENCE))
                    look(child, evidence, depth + 1);
            } catch (DicomFormatException | IllegalArgumentException malformed) {
                // the group is read without it
            }
        }

        private void onImage(DataSet item, List<InstanceReference> evidence)
                throws DicomFormatException {
            var data = item.decimals(Tag.GRAPHIC_DATA);
            var points = new ArrayList<ImagePoint>();
            for (int i = 0; i + 1 < data.length; i += 2)
                points.add(new ImagePoint(data[i], data[i + 1]));
            var graphic = Figure.Graphic.valueOf(graphic(item));
            for (var child : item.sequence(Tag.CONTENT_SEQUENCE))
                for (var sop : child.sequence(Tag.REFERENCED_SOP_SEQUENCE))
                    onImages.add(
                            new Figure(graphic, points, ReadDocument.reference(sop, evidence)));
        }

        private void inSpace(DataSet item) throws DicomFormatException {
            var data = item.decimals(Tag.GRAPHIC_DATA);
            var points = new ArrayList<Point3>();
            for (int i = 0; i + 2 < data.length; i += 3)
                points.add(new Point3(data[i], data[i + 1], data[i + 2]));
            inSpace.add(
                    new SpaceFigure(
                            SpaceFigure.Graphic.valueOf(graphic(item)),
                            points,
                            item.textOr(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "")));
        }

        private static String graphic(DataSet item) throws DicomFormatException {
            return item.textOr(Tag.GRAPHIC_TYPE, "").toUpperCase(Locale.ROOT);
        }
    }
}
