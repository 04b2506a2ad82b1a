package org.tyde.ui.reporting.flow;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.tyde.report.sign.SignedRecord;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;
import org.tyde.work.Job;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What was decided about the reports of a study when they were signed here. Used on the JavaFX thread.
public final class HistoryModel {
    private final Messages messages;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<List<SignedRecord>> records =
            new ReadOnlyObjectWrapper<>(this, "records", List.of());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failed =
            new ReadOnlyObjectWrapper<>(this, "failed", Optional.empty());
    private Optional<Function<String, Job<List<SignedRecord>>>> source = Optional.empty();

    /// @param messages words
    public HistoryModel(Messages messages) {
        this.messages = messages;
    }

    /// @param reads what was decided, by Study Instance UID
    public void readThrough(Function<String, Job<List<SignedRecord>>> reads) {
        source = Optional.of(reads);
    }

    /// @return words
    public Messages messages() {
        return messages;
    }

    /// @return whether it is on screen
    public BooleanProperty shownProperty() {
        return shown;
    }

    /// @return what was decided, in the order of time
    public ReadOnlyObjectProperty<List<SignedRecord>> recordsProperty() {
        return records.getReadOnlyProperty();
    }

    /// @return why it could not be read
    public ReadOnlyObjectProperty<Optional<Throwable>> failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// @return whether it was on screen
    public boolean close() {
        boolean was = shown.get();
        shown.set(false);
        return was;
    }

    /// Shows what was decided about the reports of a study.
    ///
    /// @param studyUid Study Instance UID
    public void open(String studyUid) {
        if (source.isEmpty()) return;
        records.set(List.of());
        failed.set(Optional.empty());
        shown.set(true);
        FxThread.FX.watch(
                source.get().apply(studyUid), records::set, why -> failed.set(Optional.of(why)));
    }
}
