package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

/// Where sound comes from: a microphone or a file. Whatever the device or file holds, what comes out
/// is 16 kHz, mono, 16 bits.
public interface AudioSource {
    /// Samples a second of all that comes out.
    int SAMPLE_RATE = 16_000;

    /// Who gets the sound, on a thread of the source's own.
    interface Sink {
        /// @param samples full scale 32767; valid only during the call
        /// @param count how many of them
        void samples(short[] samples, int count);

        /// No more comes; called once, also after [Capture#close()].
        void ended();

        /// The device is gone; [#ended()] follows.
        ///
        /// @param why the sentence for people
        void broke(Refusal why);
    }

    /// A running capture.
    interface Capture extends AutoCloseable {
        /// Asks it to stop; what was captured so far still comes. Never waits.
        @Override
        void close();
    }

    /// @return for people
    String name();

    /// @return whether a person speaks into it now, other than a recording
    boolean live();

    /// Starts to capture.
    ///
    /// @param runner whose thread it runs on
    /// @param sink who gets the sound
    /// @return stops it
    /// @throws Refusal when there is no such device or file, or it cannot be opened
    Capture open(JobRunner runner, Sink sink) throws Refusal;
}
