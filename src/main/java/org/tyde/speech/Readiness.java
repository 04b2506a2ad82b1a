package org.tyde.speech;

import org.tyde.refusal.Refusal;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Whether a recogniser has come to hear: it is ready, or there is a refusal.
///
/// @param told one or the other
public record Readiness(BlockingQueue<Object> told) implements Recognizer.Listener {
    /// Waits; minutes for a model of gigabytes.
    ///
    /// @param recognizer that was started
    /// @throws Refusal why it never hears
    public static void await(Recognizer recognizer) throws Refusal {
        var readiness = new Readiness(new LinkedBlockingQueue<>());
        var ending = recognizer.listen(readiness);
        try {
            if (recognizer.state() == Recognizer.State.READY) return;
            if (readiness.told.take() instanceof Refusal refused) throw refused;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                            SpeechReason.MODEL_UNREADABLE,
                            recognizer.model().folder().toString(),
                            "")
                    .because(stopped);
        } finally {
            ending.run();
        }
    }

    @Override
    public void heard(Utterance utterance) {}

    @Override
    public void became(Recognizer.State state) {
        if (state == Recognizer.State.READY) told.add(state);
    }

    @Override
    public void failed(Refusal why) {
        told.add(why);
    }
}
