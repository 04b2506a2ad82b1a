package org.tyde.report;

import java.util.Optional;

/// Why a stretch of a report is marked. Whatever hangs on the text is one of these.
public sealed interface Meaning {
    /// The recogniser was not sure.
    ///
    /// @param confidence 0 to 1, of the least certain word
    /// @param sound where it was said, while the sound is kept
    record Uncertain(double confidence, Optional<SoundPlace> sound) implements Meaning {
        /// @throws IllegalArgumentException for a confidence outside 0 to 1
        public Uncertain {
            if (!(confidence >= 0 && confidence <= 1))
                throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /// Heard by the live microphone through the trial model, which knows a synthetic voice only.
    record Trial() implements Meaning {}

    /// A field of a template stands here: its value, or its [Field#placeholder()] while it is open.
    ///
    /// @param field what may stand there
    record Filled(Field field) implements Meaning {}

    /// It was written while this was on screen.
    ///
    /// @param view where a click leads back to
    record SaidAt(View view) implements Meaning {}

    /// A number that comes from a measurement on the images.
    ///
    /// @param tracking id of the measurement; of one in a document its SOP Instance UID, `#` and number, or its
    ///     Tracking Unique Identifier (112040, DCM)
    /// @param value in `unit`
    /// @param unit UCUM
    record Measured(String tracking, double value, String unit) implements Meaning {}

    /// @return whether it is drawn underlined until looked at
    default boolean doubtful() {
        return this instanceof Uncertain || this instanceof Trial;
    }
}
