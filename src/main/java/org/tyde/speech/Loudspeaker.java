package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.List;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Plays sound that was kept, on the system's own output.
public final class Loudspeaker {
    private static final int RATE = AudioSource.SAMPLE_RATE;

    /// Times the rate of what is played: devices that do not take 16 kHz take 48.
    private static final List<Integer> TIMES = List.of(1, 3);

    private Loudspeaker() {}

    /// Plays to the end; waits.
    ///
    /// @param samples 16 kHz, mono, full scale 32767
    /// @param job may be cancelled in between
    /// @throws Refusal there is no output device, or it is taken
    public static void play(short[] samples, JobContext job) throws Refusal {
        for (int times : TIMES) {
            var format = new AudioFormat(RATE * times, 16, 1, true, false);
            if (!AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, format)))
                continue;
            try (var line = AudioSystem.getSourceDataLine(format)) {
                line.open(format);
                line.start();
                write(line, bytes(samples, times), job);
                return;
            } catch (LineUnavailableException
                    | IllegalArgumentException
                    | SecurityException taken) {
                throw new Refusal(SpeechReason.LOUDSPEAKER_BUSY).because(taken);
            }
        }
        throw new Refusal(SpeechReason.NO_LOUDSPEAKER);
    }

    private static void write(SourceDataLine line, byte[] sound, JobContext job) {
        int block = RATE / 10 * 2;
        for (int at = 0; at < sound.length && !job.cancelled(); at += block)
            line.write(sound, at, Math.min(block, sound.length - at));
        if (job.cancelled()) line.flush();
        else line.drain();
    }

    /// Little-endian, with `times - 1` samples on the straight line between each two.
    static byte[] bytes(short[] samples, int times) {
        var bytes = new byte[2 * times * samples.length];
        int at = 0;
        for (int i = 0; i < samples.length; i++) {
            int next = i + 1 < samples.length ? samples[i + 1] : samples[i];
            for (int k = 0; k < times; k++) {
                int value = samples[i] + (next - samples[i]) * k / times;
                bytes[at++] = (byte) value;
                bytes[at++] = (byte) (value >> 8);
            }
        }
        return bytes;
    }
}
