package org.tyde.evidence.blending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Affine;
import org.tyde.geometry.Point3;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;

/// PS3.3 C.20.2.1.1.
class SpatialRegistrationTest {
    private static final String ELSEWHERE = "2.25.799";
    private static final double[] IDENTITY = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    private static final double[] SHIFT = {1, 0, 0, 4, 0, 1, 0, -3, 0, 0, 1, 2, 0, 0, 0, 1};

    /// A quarter turn about z: x becomes y.
    private static final double[] TURN = {0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    private static DataSet registration(double[]... matrices) throws Exception {
        var steps = new ArrayList<DataSet>();
        for (var matrix : matrices)
            steps.add(
                    DataSet.builder()
                            .decimal(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX, matrix)
                            .build());
        return MadeBlending.registration(ELSEWHERE, IDENTITY).toBuilder()
                .sequence(Tag.REGISTRATION_SEQUENCE, item(steps))
                .build();
    }

    private static DataSet item(ArrayList<DataSet> steps) {
        return DataSet.builder()
                .text(Tag.FRAME_OF_REFERENCE_UID, ELSEWHERE)
                .sequence(
                        Tag.MATRIX_REGISTRATION_SEQUENCE,
                        DataSet.builder().sequence(Tag.MATRIX_SEQUENCE, steps).build())
                .build();
    }

    private static ImageHeader image(String uid) throws Exception {
        return ImageHeader.of(
                MadeBlending.image(
                        uid,
                        "PT",
                        new int[] {2, 2},
                        (c, r) -> c + r,
                        new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
                        1,
                        1));
    }

    private static Affine map(DataSet registration) throws Exception {
        return SpatialRegistration.of(registration)
                .map(image("2.25.1"), ELSEWHERE, MadeBlending.SPACE);
    }

    private static void refused(BlendingReason why, DataSet registration) {
        var refusal = assertThrows(Refusal.class, () -> map(registration));
        assertEquals(why, refusal.reason());
    }

    @Test
    void severalMatricesAreOneWhereTheirOrderMakesNoDifference() throws Exception {
        assertEquals(new Point3(4, -3, 2), map(registration(IDENTITY, SHIFT)).apply(Point3.ORIGIN));
        assertEquals(new Point3(8, -6, 4), map(registration(SHIFT, SHIFT)).apply(Point3.ORIGIN));
        assertEquals(
                new Point3(-1, 0, 5), map(registration(TURN, TURN)).apply(new Point3(1, 0, 5)));
    }

    @Test
    void severalMatricesWhoseOrderMakesADifferenceAreRefused() throws Exception {
        refused(BlendingReason.REGISTRATION_ORDER, registration(TURN, SHIFT));
        refused(BlendingReason.REGISTRATION_ORDER, registration(SHIFT, TURN, IDENTITY));
    }

    @Test
    void whatDeformsOrIsNoMovementIsRefused() throws Exception {
        refused(
                BlendingReason.REGISTRATION_DEFORMS,
                registration(SHIFT).toBuilder()
                        .text(Tag.SOP_CLASS_UID, SopClass.DEFORMABLE_SPATIAL_REGISTRATION_STORAGE)
                        .build());
        var mirror = TURN.clone();
        mirror[10] = -1;
        refused(BlendingReason.REGISTRATION_NOT_APPLIED, registration(SHIFT, mirror));
        refused(BlendingReason.REGISTRATION_NOT_APPLIED, registration());
    }

    @Test
    void anItemForImagesByNameIsForThoseAlone() throws Exception {
        var steps = new ArrayList<DataSet>();
        steps.add(
                DataSet.builder()
                        .decimal(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX, TURN)
                        .build());
        var named =
                item(steps).toBuilder()
                        .remove(Tag.FRAME_OF_REFERENCE_UID)
                        .sequence(
                                Tag.REFERENCED_IMAGE_SEQUENCE,
                                DataSet.builder()
                                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.2")
                                        .build())
                        .build();
        var both = new ArrayList<>(registration(SHIFT).sequence(Tag.REGISTRATION_SEQUENCE));
        both.add(named);
        var registration =
                SpatialRegistration.of(
                        registration(SHIFT).toBuilder()
                                .sequence(Tag.REGISTRATION_SEQUENCE, both)
                                .build());
        var at = new Point3(1, 0, 0);
        var space = MadeBlending.SPACE;
        assertEquals(
                new Point3(5, -3, 2),
                registration.map(image("2.25.1"), ELSEWHERE, space).apply(at));
        assertEquals(
                new Point3(0, 1, 0), registration.map(image("2.25.2"), ELSEWHERE, space).apply(at));
    }
}
