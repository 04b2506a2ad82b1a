package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/// All that was heard in one recording.
///
/// @param utterances final results, in order
/// @param seconds of sound
/// @param recognitionSeconds from the first sample to the last word, once the model was loaded
public record Transcript(List<Utterance> utterances, double seconds, double recognitionSeconds) {
    private static final UtteranceTag WHOLE = new UtteranceTag("", "");

    /// Copies the utterances.
    public Transcript {
        utterances = List.copyOf(utterances);
    }

    /// @return all words with spaces between
    public String text() {
        return utterances.stream()
                .map(Utterance::text)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// Hears a recording to its end; waits.
    ///
    /// @param recognizer hears nothing else meanwhile
    /// @param source the recording
    /// @param runner whose thread reads it
    /// @return what was heard
    /// @throws Refusal the recording cannot be read or the recogniser does not work
    public static Transcript of(Recognizer recognizer, AudioSource source, JobRunner runner)
            throws Refusal {
        var listening = new Listening(recognizer);
        var ending = recognizer.listen(listening);
        try {
            listening.awaitReady();
            long begun = System.nanoTime();
            recognizer.begin(WHOLE);
            source.open(runner, listening);
            var heard = listening.awaitEnd();
            return new Transcript(
                    heard,
                    (double) listening.samples / AudioSource.SAMPLE_RATE,
                    (System.nanoTime() - begun) / 1e9);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal(SpeechReason.AUDIO_UNREADABLE, source.name(), "").because(stopped);
        } finally {
            ending.run();
        }
    }

    /// Takes the sound to the recogniser and its answers to the one who waits.
    private static final class Listening implements Recognizer.Listener, AudioSource.Sink {
        private final Recognizer recognizer;
        private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
        private long samples;

        Listening(Recognizer recognizer) {
            this.recognizer = recognizer;
        }

        void awaitReady() throws InterruptedException, Refusal {
            while (recognizer.state() != Recognizer.State.READY)
                if (told.take() instanceof Refusal refusal) throw refusal;
        }

        List<Utterance> awaitEnd() throws InterruptedException, Refusal {
            var heard = new ArrayList<Utterance>();
            while (true) {
                var next = told.take();
                if (next instanceof Refusal refusal) throw refusal;
                if (!(next instanceof Utterance utterance)) continue;
                switch (utterance.state()) {
                    case PARTIAL -> {}
                    case FINAL -> heard.add(utterance);
                    case END -> {
                        return heard;
                    }
                }
            }
        }

        @Override
        public void heard(Utterance utterance) {
            told.add(utterance);
        }

        @Override
        public void became(Recognizer.State state) {
            told.add(state);
        }

        @Override
        public void failed(Refusal why) {
            told.add(why);
        }

        @Override
        public void samples(short[] block, int count) {
            samples += count;
            recognizer.audio(block, count);
        }

        @Override
        public void ended() {
            recognizer.end();
        }

        @Override
        public void broke(Refusal why) {
            told.add(why);
        }
    }
}
