package org.tyde.dictation.words;

import java.util.Locale;

/// What a radiologist can say that is not text.
public sealed interface SpokenCommand {
    /// Commands without an argument.
    enum Plain implements SpokenCommand {
        /// Takes away what is selected, or else what was said last.
        DELETE_LAST,
        /// Takes back the last change of the report.
        UNDO,
        /// Does again what was taken back.
        REDO,
        /// The caret goes to the next field, or else to the end of the next section.
        NEXT_FIELD,
        /// The caret goes to the field before, or else to the end of the section before.
        PREVIOUS_FIELD,
        /// What is selected, or else the last word, gets a capital letter.
        CAPITAL,
        /// Puts the template's normal text in.
        INSERT_NORMAL,
        /// Shows what can be said now.
        HELP,
        /// The microphone goes off.
        STOP,
        /// Opens the summary before signing; nothing is signed by voice.
        SIGN
    }

    /// The caret goes to the end of a section, or to a field.
    ///
    /// @param place name of a section as in `report.Section`, or what a field is called by voice
    record GoTo(String place) implements SpokenCommand {}

    /// Selects the words nearest to the caret; what is said next replaces them.
    ///
    /// @param words as they are written, in any letter case
    record Select(String words) implements SpokenCommand {}

    /// Puts an autotext in.
    ///
    /// @param name of the autotext
    record Insert(String name) implements SpokenCommand {}

    /// For the images.
    ///
    /// @param action name of the screen's action, such as `NEXT_IMAGE`
    record Screen(String action) implements SpokenCommand {}

    /// A CT window for the images.
    ///
    /// @param name such as `LUNG`
    record Window(String name) implements SpokenCommand {}

    /// @param written as in the tables: a verb, and what comes after it
    /// @return the command
    /// @throws IllegalArgumentException there is no such verb
    static SpokenCommand of(String written) {
        var cells = written.split(" ", 2);
        return switch (cells[0]) {
            case "GO_TO" -> new GoTo(cells[1]);
            case "SCREEN" -> new Screen(cells[1]);
            case "WINDOW" -> new Window(cells[1]);
            default -> Plain.valueOf(cells[0].toUpperCase(Locale.ROOT));
        };
    }
}
