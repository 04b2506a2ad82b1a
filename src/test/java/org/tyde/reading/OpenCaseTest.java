package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Turn;
import org.tyde.hanging.Headers;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.lut.Window;
import org.tyde.measure.Length;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

class OpenCaseTest {
    private static final VoiChoice LUNG = new VoiChoice.Chosen(new Window(-600, 1500));
    private static final Length LINE = new Length(new ImagePoint(1, 1), new ImagePoint(9, 9));

    private static List<String> shown(OpenCase open) {
        return open.viewports().stream().map(v -> v.stack().map(s -> s.id()).orElse("-")).toList();
    }

    private static FrameKey key(OpenCase open, int viewport) {
        return open.viewport(viewport).frame().orElseThrow().key();
    }

    @Test
    void aCaseOpensHungAtTheFirstFrame() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "g", 50));
        assertEquals(new ScreenLayout(1, 2), open.layout());
        assertEquals(List.of("c-thorax", "p-thorax"), shown(open));
        assertEquals(0, open.viewport(0).view().frame());
        assertEquals(0, open.active());
        assertEquals(Optional.of("p"), open.prior().map(CaseStudy::uid));
    }

    @Test
    void aPriorOfAnotherPatientIsRefused() {
        var stranger = new CaseStudy("p", "someone else", Optional.empty(), Headers.study("p"));
        var current = Cases.thorax("c", "f", 0);
        assertThrows(IllegalArgumentException.class, () -> Cases.open(current, stranger));
        var open = Cases.open(current);
        assertThrows(IllegalArgumentException.class, () -> open.update(stranger));
    }

    @Test
    void scrollingStopsAtTheEnds() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        open.scroll(0, -3);
        assertEquals(0, open.viewport(0).view().frame());
        open.scroll(0, 7);
        assertEquals(7, open.viewport(0).view().frame());
        open.scroll(0, 1000);
        assertEquals(39, open.viewport(0).view().frame());
    }

    @Test
    void theWheelDownwardsGoesTowardsTheFeet() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        double before = open.viewport(0).frame().orElseThrow().plane().orElseThrow().position().z();
        open.wheel(0, 1);
        double after = open.viewport(0).frame().orElseThrow().plane().orElseThrow().position().z();
        assertTrue(after < before);
    }

    @Test
    void howAViewIsTurnedIsNeverCarriedToAnotherStack() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "g", 50));
        open.view(0, v -> v.with(v.turn().flippedLeftRight()).with(LUNG).withInverted(true));
        assertTrue(open.viewport(0).view().mirrored());
        assertFalse(open.viewport(1).view().mirrored());
        open.show(0, open.stack("p-thorax").orElseThrow());
        assertEquals(ViewState.FIRST, open.viewport(0).view());
        open.show(0, open.stack("c-thorax").orElseThrow());
        assertTrue(open.viewport(0).view().mirrored(), "its own view is remembered");
    }

    @Test
    void resetKeepsTheFrameAndTakesBackTheRest() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        open.scroll(0, 5);
        open.view(
                0,
                v ->
                        v.with(LUNG)
                                .with(new Zoom.Times(3))
                                .withCentre(new ImagePoint(3, 4))
                                .with(Turn.NONE.right())
                                .withInverted(true));
        open.reset(0);
        assertEquals(ViewState.FIRST.withFrame(5), open.viewport(0).view());
    }

    @Test
    void resetTurnsAMammogramAsTheHangingWants() {
        var lying = Headers.breast("x", "R", "CC", "FOR PRESENTATION", "A", "R");
        var open = Cases.open(Cases.study("m", List.of(lying)));
        assertEquals(new Turn(2, false), open.viewport(0).view().turn());
        open.view(0, v -> v.with(Turn.NONE));
        open.reset(0);
        assertEquals(new Turn(2, false), open.viewport(0).view().turn());
    }

    @Test
    void zoomHoldsForTheWholeScaleGroup() {
        var open =
                Cases.open(
                        Cases.study("m", Headers.fourBreasts("")),
                        Cases.study("p", Headers.fourBreasts("p")));
        assertEquals(8, open.viewports().size());
        open.view(2, v -> v.with(new Zoom.Times(2)));
        for (var v : open.viewports()) assertEquals(new Zoom.Times(2), v.view().zoom());
        open.view(2, v -> v.with(LUNG));
        assertEquals(VoiChoice.first(), open.viewport(0).view().voi());
    }

    @Test
    void gridsByHandKeepWhatIsShown() {
        var open =
                Cases.open(
                        Cases.study(
                                "c",
                                Headers.axial("CT", "a", "f", 9, 0),
                                Headers.axial("CT", "b", "f", 9, 0),
                                Headers.axial("CT", "c", "f", 9, 0)));
        assertEquals(List.of("a", "b", "c", "-"), shown(open));
        open.activate(2);
        open.scroll(2, 4);
        open.layout(new ScreenLayout(1, 1));
        assertEquals(List.of("c"), shown(open));
        assertEquals(4, open.viewport(0).view().frame());
        assertEquals(0, open.active());
        open.layout(new ScreenLayout(4, 4));
        assertEquals(16, open.viewports().size());
        assertEquals(List.of("c", "a", "b", "-"), shown(open).subList(0, 4));
    }

    @Test
    void oneViewportCanFillTheScreenAndGiveItBack() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "g", 50));
        open.toggleMaximised(1);
        assertEquals(OptionalInt.of(1), open.maximised());
        assertEquals(1, open.active());
        open.toggleMaximised(1);
        assertEquals(OptionalInt.empty(), open.maximised());
    }

    @Test
    void theWheelTurnsPagesOfUltrasound() {
        var open = Cases.open(Cases.ultrasound(8));
        assertEquals(List.of("u0", "u1", "u2", "u3", "u4", "u5"), shown(open));
        open.wheel(1, 1);
        assertEquals(1, open.page());
        assertEquals(List.of("u6", "u7", "-", "-", "-", "-"), shown(open));
        open.wheel(0, 1);
        assertEquals(1, open.page());
        open.wheel(0, -1);
        assertEquals(0, open.page());
    }

    @Test
    void aClipPlaysByTheClockWhileItIsActive() {
        var clock = new AtomicLong();
        var open = Cases.open(clock, Cases.ultrasound(4));
        assertTrue(open.viewport(1).cine().isEmpty());
        open.activate(1);
        clock.set(200_000_000);
        assertTrue(open.clips().tick(_ -> true));
        assertEquals(5, open.viewport(1).view().frame());
        open.activate(3);
        assertTrue(open.viewport(1).cine().isEmpty());
        assertEquals(5, open.viewport(1).view().frame());
        open.scroll(3, 1);
        assertFalse(open.clips().tick(_ -> true), "scrolling by hand stops it");
    }

    @Test
    void anotherPriorCanBeHungAndNone() {
        var open =
                Cases.open(
                        Cases.thorax("c", "f", 0),
                        Cases.thorax("p", "g", 0),
                        Cases.thorax("q", "h", 0));
        open.scroll(0, 12);
        open.hangPrior(Optional.of("q"));
        assertEquals(List.of("c-thorax", "q-thorax"), shown(open));
        assertEquals(12, open.viewport(0).view().frame());
        open.hangPrior(Optional.empty());
        assertEquals(List.of("c-thorax"), shown(open));
    }

    @Test
    void everyPriorIsOneKeyAway() {
        var open =
                Cases.open(
                        Cases.thorax("c", "f", 0),
                        Cases.thorax("p", "g", 0),
                        Cases.thorax("q", "h", 0));
        var hung = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            hung.add(open.prior().map(CaseStudy::uid).orElse("none"));
            open.nextPrior();
        }
        assertEquals(List.of("p", "q", "none", "p"), hung);
    }

    @Test
    void stacksGrowAroundTheFrameThatIsShown() {
        var all = Headers.axial("CT", "t", "f", 30, 0);
        var open = Cases.open(Cases.study("c", all.subList(0, 10)));
        open.scroll(0, 3);
        var key = key(open, 0);
        open.view(0, v -> v.with(LUNG));
        open.update(Cases.study("c", all));
        assertEquals(30, open.viewport(0).stack().orElseThrow().size());
        assertEquals(key, key(open, 0));
        assertEquals(LUNG, open.viewport(0).view().voi());
        assertEquals(23, open.viewport(0).view().frame());
    }

    @Test
    void aPriorThatComesLaterTakesItsPlace() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.study("p"));
        assertEquals(List.of("c-thorax"), shown(open));
        open.scroll(0, 8);
        open.update(Cases.thorax("p", "g", 0));
        assertEquals(List.of("c-thorax", "p-thorax"), shown(open));
        assertEquals(8, open.viewport(0).view().frame());
    }

    @Test
    void theFirstPriorThatIsFoundLaterHangs() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        open.update(Cases.thorax("p", "g", 0));
        assertEquals(List.of("c-thorax", "p-thorax"), shown(open));
        open.update(Cases.thorax("q", "h", 0));
        assertEquals(List.of("c-thorax", "p-thorax"), shown(open), "further ones only by hand");
        assertEquals(2, open.priors().size());
    }

    @Test
    void oneStackInTwoViewportsKeepsTwoViewsWhileItGrows() {
        var all = Headers.axial("CT", "t", "f", 30, 0);
        var open = Cases.open(Cases.study("c", all.subList(0, 20)));
        open.layout(new ScreenLayout(1, 2));
        open.linkWithinStudy(false);
        open.show(1, open.stack("t").orElseThrow());
        open.view(1, v -> v.with(LUNG));
        open.scroll(1, 7);
        open.scroll(0, 2);
        var left = key(open, 0);
        var right = key(open, 1);
        open.update(Cases.study("c", all));
        assertEquals(left, key(open, 0));
        assertEquals(right, key(open, 1));
        assertEquals(VoiChoice.first(), open.viewport(0).view().voi());
        assertEquals(LUNG, open.viewport(1).view().voi());
    }

    @Test
    void aStackThatNobodyTouchedStaysAtItsBeginningWhileEarlierImagesCome() {
        var all = Headers.axial("CT", "t", "f", 30, 0);
        var open = Cases.open(Cases.study("c", all.subList(0, 20)));
        open.update(Cases.study("c", all));
        assertEquals(0, open.viewport(0).view().frame());
        assertEquals(open.stack("t").orElseThrow().frame(0).key(), key(open, 0));
    }

    @Test
    void aGridChosenByHandStaysWhenImagesCome() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.study("p"));
        open.layout(new ScreenLayout(2, 2));
        open.update(Cases.thorax("p", "g", 0));
        assertEquals(new ScreenLayout(2, 2), open.layout());
    }

    @Test
    void whatWasArrangedByHandStaysWhenImagesCome() {
        var a = Headers.axial("CT", "a", "f", 30, 0);
        var b = Headers.axial("CT", "b", "f", 5, 0);
        var open = Cases.open(Cases.study("c", a.subList(0, 10), b));
        open.show(0, open.stack("b").orElseThrow());
        open.toggleMaximised(1);
        open.update(Cases.study("c", a, b));
        assertEquals(List.of("b", "b"), shown(open));
        assertEquals(OptionalInt.of(1), open.maximised());
        assertEquals(30, open.stack("a").orElseThrow().size());
    }

    @Test
    void aMaximisedViewportStaysSoWhileItsStackGrows() {
        var a = Headers.axial("CT", "a", "f", 30, 0);
        var b = Headers.axial("CT", "b", "f", 5, 0);
        var open = Cases.open(Cases.study("c", a.subList(0, 10), b));
        open.toggleMaximised(0);
        open.update(Cases.study("c", a, b));
        assertEquals(OptionalInt.of(0), open.maximised());
        assertEquals(30, open.viewport(0).stack().orElseThrow().size());
        assertEquals(
                30, open.viewport(0).placement().orElseThrow().stack().size(), "and its placement");
    }

    @Test
    void aMaximisedViewportStaysSoWhenThePriorComes() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        open.scroll(0, 12);
        open.toggleMaximised(0);
        open.update(Cases.thorax("p", "g", 0));
        assertEquals(List.of("c-thorax", "p-thorax"), shown(open), "the prior hangs behind it");
        assertEquals(OptionalInt.of(0), open.maximised());
        assertEquals(12, open.viewport(0).view().frame());
        open.toggleMaximised(0);
        assertEquals(OptionalInt.empty(), open.maximised());
    }

    @Test
    void theMaximisedViewportIsTheOneWithTheSameStackWhereverItHangsNow() {
        var open = Cases.open(Cases.study("c", Headers.axial("CT", "b", "f", 5, 0)));
        open.toggleMaximised(0);
        open.update(
                Cases.study(
                        "c",
                        Headers.axial("CT", "a", "f", 30, 0),
                        Headers.axial("CT", "b", "f", 5, 0)));
        assertEquals(List.of("a", "b"), shown(open));
        assertEquals(OptionalInt.of(1), open.maximised());
        assertEquals(1, open.active());
    }

    @Test
    void aMaximisedImageThatBelongsToAnotherPageNowStaysInItsPlace() {
        var all = new ArrayList<DataSet>();
        for (int i = 0; i < 30; i++)
            all.add(Headers.clip("US", "u" + i, i, 1, "10:00:%02d".formatted(i), 0));
        var open = Cases.open(Cases.study("us", all.subList(25, 30)));
        open.toggleMaximised(4);
        open.update(Cases.study("us", all));
        assertEquals("u29", open.viewport(4).stack().orElseThrow().id());
        assertEquals(OptionalInt.of(4), open.maximised());
    }

    @Test
    void theFirstViewportIsActiveWhateverComesUntilAPersonChoosesOne() {
        var open = Cases.open(Cases.study("c", Headers.axial("CT", "b", "f", 5, 0)));
        var whole =
                Cases.study(
                        "c",
                        Headers.axial("CT", "a", "f", 30, 0),
                        Headers.axial("CT", "b", "f", 5, 0));
        open.update(whole);
        assertEquals(List.of("a", "b"), shown(open));
        assertEquals(0, open.active());
        open.activate(1);
        open.update(Cases.thorax("p", "g", 0));
        assertEquals(List.of("a", "p-thorax"), shown(open));
        assertEquals(0, open.active(), "never the prior in place of what was chosen");
    }

    @Test
    void theViewportThatAPersonChoseStaysActiveWhereverItHangsNow() {
        var open = Cases.open(Cases.study("c", Headers.axial("CT", "b", "f", 5, 0)));
        open.activate(0);
        open.update(
                Cases.study(
                        "c",
                        Headers.axial("CT", "a", "f", 30, 0),
                        Headers.axial("CT", "b", "f", 5, 0)));
        assertEquals(1, open.active());
    }

    @Test
    void aClipPlaysOnWhileOtherImagesCome() {
        var clock = new AtomicLong();
        var clip = Headers.clip("US", "u1", 1, 20, "10:00:00", 40);
        var still = Headers.clip("US", "u2", 2, 1, "10:00:05", 0);
        var later = Headers.clip("US", "u3", 3, 1, "10:00:09", 0);
        var open = Cases.open(clock, Cases.study("us", List.of(clip, still)));
        clock.set(80_000_000);
        open.clips().tick(_ -> true);
        open.update(Cases.study("us", List.of(clip, still, later)));
        clock.set(160_000_000);
        open.clips().tick(_ -> true);
        assertEquals(4, open.viewport(0).view().frame());
        assertEquals(List.of("u1", "u2", "u3", "-"), shown(open));
    }

    @Test
    void stepsOfTheHangingAreOneKeyAway() {
        var open =
                Cases.open(
                        Cases.study("m", Headers.fourBreasts("")),
                        Cases.study("p", Headers.fourBreasts("p")));
        open.stepStage(1);
        assertEquals(new ScreenLayout(2, 2), open.layout());
        open.stepStage(5);
        assertEquals(1, open.stageIndex());
        open.stepStage(-1);
        assertEquals(new ScreenLayout(2, 4), open.layout());
    }

    @Test
    void marksAreAddedChangedDeletedAndUndone() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        var key = key(open, 0);
        var first = open.marking().add(key, LINE);
        var gesture = new Object();
        open.marking().change(first.id(), LINE.moved(1, 0), gesture);
        open.marking().change(first.id(), LINE.moved(2, 0), gesture);
        assertEquals(LINE.moved(2, 0), open.marks().on(key).getFirst().figure());
        open.marking().toggleKeyImage(key);
        assertTrue(open.marks().isKeyImage(key));
        assertTrue(open.marking().undo());
        assertFalse(open.marks().isKeyImage(key));
        assertTrue(open.marking().undo());
        assertEquals(LINE, open.marks().on(key).getFirst().figure(), "one drag is one step");
        assertTrue(open.marking().undo());
        assertEquals(List.of(), open.marks().measurements());
        assertFalse(open.marking().undo());
        assertTrue(open.marking().redo());
        assertTrue(open.marking().redo());
        assertTrue(open.marking().redo());
        assertFalse(open.marking().redo());
        open.marking().delete(first.id());
        assertEquals(List.of(), open.marks().on(key));
        assertTrue(open.marking().undo());
        assertEquals(1, open.marks().on(key).size());
    }

    @Test
    void keptMarksJoinThoseMadeMeanwhile() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        var key = key(open, 0);
        open.marking().toggleKeyImage(key);
        var made = open.marking().add(key, LINE);
        var kept =
                new Marks(
                        List.of(new FrameMeasurement("old", key, LINE.moved(5, 5))),
                        List.of(key, new FrameKey("other", 1)));
        open.marking().restore(kept);
        assertEquals(
                List.of("old", made.id()),
                open.marks().measurements().stream().map(FrameMeasurement::id).toList());
        assertEquals(2, open.marks().keyImages().size());
    }

    @Test
    void whatWasNeverShownIsCountedFromOne() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "g", 0));
        var stack = open.currentStacks().getFirst();
        for (int i = 0; i < 40; i++)
            if (i != 0 && i != 11 && i != 12)
                open.shown(new Derivation.AsStored(stack.frame(i).key()));
        var unseen = open.neverShown().getFirst();
        assertEquals(3, unseen.count());
        assertEquals(
                List.of("1", "12\u201313"),
                unseen.ranges().stream().map(CoverageLedger.Range::text).toList());
        assertEquals(List.of(), open.priorsShown());
        open.shown(new Derivation.AsStored(key(open, 1)));
        assertEquals(List.of("p"), open.priorsShown().stream().map(CaseStudy::uid).toList());
    }

    @Test
    void listenersHearEachChangeUntilTheyClose() throws Exception {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        var heard = new ArrayList<CaseChange>();
        var listening = open.listen(heard::add);
        open.scroll(0, 1);
        open.shown(new Derivation.AsStored(key(open, 0)));
        open.shown(new Derivation.AsStored(key(open, 0)));
        assertEquals(List.of(new CaseChange.Viewport(0), new CaseChange.Seen(key(open, 0))), heard);
        listening.close();
        open.scroll(0, 1);
        assertEquals(2, heard.size());
    }

    @Test
    void viewsThatWereKeptComeBack() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        open.scroll(0, 9);
        open.view(0, v -> v.with(LUNG));
        Map<String, ViewState> kept = open.views();
        var again = Cases.open(Cases.thorax("c", "f", 0));
        again.restoreViews(kept);
        assertEquals(open.viewport(0).view(), again.viewport(0).view());
        var shorter = Cases.open(Cases.study("c", Headers.axial("CT", "c-thorax", "f", 4, 0)));
        shorter.restoreViews(kept);
        assertEquals(3, shorter.viewport(0).view().frame());
    }

    @Test
    void anEmptyViewportBearsEverything() {
        var open = Cases.open(Cases.study("c", List.<DataSet>of()));
        open.scroll(0, 1);
        open.view(0, v -> v.with(LUNG));
        open.reset(0);
        open.clips().play(0);
        assertFalse(open.toggleLink());
        assertFalse(open.clips().tick(_ -> true));
        assertEquals(ViewportState.EMPTY, open.viewport(0));
    }

    @Test
    void aStackOfAnotherCaseIsRefused() {
        var open = Cases.open(Cases.thorax("c", "f", 0));
        var other = Cases.open(Cases.thorax("x", "f", 0)).currentStacks().getFirst();
        assertThrows(IllegalArgumentException.class, () -> open.show(0, other));
    }
}
