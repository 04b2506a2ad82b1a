package org.tyde.ui.viewport.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.picture.Sampling;
import org.tyde.ui.Messages;
import org.tyde.ui.viewport.badge.Fidelity.Cut;
import org.tyde.ui.viewport.badge.Fidelity.Monitor;
import org.tyde.ui.viewport.badge.Fidelity.Part;
import org.tyde.ui.viewport.badge.Fidelity.Received;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class FidelityTest {
    private static final List<SourceLoss> SOURCES =
            List.of(
                    new SourceLoss.Lossless(true),
                    new SourceLoss.Lossless(false),
                    new SourceLoss.NotStated(),
                    new SourceLoss.Lossy(List.of(), List.of()),
                    new SourceLoss.Lossy(List.of(12.0, 4.5), List.of("ISO_10918_1", "OWN_1")));
    private static final List<Part> PARTS =
            List.of(new Part(512, 512, false), new Part(200, 512, false), new Part(512, 512, true));
    private static final List<Received> SERIES =
            List.of(new Received(40, 40), new Received(26, 40));

    static Stream<Arguments> facts() {
        var all = new ArrayList<Arguments>();
        for (var source : SOURCES)
            for (var kind : Sampling.Kind.values())
                for (var cut : Cut.values())
                    for (var part : PARTS)
                        for (var series : SERIES)
                            all.add(Arguments.of(source, kind, cut, part, series));
        return all.stream();
    }

    private static boolean says(Badge badge, Class<? extends Claim> claim) {
        return badge.claims().stream().anyMatch(claim::isInstance);
    }

    private static long count(Badge badge, List<Class<? extends Claim>> kinds) {
        return badge.claims().stream()
                .filter(c -> kinds.stream().anyMatch(k -> k.isInstance(c)))
                .count();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatIsSaidIsTrueAndWhatIsTrueIsSaid(
            SourceLoss source, Sampling.Kind kind, Cut cut, Part part, Received series) {
        for (var coarse : List.of(false, true))
            for (var level : List.of(0, 2))
                for (var monitor : Monitor.values())
                    for (var awaited : List.of(false, true)) {
                        var sampling = new Sampling(kind, level, coarse);
                        var facts =
                                new Fidelity(source, sampling, cut, part, series, monitor, awaited);
                        check(facts, facts.badge());
                    }
    }

    private static void check(Fidelity f, Badge b) {
        assertEquals(f.awaited(), says(b, Claim.Loading.class));
        assertEquals(
                f.part().rows() < f.part().of() || f.part().near(), says(b, Claim.InPart.class));
        assertEquals(f.sampling().coarse(), says(b, Claim.Coarse.class));
        assertEquals(f.source() instanceof SourceLoss.Lossy, says(b, Claim.Lossy.class));
        assertEquals(
                f.source() instanceof SourceLoss.NotStated, says(b, Claim.LossNotStated.class));
        assertEquals(f.source() instanceof SourceLoss.Lossless, says(b, Claim.Lossless.class));
        assertEquals(f.series().images() < f.series().of(), says(b, Claim.Incomplete.class));
        assertEquals(f.cut() == Cut.PLANE, says(b, Claim.Resampled.class));
        assertEquals(f.cut() == Cut.SLAB, says(b, Claim.Slab.class));
        assertEquals(
                f.sampling().kind() == Sampling.Kind.ONE_TO_ONE
                        && f.cut() == Cut.NONE
                        && !f.sampling().coarse(),
                says(b, Claim.OneToOne.class));
        assertEquals(f.sampling().interpolated(), says(b, Claim.Interpolated.class));
        assertEquals(f.sampling().kind() == Sampling.Kind.AVERAGED, says(b, Claim.Averaged.class));
        assertEquals(f.sampling().kind() == Sampling.Kind.SKIPPED, says(b, Claim.Skipped.class));
        assertEquals(f.monitor() == Monitor.CALIBRATED, says(b, Claim.Calibrated.class));
        assertEquals(f.monitor() == Monitor.NOT_CALIBRATED, says(b, Claim.NotCalibrated.class));
        assertEquals(
                1,
                count(
                        b,
                        List.of(
                                Claim.Lossy.class,
                                Claim.Lossless.class,
                                Claim.LossNotStated.class)));
        assertEquals(
                1,
                count(
                        b,
                        List.of(
                                Claim.OneToOne.class,
                                Claim.Repeated.class,
                                Claim.Interpolated.class,
                                Claim.Averaged.class,
                                Claim.Skipped.class)));
        boolean trusted =
                !f.awaited()
                        && f.part().whole()
                        && !f.sampling().coarse()
                        && f.sampling().kind() != Sampling.Kind.SKIPPED
                        && f.source() instanceof SourceLoss.Lossless
                        && f.series().whole()
                        && f.monitor() != Monitor.NOT_CALIBRATED;
        assertEquals(!trusted, b.grave(), b.toString());
        int firstCalm = (int) b.claims().stream().takeWhile(Claim::grave).count();
        if (f.awaited()) assertTrue(b.claims().getFirst() instanceof Claim.Loading);
        assertTrue(firstCalm > 0 || !f.awaited());
    }

    @ParameterizedTest
    @CsvSource({"nb", "en"})
    void everyClaimHasWordsAndASentenceInBothLanguages(String language) {
        var messages = messages(language);
        for (var source : SOURCES)
            for (var kind : Sampling.Kind.values())
                for (var cut : Cut.values())
                    for (var monitor : Monitor.values()) {
                        var badge =
                                new Fidelity(
                                                source,
                                                new Sampling(kind, 2, true),
                                                cut,
                                                new Part(3, 9, false),
                                                new Received(2, 7),
                                                monitor,
                                                true)
                                        .badge();
                        var said = badge.line(messages) + badge.sentences(messages);
                        assertFalse(said.contains("{") || said.contains("!"), said);
                        assertTrue(
                                badge.line(messages)
                                        .contains(badge.graveLine(messages).split(" · ")[0]));
                        for (var sentence : badge.sentences(messages))
                            assertTrue(sentence.endsWith("."), sentence);
                    }
    }

    private static Messages messages(String language) {
        var messages = new Messages();
        messages.localeProperty().set(language.equals("nb") ? Messages.BOKMAAL : Messages.ENGLISH);
        return messages;
    }

    @Test
    void ratioAndMethodOfEachStepStandAsReceived() {
        var lossy = new Claim.Lossy(List.of(12.0, 4.5), List.of("ISO_10918_1", "ISO_15444_1"));
        assertEquals("tapskomprimert 12:1 JPEG + 4,5:1 JPEG 2000", lossy.words(messages("nb")));
        assertEquals("lossy 12:1 JPEG + 4.5:1 JPEG 2000", lossy.words(messages("en")));
        assertEquals(
                "lossy OWN_1", new Claim.Lossy(List.of(), List.of("OWN_1")).words(messages("en")));
        assertEquals("lossy", new Claim.Lossy(List.of(), List.of()).words(messages("en")));
    }

    @Test
    void nothingOnScreenSaysNothing() {
        assertEquals("", Badge.NONE.line(messages("nb")));
        assertFalse(Badge.NONE.grave());
    }
}
