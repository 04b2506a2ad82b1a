package org.tyde.dictation;

import org.tyde.refusal.Refusal;
import org.tyde.speech.Recognizer;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.Utterance;
import org.tyde.speech.UtteranceTag;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;

/// Hears one word in each block of sound, the word whose number is the first sample, and says so only
/// when told to.
final class SlowRecognizer implements Recognizer {
    private record Heard(int press, UtteranceTag tag, List<Word> words, boolean over) {}

    private final SpeechModel model;
    private final List<Heard> waiting = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private UtteranceTag tag = new UtteranceTag("", "");
    private boolean down;
    private int press;
    boolean closed;

    SlowRecognizer(SpeechModel model) {
        this.model = model;
    }

    /// Says the oldest thing not yet said.
    void say() {
        if (waiting.isEmpty()) return;
        var heard = waiting.removeFirst();
        if (!heard.over()) tell(heard, Utterance.State.PARTIAL);
        tell(heard, heard.over() ? Utterance.State.END : Utterance.State.FINAL);
    }

    /// Its process dies and is started again; what was not said is heard anew.
    void restart() {
        listeners.forEach(l -> l.became(State.RESTARTING));
        waiting.stream()
                .filter(h -> !h.over())
                .findFirst()
                .ifPresent(h -> tell(h, Utterance.State.PARTIAL));
        listeners.forEach(l -> l.became(State.READY));
    }

    void sayAll() {
        while (!waiting.isEmpty()) say();
    }

    void fail(Refusal why) {
        listeners.forEach(l -> l.failed(why));
    }

    private void tell(Heard heard, Utterance.State state) {
        var utterance = new Utterance(heard.tag(), heard.press(), state, heard.words());
        listeners.forEach(l -> l.heard(utterance));
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public SpeechModel model() {
        return model;
    }

    @Override
    public State state() {
        return State.READY;
    }

    @Override
    public int begin(UtteranceTag next) {
        end();
        tag = next;
        down = true;
        return ++press;
    }

    @Override
    public void audio(short[] samples, int count) {
        if (!down) return;
        var word = new Word("ord" + samples[0], 0, 1, 1);
        waiting.add(new Heard(press, tag, List.of(word), false));
    }

    @Override
    public void end() {
        if (down) waiting.add(new Heard(press, tag, List.of(), true));
        down = false;
    }

    @Override
    public void close() {
        closed = true;
    }
}
