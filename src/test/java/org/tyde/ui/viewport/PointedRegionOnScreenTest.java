package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.SopClass;
import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;
import org.tyde.geometry.ImagePoint;
import org.tyde.ui.Screens;

import java.util.List;
import java.util.Optional;

/// A region of a document on its image.
@Timeout(120)
class PointedRegionOnScreenTest {
    @Test
    void aRegionIsDrawnOnItsFrameOnlyAndUntilAnotherIsPointedAt() throws Exception {
        try (var desk = new DeskOfSamples(700, 600)) {
            var open = desk.open("CT");
            var key = Screens.on(() -> open.viewport(0).frame().orElseThrow().key());
            var image =
                    new InstanceReference(
                            "1", "2", SopClass.CT_IMAGE_STORAGE, key.sopInstanceUid());
            var circle =
                    new Figure(
                            Figure.Graphic.CIRCLE,
                            List.of(new ImagePoint(200, 250), new ImagePoint(260, 250)),
                            image);
            Screens.run(() -> desk.desk.point(Optional.of(new PointedRegion(key, circle))));
            desk.keep("pointed-region");
            assertEquals(1, drawn(desk));
            Screens.run(() -> open.goTo(0, 1));
            desk.settle();
            assertEquals(0, drawn(desk));
            Screens.run(() -> open.goTo(0, 0));
            Screens.run(() -> desk.desk.point(Optional.empty()));
            desk.settle();
            assertEquals(0, drawn(desk));
        }
    }

    private static int drawn(DeskOfSamples desk) throws Exception {
        return Screens.on(() -> desk.grid.lookupAll(".pointed-region").size());
    }
}
