package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.tyde.TestJvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// The real recogniser hears what was said, and a death of its process loses nothing.
@Timeout(120)
class RecognizerClientTest {
    private static final Path SAMPLES = Path.of("samples/speech");
    private static final UtteranceTag TAG = new UtteranceTag("report-1", "findings");
    private static final String SAID =
            "cyste i venstre hilus måler to centimeter punktum nytt avsnitt";
    private static Hearing hearing = uninitialised();

    @SuppressWarnings("NullAway")
    private static Hearing uninitialised() {
        return null;
    }

    @BeforeAll
    static void start() throws Exception {
        hearing = Hearing.startWithSpare();
    }

    @AfterAll
    static void stop() {
        hearing.close();
    }

    private static String heardOf(String wav) throws Exception {
        int press = hearing.recognizer.begin(TAG);
        hearing.pour(SAMPLES.resolve(wav));
        hearing.recognizer.end();
        return hearing.finalText(press);
    }

    @Test
    void theSamplesAreHeardWordForWord() throws Exception {
        var errors = WordErrorRate.NONE;
        for (var line : Files.readAllLines(SAMPLES.resolve("transcripts.tsv"))) {
            var fields = line.split("\t", -1);
            if (!fields[1].equals("sentence")) continue;
            errors = errors.plus(WordErrorRate.of(fields[5], heardOf(fields[0])));
        }
        assertTrue(errors.said() > 25, errors::toString);
        assertEquals(0, errors.errors(), errors::toString);
    }

    @Test
    void wordsCarryTimesAndConfidence() throws Exception {
        int press = hearing.recognizer.begin(TAG);
        hearing.pour(SAMPLES.resolve("s18.wav"));
        hearing.recognizer.end();
        hearing.finalText(press);
        var words = hearing.finals(press);
        assertEquals(6, words.size());
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            assertTrue(word.end() > word.start() && word.end() < 2.9, word::toString);
            assertTrue(word.confidence() > 0 && word.confidence() <= 1, word::toString);
            if (i > 0) assertTrue(word.start() >= words.get(i - 1).start(), word::toString);
        }
    }

    @Test
    void resultsCarryTheTagOfTheirPress() throws Exception {
        int press = hearing.recognizer.begin(new UtteranceTag("report-7", "conclusion"));
        hearing.pour(SAMPLES.resolve("s20.wav"));
        int next = hearing.recognizer.begin(new UtteranceTag("report-8", "findings"));
        hearing.pour(SAMPLES.resolve("s07.wav"));
        hearing.recognizer.end();
        assertEquals("lett fortetning i venstre hilus punktum", hearing.finalText(next));
        for (var utterance : List.copyOf(hearing.heard)) {
            if (utterance.press() == press) assertEquals("report-7", utterance.tag().report());
            if (utterance.press() == next) assertEquals("report-8", utterance.tag().report());
        }
    }

    @Test
    void partialResultsGrowWhileSpeechGoesOn() throws Exception {
        int before = hearing.heard.size();
        int press = hearing.recognizer.begin(TAG);
        hearing.pour(SAMPLES.resolve("s12.wav"));
        hearing.recognizer.end();
        hearing.finalText(press);
        var partial =
                hearing.heard.stream()
                        .skip(before)
                        .filter(u -> u.state() == Utterance.State.PARTIAL)
                        .toList();
        assertTrue(partial.size() > 5, partial::toString);
        assertTrue(partial.getLast().words().size() > partial.getFirst().words().size());
    }

    @Test
    void speechOutsideTheVocabularyIsSaidToBeUnknown() throws Exception {
        assertTrue(heardOf("u40.wav").contains(Word.UNKNOWN));
    }

    @Test
    void silenceIsNothing() throws Exception {
        int press = hearing.recognizer.begin(TAG);
        hearing.recognizer.audio(new short[48_000], 48_000);
        hearing.recognizer.end();
        assertEquals("", hearing.finalText(press));
    }

    /// Seeded: 6 moments of death between the key going down and the end of the sentence; each other time
    /// before the spare can work.
    @Test
    void aProcessKilledInMidSentenceLosesNoWord() throws Exception {
        var random = new Random(2);
        var sound = samplesOf(SAMPLES.resolve("s12.wav"));
        for (int i = 0; i < 6; i++) {
            var spare = i % 2 == 0 ? OptionalLong.of(awaitSpare()) : OptionalLong.empty();
            hearing.states.clear();
            int press = hearing.recognizer.begin(TAG);
            int cut = random.nextInt(sound.length);
            hearing.recognizer.audio(sound, cut);
            int seen = hearing.heard.size();
            if (cut > 24_000) hearing.awaitMoreThan(seen);
            long killed = System.nanoTime();
            kill();
            if (random.nextBoolean()) heardAgain("kill -9", killed, spare);
            hear(sound, cut);
            assertEquals(SAID, hearing.finalText(press), "killed after " + cut + " samples");
        }
    }

    /// As when the library itself breaks down: the kernel's signal for a wild pointer.
    @Test
    void aCrashOfNativeCodeInMidSentenceLosesNoWord() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/kill")), "this system has no /bin/kill");
        long spare = awaitSpare();
        var sound = samplesOf(SAMPLES.resolve("s12.wav"));
        int press = hearing.recognizer.begin(TAG);
        int seen = hearing.heard.size();
        hearing.recognizer.audio(sound, 40_000);
        hearing.awaitMoreThan(seen);
        hearing.states.clear();
        long crashed = System.nanoTime();
        var pid = String.valueOf(hearing.recognizer.pid().orElseThrow());
        assertEquals(0, new ProcessBuilder("/bin/kill", "-SEGV", pid).start().waitFor());
        heardAgain("a crash", crashed, OptionalLong.of(spare));
        hear(sound, 40_000);
        assertEquals(SAID, hearing.finalText(press));
    }

    private static void hear(short[] sound, int from) {
        var rest = Arrays.copyOfRange(sound, from, sound.length);
        hearing.recognizer.audio(rest, rest.length);
        hearing.recognizer.end();
    }

    /// Waits until the spare can work.
    private static long awaitSpare() throws InterruptedException {
        while (hearing.recognizer.sparePid().isEmpty()) Thread.sleep(10);
        return hearing.recognizer.sparePid().getAsLong();
    }

    private static void heardAgain(String after, long since, OptionalLong spare)
            throws InterruptedException {
        awaitState(Recognizer.State.READY);
        LoggerFactory.getLogger(RecognizerClientTest.class)
                .info("hears again {} ms after {}", (System.nanoTime() - since) / 1_000_000, after);
        if (spare.isPresent()) assertEquals(spare, hearing.recognizer.pid(), "the spare hears");
    }

    private static short[] samplesOf(Path wav) throws Exception {
        var bytes = Files.readAllBytes(wav);
        var samples = new short[(bytes.length - 44) / 2];
        for (int i = 0; i < samples.length; i++)
            samples[i] = (short) ((bytes[44 + 2 * i] & 0xff) | bytes[45 + 2 * i] << 8);
        return samples;
    }

    private static void kill() {
        var pid = hearing.recognizer.pid();
        if (pid.isPresent())
            ProcessHandle.of(pid.getAsLong()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void awaitState(Recognizer.State wanted) throws InterruptedException {
        while (hearing.states.poll(30, TimeUnit.SECONDS) != wanted) {}
    }

    @Test
    void aModelThatCannotBeLoadedIsRefusedAndNotTriedAgain() throws Exception {
        var broken = Files.createTempDirectory("modell-ødelagt");
        try (var files = Files.walk(Hearing.MODEL)) {
            for (var file : files.toList()) {
                var to = broken.resolve(Hearing.MODEL.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else Files.copy(file, to);
            }
        }
        Files.writeString(broken.resolve("graph/HCLr.fst"), "no graph");
        var command =
                TestJvm.command(
                        List.of("-Djna.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED"),
                        "org.tyde.app.Main",
                        "child",
                        "speech");
        try (var other = new Hearing(RecognizerClient.start(SpeechModel.check(broken), command))) {
            var refusal = other.refusals.poll(60, TimeUnit.SECONDS);
            assertTrue(String.valueOf(refusal).contains("graph"), () -> "" + refusal);
            assertEquals(Recognizer.State.FAILED, other.recognizer.state());
        }
    }
}
