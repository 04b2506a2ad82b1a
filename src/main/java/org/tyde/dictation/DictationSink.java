package org.tyde.dictation;

import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportId;
import org.tyde.report.Section;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A report that is dictated into, whether or not it is on screen. Thread-safe.
public interface DictationSink {
    /// @return which report, for ever
    ReportId report();

    /// @return whether words can still go into it
    boolean open();

    /// @return the sections it has, in order
    List<Section> sections();

    /// @return where the next word goes
    Caret caret();

    /// @param section which
    /// @return what it says
    String text(Section section);

    /// @param words heard so far, drawn lighter; empty to take them away
    void hear(String words);

    /// @param words to put at the caret
    /// @param why why they are marked, empty for words beyond doubt
    /// @throws Refusal the report is signed
    void insert(String words, Set<Meaning> why) throws Refusal;

    /// Puts text in place of a stretch; the caret goes behind it, nothing is selected then.
    ///
    /// @param stretch of an editable section
    /// @param with the new text, empty to take the stretch away
    /// @throws Refusal the report is signed
    void replace(Stretch stretch, String with) throws Refusal;

    /// @return what is selected
    Optional<Stretch> selection();

    /// @param stretch to be selected; the caret goes to its end
    void select(Stretch stretch);

    /// @return its template's fields, in the order of sections and text
    default List<Mark> fields() {
        return List.of();
    }

    /// Puts the value of a field into another form; the caret goes behind it.
    ///
    /// @param field one of [#fields()]
    /// @param form the same value
    /// @throws Refusal the report is signed
    void form(Mark field, String form) throws Refusal;

    /// @return names of the autotexts that can be put in
    default List<String> autotexts() {
        return List.of();
    }

    /// @param caret where the next word goes
    void place(Caret caret);

    /// @throws Refusal the report is signed
    void undo() throws Refusal;

    /// @throws Refusal the report is signed
    void redo() throws Refusal;

    /// Saves the draft; never waits.
    void save();
}
