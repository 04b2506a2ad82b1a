package org.tyde.evidence.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

class ContentTreeTest {
    private static final Locale NORWEGIAN = Locale.of("nb", "NO");

    @Test
    void aPointerLeadsToTheItemItNames() {
        var tree = ContentTree.of(ExampleTrees.everyType());
        var pointer =
                assertInstanceOf(
                        ContentValue.Pointer.class,
                        tree.at(List.of(1, 1, 1)).orElseThrow().value());
        assertEquals("NUM", tree.at(pointer.target()).orElseThrow().value().type());
        assertEquals(List.of(), tree.flaws());
    }

    @Test
    void aPointerThatLeadsNowhereSaysSoInBothLanguages() {
        var tree = tree(ExampleTrees.pointer(1, 9));
        assertEquals(
                "This item points at item 1.9, which is not in the document. (1.1, PS3.3"
                        + " C.17.3.2.5)",
                tree.flaws().getFirst().sentence(Locale.ENGLISH));
        assertEquals(
                "Dette elementet viser til element 1.9, som ikke finnes i dokumentet."
                        + " (1.1, PS3.3 C.17.3.2.5)",
                tree.flaws().getFirst().sentence(NORWEGIAN));
    }

    @Test
    void pointersInACircleAreFoundAlsoOverOtherItems() {
        var toRoot = tree(ExampleTrees.pointer(1));
        assertEquals(ContentReason.POINTS_IN_A_CIRCLE, toRoot.flaws().getFirst().reason());
        var twoItems =
                tree(
                        with(ExampleTrees.pointer(1, 2)),
                        with(ExampleTrees.pointer(1, 1)),
                        with(ExampleTrees.pointer(1, 1)));
        assertEquals(
                List.of("1.2.1"),
                twoItems.flaws().stream().map(Flaw::place).toList(),
                "the one that closes the circle");
    }

    @Test
    void anUnknownTypeKeepsWhatTextItHas() {
        var tree = tree(ExampleTrees.item("CONTAINS", "ODOUR").text(Tag.TEXT_VALUE, "a").build());
        var unread =
                assertInstanceOf(
                        ContentValue.Unread.class, tree.root().children().getFirst().value());
        assertEquals("a", unread.rest());
        assertEquals(List.of(ContentReason.UNKNOWN_VALUE_TYPE), reasons(tree));
    }

    @Test
    void whatIsMissingIsSaidAndTheRestStays() {
        var tree =
                tree(
                        DataSet.builder().text(Tag.TEXT_VALUE, "b").build(),
                        ExampleTrees.item("SMELLS OF", "TEXT").text(Tag.TEXT_VALUE, "c").build(),
                        ExampleTrees.item("CONTAINS", "NUM").build(),
                        ExampleTrees.item("CONTAINS", "SCOORD")
                                .text(Tag.GRAPHIC_TYPE, "POINT")
                                .decimal(Tag.GRAPHIC_DATA, 1, 1)
                                .build());
        assertEquals(
                List.of(
                        ContentReason.NO_RELATIONSHIP,
                        ContentReason.NO_VALUE_TYPE,
                        ContentReason.UNKNOWN_RELATIONSHIP,
                        ContentReason.NO_VALUE,
                        ContentReason.PLACE_WITHOUT_IMAGE),
                reasons(tree));
        assertEquals(4, tree.root().children().size());
    }

    @Test
    void aMalformedValueNamesItsTag() {
        var bad =
                ExampleTrees.item("CONTAINS", "SCOORD")
                        .text(Tag.GRAPHIC_TYPE, "POINT")
                        .bytes(Tag.GRAPHIC_DATA, org.tyde.dicom.Vr.FL, new byte[] {1, 2})
                        .build();
        var flaw = tree(bad).flaws().getFirst();
        assertEquals(ContentReason.UNREADABLE, flaw.reason());
        assertTrue(flaw.sentence(Locale.ENGLISH).contains("(0070,0022)"), flaw::toString);
    }

    @Test
    void aConceptWithoutCodeKeepsItsMeaning() {
        var item =
                DataSet.builder()
                        .text(Tag.RELATIONSHIP_TYPE, "CONTAINS")
                        .text(Tag.VALUE_TYPE, "TEXT")
                        .text(Tag.TEXT_VALUE, "x")
                        .sequence(
                                Tag.CONCEPT_NAME_CODE_SEQUENCE,
                                DataSet.builder().text(Tag.CODE_MEANING, "Diagnosis").build())
                        .build();
        var concept = tree(item).root().children().getFirst().concept();
        assertEquals(new Code("", "", "Diagnosis"), concept.orElseThrow());
    }

    @Test
    void aTableHasItsRowsAndSaysWhichCellDoesNotFit() {
        var tree = ContentTree.of(ExampleTrees.table());
        var table =
                assertInstanceOf(
                        ContentValue.Table.class, tree.root().children().getFirst().value());
        assertEquals(List.of(List.of("1.5", "2.5"), List.of("", "Mass")), table.cells());
        assertEquals(List.of("Area [mm2]", ""), table.columns());
        assertEquals(List.of(ContentReason.CELL_OUTSIDE), reasons(tree));
    }

    @Test
    void anExactNumberIsReadWhereTheDecimalIsAbsent() {
        var fraction =
                DataSet.builder()
                        .integer(Tag.RATIONAL_NUMERATOR_VALUE, 1)
                        .integer(Tag.RATIONAL_DENOMINATOR_VALUE, 3)
                        .build();
        var tree =
                tree(
                        ExampleTrees.item("CONTAINS", "NUM")
                                .sequence(Tag.MEASURED_VALUE_SEQUENCE, fraction)
                                .build());
        var number =
                assertInstanceOf(
                        ContentValue.Numeric.class, tree.root().children().getFirst().value());
        assertEquals("1/3", number.written().orElseThrow());
    }

    @Test
    void nestingWithoutEndStopsAndSaysHowMuchIsLeft() {
        var item = ExampleTrees.text("deepest").build();
        for (int i = 0; i < 200; i++)
            item = ExampleTrees.text("x").sequence(Tag.CONTENT_SEQUENCE, item).build();
        var tree = tree(item);
        assertEquals(List.of(ContentReason.TOO_DEEP), reasons(tree));
        assertEquals(ContentReader.DEEPEST, tree.items().getLast().position().size());
    }

    @Test
    void itemsWithoutEndStopAndSayHowManyAreLeft() {
        var one = ExampleTrees.text("x").build();
        var many =
                IntStream.range(0, ContentReader.MOST + 10)
                        .mapToObj(_ -> one)
                        .toArray(DataSet[]::new);
        var tree = tree(many);
        assertEquals(List.of(ContentReason.TOO_MANY), reasons(tree));
        assertEquals(List.<Object>of(11, ContentReader.MOST), tree.flaws().getFirst().arguments());
    }

    @Test
    void anyObjectOfTheFamilyIsADocument() {
        assertTrue(SrClasses.isDocument(SopClass.X_RAY_RADIATION_DOSE_SR_STORAGE));
        assertTrue(SrClasses.isDocument(SopClass.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE));
        assertTrue(SrClasses.isDocument(SopClass.MAMMOGRAPHY_CAD_SR_STORAGE));
        assertTrue(!SrClasses.isDocument(SopClass.CT_IMAGE_STORAGE));
    }

    private static DataSet with(DataSet child) {
        return ExampleTrees.text("x").sequence(Tag.CONTENT_SEQUENCE, child).build();
    }

    private static ContentTree tree(DataSet... content) {
        return ContentTree.of(ExampleTrees.document(SopClass.COMPREHENSIVE_3D_SR_STORAGE, content));
    }

    private static List<ContentReason> reasons(ContentTree tree) {
        return tree.flaws().stream().map(Flaw::reason).toList();
    }
}
