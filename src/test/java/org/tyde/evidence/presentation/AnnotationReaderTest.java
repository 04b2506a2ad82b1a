package org.tyde.evidence.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.lut.Ink;
import org.tyde.imaging.lut.NotApplied;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Figures and words as a state has them; what is not as the standard has it is left out and said.
class AnnotationReaderTest {
    private final Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);

    private static DataSetBuilder graphic(String type, String units, double... data) {
        return DataSet.builder()
                .text(Tag.GRAPHIC_ANNOTATION_UNITS, units)
                .integer(Tag.GRAPHIC_DIMENSIONS, 2)
                .integer(Tag.NUMBER_OF_GRAPHIC_POINTS, data.length / 2)
                .decimal(Tag.GRAPHIC_DATA, data)
                .text(Tag.GRAPHIC_TYPE, type)
                .text(Tag.GRAPHIC_FILLED, "N");
    }

    private List<Annotation> read(DataSetBuilder... graphics) throws Exception {
        var objects = java.util.Arrays.stream(graphics).map(DataSetBuilder::build).toList();
        return readItem(
                DataSet.builder()
                        .text(Tag.GRAPHIC_LAYER, "A")
                        .sequence(Tag.GRAPHIC_OBJECT_SEQUENCE, objects));
    }

    private List<Annotation> readItem(DataSetBuilder item) throws Exception {
        return new AnnotationReader(said).annotations(List.of(item.build()), List.of());
    }

    @Test
    void pixelUnitsCountFromTheCornerOfTheFirstPixel() throws Exception {
        var one = read(graphic("POINT", "PIXEL", 1, 2)).getFirst().graphics().getFirst();
        assertEquals(List.of(new Place.InImage(new ImagePoint(0.5, 1.5))), one.points());
    }

    @Test
    void displayUnitsStayInTheDisplayedArea() throws Exception {
        var one = read(graphic("POINT", "DISPLAY", 0.25, 1)).getFirst().graphics().getFirst();
        assertEquals(List.of(new Place.InArea(0.25, 1)), one.points());
    }

    @ParameterizedTest
    @CsvSource({
        "ARROW, PIXEL, 2",
        "POLYLINE, MATRIX, 2",
        "CIRCLE, PIXEL, 3",
        "ELLIPSE, PIXEL, 2",
        "POINT, PIXEL, 2",
        "POLYLINE, PIXEL, 1",
        "POLYLINE, '', 2"
    })
    void aFigureOfUnknownKindUnitsOrPointsIsSaidAndTheOthersAreRead(
            String type, String units, int points) throws Exception {
        var read =
                read(graphic(type, units, new double[2 * points]), graphic("POINT", "PIXEL", 1, 1));
        assertEquals(1, read.getFirst().graphics().size());
        assertEquals(Set.of(NotApplied.ANNOTATIONS), said);
    }

    @Test
    void aNumberOfPointsThatDisagreesWithTheDataIsSaid() throws Exception {
        var wrong =
                graphic("POLYLINE", "PIXEL", 1, 1, 2, 2).integer(Tag.NUMBER_OF_GRAPHIC_POINTS, 3);
        assertEquals(List.of(), read(wrong));
        assertEquals(Set.of(NotApplied.ANNOTATIONS), said);
    }

    @Test
    void aFigureClosesWhereItEndsAtItsBeginning() throws Exception {
        var read =
                read(
                        graphic("POLYLINE", "PIXEL", 1, 1, 5, 1, 5, 5, 1, 1),
                        graphic("POLYLINE", "PIXEL", 1, 1, 5, 1, 5, 5));
        assertEquals(
                List.of(true, false),
                read.getFirst().graphics().stream().map(Graphic::closed).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\r\ntwo", "one\ntwo", "one\rtwo", "one\n\rtwo"})
    void linesOfTextEndInAnyOfTheFourWays(String text) throws Exception {
        var note =
                DataSet.builder()
                        .text(Tag.ANCHOR_POINT_ANNOTATION_UNITS, "PIXEL")
                        .text(Tag.UNFORMATTED_TEXT_VALUE, text)
                        .decimal(Tag.ANCHOR_POINT, 3, 4)
                        .text(Tag.ANCHOR_POINT_VISIBILITY, "Y")
                        .build();
        var read =
                readItem(
                        DataSet.builder()
                                .text(Tag.GRAPHIC_LAYER, "A")
                                .sequence(Tag.TEXT_OBJECT_SEQUENCE, note));
        var one = read.getFirst().notes().getFirst();
        assertEquals(List.of("one", "two"), one.lines());
        assertEquals(Optional.empty(), one.box());
        assertTrue(one.anchor().orElseThrow().visible());
    }

    @Test
    void textThatStandsNowhereIsSaid() throws Exception {
        var note = DataSet.builder().text(Tag.UNFORMATTED_TEXT_VALUE, "x").build();
        assertEquals(
                List.of(), readItem(DataSet.builder().sequence(Tag.TEXT_OBJECT_SEQUENCE, note)));
        assertEquals(Set.of(NotApplied.ANNOTATIONS), said);
    }

    @Test
    void layersAreDrawnInTheirOrderAndOneThatIsNotListedLast() throws Exception {
        var state =
                DataSet.builder()
                        .sequence(
                                Tag.GRAPHIC_LAYER_SEQUENCE,
                                layer("TOP", 2).build(),
                                layer("LOW", 1)
                                        .integer(
                                                Tag
                                                        .GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE,
                                                65535)
                                        .build())
                        .build();
        var layers = AnnotationReader.layers(state);
        var items =
                java.util.stream.Stream.of("NOWHERE", "TOP", "LOW")
                        .map(
                                name ->
                                        DataSet.builder()
                                                .text(Tag.GRAPHIC_LAYER, name)
                                                .sequence(
                                                        Tag.GRAPHIC_OBJECT_SEQUENCE,
                                                        graphic("POINT", "PIXEL", 1, 1).build())
                                                .build())
                        .toList();
        var read = new AnnotationReader(said).annotations(items, layers);
        assertEquals(
                List.of("LOW", "TOP", "NOWHERE"),
                read.stream().map(a -> a.layer().name()).toList());
        assertEquals(Optional.of(new Ink(0xFFFFFF)), read.getFirst().layer().ink());
    }

    private static DataSetBuilder layer(String name, int order) {
        return DataSet.builder()
                .text(Tag.GRAPHIC_LAYER, name)
                .integer(Tag.GRAPHIC_LAYER_ORDER, order);
    }

    @ParameterizedTest
    @CsvSource({"7, true", "8, false"})
    void aCompoundGraphicIsDrawnByItsSimpleFiguresOrSaid(int instance, boolean drawn)
            throws Exception {
        var compound =
                DataSet.builder()
                        .integer(Tag.COMPOUND_GRAPHIC_INSTANCE_ID, 7)
                        .text(Tag.COMPOUND_GRAPHIC_TYPE, "ARROW")
                        .build();
        var simple =
                graphic("POLYLINE", "PIXEL", 1, 1, 2, 2)
                        .integer(Tag.COMPOUND_GRAPHIC_INSTANCE_ID, instance);
        readItem(
                DataSet.builder()
                        .sequence(Tag.GRAPHIC_OBJECT_SEQUENCE, simple.build())
                        .sequence(Tag.COMPOUND_GRAPHIC_SEQUENCE, compound));
        assertEquals(drawn ? Set.of() : Set.of(NotApplied.COMPOUND_GRAPHIC), said);
    }
}
