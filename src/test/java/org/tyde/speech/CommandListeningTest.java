package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.SharedData;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands are heard by a recogniser of their own, beside free speech and in the same process.
@Timeout(120)
class CommandListeningTest {
    private static final Path SAMPLES = Path.of("samples/speech");
    private static final UtteranceTag TAG = new UtteranceTag("report-1", "findings");
    private static final List<String> PHRASES =
            List.of(
                    "punktum",
                    "komma",
                    "nytt avsnitt",
                    "neste felt",
                    "forrige felt",
                    "signer rapport",
                    "slett siste",
                    "stopp diktering");
    private static int last;
    private static Hearing hearing = uninitialised();

    @SuppressWarnings("NullAway")
    private static Hearing uninitialised() {
        return null;
    }

    @BeforeAll
    static void start() throws Exception {
        hearing = Hearing.start();
        assertEquals(List.of(), hearing.recognizer.commands(PHRASES));
    }

    @AfterAll
    static void stop() {
        hearing.close();
    }

    private static List<SpokenPhrase> heardIn(Path wav) throws Exception {
        int press = hearing.recognizer.begin(TAG);
        last = press;
        hearing.pour(wav);
        hearing.recognizer.end();
        hearing.finalText(press);
        synchronized (hearing) {
            return hearing.heard.stream()
                    .filter(u -> u.press() == press && u.state() == Utterance.State.FINAL)
                    .flatMap(u -> u.commands().stream())
                    .toList();
        }
    }

    private static List<String> texts(List<SpokenPhrase> phrases) {
        return phrases.stream().map(SpokenPhrase::text).toList();
    }

    @Test
    void theCommandsInASentenceAreHeardWhereTheyWereSaid() throws Exception {
        var heard = heardIn(SAMPLES.resolve("s12.wav"));
        assertEquals(List.of("punktum", "nytt avsnitt"), texts(heard));
        var words = hearing.finals(last);
        var avsnitt = words.getLast();
        assertEquals("avsnitt", avsnitt.text());
        assertEquals(avsnitt.end(), heard.getLast().end(), 0.3);
        assertTrue(heard.getFirst().end() <= heard.getLast().start());
    }

    @Test
    void speechThatHoldsNoCommandGivesNone() throws Exception {
        assertEquals(List.of(), heardIn(SAMPLES.resolve("s20.wav")));
        assertEquals(List.of(), heardIn(SAMPLES.resolve("u40.wav")));
    }

    @Test
    void everySpokenCommandIsHeard() throws Exception {
        var wavs = SharedData.require("speech/wavs");
        var missed = new ArrayList<String>();
        for (var line : Files.readAllLines(wavs.resolve("transcripts.tsv"))) {
            var fields = line.split("\t", -1);
            if (!fields[1].equals("command")) continue;
            var heard = texts(heardIn(wavs.resolve(fields[0])));
            if (!heard.equals(List.of(fields[5]))) missed.add(fields[5] + " as " + heard);
        }
        assertEquals(List.of(), missed);
    }

    @Test
    void aDeathOfTheProcessDoesNotForgetTheCommands() throws Exception {
        heardIn(SAMPLES.resolve("s20.wav"));
        ProcessHandle.of(hearing.recognizer.pid().orElseThrow())
                .ifPresent(ProcessHandle::destroyForcibly);
        assertEquals(
                List.of("punktum", "nytt avsnitt"), texts(heardIn(SAMPLES.resolve("s12.wav"))));
    }

    @Test
    void aPhraseOfWordsTheModelDoesNotKnowIsSaidToBeUnheard() throws Exception {
        try (var other = Hearing.start()) {
            assertEquals(
                    List.of("frys bildet"),
                    other.recognizer.commands(List.of("frys bildet", "punktum")));
        }
    }
}
