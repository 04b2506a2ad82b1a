package org.tyde.dictation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.refusal.Refusal;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportId;
import org.tyde.report.Section;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.SpeechReason;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// Words go to the report that was open when the key went down, or are said to be lost.
@Timeout(60)
class DictationTest implements DictationListener {
    private final JobRunner runner = new JobRunner(1);
    private final SlowRecognizer recognizer = new SlowRecognizer(trialModel());
    private final Dictation dictation = Dictation.with(recognizer, runner);
    private final List<String> lost = new ArrayList<>();
    private final NotedReport first = new NotedReport();
    private final NotedReport second = new NotedReport();

    DictationTest() {
        dictation.listen(this);
    }

    static SpeechModel trialModel() {
        try {
            return SpeechModel.check(Path.of("samples/speech/tyde-nb-synthetic"));
        } catch (Refusal absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public void lost(ReportId report, String words) {
        lost.add(words);
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private HandSource press() throws Refusal {
        return press(false);
    }

    private HandSource press(boolean live) throws Refusal {
        var source = new HandSource(live);
        dictation.start(source);
        source.sink();
        return source;
    }

    @Test
    void wordsGoToTheCaretOfTheOpenReport() throws Exception {
        dictation.open(Optional.of(first));
        var source = press();
        source.speak(1);
        source.speak(2);
        recognizer.sayAll();
        assertEquals("Ord1 ord2", first.text(Section.FINDINGS));
        assertEquals(Microphone.PLAYING, dictation.state().microphone());
    }

    @Test
    void aResultThatComesAfterAChangeOfPatientGoesToItsOwnReport() throws Exception {
        dictation.open(Optional.of(first));
        press().speak(1);
        dictation.open(Optional.of(second));
        press().speak(2);
        recognizer.sayAll();
        assertEquals("Ord1", first.text(Section.FINDINGS));
        assertEquals("Ord2", second.text(Section.FINDINGS));
    }

    @Test
    void aChangeOfPatientStopsTheMicrophoneAndSavesTheDraft() throws Exception {
        dictation.open(Optional.of(first));
        var source = press();
        source.speak(1);
        dictation.open(Optional.of(second));
        assertEquals(Microphone.OFF, dictation.state().microphone());
        assertEquals(1, first.saved);
        source.speak(2); // the device was not quick enough
        recognizer.sayAll();
        assertEquals("Ord1", first.text(Section.FINDINGS));
        assertEquals("", second.text(Section.FINDINGS));
        assertEquals(2, first.saved, "saved again with the late word");
    }

    @Test
    void whatIsStillInTheDeviceWhenTheKeyGoesUpIsHeard() throws Exception {
        dictation.open(Optional.of(first));
        var source = press();
        source.speak(1);
        dictation.stop();
        assertEquals(Microphone.OFF, dictation.state().microphone());
        source.speak(2);
        source.sink().ended();
        source.speak(3);
        recognizer.sayAll();
        assertEquals("Ord1 ord2", first.text(Section.FINDINGS));
    }

    @Test
    void wordsForASignedReportAreSaidToBeLost() throws Exception {
        dictation.open(Optional.of(first));
        press().speak(1);
        first.sign();
        recognizer.sayAll();
        assertEquals("", first.text(Section.FINDINGS));
        assertEquals(List.of("Ord1"), lost);
    }

    @Test
    void wordsForAForgottenReportAreSaidToBeLost() throws Exception {
        dictation.open(Optional.of(first));
        press().speak(1);
        dictation.open(Optional.empty());
        dictation.forget(first.report());
        recognizer.sayAll();
        assertEquals(List.of("Ord1"), lost);
    }

    @Test
    void soundThatIsNeverHeardIsSaidToBeLost() throws Exception {
        dictation.open(Optional.of(first));
        press().speak(1);
        recognizer.fail(new Refusal(SpeechReason.NO_NATIVE_LIBRARY, "x"));
        assertEquals(List.of(""), lost);
        assertEquals(Microphone.OFF, dictation.state().microphone());
        assertTrue(dictation.state().problem().isPresent());
    }

    @Test
    void partialWordsAreProvisionalAndNotInTheText() throws Exception {
        dictation.open(Optional.of(first));
        press().speak(7);
        recognizer.restart();
        assertEquals("Ord7", first.provisional);
        assertEquals("", first.text(Section.FINDINGS));
        recognizer.sayAll();
        assertEquals("", first.provisional);
        assertEquals("Ord7", first.text(Section.FINDINGS));
    }

    @Test
    void theLiveMicrophoneIsOffUntilSwitchedOnForTrialAndItsWordsStayMarked() throws Exception {
        dictation.open(Optional.of(first));
        var refusal = assertThrows(Refusal.class, () -> press(true));
        assertEquals(DictationReason.LIVE_TRIAL_OFF, refusal.reason());
        dictation.allowLiveTrial(true);
        press(true).speak(1);
        assertEquals(Microphone.LISTENING, dictation.state().microphone());
        recognizer.sayAll();
        assertEquals(List.of(new Mark(Section.FINDINGS, 0, 4, new Meaning.Trial())), first.marks());
    }

    @Test
    void whatIsBeingSaidIsHeardToItsEndByTheRecogniserItWasBegunWith() throws Exception {
        var next = new SlowRecognizer(trialModel());
        dictation.open(Optional.of(first));
        var before = press();
        before.speak(1);
        dictation.hearWith(next);
        before.speak(2);
        assertFalse(recognizer.closed, "it hears yet");
        var after = press();
        after.speak(3);
        next.sayAll();
        recognizer.sayAll();
        assertEquals("Ord3 ord1 ord2", first.text(Section.FINDINGS));
        assertTrue(recognizer.closed, "all it was told has been heard");
        assertFalse(next.closed);
        dictation.close();
        assertTrue(next.closed);
    }

    @Test
    void aRecogniserThatNobodySpeaksToIsClosedAtOnceForAnother() {
        dictation.hearWith(new SlowRecognizer(trialModel()));
        assertTrue(recognizer.closed);
    }

    @Test
    void wordsOfTheOneBeforeThatNeverComeAreSaidToBeLost() throws Exception {
        dictation.open(Optional.of(first));
        press().speak(1);
        dictation.hearWith(new SlowRecognizer(trialModel()));
        recognizer.fail(new Refusal(SpeechReason.NO_MODEL, "/models"));
        assertEquals(List.of(""), lost);
        assertEquals(Microphone.OFF, dictation.state().microphone());
        press().speak(2);
    }

    @Test
    void whereThereWasNoModelOneThatIsChosenHears() throws Exception {
        var dead = Dictation.without(new Refusal(SpeechReason.NO_MODEL, "/models"), runner);
        dead.open(Optional.of(first));
        dead.hearWith(recognizer);
        assertEquals(Optional.empty(), dead.state().problem());
        var source = new HandSource(false);
        dead.start(source);
        source.speak(4);
        recognizer.sayAll();
        assertEquals("Ord4", first.text(Section.FINDINGS));
    }

    @Test
    void withoutAModelTheReasonIsSaid() {
        var why = new Refusal(SpeechReason.NO_MODEL, "/models");
        var dead = Dictation.without(why, runner);
        dead.open(Optional.of(first));
        assertEquals(Optional.of(why), dead.state().problem());
        assertEquals(why, assertThrows(Refusal.class, () -> dead.start(new HandSource(true))));
    }

    @Test
    void withoutAReportNothingIsHeard() {
        var refusal = assertThrows(Refusal.class, this::press);
        assertEquals(DictationReason.NO_REPORT, refusal.reason());
    }

    /// Seeded: keys, changes of patient, late results and restarts in any order. Each word spoken while
    /// its key was down stands once in the report of that key, in order, and nowhere else.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noInterleavingPutsAWordIntoAnotherReport(long seed) throws Exception {
        var random = new Random(seed);
        var reports = List.of(first, second, new NotedReport());
        var expected = List.of(new StringBuilder(), new StringBuilder(), new StringBuilder());
        int open = -1;
        int owner = -1; // of the press whose words are taken
        var sources = new ArrayList<HandSource>();
        for (int step = 0, word = 0; step < 400; step++) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    int next = random.nextInt(3);
                    dictation.open(Optional.of(reports.get(next)));
                    if (next != open) owner = -1;
                    open = next;
                }
                case 1 -> {
                    if (open < 0) continue;
                    sources.add(press());
                    owner = open;
                }
                case 2 -> dictation.stop();
                case 3 -> {
                    if (sources.isEmpty()) continue;
                    sources.getLast().sink().ended();
                    owner = -1;
                }
                case 4 -> recognizer.restart();
                case 5 -> recognizer.say();
                default -> {
                    if (sources.isEmpty()) continue;
                    boolean stale = random.nextInt(5) == 0 && sources.size() > 1;
                    (stale ? sources.getFirst() : sources.getLast()).speak(++word);
                    if (!stale && owner >= 0) expected.get(owner).append(" ord" + word);
                }
            }
        }
        recognizer.sayAll();
        for (int i = 0; i < 3; i++)
            assertEquals(
                    expected.get(i).toString().strip(),
                    reports.get(i).text(Section.FINDINGS).toLowerCase(Locale.ROOT),
                    "seed " + seed);
        assertEquals(List.of(), lost);
    }

    @Test
    void aButtonLeadsToTheNextSectionAndBackAsTheWordsDo() throws Exception {
        dictation.perform(SpokenCommand.Plain.NEXT_FIELD);
        dictation.open(Optional.of(first));
        dictation.perform(SpokenCommand.Plain.NEXT_FIELD);
        assertEquals(Section.IMPRESSION, first.caret().section());
        dictation.perform(SpokenCommand.Plain.PREVIOUS_FIELD);
        assertEquals(Section.FINDINGS, first.caret().section());
    }
}
