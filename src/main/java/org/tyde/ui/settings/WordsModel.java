package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.tyde.dictation.Learned;
import org.tyde.dictation.ReplacementFile;
import org.tyde.dictation.WordBook;
import org.tyde.dictation.words.Remark;
import org.tyde.dictation.words.Replacement;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.refusal.Refusal;
import org.tyde.speech.Vocabulary;
import org.tyde.ui.Messages;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A user's words on screen: his replacements, the department's, those that come with Tyde, and what his
/// corrections taught. Used on the JavaFX thread; files are written by jobs.
public final class WordsModel {
    private final WordBook book;
    private final Supplier<TextNormalizer> rules;
    private final Supplier<Optional<Vocabulary>> vocabulary;
    private final JobRunner runner;
    private final Messages messages;
    private final ObservableList<Replacement> own = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Learned> learned;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");

    /// A step that waits for the disk.
    private interface Step {
        void run() throws Refusal;
    }

    /// @param book of the user
    /// @param rules of the language that is dictated, without replacements
    /// @param vocabulary of the model, empty where there is none
    /// @param runner runs what waits for the disk
    /// @param messages words
    public WordsModel(
            WordBook book,
            Supplier<TextNormalizer> rules,
            Supplier<Optional<Vocabulary>> vocabulary,
            JobRunner runner,
            Messages messages) {
        this.book = book;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.runner = runner;
        this.messages = messages;
        this.learned = new ReadOnlyObjectWrapper<>(this, "learned", book.learned());
        own.setAll(book.own());
    }

    /// Adds a replacement, or changes the one of the same spoken form.
    ///
    /// @param spoken what is said
    /// @param written how it shall be written
    /// @return whether it is one; why not is said
    public boolean put(String spoken, String written) {
        try {
            var row = Replacement.of(spoken, written);
            var all = new ArrayList<>(own);
            int at = 0;
            while (at < all.size() && !all.get(at).spoken().equals(row.spoken())) at++;
            if (at < all.size()) all.set(at, row);
            else all.add(row);
            keep(all);
            return true;
        } catch (Refusal none) {
            said.set(messages.sentence(none));
            return false;
        }
    }

    /// @param row taken away
    public void remove(Replacement row) {
        var all = new ArrayList<>(own);
        all.remove(row);
        keep(all);
    }

    private void keep(List<Replacement> all) {
        own.setAll(all);
        said.set("");
        wait("keep words", () -> book.keep(all));
    }

    /// Adds the rows of a file; one of a spoken form that is here already takes its place. What is no
    /// replacement is said.
    ///
    /// @param file CSV or JSON
    public void importFrom(Path file) {
        FX.watch(
                runner.waiting("read words", _ -> ReplacementFile.read(file)),
                read -> {
                    var all = new ArrayList<>(own);
                    for (var row : read.rows()) {
                        all.removeIf(r -> r.spoken().equals(row.spoken()));
                        all.add(row);
                    }
                    keep(all);
                    var words = messages.in(WordsModel.class);
                    var lines = new StringBuilder(words.text("words.imported", read.rows().size()));
                    for (var refused : read.refused())
                        lines.append('\n').append(messages.sentence(refused));
                    said.set(lines.toString());
                },
                this::tell);
    }

    /// @param file CSV or JSON by its ending; takes the user's own
    public void exportTo(Path file) {
        var all = List.copyOf(own);
        wait("write words", () -> ReplacementFile.write(file, all));
    }

    /// @param habit a correction
    /// @param decision about it
    public void decide(Learned.Habit habit, Learned.Decision decision) {
        wait("decide about a word", () -> book.decide(habit, decision));
    }

    /// Takes away all that was learned.
    public void forget() {
        wait("forget words", book::forget);
    }

    /// What the book holds may have changed elsewhere.
    public void refresh() {
        own.setAll(book.own());
        learned.set(book.learned());
    }

    private void wait(String what, Step step) {
        FX.watch(
                runner.waiting(
                        what,
                        _ -> {
                            step.run();
                            return true;
                        }),
                _ -> refresh(),
                why -> {
                    refresh();
                    tell(why);
                });
    }

    private void tell(Throwable why) {
        said.set(messages.sentence(why));
    }

    /// @param row a replacement of the user
    /// @return what he should know of it
    public Set<Remark> remarks(Replacement row) {
        var remarks = EnumSet.noneOf(Remark.class);
        remarks.addAll(rules.get().remarks(row));
        for (var other : book.department())
            if (other.spoken().equals(row.spoken()) && !other.written().equals(row.written()))
                remarks.add(Remark.DEPARTMENT);
        if (!unknown(row.spoken()).isEmpty()) remarks.add(Remark.UNKNOWN_WORD);
        return remarks;
    }

    /// @param spoken some words
    /// @return those the model does not know
    List<String> unknown(String spoken) {
        return Arrays.stream(spoken.split(" "))
                .filter(w -> vocabulary.get().filter(v -> !v.knows(w)).isPresent())
                .toList();
    }

    /// @return the user's replacements
    public ObservableList<Replacement> own() {
        return own;
    }

    /// @return the department's
    public List<Replacement> department() {
        return book.department();
    }

    /// @return those that come with Tyde
    public List<Replacement> shipped() {
        return rules.get().shipped();
    }

    /// @return what was learned
    public ReadOnlyObjectProperty<Learned> learnedProperty() {
        return learned.getReadOnlyProperty();
    }

    /// @return what became of the last step, or why it did not
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// @return words on screen
    Messages messages() {
        return messages;
    }
}
