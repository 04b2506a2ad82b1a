package org.tyde.app.bench;

import org.tyde.refusal.Refusal;
import org.tyde.speech.AudioSource;
import org.tyde.speech.WavSource;
import org.tyde.work.JobRunner;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A recording with something done to its sound, or while it plays; as fast as it can be read.
///
/// @param recording of which
/// @param change makes the sound that is heard of the sound there is
/// @param meanwhile told before each sample that is the first of a block, how many were given
record ChangedRecording(WavSource recording, Change change, Meanwhile meanwhile)
        implements AudioSource {
    private static final int BLOCK = SAMPLE_RATE / 50;

    /// What is done to the sound.
    @FunctionalInterface
    interface Change {
        short[] of(short[] sound);
    }

    /// What is done while it plays.
    @FunctionalInterface
    interface Meanwhile {
        void at(int samples);
    }

    /// @return the recording with noise over it
    static ChangedRecording noisy(WavSource recording, Noise noise, double decibel, long seed) {
        return new ChangedRecording(recording, sound -> noise.over(sound, decibel, seed), _ -> {});
    }

    @Override
    public String name() {
        return recording.name();
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public Capture open(JobRunner runner, Sink sink) throws Refusal {
        var gathered = new Gathered(new LinkedBlockingQueue<>());
        recording.open(runner, gathered);
        var job =
                runner.waiting(
                        "play a changed recording",
                        _ -> {
                            var sound = change.of(gathered.all());
                            for (int at = 0; at < sound.length; at += BLOCK) {
                                meanwhile.at(at);
                                int count = Math.min(BLOCK, sound.length - at);
                                sink.samples(Arrays.copyOfRange(sound, at, at + count), count);
                            }
                            return true;
                        });
        job.onEnd(_ -> sink.ended());
        return job::cancel;
    }

    /// All of it; an empty block is its end.
    private record Gathered(BlockingQueue<short[]> blocks) implements Sink {
        @Override
        public void samples(short[] samples, int count) {
            if (count > 0) blocks.add(Arrays.copyOf(samples, count));
        }

        @Override
        public void ended() {
            blocks.add(new short[0]);
        }

        @Override
        public void broke(Refusal why) {
            blocks.add(new short[0]);
        }

        short[] all() throws InterruptedException {
            var all = new short[0];
            for (var block = blocks.take(); block.length > 0; block = blocks.take()) {
                int length = all.length;
                all = Arrays.copyOf(all, length + block.length);
                System.arraycopy(block, 0, all, length, block.length);
            }
            return all;
        }
    }
}
