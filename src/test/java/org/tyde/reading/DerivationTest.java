package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.imaging.FrameKey;
import org.tyde.volume.Slab;
import org.tyde.volume.SlabProjection;

import java.util.List;

class DerivationTest {
    private static final FrameKey A = new FrameKey("1.1", 1);
    private static final FrameKey B = new FrameKey("1.2", 1);
    private static final FrameKey C = new FrameKey("1.3", 1);

    @Test
    void anImageAndAnImageLessItsMaskAreShownAndTheMaskIsNot() {
        assertEquals(List.of(A), new Derivation.AsStored(A).shows());
        assertEquals(List.of(A), new Derivation.Subtracted(A, List.of(2, 3)).shows());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # projection, mm,  images of three that count
                    MEAN,         3,   3
                    MEAN,         5,   3
                    MEAN,         5.1, 0
                    MAXIMUM,      3,   0
                    MINIMUM,      3,   0
                    """)
    void onlyAThinMeanShowsAllItsImages(SlabProjection projection, double mm, int count) {
        var slab = new Slab(projection, mm);
        var all = List.of(A, B, C);
        assertEquals(count, new Derivation.ThroughStack(slab, all, 0).shows().size());
        assertEquals(count, new Derivation.ThroughVolume(slab, all, 0, 0).shows().size());
    }

    @Test
    void whatLiesUnderColoursOrIsBlendedIsNotShown() {
        var stored = new Derivation.AsStored(A);
        for (var mixed : List.of(new Derivation.Covered(stored), new Derivation.Blended(stored))) {
            assertEquals(List.of(), mixed.shows());
            assertEquals(stored, mixed.uncovered());
            assertEquals(true, mixed.stored());
        }
    }

    @Test
    void aPlaneShowsTheSlicesThatLieInIt() {
        var plane = new Derivation.ThroughVolume(Slab.NONE, List.of(B), 0, 0);
        assertEquals(List.of(B), plane.shows());
        var across = new Derivation.ThroughVolume(Slab.NONE, List.of(), 0, 0);
        assertEquals(List.of(), across.shows());
    }
}
