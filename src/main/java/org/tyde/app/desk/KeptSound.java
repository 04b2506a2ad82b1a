package org.tyde.app.desk;

import org.tyde.refusal.Refusal;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Replay;
import org.tyde.speech.SoundKeeper;
import org.tyde.speech.UtteranceTag;
import org.tyde.store.DraftSound;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The sound of reports, on its way to the disk and back. Who speaks never waits for the disk; what cannot
/// be kept is said once for each press, and recognition goes on.
final class KeptSound implements SoundKeeper, Replay.Kept {
    private static final short[] END = new short[0];

    private final Job<DraftSound> sound;
    private final JobRunner runner;
    private final BooleanSupplier wanted;
    private final Consumer<Refusal> trouble;

    /// @param sound where it lies, once its key is there
    /// @param runner writes
    /// @param wanted whether sound is to be kept now
    /// @param trouble told why sound is not kept
    KeptSound(
            Job<DraftSound> sound,
            JobRunner runner,
            BooleanSupplier wanted,
            Consumer<Refusal> trouble) {
        this.sound = sound;
        this.runner = runner;
        this.wanted = wanted;
        this.trouble = trouble;
    }

    @Override
    public Track begin(UtteranceTag tag, String recording) {
        if (!wanted.getAsBoolean() || tag.report().isEmpty()) return Track.SILENT;
        var queue = new LinkedBlockingQueue<short[]>();
        var keeping =
                runner.waiting(
                        "keep the sound",
                        job -> {
                            keep(tag, recording, queue, job);
                            return true;
                        });
        return new Track() {
            @Override
            public void samples(short[] samples, int count) {
                // what nobody takes any more would only fill the memory
                if (!keeping.ended()) queue.add(Arrays.copyOf(samples, count));
            }

            @Override
            public void end() {
                queue.add(END);
            }
        };
    }

    private void keep(
            UtteranceTag tag, String recording, BlockingQueue<short[]> queue, JobContext job)
            throws InterruptedException {
        try (var writer = sound.await().begin(tag.report(), recording)) {
            while (!job.cancelled()) {
                var samples = queue.take();
                if (samples.length == 0) return;
                writer.append(bytes(samples));
            }
        } catch (Refusal refused) {
            trouble.accept(refused);
        }
    }

    @Override
    public short[] read(String report, String recording, long from, long to) throws Refusal {
        var bytes = sound.await().read(report, recording, 2 * from, 2 * to);
        var samples = new short[bytes.length / 2];
        for (int i = 0; i < samples.length; i++)
            samples[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
        return samples;
    }

    /// 16 bits, little-endian, [AudioSource#SAMPLE_RATE] a second.
    private static byte[] bytes(short[] samples) {
        var bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }
}
