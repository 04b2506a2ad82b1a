package org.tyde.evidence.blending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tyde.evidence.blending.MadeAdvancedBlending.input;
import static org.tyde.evidence.blending.MadeAdvancedBlending.state;
import static org.tyde.evidence.blending.MadeAdvancedBlending.step;
import static org.tyde.evidence.blending.MadeAdvancedBlending.threshold;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.BlendingStep;
import org.tyde.evidence.presentation.Presentation;
import org.tyde.evidence.presentation.PresentationReason;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.OptionalDouble;

/// What advanced blending states say, and how those that contradict themselves are refused (PS3.3 C.11.33, C.11.34).
class AdvancedBlendingStatesTest {
    private static final int EQUAL = -1;

    private static DataSet image(String uid, String series) {
        return MadeBlending.image(
                        uid,
                        "CT",
                        new int[] {4, 4},
                        (c, r) -> c + r,
                        new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
                        1,
                        1)
                .toBuilder()
                .text(Tag.SERIES_INSTANCE_UID, series)
                .build();
    }

    private static final DataSet ONE = image("2.25.41", "2.25.4");
    private static final DataSet TWO = image("2.25.51", "2.25.5");

    private static DataSetBuilder first() throws Exception {
        return input(List.of(ONE), 1, true);
    }

    private static DataSetBuilder second() throws Exception {
        return input(List.of(TWO), 2, false);
    }

    private static Presentation shown(DataSetBuilder one, DataSetBuilder two, DataSet... steps)
            throws Exception {
        var made = state(List.of(ONE, TWO), List.of(one.build(), two.build()), List.of(steps));
        return PresentationState.of(made.build()).of(ImageHeader.of(ONE), 1);
    }

    private static void refused(
            PresentationReason why, DataSetBuilder one, DataSetBuilder two, DataSet... steps) {
        var refusal = assertThrows(Refusal.class, () -> shown(one, two, steps));
        assertEquals(why, refusal.reason());
    }

    @Test
    void stepsAreInTheOrderInWhichTheyCanBeDone() throws Exception {
        var blending =
                shown(
                                first(),
                                second(),
                                step(0, 0.25, 4, 3),
                                step(4, EQUAL, 3, 1),
                                step(3, EQUAL, 1, 2))
                        .blending()
                        .orElseThrow();
        assertEquals(List.of(3, 4, 0), blending.steps().stream().map(BlendingStep::into).toList());
        assertEquals(1, blending.base().number());
        assertEquals(OptionalDouble.empty(), blending.opacity());
        var plain = shown(first(), second(), step(0, 0.25, 1, 2)).blending().orElseThrow();
        assertEquals(OptionalDouble.of(0.75), plain.opacity(), "of the one over the base");
    }

    @Test
    void stepsThatContradictTheInputsAreRefused() throws Exception {
        var why = PresentationReason.STEPS_DO_NOT_FIT;
        refused(why, first(), second());
        refused(why, first(), second(), step(3, EQUAL, 1, 2));
        refused(why, first(), second(), step(0, EQUAL, 1, 7));
        refused(why, first(), second(), step(0, EQUAL, 1, 3), step(3, EQUAL, 2, 3));
        refused(why, first(), second(), step(0, EQUAL, 1, 2), step(0, EQUAL, 1));
        refused(why, first(), second(), step(0, EQUAL, 1, 2), step(2, EQUAL, 1));
        refused(why, first(), second(), step(0, EQUAL, 1, 2), step(3, EQUAL, 0));
        refused(why, first(), second(), step(0, EQUAL));
        refused(why, first(), second(), step(0, 0.5, 1, 2, 2));
        refused(why, first(), input(List.of(TWO), 1, false), step(0, EQUAL, 1));
        refused(why, first(), input(List.of(TWO), 2, true), step(0, EQUAL, 1, 2));
    }

    @Test
    void whatTheStandardDoesNotDefineIsRefused() throws Exception {
        var open = step(0, 0.5, 1, 2);
        refused(
                PresentationReason.OTHER_MODE,
                first(),
                second(),
                open.toBuilder().text(Tag.BLENDING_MODE, "MIP").build());
        refused(
                PresentationReason.NO_OPACITY,
                first(),
                second(),
                open.toBuilder().remove(Tag.RELATIVE_OPACITY).build());
        refused(PresentationReason.NO_OPACITY, first(), second(), step(0, 1.5, 1, 2));
        for (var wrong :
                List.of(
                        threshold("BETWEEN", 1, 2),
                        threshold("RANGE_INCL", 1),
                        threshold("LESS_THAN", 1, 2),
                        threshold("LESS_THAN", Double.NaN)))
            refused(
                    PresentationReason.NO_THRESHOLD,
                    first(),
                    second().sequence(Tag.THRESHOLD_SEQUENCE, wrong),
                    open);
        var elsewhere =
                second().remove(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .text(Tag.SERIES_INSTANCE_UID, "2.25.6");
        refused(PresentationReason.SERIES_NOT_LISTED, first(), elsewhere, open);
        var path =
                MadeBlending.references(List.of(TWO)).getFirst().toBuilder()
                        .text(Tag.REFERENCED_OPTICAL_PATH_IDENTIFIER, "1")
                        .build();
        refused(
                PresentationReason.PATHS_NOT_BLENDED,
                first(),
                second().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, path),
                open);
    }

    @Test
    void aStateIsForTheImagesWhoseGeometryItShows() throws Exception {
        var made =
                state(
                        List.of(ONE, TWO),
                        List.of(
                                input(List.of(ONE), 1, false).build(),
                                input(List.of(TWO), 2, true).build()),
                        List.of(step(0, 0.5, 1, 2)));
        var state = PresentationState.of(made.build());
        assertEquals(List.of("2.25.51"), state.images().stream().map(i -> i.sopUid()).toList());
        var other = assertThrows(Refusal.class, () -> state.of(ImageHeader.of(ONE), 1));
        assertEquals(PresentationReason.OTHER_IMAGES, other.reason());
    }
}
