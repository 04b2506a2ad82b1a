package org.tyde.ui.viewport.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.picture.Sampling;
import org.tyde.reading.Derivation;
import org.tyde.ui.Messages;
import org.tyde.ui.viewport.badge.Fidelity.Part;
import org.tyde.ui.viewport.badge.Fidelity.Received;
import org.tyde.volume.Slab;
import org.tyde.volume.SlabProjection;

import java.time.LocalDate;
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
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final FrameKey ONE = new FrameKey("1.2", 1);
    private static final Slab THICK = new Slab(SlabProjection.MEAN, 10);
    private static final List<Derivation> DERIVATIONS =
            List.of(
                    new Derivation.AsStored(ONE),
                    new Derivation.Subtracted(ONE, List.of(1, 2)),
                    new Derivation.ThroughStack(THICK, List.of(ONE, new FrameKey("1.3", 1)), 0),
                    new Derivation.ThroughStack(THICK, List.of(ONE, new FrameKey("1.3", 1)), 1),
                    new Derivation.ThroughVolume(Slab.NONE, List.of(), 0, 0),
                    new Derivation.ThroughVolume(Slab.NONE, List.of(ONE), 2, 0),
                    new Derivation.ThroughVolume(THICK, List.of(), 1, 3),
                    new Derivation.Covered(new Derivation.AsStored(ONE)),
                    new Derivation.Blended(new Derivation.AsStored(ONE)));
    private static final List<Monitor> MONITORS = monitors();

    private static List<Monitor> monitors() {
        var all = new ArrayList<Monitor>(List.of(new Monitor.NotKnown()));
        for (var found : Monitor.Found.values())
            for (var day :
                    List.of(
                            TODAY,
                            TODAY.minusYears(1),
                            TODAY.minusYears(1).minusDays(1),
                            TODAY.plusDays(1)))
                all.add(new Monitor.Checked(day, day.plusYears(1), found));
        return all;
    }

    private static final List<Part> PARTS =
            List.of(new Part(512, 512, false), new Part(200, 512, false), new Part(512, 512, true));
    private static final List<Received> SERIES =
            List.of(new Received(40, 40), new Received(26, 40));

    static Stream<Arguments> facts() {
        var all = new ArrayList<Arguments>();
        for (var source : SOURCES)
            for (var kind : Sampling.Kind.values())
                for (var derivation : DERIVATIONS)
                    for (var part : PARTS)
                        for (var series : SERIES)
                            all.add(Arguments.of(source, kind, derivation, part, series));
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
            SourceLoss source,
            Sampling.Kind kind,
            Derivation derivation,
            Part part,
            Received series) {
        for (var coarse : List.of(false, true))
            for (var level : List.of(0, 2))
                for (var monitor : MONITORS)
                    for (var awaited : List.of(false, true)) {
                        var sampling = new Sampling(kind, level, coarse);
                        var facts =
                                new Fidelity(
                                        source,
                                        sampling,
                                        derivation,
                                        part,
                                        series,
                                        monitor,
                                        awaited);
                        check(facts, facts.badge(TODAY));
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
        checkDerivation(f.derivation(), b);
        assertEquals(
                f.sampling().kind() == Sampling.Kind.ONE_TO_ONE
                        && !(f.derivation() instanceof Derivation.ThroughVolume)
                        && !f.sampling().coarse(),
                says(b, Claim.OneToOne.class));
        assertEquals(f.sampling().interpolated(), says(b, Claim.Interpolated.class));
        assertEquals(f.sampling().kind() == Sampling.Kind.AVERAGED, says(b, Claim.Averaged.class));
        assertEquals(f.sampling().kind() == Sampling.Kind.SKIPPED, says(b, Claim.Skipped.class));
        checkMonitor(f.monitor(), b);
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
                        && !says(b, Claim.SlicesMissing.class)
                        && !says(b, Claim.SlicesInPart.class)
                        && !says(b, Claim.NotCalibrated.class);
        assertEquals(!trusted, b.grave(), b.toString());
        int firstCalm = (int) b.claims().stream().takeWhile(Claim::grave).count();
        if (f.awaited()) assertTrue(b.claims().getFirst() instanceof Claim.Loading);
        assertTrue(firstCalm > 0 || !f.awaited());
    }

    private static void checkDerivation(Derivation derivation, Badge b) {
        assertEquals(derivation instanceof Derivation.Covered, says(b, Claim.Covered.class));
        assertEquals(derivation instanceof Derivation.Blended, says(b, Claim.Blended.class));
        boolean volume = derivation instanceof Derivation.ThroughVolume;
        boolean thick = derivation instanceof Derivation.ThroughVolume v && v.thick();
        assertEquals(volume && !thick, says(b, Claim.Resampled.class));
        assertEquals(volume && thick, says(b, Claim.ThickPlane.class));
        assertEquals(derivation instanceof Derivation.ThroughStack, says(b, Claim.Slab.class));
        assertEquals(derivation instanceof Derivation.Subtracted, says(b, Claim.Subtracted.class));
        assertEquals(
                derivation instanceof Derivation.ThroughVolume v && v.unread() > 0,
                says(b, Claim.SlicesMissing.class));
        assertEquals(
                derivation instanceof Derivation.ThroughVolume v && v.inPart() > 0
                        || derivation instanceof Derivation.ThroughStack s && s.inPart() > 0,
                says(b, Claim.SlicesInPart.class));
    }

    /// A check holds from its day for a year, the last day included.
    private static void checkMonitor(Monitor monitor, Badge b) {
        var checked =
                monitor instanceof Monitor.Checked c ? List.of(c) : List.<Monitor.Checked>of();
        boolean known = !checked.isEmpty();
        boolean holds =
                known
                        && !checked.getFirst().day().isAfter(TODAY)
                        && !checked.getFirst().day().isBefore(TODAY.minusYears(1));
        assertEquals(!known, says(b, Claim.MonitorNotKnown.class));
        assertEquals(known && !holds, says(b, Claim.CheckOutdated.class));
        assertEquals(holds && found(checked, Monitor.Found.GSDF), says(b, Claim.Calibrated.class));
        assertEquals(holds && found(checked, Monitor.Found.SRGB), says(b, Claim.Corrected.class));
        assertEquals(
                holds && found(checked, Monitor.Found.NEITHER), says(b, Claim.NotCalibrated.class));
    }

    private static boolean found(List<Monitor.Checked> checked, Monitor.Found found) {
        return checked.getFirst().found() == found;
    }

    @ParameterizedTest
    @CsvSource({"nb", "en"})
    void everyClaimHasWordsAndASentenceInBothLanguages(String language) {
        var messages = messages(language);
        for (var source : SOURCES)
            for (var kind : Sampling.Kind.values())
                for (var derivation : DERIVATIONS)
                    for (var monitor : MONITORS) {
                        var badge =
                                new Fidelity(
                                                source,
                                                new Sampling(kind, 2, true),
                                                derivation,
                                                new Part(3, 9, false),
                                                new Received(2, 7),
                                                monitor,
                                                true)
                                        .badge(TODAY);
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
