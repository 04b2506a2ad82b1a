package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

@Timeout(60)
class AudioTest {
    @TempDir Path folder = Path.of("");

    private static double rms(short[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) sum += (double) samples[i] * samples[i];
        return Math.sqrt(sum / (to - from));
    }

    private static short[] tone(double hertz, int rate, int count) {
        var tone = new short[count];
        for (int i = 0; i < count; i++)
            tone[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / rate));
        return tone;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # rate, hertz, rms at 16 kHz (10000 / sqrt 2 passes, above 8 kHz goes)
                    48000,    440, 7071
                    44100,    440, 7071
                    48000,   6000, 7071
                    22050,   3000, 7071
                    8000,    1000, 7071
                    48000,  10000,    0
                    44100,  12000,    0
                    96000,  30000,    0
                    """)
    void resamplingKeepsSpeechAndRemovesWhatCannotBeHeld(int rate, double hertz, double expected) {
        var resampler = new Resampler(rate);
        var out = new ArrayList<Short>();
        var tone = tone(hertz, rate, rate);
        for (int from = 0; from < tone.length; from += 777) {
            int count = Math.min(777, tone.length - from);
            var block = java.util.Arrays.copyOfRange(tone, from, from + count);
            for (short s : resampler.push(block, count)) out.add(s);
        }
        for (short s : resampler.flush()) out.add(s);
        assertEquals(16_000, out.size(), 40);
        var samples = new short[out.size()];
        for (int i = 0; i < samples.length; i++) samples[i] = out.get(i);
        assertEquals(expected, rms(samples, 2_000, 14_000), 80);
    }

    @Test
    void theMeterGoesFromSilenceToFullScale() {
        assertEquals(0, AudioLevel.of(new short[100], 100));
        assertEquals(0.778, AudioLevel.of(tone(440, 16_000, 16_000), 16_000), 0.001); // -13.3 dB
        var quiet = new short[100];
        java.util.Arrays.fill(quiet, (short) 328); // -40 dB
        assertEquals(0.333, AudioLevel.of(quiet, 100), 0.001);
    }

    @Test
    void aStereoRecordingAt48KilohertzComesOutAt16() throws Exception {
        var format = new AudioFormat(48_000, 24, 2, true, false);
        var bytes = new byte[48_000 * 6];
        var tone = tone(440, 48_000, 48_000);
        for (int i = 0; i < tone.length; i++)
            for (int c = 0; c < 2; c++) {
                bytes[6 * i + 3 * c + 1] = (byte) tone[i];
                bytes[6 * i + 3 * c + 2] = (byte) (tone[i] >> 8);
            }
        var wav = folder.resolve("stereo.wav");
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes), format, 48_000),
                AudioFileFormat.Type.WAVE,
                wav.toFile());
        var heard = play(wav);
        assertEquals(16_000, heard.length, 40);
        assertEquals(7071, rms(heard, 2_000, 14_000), 80);
    }

    @Test
    void aRecordingComesAsItIs() throws Exception {
        var wav = Path.of("samples/speech/s07.wav");
        assertEquals((Files.size(wav) - 44) / 2, play(wav).length);
    }

    private static short[] play(Path wav) throws Exception {
        var heard = new Samples();
        var over = new CountDownLatch(1);
        try (var runner = new JobRunner(1)) {
            new WavSource(wav, WavSource.Pace.FASTEST)
                    .open(
                            runner,
                            new AudioSource.Sink() {
                                @Override
                                public void samples(short[] samples, int count) {
                                    heard.append(samples, count);
                                }

                                @Override
                                public void ended() {
                                    over.countDown();
                                }

                                @Override
                                public void broke(Refusal why) {
                                    throw new AssertionError(why);
                                }
                            });
            over.await();
        }
        return heard.copy(0, heard.length());
    }

    @Test
    void aFileThatIsNoSoundIsRefusedWithASentence() throws Exception {
        var text = Files.writeString(folder.resolve("notes.wav"), "not sound");
        var refusal = assertThrows(Refusal.class, () -> play(text));
        assertEquals(SpeechReason.AUDIO_UNREADABLE, refusal.reason());
        var absent = assertThrows(Refusal.class, () -> play(folder.resolve("absent.wav")));
        assertEquals(SpeechReason.NO_AUDIO_FILE, absent.reason());
    }

    @Test
    void withoutAMicrophoneTheSentenceSaysSo() throws Exception {
        Assumptions.assumeTrue(Microphone.list().isEmpty(), "this machine has a microphone");
        assertEquals(List.of(), Microphone.list());
        assertThrows(Refusal.class, () -> Microphone.named("Headset"));
        var silent =
                new AudioSource.Sink() {
                    @Override
                    public void samples(short[] samples, int count) {}

                    @Override
                    public void ended() {}

                    @Override
                    public void broke(Refusal why) {}
                };
        try (var runner = new JobRunner(1)) {
            var any = Microphone.named("");
            assertTrue(any.live());
            var refusal = assertThrows(Refusal.class, () -> any.open(runner, silent));
            assertEquals("No microphone was found.", refusal.getMessage());
        }
    }

    @Test
    void aRecordingIsNotLive() {
        assertFalse(new WavSource(Path.of("a.wav"), WavSource.Pace.SPOKEN).live());
    }
}
