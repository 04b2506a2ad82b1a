package org.tyde.speech;

import org.tyde.refusal.Refusal;

import java.util.List;

/// Turns speech into words. One press of the key at a time: [#begin], audio, [#end]; results may come
/// long after, each with the tag of its press.
public interface Recognizer extends AutoCloseable {
    /// Who is told; called on the recogniser's own thread, never two at a time.
    interface Listener {
        /// @param utterance what was heard
        void heard(Utterance utterance);

        /// @param state what has become of the recogniser
        void became(State state);

        /// It will hear nothing more; what was not yet heard of these presses is lost.
        ///
        /// @param why the sentence for people
        void failed(Refusal why);
    }

    /// What the recogniser is doing.
    enum State {
        /// Loading its model.
        STARTING,
        /// Hearing.
        READY,
        /// Its process ended and another is being started; the audio since the last final result is kept.
        RESTARTING,
        /// It will hear nothing more.
        FAILED
    }

    /// @param listener told from now on, of the present state at once
    /// @return ends the telling when run
    Runnable listen(Listener listener);

    /// @return what it hears with
    SpeechModel model();

    /// @return what it is doing
    State state();

    /// Listens for these phrases besides free speech, from the next press on. Each final [Utterance] says
    /// which of them were heard in its stretch, by a recogniser that knows nothing but them: it is surer of
    /// a command than free speech is, and silent for what is none.
    ///
    /// @param phrases in lower case, words with spaces between; none to listen for none
    /// @return those it cannot hear: a word is outside the model's vocabulary, or the model's graph is
    ///     static and takes no commands
    default List<String> commands(List<String> phrases) {
        return List.copyOf(phrases);
    }

    /// Hears a stretch of sound anew, apart from what is being said; waits.
    ///
    /// @param sound 16 kHz, mono; beyond 30 s it is cut
    /// @param most how many readings
    /// @return the words of each, with times from the beginning of the sound, the likeliest first
    /// @throws Refusal the recogniser does not work now
    default List<List<Word>> readings(short[] sound, int most) throws Refusal {
        throw new Refusal(SpeechReason.NOT_HEARD_ANEW);
    }

    /// The key goes down.
    ///
    /// @param tag where all that is heard until the key goes up belongs
    /// @return the number of this press
    int begin(UtteranceTag tag);

    /// @param samples 16 kHz, mono, full scale 32767; copied
    /// @param count how many of them
    void audio(short[] samples, int count);

    /// The key goes up; the last words still come.
    void end();

    @Override
    void close();
}
