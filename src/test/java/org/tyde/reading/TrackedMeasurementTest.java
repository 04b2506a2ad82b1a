package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Code;
import org.tyde.dicom.Uids;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.FrameKey;
import org.tyde.measure.Length;
import org.tyde.study.Laterality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class TrackedMeasurementTest {
    private static final FrameKey FRAME = new FrameKey("1.2.3", 1);
    private static final Length LINE = new Length(new ImagePoint(1, 1), new ImagePoint(9, 1));
    private static final Tracked LESION = new Tracked("2.25.7", "S7");

    private static FrameMeasurement line(String id) {
        return new FrameMeasurement(id, FRAME, LINE);
    }

    /// The number is the UUID's, as Python's `uuid` says it (PS3.5 B.2).
    @Test
    void aMeasurementTiedToNothingHasTheUidOfItsOwnId() {
        assertEquals(
                "2.25.83933577619577555887446891116005962497",
                line("3f2504e0-4f89-41d3-9a0c-0305e82c3301").trackingUid());
        assertTrue(Uids.wellFormed(line("kept before ids were UUIDs").trackingUid()));
        assertNotEquals(line("a").trackingUid(), line("b").trackingUid());
    }

    @Test
    void aMeasurementTiedToALesionHasItsUidUntilThatIsUndone() {
        var marking = new Marking(() -> {});
        var one = marking.add(FRAME, LINE);
        marking.tie(one.id(), Optional.of(LESION));
        marking.change(one.id(), LINE.moved(2, 2), new Object());
        assertEquals("2.25.7", marking.current().measurement(one.id()).get().trackingUid());
        marking.undo();
        marking.undo();
        assertEquals(
                one.trackingUid(), marking.current().measurement(one.id()).get().trackingUid());
        marking.redo();
        assertEquals("2.25.7", marking.current().measurement(one.id()).get().trackingUid());
        marking.tie(one.id(), Optional.empty());
        assertEquals(
                one.trackingUid(), marking.current().measurement(one.id()).get().trackingUid());
    }

    @Test
    void itIsCalledAsItWasTiedElseByDayAndPlace() {
        var marks = new Marks(List.of(line("a"), line("b")), List.of());
        var day = Optional.of(LocalDate.of(2026, 11, 23));
        assertEquals("2026-11-23 #2", marks.identifier("b", day));
        assertEquals("#1", marks.identifier("a", Optional.empty()));
        assertEquals("S7", marks.tied("b", Optional.of(LESION)).identifier("b", day));
        assertEquals(
                "S7 front",
                marks.tied("b", Optional.of(LESION.called("S7 front"))).identifier("b", day));
    }

    @Test
    void aRemarkStandsUntilItIsMadeAgain() {
        var marking = new Marking(() -> {});
        var target = new LesionRemark("2.25.7", LesionRemark.Kind.TARGET);
        var gone = new LesionRemark("2.25.7", LesionRemark.Kind.GONE);
        marking.toggle(target);
        marking.toggle(gone);
        assertEquals(List.of(target, gone), marking.current().remarks());
        marking.toggle(target);
        assertEquals(List.of(gone), marking.current().remarks());
        marking.undo();
        assertEquals(List.of(target, gone), marking.current().remarks());
    }

    @Test
    void whatCannotBeFollowedIsRefused() {
        var side = Optional.of(Laterality.LEFT);
        var none = Optional.<Code>empty();
        assertThrows(IllegalArgumentException.class, () -> new Tracked(" ", "S7"));
        assertThrows(IllegalArgumentException.class, () -> new Tracked("2.25.7", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Tracked("2.25.7", "S7", none, none, side));
    }
}
