package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Point3;

import java.util.List;

class ReadFiguresTest {
    private static DataSetBuilder item(String type, String graphic, double... data) {
        return DataSet.builder()
                .text(Tag.VALUE_TYPE, type)
                .text(Tag.GRAPHIC_TYPE, graphic)
                .decimal(Tag.GRAPHIC_DATA, data);
    }

    private static DataSet onImage(String graphic, double... data) {
        var sop =
                DataSet.builder()
                        .text(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "1.2.3.2")
                        .build();
        var image =
                DataSet.builder()
                        .text(Tag.VALUE_TYPE, "IMAGE")
                        .sequence(Tag.REFERENCED_SOP_SEQUENCE, List.of(sop))
                        .build();
        return item("SCOORD", graphic, data).sequence(Tag.CONTENT_SEQUENCE, List.of(image)).build();
    }

    private static DataSet inSpace(String graphic, double... data) {
        return item("SCOORD3D", graphic, data)
                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "1.2.9")
                .build();
    }

    @Test
    void figuresAreFoundAnywhereBelowAGroup() {
        var number =
                DataSet.builder()
                        .text(Tag.VALUE_TYPE, "NUM")
                        .sequence(Tag.CONTENT_SEQUENCE, List.of(onImage("POLYLINE", 1, 2, 3, 4)))
                        .build();
        var read =
                ReadFigures.of(
                        List.of(number, inSpace("POLYGON", 1, 2, 3, 4, 5, 6, 7, 8, 9)), List.of());
        assertEquals(1, read.onImages().size());
        assertEquals(
                List.of(new ImagePoint(1, 2), new ImagePoint(3, 4)),
                read.onImages().getFirst().points());
        assertEquals("1.2.3.2", read.onImages().getFirst().image().sopUid());
        assertEquals(new Point3(7, 8, 9), read.inSpace().getFirst().points().getLast());
        assertEquals("1.2.9", read.inSpace().getFirst().frameOfReference());
    }

    @Test
    void whatCannotBeDrawnAsWrittenIsLeftOutAndTheRestIsThere() {
        var read =
                ReadFigures.of(
                        List.of(
                                inSpace("ELLIPSOID", new double[18]),
                                onImage("CIRCLE", 1, 2),
                                onImage("SPIRAL", 1, 2, 3, 4),
                                onImage("POINT", 5, 6)),
                        List.of());
        assertEquals(List.of(), read.inSpace());
        assertEquals(1, read.onImages().size());
        assertEquals(Figure.Graphic.POINT, read.onImages().getFirst().graphic());
    }

    @Test
    void aFigureInSpaceHasItsFrameOfReferenceAndEnoughPoints() {
        var one = List.of(new Point3(0, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SpaceFigure(SpaceFigure.Graphic.POINT, one, " "));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SpaceFigure(SpaceFigure.Graphic.POLYGON, one, "1.2.9"));
    }
}
