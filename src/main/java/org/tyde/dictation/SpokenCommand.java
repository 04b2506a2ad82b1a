package org.tyde.dictation;

import org.tyde.report.Section;

import java.util.Optional;

/// What a radiologist can say that is not text.
public enum SpokenCommand {
    /// Takes away what was said last.
    DELETE_LAST,
    /// Takes back the last change of the report.
    UNDO,
    /// The caret goes to the end of the next section.
    NEXT_SECTION,
    /// The caret goes to the end of the section before.
    PREVIOUS_SECTION,
    /// The caret goes to the end of that section.
    TECHNIQUE(Section.TECHNIQUE),
    /// The caret goes to the end of that section.
    COMPARISON(Section.COMPARISON),
    /// The caret goes to the end of that section.
    FINDINGS(Section.FINDINGS),
    /// The caret goes to the end of that section.
    CONCLUSION(Section.CONCLUSION),
    /// The microphone goes off.
    STOP,
    /// Opens the summary before signing; nothing is signed by voice.
    SIGN;

    private final Optional<Section> section;

    SpokenCommand() {
        this.section = Optional.empty();
    }

    SpokenCommand(Section section) {
        this.section = Optional.of(section);
    }

    /// @return the section it names
    public Optional<Section> section() {
        return section;
    }
}
