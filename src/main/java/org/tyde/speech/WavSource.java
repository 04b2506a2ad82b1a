package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Sound of a recording: WAV, AIFF or AU, any rate, any number of channels.
///
/// @param file where it is
/// @param pace how fast it comes
public record WavSource(Path file, Pace pace) implements AudioSource {
    /// How fast a recording comes.
    public enum Pace {
        /// As it was spoken.
        SPOKEN,
        /// As fast as it can be read.
        FASTEST
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public Capture open(JobRunner runner, Sink sink) throws Refusal {
        var sound = decode();
        var job =
                runner.waiting(
                        "play a recording",
                        context -> {
                            play(sound, sink, context);
                            return true;
                        });
        job.onEnd(_ -> sink.ended());
        return job::cancel;
    }

    private AudioInputStream decode() throws Refusal {
        if (!Files.isRegularFile(file))
            throw new Refusal(SpeechReason.NO_AUDIO_FILE, file.toString());
        try {
            var stored =
                    AudioSystem.getAudioInputStream(
                            new BufferedInputStream(Files.newInputStream(file)));
            var f = stored.getFormat();
            var plain = new AudioFormat(f.getSampleRate(), 16, f.getChannels(), true, false);
            return AudioSystem.getAudioInputStream(plain, stored);
        } catch (UnsupportedAudioFileException | IllegalArgumentException | IOException bad) {
            throw unreadable(bad);
        }
    }

    private void play(AudioInputStream sound, Sink sink, JobContext job) throws Refusal {
        long begun = System.nanoTime();
        long played = 0;
        try (sound) {
            var format = sound.getFormat();
            var stream = new PcmStream(sound, format.getSampleRate(), format.getChannels());
            while (!job.cancelled()) {
                var block = stream.next();
                if (block.length == 0) return;
                sink.samples(block, block.length);
                played += block.length;
                if (pace == Pace.SPOKEN) waitUntil(begun + played * 1_000_000_000L / SAMPLE_RATE);
            }
        } catch (IOException | IllegalArgumentException broken) {
            sink.broke(unreadable(broken));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
    }

    private Refusal unreadable(Exception why) {
        return new Refusal(SpeechReason.AUDIO_UNREADABLE, name(), String.valueOf(why.getMessage()))
                .because(why);
    }
}
