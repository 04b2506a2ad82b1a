package org.tyde.imaging.overlay;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.PixelPolygon;
import org.tyde.imaging.lut.Ink;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// The Display Shutter and Bitmap Display Shutter modules of an image or a presentation state.
public final class ShutterReader {
    private ShutterReader() {}

    /// @param dataSet of an image or a presentation state
    /// @param aspect height of a pixel of the image over its width
    /// @param said takes [NotApplied#SHUTTER] where a shape cannot be read, [NotApplied#SHUTTER_COLOUR] where its
    ///     colour cannot
    /// @return the shutter; empty where there is none that can be read
    /// @throws IOException where it cannot be read
    public static Optional<DisplayShutter> of(DataSet dataSet, double aspect, Set<NotApplied> said)
            throws IOException {
        var shapes = new ArrayList<DisplayShutter.Shape>();
        for (var term : dataSet.texts(Tag.SHUTTER_SHAPE)) {
            var shape = shape(dataSet, term, aspect);
            if (shape.isPresent()) shapes.add(shape.get());
            else said.add(NotApplied.SHUTTER);
        }
        if (shapes.isEmpty()) return Optional.empty();
        return Optional.of(new DisplayShutter(shapes, ink(dataSet, said)));
    }

    /// On a colour display CIELab goes before the grey of a monochrome one (PS3.3 C.7.6.11).
    private static Ink ink(DataSet dataSet, Set<NotApplied> said) {
        try {
            int[] lab = dataSet.integers(Tag.SHUTTER_PRESENTATION_COLOR_CIE_LAB_VALUE);
            if (lab.length == 3) return Ink.ofCieLab(lab);
            if (lab.length > 0) said.add(NotApplied.SHUTTER_COLOUR);
        } catch (Refusal malformed) {
            said.add(NotApplied.SHUTTER_COLOUR);
        }
        try {
            return Ink.ofGrey(dataSet.integer(Tag.SHUTTER_PRESENTATION_VALUE).orElse(0));
        } catch (Refusal malformed) {
            said.add(NotApplied.SHUTTER_COLOUR);
            return Ink.ofGrey(0);
        }
    }

    private static Optional<DisplayShutter.Shape> shape(DataSet dataSet, String term, double aspect)
            throws IOException {
        try {
            return switch (term) {
                case "RECTANGULAR" -> rectangular(dataSet);
                case "CIRCULAR" -> circular(dataSet, aspect);
                case "POLYGONAL" -> polygonal(dataSet);
                case "BITMAP" -> bitmap(dataSet);
                default -> Optional.empty();
            };
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private static Optional<DisplayShutter.Shape> rectangular(DataSet dataSet) throws Refusal {
        var left = dataSet.integer(Tag.SHUTTER_LEFT_VERTICAL_EDGE);
        var right = dataSet.integer(Tag.SHUTTER_RIGHT_VERTICAL_EDGE);
        var upper = dataSet.integer(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE);
        var lower = dataSet.integer(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE);
        if (left.isEmpty() || right.isEmpty() || upper.isEmpty() || lower.isEmpty())
            return Optional.empty();
        return Optional.of(
                new DisplayShutter.Rectangular(
                        left.getAsInt() - 1,
                        right.getAsInt() - 1,
                        upper.getAsInt() - 1,
                        lower.getAsInt() - 1));
    }

    private static Optional<DisplayShutter.Shape> circular(DataSet dataSet, double aspect)
            throws Refusal {
        int[] centre = dataSet.integers(Tag.CENTER_OF_CIRCULAR_SHUTTER);
        int radius = dataSet.integer(Tag.RADIUS_OF_CIRCULAR_SHUTTER).orElse(-1);
        if (centre.length != 2 || radius < 0) return Optional.empty();
        return Optional.of(
                new DisplayShutter.Circular(centre[1] - 1, centre[0] - 1, radius, aspect));
    }

    private static Optional<DisplayShutter.Shape> polygonal(DataSet dataSet) throws Refusal {
        int[] vertices = dataSet.integers(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER);
        if (vertices.length < 6 || vertices.length % 2 != 0) return Optional.empty();
        var columns = new ArrayList<Integer>();
        var rows = new ArrayList<Integer>();
        for (int i = 0; i < vertices.length; i += 2) {
            rows.add(vertices[i] - 1);
            columns.add(vertices[i + 1] - 1);
        }
        return Optional.of(new DisplayShutter.Polygonal(new PixelPolygon(columns, rows)));
    }

    private static Optional<DisplayShutter.Shape> bitmap(DataSet dataSet) throws IOException {
        int group = dataSet.integer(Tag.SHUTTER_OVERLAY_GROUP).orElse(0);
        if ((group & 0xFFE1) != 0x6000) return Optional.empty();
        return OverlayPlane.of(dataSet, group).map(DisplayShutter.Bitmap::new);
    }
}
