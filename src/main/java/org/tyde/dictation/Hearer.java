package org.tyde.dictation;

import org.tyde.refusal.Refusal;
import org.tyde.speech.Recognizer;
import org.tyde.speech.Utterance;
import org.tyde.speech.UtteranceTag;
import org.tyde.speech.Vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A recogniser and the presses that it has not heard to their end. One that is left hears those, and is
/// closed behind the last. Thread-safe.
final class Hearer implements Recognizer.Listener, AutoCloseable {
    private final Recognizer recognizer;
    private final Map<Integer, Press> unfinished = new HashMap<>();
    private Optional<Listener> told = Optional.empty();
    private List<String> listenedFor = List.of();
    private volatile List<String> unheard = List.of();
    private boolean left;

    /// Who is told; on the recogniser's thread.
    interface Listener {
        /// @param press it was said in
        /// @param utterance what was heard
        void heard(Press press, Utterance utterance);

        /// The recogniser does something else now.
        void became();

        /// @param who hears nothing more
        /// @param never presses that will not be heard to their end
        /// @param why the sentence for people
        void failed(Hearer who, List<Press> never, Refusal why);
    }

    /// @param recognizer closed with this
    Hearer(Recognizer recognizer) {
        this.recognizer = recognizer;
    }

    /// @param listener told from now on
    void tell(Listener listener) {
        told = Optional.of(listener);
        recognizer.listen(this);
    }

    boolean trial() {
        return recognizer.model().trial();
    }

    Optional<Locale> language() {
        return recognizer.model().language();
    }

    Vocabulary vocabulary() {
        return recognizer.model().vocabulary();
    }

    Recognizer.State state() {
        return recognizer.state();
    }

    /// @return the commands that are heard by free speech only, or not at all
    List<String> unheard() {
        return unheard;
    }

    /// @param phrases that are commands from the next press on
    synchronized void listenFor(List<String> phrases) {
        if (phrases.equals(listenedFor)) return;
        listenedFor = phrases;
        unheard = recognizer.commands(phrases);
    }

    /// The key goes down.
    synchronized void begin(Press press) {
        var sink = press.sink;
        var tag = new UtteranceTag(sink.report().value(), sink.caret().section().name());
        unfinished.put(recognizer.begin(tag), press);
    }

    void audio(short[] samples, int count) {
        recognizer.audio(samples, count);
    }

    /// The key goes up.
    void end() {
        recognizer.end();
    }

    /// Nothing new is said to it.
    void leave() {
        synchronized (this) {
            left = true;
        }
        closeIfDone();
    }

    private void closeIfDone() {
        synchronized (this) {
            if (!left || !unfinished.isEmpty()) return;
        }
        recognizer.close();
    }

    @Override
    public void heard(Utterance utterance) {
        boolean end = utterance.state() == Utterance.State.END;
        Press press;
        synchronized (this) {
            press = end ? unfinished.remove(utterance.press()) : unfinished.get(utterance.press());
        }
        if (press != null) told.ifPresent(t -> t.heard(press, utterance));
        if (end) closeIfDone();
    }

    @Override
    public void became(Recognizer.State state) {
        told.ifPresent(Listener::became);
    }

    @Override
    public void failed(Refusal why) {
        List<Press> never;
        synchronized (this) {
            never = List.copyOf(unfinished.values());
            unfinished.clear();
        }
        told.ifPresent(t -> t.failed(this, never, why));
        closeIfDone();
    }

    @Override
    public void close() {
        recognizer.close();
    }
}
