package org.tyde.dictation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.refusal.Refusal;
import org.tyde.report.Section;
import org.tyde.speech.Hearing;
import org.tyde.speech.JoinedRecording;
import org.tyde.speech.Microphone;
import org.tyde.speech.PlugMixers;
import org.tyde.speech.SoundKeeper;
import org.tyde.speech.SpeechReason;
import org.tyde.speech.WavSource;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Recordings through the real recogniser into reports, its process killed on the way.
@Timeout(120)
class DictationWithVoskTest {
    private static WavSource wav(String name) {
        return new WavSource(Path.of("samples/speech", name), WavSource.Pace.FASTEST);
    }

    private static void await(NotedReport report, String text) throws InterruptedException {
        for (int i = 0; i < 600 && !report.text(Section.FINDINGS).equals(text); i++)
            Thread.sleep(50);
        assertEquals(text, report.text(Section.FINDINGS));
    }

    @Test
    void aSentenceComesOutAsRadiologistsWriteIt() throws Exception {
        try (var hearing = Hearing.start();
                var runner = new JobRunner(1);
                var dictation = Dictation.with(hearing.recognizer, runner)) {
            var report = new NotedReport();
            dictation.open(Optional.of(report));
            dictation.start(wav("s12.wav"));
            await(report, "Cyste i venstre hilus måler 2 cm.\n\n");
            dictation.start(wav("s03.wav"));
            await(
                    report,
                    "Cyste i venstre hilus måler 2 cm.\n\nNodul i høyre overlapp måler 12 mm,");
        }
    }

    @Test
    void theDemoRecordingBecomesAShortReport() throws Exception {
        try (var hearing = Hearing.start();
                var runner = new JobRunner(1);
                var dictation = Dictation.with(hearing.recognizer, runner)) {
            var report = new NotedReport();
            dictation.open(Optional.of(report));
            dictation.start(wav("demo.wav"));
            await(
                    report,
                    "Nodul i høyre overlapp måler 8,4 mm. Ingen pleuravæske. Ingen"
                            + " lymfadenopati.");
            for (int i = 0; i < 200 && !report.text(Section.IMPRESSION).endsWith("måneder."); i++)
                Thread.sleep(50);
            assertEquals(
                    "Nodul i høyre overlapp. Anbefaler kontroll om 3 måneder.",
                    report.text(Section.IMPRESSION));
        }
    }

    @Test
    void aChangeAndADeathOfTheRecogniserLeaveTheWordsWithTheirReport() throws Exception {
        try (var hearing = Hearing.start();
                var runner = new JobRunner(1);
                var dictation = Dictation.with(hearing.recognizer, runner)) {
            var first = new NotedReport();
            var second = new NotedReport();
            dictation.open(Optional.of(first));
            while (hearing.recognizer.pid().isEmpty()) Thread.sleep(1);
            dictation.start(wav("s07.wav"));
            while (dictation.state().microphone() != DictationState.Microphone.OFF) Thread.sleep(1);
            ProcessHandle.of(hearing.recognizer.pid().orElseThrow())
                    .ifPresent(ProcessHandle::destroyForcibly);
            dictation.open(Optional.of(second));
            dictation.start(wav("s18.wav"));
            await(first, "Lett fortetning i venstre hilus.");
            await(second, "Cyste i binyre måler 3 cm");
            assertTrue(first.saved >= 1, "the draft of the first was saved");
        }
    }

    /// Another model is chosen in the middle of a sentence.
    @Test
    void theSentenceUnderWayIsHeardByTheOldModelAndTheNextByTheNew() throws Exception {
        try (var old = Hearing.start();
                var next = Hearing.start();
                var runner = new JobRunner(1);
                var dictation = Dictation.with(old.recognizer, runner)) {
            var report = new NotedReport();
            dictation.open(Optional.of(report));
            dictation.start(new WavSource(wav("s12.wav").file(), WavSource.Pace.SPOKEN));
            while (report.provisional.isEmpty()) Thread.sleep(5);
            var process = ProcessHandle.of(old.recognizer.pid().orElseThrow()).orElseThrow();
            dictation.hearWith(next.recognizer);
            await(report, "Cyste i venstre hilus måler 2 cm.\n\n");
            assertEquals(List.of(), next.heard);
            process.onExit().get(30, TimeUnit.SECONDS);
            int heard = old.heard.size();
            dictation.start(wav("s03.wav"));
            await(
                    report,
                    "Cyste i venstre hilus måler 2 cm.\n\nNodul i høyre overlapp måler 12 mm,");
            assertEquals(heard, old.heard.size(), "nothing more by the old one");
        }
    }

    /// A real line of `javax.sound` falls silent in the middle of a sentence.
    @Test
    void aMicrophonePulledOutWhileSpeakingIsSaidOnceAndAllWordsBeforeItAreWritten()
            throws Exception {
        var kept = new AtomicInteger();
        var device = PlugMixers.plug(new PlugMixers.Device("SpeechMike", 16_000, 1, false));
        try (var hearing = Hearing.start((_, _) -> counting(kept));
                var runner = new JobRunner(1);
                var dictation = Dictation.with(hearing.recognizer, runner)) {
            var report = new NotedReport();
            var problems = new CopyOnWriteArrayList<Refusal>();
            dictation.open(Optional.of(report));
            dictation.allowLiveTrial(true);
            dictation.listen(
                    new DictationListener() {
                        @Override
                        public void became(DictationState state) {
                            state.problem().ifPresent(problems::add);
                        }
                    });
            dictation.start(Microphone.named("SpeechMike"));
            // "cyste i venstre hilus måler" of "... måler to centimeter"
            device.speak(JoinedRecording.samples(wav("s12.wav").file(), 0, 2.12));
            while (kept.get() < 33_600) Thread.sleep(5);
            device.pulled = true;
            await(report, "Cyste i venstre hilus måler");
            while (dictation.state().microphone() != DictationState.Microphone.OFF) Thread.sleep(5);
            assertEquals(1, Set.copyOf(problems).size(), problems::toString);
            assertEquals(SpeechReason.MICROPHONE_LOST, problems.getFirst().reason());
            dictation.start(wav("s07.wav"));
            await(report, "Cyste i venstre hilus måler lett fortetning i venstre hilus.");
        } finally {
            PlugMixers.pullAll();
        }
    }

    private static SoundKeeper.Track counting(AtomicInteger kept) {
        return new SoundKeeper.Track() {
            @Override
            public void samples(short[] samples, int count) {
                kept.addAndGet(count);
            }

            @Override
            public void end() {}
        };
    }
}
