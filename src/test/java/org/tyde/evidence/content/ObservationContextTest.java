package org.tyde.evidence.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.List;

/// PS3.3 C.17.5: inherited, and replaced where an item says it anew.
class ObservationContextTest {
    private static DataSet said(String concept, String text) {
        return DataSet.builder()
                .text(Tag.RELATIONSHIP_TYPE, "HAS OBS CONTEXT")
                .text(Tag.VALUE_TYPE, "TEXT")
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, new Code(concept, "DCM", concept))
                .text(Tag.TEXT_VALUE, text)
                .build();
    }

    private static DataSet group(DataSet... content) {
        return ExampleTrees.item("CONTAINS", "CONTAINER")
                .sequence(Tag.CONTENT_SEQUENCE, content)
                .build();
    }

    private static final ContentTree TREE =
            ContentTree.of(
                    ExampleTrees.document(
                            SopClass.COMPREHENSIVE_3D_SR_STORAGE,
                            said("121008", "Lie"),
                            said("121009", "Sykehuset"),
                            said("121022", "A1"),
                            said("112039", "root"),
                            group(
                                    said("121013", "Algoritme"),
                                    said("112039", "Lesjon 1"),
                                    group(ExampleTrees.text("x").build())),
                            group(ExampleTrees.text("y").build())));

    private static List<String> at(Integer... position) {
        return ObservationContext.at(TREE, List.of(position)).items().stream()
                .map(i -> ((ContentValue.Text) i.value()).text())
                .toList();
    }

    @Test
    void whatIsSaidAtTheRootHoldsBelow() {
        assertEquals(List.of("Lie", "Sykehuset", "A1", "root"), at(1, 6, 1));
    }

    @Test
    void anObserverTakesThePlaceOfAllThatWasSaidOfTheOther() {
        assertEquals(List.of("A1", "Algoritme", "Lesjon 1"), at(1, 5));
    }

    @Test
    void whatWasReplacedStaysReplacedFurtherBelow() {
        assertEquals(at(1, 5), at(1, 5, 3, 1));
    }

    @Test
    void beyondTheTreeHoldsWhatHeldLast() {
        assertEquals(at(1), at(1, 99));
    }
}
