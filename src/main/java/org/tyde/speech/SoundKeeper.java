package org.tyde.speech;

/// Keeps the sound that was spoken, so that a word can be played and heard anew.
@FunctionalInterface
public interface SoundKeeper {
    /// Keeps nothing.
    SoundKeeper NOTHING = (_, _) -> Track.SILENT;

    /// The sound of one press of the key; never waits. Seconds of words count from its first sample.
    interface Track {
        /// Keeps nothing.
        Track SILENT =
                new Track() {
                    @Override
                    public void samples(short[] samples, int count) {}

                    @Override
                    public void end() {}
                };

        /// @param samples 16 kHz, mono, full scale 32767; copied
        /// @param count how many of them
        void samples(short[] samples, int count);

        /// The key went up.
        void end();
    }

    /// @param tag where it belongs
    /// @param recording names it, as [Utterance#recording]
    /// @return takes the sound
    Track begin(UtteranceTag tag, String recording);
}
