package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.tyde.refusal.Refusal;
import org.tyde.report.template.Autotext;
import org.tyde.report.template.AutotextBook;
import org.tyde.report.template.AutotextFiles;
import org.tyde.ui.Messages;
import org.tyde.work.JobRunner;

import java.util.Optional;

/// The autotexts of this desk, kept as they are changed. Used on the JavaFX thread, but for [#book()].
public final class AutotextModel {
    private final AutotextFiles files;
    private final JobRunner runner;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<AutotextBook> book =
            new ReadOnlyObjectWrapper<>(this, "book", AutotextBook.EMPTY);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private Optional<AutotextFiles.Found> found = Optional.empty();
    private volatile AutotextBook now = AutotextBook.EMPTY;

    /// @param files where they are kept
    /// @param runner runs what waits for the disk
    /// @param messages words on screen
    public AutotextModel(AutotextFiles files, JobRunner runner, Messages messages) {
        this.files = files;
        this.runner = runner;
        this.messages = messages;
        FX.watch(runner.waiting("read autotexts", _ -> files.read()), this::found, this::tell);
    }

    private void found(AutotextFiles.Found next) {
        found = Optional.of(next);
        show(next.book());
        next.own().or(next::department).ifPresent(this::tell);
    }

    private void show(AutotextBook next) {
        now = next;
        book.set(next);
    }

    private void tell(Throwable why) {
        said.set(messages.sentence(why));
    }

    /// @param name as typed
    /// @param text as typed
    /// @return whether it is one now; else [#saidProperty()] says why not
    boolean put(String name, String text) {
        if (!writable()) return false;
        try {
            keep(now.with(new Autotext(name.strip(), text.strip())));
            return true;
        } catch (Refusal refused) {
            tell(refused);
            return false;
        }
    }

    /// @param name of an own one
    void remove(String name) {
        if (writable()) keep(now.without(name));
    }

    /// What is not read yet, or cannot be, is not written over.
    private boolean writable() {
        found.flatMap(AutotextFiles.Found::own).ifPresent(this::tell);
        return found.isPresent() && found.get().own().isEmpty();
    }

    private void keep(AutotextBook next) {
        said.set("");
        show(next);
        FX.watch(runner.waiting("keep autotexts", _ -> files.keep(next)), _ -> {}, this::tell);
    }

    /// @return all as they are now; asked on any thread
    public AutotextBook book() {
        return now;
    }

    ReadOnlyObjectProperty<AutotextBook> bookProperty() {
        return book.getReadOnlyProperty();
    }

    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    Messages messages() {
        return messages;
    }
}
