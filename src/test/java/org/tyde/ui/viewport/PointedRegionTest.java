package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.SopClass;
import org.tyde.evidence.Figure;
import org.tyde.evidence.Figure.Graphic;
import org.tyde.evidence.InstanceReference;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.FrameKey;

import java.util.ArrayList;
import java.util.List;

/// SCOORD counts from the outer corner of the first pixel, images from its centre (PS3.3 C.18.6.1.1).
class PointedRegionTest {
    private static List<List<ImagePoint>> lines(Graphic graphic, double... data) {
        var points = new ArrayList<ImagePoint>();
        for (int i = 0; i < data.length; i += 2) points.add(new ImagePoint(data[i], data[i + 1]));
        var image = new InstanceReference("1", "2", SopClass.CT_IMAGE_STORAGE, "3");
        return new PointedRegion(new FrameKey("3", 1), new Figure(graphic, points, image)).lines();
    }

    @Test
    void aPolylineLiesHalfAPixelUpAndLeft() {
        assertEquals(
                List.of(List.of(new ImagePoint(0, 0), new ImagePoint(10, 4))),
                lines(Graphic.POLYLINE, 0.5, 0.5, 10.5, 4.5));
    }

    @Test
    void aCircleIsAllAroundItsCentre() {
        var round = lines(Graphic.CIRCLE, 10.5, 10.5, 13.5, 14.5).getFirst();
        for (var p : round) assertEquals(5, Math.hypot(p.column() - 10, p.row() - 10), 1e-9);
    }

    @Test
    void anEllipseTouchesTheEndsOfItsAxes() {
        var round = lines(Graphic.ELLIPSE, 0.5, 5.5, 20.5, 5.5, 10.5, 0.5, 10.5, 10.5).getFirst();
        double right = round.stream().mapToDouble(ImagePoint::column).max().orElseThrow();
        double top = round.stream().mapToDouble(ImagePoint::row).min().orElseThrow();
        assertEquals(20, right, 1e-9);
        assertEquals(0, top, 1e-9);
    }

    @Test
    void eachPointIsACross() {
        assertEquals(4, lines(Graphic.MULTIPOINT, 1, 1, 2, 2).size());
    }
}
