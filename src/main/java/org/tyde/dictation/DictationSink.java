package org.tyde.dictation;

import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Meaning;
import org.tyde.report.ReportId;
import org.tyde.report.Section;

import java.util.List;
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

    /// @param section an editable one
    /// @param from first `char` taken away
    /// @param to one past the last
    /// @throws Refusal the report is signed
    void delete(Section section, int from, int to) throws Refusal;

    /// @param caret where the next word goes
    void place(Caret caret);

    /// @throws Refusal the report is signed
    void undo() throws Refusal;

    /// Saves the draft; never waits.
    void save();
}
