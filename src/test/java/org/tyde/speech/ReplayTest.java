package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.SourceDataLine;

/// The sound of every word can be played and heard anew, by the times the word carries.
@Timeout(120)
class ReplayTest {
    private static final Path SAMPLES = Path.of("samples/speech");
    private final Map<String, Samples> kept = new ConcurrentHashMap<>();
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void pull() {
        PlugMixers.pullAll();
        runner.close();
    }

    private SoundKeeper.Track keep(UtteranceTag tag, String recording) {
        var sound = kept.computeIfAbsent(tag.report() + recording, _ -> new Samples());
        return new SoundKeeper.Track() {
            @Override
            public void samples(short[] samples, int count) {
                sound.append(samples, count);
            }

            @Override
            public void end() {}
        };
    }

    private short[] read(String report, String recording, long from, long to) {
        var all = kept.getOrDefault(report + recording, new Samples());
        int first = (int) Math.min(from, all.length());
        return all.copy(first, (int) Math.min(to, all.length()) - first);
    }

    private static Utterance said(Hearing hearing, String wav) throws Exception {
        int press = hearing.recognizer.begin(new UtteranceTag("r", "f"));
        hearing.pour(SAMPLES.resolve(wav));
        hearing.recognizer.end();
        hearing.finalText(press);
        synchronized (hearing) {
            return hearing.heard.stream()
                    .filter(u -> u.press() == press && !u.words().isEmpty())
                    .filter(u -> u.state() == Utterance.State.FINAL)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void eachWordIsHeardAgainInItsOwnSound() throws Exception {
        try (var hearing = Hearing.start(this::keep)) {
            var replay = new Replay(this::read, hearing.recognizer, runner);
            var said = said(hearing, "s12.wav");
            assertEquals(10, said.words().size(), said::text);
            for (var word : said.words()) {
                var wordings =
                        replay.alternatives("r", said.recording(), word.start(), word.end())
                                .await();
                assertTrue(wordings.contains(word.text()), () -> word + ": " + wordings);
            }
        }
    }

    @Test
    void inNoiseAWordHasOtherWordings() throws Exception {
        try (var hearing = Hearing.start(this::keep)) {
            var replay = new Replay(this::read, hearing.recognizer, runner);
            var said = said(hearing, "s12.wav");
            var random = new java.util.Random(3);
            var sound = read("r", said.recording(), 0, 60_000);
            for (int i = 0; i < sound.length; i++)
                sound[i] =
                        (short)
                                Math.clamp(
                                        sound[i] + 14_000 * random.nextGaussian(), -32_768, 32_767);
            keep(said.tag(), "noisy").samples(sound, sound.length);
            var found = new java.util.ArrayList<java.util.List<String>>();
            for (var word : said.words())
                found.add(replay.alternatives("r", "noisy", word.start(), word.end()).await());
            assertTrue(found.stream().anyMatch(f -> f.size() > 1), found::toString);
        }
    }

    @Test
    void hearingAnewDoesNotDisturbWhatIsBeingSaid() throws Exception {
        try (var hearing = Hearing.start(this::keep)) {
            var before = said(hearing, "s07.wav");
            int press = hearing.recognizer.begin(new UtteranceTag("r", "f"));
            hearing.pour(SAMPLES.resolve("s18.wav"));
            var replay = new Replay(this::read, hearing.recognizer, runner);
            assertTrue(!replay.alternatives("r", before.recording(), 0, 1).await().isEmpty());
            hearing.recognizer.end();
            assertEquals("cyste i binyre måler tre centimeter", hearing.finalText(press));
        }
    }

    @Test
    void aRecogniserThatHasGoneSaysSo() throws Exception {
        var hearing = Hearing.start(this::keep);
        var said = said(hearing, "s07.wav");
        hearing.close();
        var replay = new Replay(this::read, hearing.recognizer, runner);
        var refusal =
                assertThrows(
                        Refusal.class,
                        () -> replay.alternatives("r", said.recording(), 0, 1).await());
        assertEquals(SpeechReason.NOT_HEARD_ANEW, refusal.reason());
    }

    @Test
    void theSoundOfAWordIsPlayedWithAFewTenthsAroundIt() throws Exception {
        var speaker = PlugMixers.plug(new PlugMixers.Device("Speakers", 16_000, 1, true));
        var sound = new short[32_000];
        for (int i = 0; i < sound.length; i++) sound[i] = (short) i;
        keep(new UtteranceTag("r", ""), "1").samples(sound, sound.length);
        try (var hearing = Hearing.start()) {
            new Replay(this::read, hearing.recognizer, runner).play("r", "1", 0.5, 1.0).await();
        }
        assertArrayEquals(
                java.util.Arrays.copyOfRange(sound, 1_600, 22_400),
                speaker.sound.copy(0, speaker.sound.length()));
    }

    @Test
    void withoutALoudspeakerTheSentenceSaysSo() throws Exception {
        var any = new DataLine.Info(SourceDataLine.class, null);
        Assumptions.assumeFalse(AudioSystem.isLineSupported(any), "this machine has a loudspeaker");
        keep(new UtteranceTag("r", ""), "1").samples(new short[16_000], 16_000);
        try (var hearing = Hearing.start()) {
            var replay = new Replay(this::read, hearing.recognizer, runner);
            var refusal = assertThrows(Refusal.class, () -> replay.play("r", "1", 0, 0.5).await());
            assertEquals(SpeechReason.NO_LOUDSPEAKER, refusal.reason());
            var none = assertThrows(Refusal.class, () -> replay.play("r", "2", 0, 0.5).await());
            assertEquals(SpeechReason.NO_SOUND_YET, none.reason());
        }
    }
}
