package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.hanging.Enhanced;
import org.tyde.hanging.Headers;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.Stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Clips by a pretended clock.
class CineTest {
    private static final Locale NB = Locale.of("nb", "NO");

    private static ImageStack stack(DataSet header) {
        var series = Headers.study("1", List.of(header)).series().getFirst();
        return Stacks.ofPictures("1", series).getFirst();
    }

    private static ImageStack clip(int frames, UnaryOperator<org.tyde.dicom.DataSetBuilder> says) {
        var bare = Headers.clip("US", "c", 1, frames, "10:00:00", 0).toBuilder();
        return stack(says.apply(bare).build());
    }

    private static long ms(double millis) {
        return Math.round(millis * 1e6);
    }

    private static List<Integer> played(Cine cine, double... at) {
        return LongStream.of(java.util.Arrays.stream(at).mapToLong(CineTest::ms).toArray())
                .mapToObj(cine::frameAt)
                .toList();
    }

    @Test
    void aSlowScreenDropsFramesAndTheClipLoops() {
        var cine = Cine.start(clip(10, b -> b.decimal(Tag.FRAME_TIME, 40)), 3, 0);
        assertEquals(List.of(3, 3, 4, 8, 3, 3), played(cine, 0, 39, 40, 200, 400, 439));
        assertEquals(2, cine.frameAt(ms(400 * 25.0 - 1)));
        assertEquals("25/s", cine.text(NB));
    }

    @Test
    void anHourLaterItIsStillWhereTheClockSays() {
        var cine = Cine.start(clip(7, b -> b.decimal(Tag.FRAME_TIME, 33.333)), 0, 0);
        for (long second = 0; second < 3600; second += 7) {
            long step = (long) Math.floor(second * 1000 / 33.333 + 1e-9);
            assertEquals(step % 7, cine.frameAt(second * 1_000_000_000L));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # pointer, recommended, frame time, vector, cine rate, frames a second
                    '',         30,         40,         '',     20,        30
                    '',         '',         40,         '',     20,        25
                    '',         '',         '',         '',     20,        20
                    '',         '',         40,         0/50/50, 20,       20
                    TIME,       '',         40,         0/50/50, 10,       25
                    VECTOR,     '',         40,         0/50/50, 10,       20
                    VECTOR,     30,         40,         0/50/50, 10,       30
                    VECTOR,     '',         40,         0/50,    10,       25
                    VECTOR,     '',         40,         0/-5/50, 10,       25
                    TIME,       '',         0,          '',      10,       10
                    TIME,       '',         -40,        '',      0,        15
                    TIME,       '',         9e9,        '',      '',       15
                    '',         0,          '',         '',      '',       15
                    """)
    void whichAttributeWins(
            String pointer,
            String recommended,
            String frameTime,
            String vector,
            String rate,
            double perSecond) {
        var stack =
                clip(
                        3,
                        b -> {
                            if (!recommended.isEmpty())
                                b.text(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, recommended);
                            if (!frameTime.isEmpty()) b.text(Tag.FRAME_TIME, frameTime);
                            if (!vector.isEmpty()) b.text(Tag.FRAME_TIME_VECTOR, vector.split("/"));
                            if (!rate.isEmpty()) b.text(Tag.CINE_RATE, rate);
                            if (pointer.equals("TIME"))
                                b.tags(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME);
                            if (pointer.equals("VECTOR"))
                                b.tags(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME_VECTOR);
                            return b;
                        });
        assertEquals(perSecond, Cine.start(stack, 0, 0).rate(), 1e-9);
    }

    @Test
    void aClipWithoutARateSaysSo() {
        var cine = Cine.start(clip(10, b -> b), 0, 0);
        assertEquals("15/s (filen angir ingen hastighet)", cine.text(NB));
        assertEquals(
                "7,5/s",
                Cine.start(clip(9, b -> b.decimal(Tag.FRAME_TIME, 133.3333)), 0, 0).text(NB));
    }

    @Test
    void unevenFramesStandAsLongAsTheyDid() {
        var stack = clip(4, b -> b.decimal(Tag.FRAME_TIME_VECTOR, 0, 10, 100, 10));
        var cine = Cine.start(stack, 0, 0);
        assertEquals(
                List.of(0, 0, 1, 1, 2, 3, 3, 0), played(cine, 0, 9, 10, 109, 110, 120, 159, 160));
        var later = Cine.start(stack, 2, 0);
        assertEquals(List.of(2, 3, 0, 1), played(later, 0, 10, 50, 60));
    }

    @Test
    void toAndFroEndsStandOnce() {
        var stack =
                clip(
                        4,
                        b ->
                                b.decimal(Tag.FRAME_TIME, 10)
                                        .integer(Tag.PREFERRED_PLAYBACK_SEQUENCING, 1));
        var cine = Cine.start(stack, 0, 0);
        assertEquals(List.of(0, 1, 2, 3, 2, 1, 0, 1), played(cine, 0, 10, 20, 30, 40, 50, 60, 70));
        assertTrue(cine.sweeps());
        var round = cine.sweeping(false, ms(40));
        assertEquals(List.of(2, 3, 0, 1), played(round, 40, 50, 60, 70));
    }

    @Test
    void trimmedFramesDoNotPlay() {
        var stack =
                clip(
                        6,
                        b ->
                                b.decimal(Tag.FRAME_TIME, 10)
                                        .integer(Tag.START_TRIM, 2)
                                        .integer(Tag.STOP_TRIM, 4));
        assertEquals(List.of(1, 2, 3, 1), played(Cine.start(stack, 0, 0), 0, 10, 20, 30));
    }

    @Test
    void anotherSpeedGoesOnFromWhereItIs() {
        var cine = Cine.start(clip(10, b -> b.decimal(Tag.FRAME_TIME, 40)), 0, 0);
        var slow = cine.faster(-2, ms(100));
        assertEquals(0.5, slow.speed());
        assertEquals(List.of(2, 3, 3, 4), played(slow, 100, 140, 219, 220));
        assertEquals("12/s ×0,50", slow.text(NB).replace("13/s", "12/s"));
        assertEquals(0.1, slow.faster(-9, 0).speed());
        assertEquals(4.0, slow.faster(9, 0).speed());
    }

    @Test
    void aShortWaitDropsFramesAndALongOneHoldsTheClip() {
        var cine = Cine.start(clip(10, b -> b.decimal(Tag.FRAME_TIME, 40)), 0, 0);
        var late = cine.at(false, ms(40)).at(false, ms(60)).at(true, ms(130));
        assertEquals(3, late.frameAt(ms(130)), "decoding was slow: the clock goes on");
        var missing = cine.at(false, ms(40));
        assertFalse(missing.waits(ms(100)));
        assertTrue(missing.waits(ms(1_000)));
        assertEquals(1, missing.frameAt(ms(2_000)), "it stands");
        var came = missing.at(true, ms(2_040));
        assertEquals(List.of(1, 2), played(came, 2_040, 2_080));
    }

    @Test
    void phasesPlayAtThePlaceThatIsShown() {
        var image =
                Enhanced.mr("1")
                        .dimensions(Tag.IN_STACK_POSITION_NUMBER, Tag.TEMPORAL_POSITION_INDEX);
        for (int place = 1; place <= 3; place++)
            for (int time = 1; time <= 4; time++) image.at(-5 * place, place, time);
        image.header().decimal(Tag.FRAME_TIME, 50);
        var cine = Cine.start(stack(image.build()), 4, 0);
        assertEquals(List.of(4, 7, 10, 1, 4), played(cine, 0, 50, 100, 150, 200));
    }

    @Test
    void angiogramsPlayByTheMomentsOfTheirFrames() {
        var run = Enhanced.of("1", "XA");
        for (var at : List.of("120000.000", "120000.100", "120000.300", "120000.400"))
            run.content(
                    DataSet.builder()
                            .text(Tag.FRAME_ACQUISITION_DATE_TIME, "20261120" + at)
                            .build());
        var cine = Cine.start(stack(run.build()), 0, 0);
        assertEquals(List.of(0, 1, 1, 2, 3, 0), played(cine, 0, 100, 299, 300, 400, 534));
    }

    // ---- in a case

    private static OpenCase clips(AtomicLong clock, double... frameTimes) {
        var headers =
                IntStream.range(0, frameTimes.length)
                        .mapToObj(
                                i ->
                                        Headers.clip(
                                                "US",
                                                "u" + i,
                                                i,
                                                10,
                                                "10:00:%02d".formatted(i),
                                                frameTimes[i]))
                        .toList();
        return Cases.open(clock, Cases.study("us", headers));
    }

    private static List<Integer> frames(OpenCase open) {
        var frames = new ArrayList<Integer>();
        for (var v : open.viewports()) if (v.stack().isPresent()) frames.add(v.view().frame());
        return frames;
    }

    @Test
    void severalViewportsPlayInStepAndWaitForEachOther() {
        var clock = new AtomicLong();
        var open = clips(clock, 40, 40, 80);
        open.clips().stopAll();
        open.clips().playAll();
        clock.set(ms(160));
        open.clips().tick(_ -> true);
        assertEquals(List.of(4, 4, 2), frames(open));
        clock.set(ms(200));
        open.clips().tick(i -> i != 1);
        assertEquals(List.of(4, 4, 2), frames(open), "one waits: all stand");
        clock.set(ms(3_200));
        assertTrue(open.clips().waits(0) && open.clips().waits(1));
        open.clips().tick(_ -> true);
        assertEquals(List.of(5, 5, 2), frames(open), "and go on together");
        clock.set(ms(3_240));
        open.clips().tick(_ -> true);
        assertEquals(List.of(6, 6, 3), frames(open));
        open.clips().faster(1, 1);
        assertEquals(
                List.of(1.5, 1.5, 1.5),
                open.viewports().stream()
                        .flatMap(v -> v.cine().stream())
                        .map(Cine::speed)
                        .toList());
    }

    @Test
    void aSecondDimensionIsSteppedAndTheFirstScrolled() {
        var image =
                Enhanced.mr("1")
                        .dimensions(Tag.IN_STACK_POSITION_NUMBER, Tag.TEMPORAL_POSITION_INDEX);
        for (int place = 1; place <= 3; place++)
            for (int time = 1; time <= 4; time++) image.at(-5 * place, place, time);
        var open = Cases.open(Cases.study("c", List.of(image.build())));
        open.scroll(0, 1);
        open.stepPhase(0, 1);
        assertEquals(4, open.viewport(0).view().frame());
        open.scroll(0, 9);
        assertEquals(5, open.viewport(0).view().frame(), "scrolling stays in its time");
        open.stepPhase(0, 3);
        assertEquals(2, open.viewport(0).view().frame(), "after the last time the first");
    }

    @Test
    void aClipThatGrowsPlaysOverWhatHasCome() {
        var clock = new AtomicLong();
        var first = part(1);
        var open = Cases.open(clock, Cases.study("xa", List.of(first)));
        open.clips().play(0);
        clock.set(ms(250));
        open.clips().tick(_ -> true);
        assertEquals(2, open.viewport(0).view().frame());
        open.update(Cases.study("xa", List.of(part(2), first)));
        assertEquals(6, open.viewport(0).stack().orElseThrow().size());
        clock.set(ms(450));
        open.clips().tick(_ -> true);
        assertEquals(4, open.viewport(0).view().frame());
    }

    private static DataSet part(int number) {
        var run = Enhanced.of("p" + number, "XA").part("run", number, 2, 3 * (number - 1));
        for (int i = 0; i < 3; i++) run.content(DataSet.builder().build());
        run.header().decimal(Tag.FRAME_TIME, 100);
        return run.build();
    }
}
