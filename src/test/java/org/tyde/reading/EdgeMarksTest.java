package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Turn;
import org.tyde.hanging.Headers;
import org.tyde.imaging.ImageHeader;

import java.util.Arrays;
import java.util.List;

class EdgeMarksTest {
    private static List<String> marks(DataSet header, EdgeLetters letters) throws Exception {
        return EdgeMarks.of(ImageHeader.of(header), 1, Turn.NONE, letters);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # modality, row, column, left top right bottom
                    DX,         L,   F,      R S L I
                    MG,         A,   R,      P L A R
                    MG,         P,   FL,     A SR P IL
                    DX,         '',  F,      ? S ? I
                    DX,         X,   F,      ? S ? I
                    DX,         LR,  F,      ? S ? I
                    DX,         LE,  CD,     ?
                    DX,         '',  '',     ?
                    """)
    void aProjectionTakesPatientOrientationAndGuessesNothing(
            String modality, String row, String column, String marks) throws Exception {
        var header =
                Headers.radiograph("1", "PA", row, column, 1).toBuilder()
                        .text(Tag.MODALITY, modality)
                        .build();
        var expected = marks.equals("?") ? EdgeMarks.NOT_SAID : Arrays.asList(marks.split(" "));
        assertEquals(expected, marks(header, EdgeLetters.SUPERIOR_INFERIOR));
    }

    @Test
    void anAnimalOnFourLegsHasItsOwnTerms() throws Exception {
        var dog =
                Headers.radiograph("1", "VD", "LE", "CR", 1).toBuilder()
                        .text(Tag.ANATOMICAL_ORIENTATION_TYPE, "QUADRUPED")
                        .build();
        assertEquals(List.of("RT", "CD", "LE", "CR"), marks(dog, EdgeLetters.SUPERIOR_INFERIOR));
        var section =
                Headers.axial("CT", "s", "f", 1, 0).getFirst().toBuilder()
                        .text(Tag.ANATOMICAL_ORIENTATION_TYPE, "QUADRUPED")
                        .build();
        assertEquals(List.of("RT", "V", "LE", "D"), marks(section, EdgeLetters.HEAD_FEET));
    }

    @Test
    void aSectionWithoutSpacingStillKnowsItsSides() throws Exception {
        var section =
                Headers.axial("CT", "s", "f", 1, 0).getFirst().toBuilder()
                        .remove(Tag.PIXEL_SPACING)
                        .remove(Tag.IMAGE_POSITION_PATIENT)
                        .build();
        assertEquals(List.of("R", "A", "L", "P"), marks(section, EdgeLetters.HEAD_FEET));
    }

    @Test
    void aDirectionThatCannotBeIsNotTakenFromElsewhere() throws Exception {
        var section =
                Headers.axial("CT", "s", "f", 1, 0).getFirst().toBuilder()
                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 1, 0, 0)
                        .build();
        assertEquals(EdgeMarks.NOT_SAID, marks(section, EdgeLetters.HEAD_FEET));
    }

    @Test
    void whereSidesDoNotMatterNothingIsSaid() throws Exception {
        var clip = Headers.clip("US", "1", 1, 3, "10:00:00", 40);
        assertEquals(List.of("", "", "", ""), marks(clip, EdgeLetters.HEAD_FEET));
    }
}
