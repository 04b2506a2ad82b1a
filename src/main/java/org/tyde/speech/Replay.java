package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// The sound that words were said in: played, or heard anew for what else it might have been.
public final class Replay {
    /// Seconds before and after a word that are played with it: a word alone is hard to understand.
    static final double AROUND = 0.4;

    /// Seconds before and after a word that are heard with it.
    private static final double CONTEXT = 3;

    /// How many readings of the stretch the recogniser is asked for.
    private static final int READINGS = 12;

    private final Kept kept;
    private final Recognizer recognizer;
    private final JobRunner runner;

    /// Where the sound lies.
    @FunctionalInterface
    public interface Kept {
        /// Waits for the disk.
        ///
        /// @param report as in [UtteranceTag#report]
        /// @param recording as in [Utterance#recording]
        /// @param from first sample
        /// @param to one past the last; beyond the end it means the end
        /// @return that stretch, 16 kHz, mono; shorter where less was kept
        /// @throws Refusal none is kept of it, or it cannot be read
        short[] read(String report, String recording, long from, long to) throws Refusal;
    }

    /// @param kept where the sound lies
    /// @param recognizer hears it anew
    /// @param runner whose threads wait
    public Replay(Kept kept, Recognizer recognizer, JobRunner runner) {
        this.kept = kept;
        this.recognizer = recognizer;
        this.runner = runner;
    }

    /// Plays a stretch with 0.4 s around it.
    ///
    /// @param report whose words
    /// @param recording of which press
    /// @param start of the words, seconds since the key went down
    /// @param end of the words, seconds
    /// @return ends when it has been played; fails with a sentence where the sound is gone or there is no
    ///     output device
    public Job<Boolean> play(String report, String recording, double start, double end) {
        return runner.waiting(
                "play what was said",
                job -> {
                    var sound = read(report, recording, start - AROUND, end + AROUND);
                    Loudspeaker.play(sound, job);
                    return true;
                });
    }

    /// What else the words might have been, by the recogniser, the likeliest first.
    ///
    /// @param report whose words
    /// @param recording of which press
    /// @param start of the words, seconds since the key went down
    /// @param end of the words, seconds
    /// @return other wordings of the same stretch, none twice; the first is what it hears now. Fails with a
    ///     sentence where the sound is gone or the recogniser does not work
    public Job<List<String>> alternatives(
            String report, String recording, double start, double end) {
        return runner.waiting(
                "hear anew",
                _ -> {
                    double from = Math.max(0, start - CONTEXT);
                    var sound = read(report, recording, from, end + CONTEXT);
                    return within(recognizer.readings(sound, READINGS), start - from, end - from);
                });
    }

    /// @return the wordings of `[start, end]` in each reading, in order, none twice and none empty
    static List<String> within(List<List<Word>> readings, double start, double end) {
        var found = new LinkedHashSet<String>();
        for (var reading : readings)
            found.add(
                    reading.stream()
                            .filter(w -> middle(w) >= start - 0.05 && middle(w) <= end + 0.05)
                            .map(Word::text)
                            .collect(Collectors.joining(" ")));
        found.remove("");
        return new ArrayList<>(found);
    }

    private static double middle(Word word) {
        return (word.start() + word.end()) / 2;
    }

    private short[] read(String report, String recording, double from, double to) throws Refusal {
        var sound =
                kept.read(
                        report,
                        recording,
                        Math.max(0, Math.round(from * AudioSource.SAMPLE_RATE)),
                        Math.round(to * AudioSource.SAMPLE_RATE));
        if (sound.length == 0) throw new Refusal(SpeechReason.NO_SOUND_YET);
        return sound;
    }
}
