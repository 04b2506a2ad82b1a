package org.tyde.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.lut.Voi;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

/// One volume over another, at the same place in the patient.
class FusionTest {
    /// Entries of Hot Iron as pydicom 2.3.1 carries them from the standard (hotiron.dcm).
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,   0,   0,   0
                    1,   2,   0,   0
                    64,  128, 0,   0
                    127, 254, 0,   0
                    128, 255, 0,   0
                    129, 255, 2,   0
                    191, 255, 126, 0
                    192, 255, 128, 4
                    254, 255, 252, 252
                    255, 255, 255, 255
                    """)
    void hotIronIsThatOfTheStandard(int index, int red, int green, int blue) {
        int argb = HotIron.argb(index / 255.0);
        assertEquals(red, argb >> 16 & 0xFF);
        assertEquals(green, argb >> 8 & 0xFF);
        assertEquals(blue, argb & 0xFF);
    }

    private static MadeStack ct() {
        return new MadeStack(40, 40, v -> v.place().x() > 0 ? 100 : 0).axial(20, 1, 1);
    }

    /// Coarser, turned about, of the same place.
    private static MadeStack pet() {
        return new MadeStack(20, 20, v -> v.place().y() > 30 ? 1000 : 0)
                .named("1.9.")
                .leaning(10, 2, 2, new Vector3(0, 0, 2));
    }

    @Test
    void coloursLieWhereTheirValuesLieInThePatient() throws Exception {
        var base = ct().volume();
        var over = pet().volume();
        var plane = base.grid().plane(10);
        var argb = new int[1600];
        new Reformat(base, plane, 40, 40, Slab.NONE)
                .paint(
                        Reformat.table(base, base.pipeline(Voi.window(50, 100), false)),
                        Pieces.ALONE,
                        argb);
        Fusion.of(base, over, 0, 1000, 0.5).over(plane, 40, 40, Pieces.ALONE, argb);
        for (int y = 0; y < 40; y++)
            for (int x = 0; x < 40; x++) {
                var place = plane.toPatient(x, y);
                // between 30 and 32 mm the PET is interpolated; its last voxel ends at 49 mm
                if (place.y() > 29.9 && place.y() < 32.1) continue;
                // half of white or black, half of white or black
                int grey = place.x() > 0 ? 128 : 0;
                int hot = place.y() > 30 ? 128 : 0;
                assertEquals(grey + hot, argb[y * 40 + x] >> 8 & 0xFF, 1, x + " " + y);
            }
    }

    @Test
    void anotherFrameOfReferenceIsRefused() throws Exception {
        var base = ct().volume();
        var elsewhere = pet().with(d -> d.text(Tag.FRAME_OF_REFERENCE_UID, "1.9.9")).volume();
        var refusal = assertThrows(Refusal.class, () -> Fusion.of(base, elsewhere, 0, 1, 0.5));
        assertEquals(VolumeReason.OTHER_FRAME_OF_REFERENCE, refusal.reason());
        var nowhere = pet().with(d -> d.remove(Tag.FRAME_OF_REFERENCE_UID)).volume();
        assertEquals(
                VolumeReason.NO_FRAME_OF_REFERENCE,
                assertThrows(Refusal.class, () -> Fusion.of(base, nowhere, 0, 1, 0.5)).reason());
    }
}
