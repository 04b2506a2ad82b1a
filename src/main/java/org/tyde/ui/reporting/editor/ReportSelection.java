package org.tyde.ui.reporting.editor;

import org.jspecify.annotations.Nullable;
import org.tyde.dictation.Stretch;
import org.tyde.ui.FxThread;

import java.util.Optional;
import java.util.function.Consumer;

/// What is selected in the report, for the hand that selects in the editor and for speech that replaces
/// it. Thread-safe; the editor is told on the JavaFX thread.
public final class ReportSelection {
    private volatile @Nullable Stretch selected;
    private Consumer<Optional<Stretch>> editor = _ -> {};

    /// @param next shows what is selected by voice
    void show(Consumer<Optional<Stretch>> next) {
        editor = next;
    }

    /// The hand selected.
    void chosen(Optional<Stretch> stretch) {
        selected = stretch.orElse(null);
    }

    /// @return what is selected
    public Optional<Stretch> get() {
        return Optional.ofNullable(selected);
    }

    /// Speech selected, or took away what was selected.
    ///
    /// @param stretch what is selected from now on
    public void set(Optional<Stretch> stretch) {
        selected = stretch.orElse(null);
        FxThread.FX.execute(() -> editor.accept(stretch));
    }
}
