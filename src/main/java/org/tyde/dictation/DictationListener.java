package org.tyde.dictation;

import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.ReportId;

import java.util.List;

/// Who is told of dictation; on the threads of the recogniser and the microphone.
public interface DictationListener {
    /// @param state from now on
    default void became(DictationState state) {}

    /// @param level of the sound, 0 to 1
    default void level(double level) {}

    /// Words came for a report that takes no more, or will never come.
    ///
    /// @param report which they were said to
    /// @param words as they would stand; empty when only the sound was there
    default void lost(ReportId report, String words) {}

    /// Words were written.
    ///
    /// @param report into which
    /// @param at where the first of them was put
    /// @param written in order
    default void wrote(ReportId report, Caret at, List<Written> written) {}

    /// A field does not take what was said into it; it is selected, and the next words take its place.
    ///
    /// @param report in which
    /// @param why the sentence for people
    default void doubted(ReportId report, Refusal why) {}

    /// Somebody said something that is for the screen to do.
    ///
    /// @param report which it was said to
    /// @param command such as [SpokenCommand.Plain#SIGN]
    default void asked(ReportId report, SpokenCommand command) {}
}
