package org.tyde.ui.reporting.editor;

import javafx.geometry.Bounds;

import org.tyde.refusal.Refusal;
import org.tyde.report.Mark;
import org.tyde.report.Report;
import org.tyde.ui.Messages;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Filling in the report's fields by keyboard in the editor: going from one to the next, choosing an option,
/// the hint below the one the caret is in.
final class EditorFilling {
    private final ReportEditor editor;
    private final Supplier<Locale> locale;
    private final Consumer<Refusal> refused;
    private final EditorFields fields = new EditorFields();
    private final FieldHint hint;
    private Optional<Refusal> wrong = Optional.empty();

    EditorFilling(ReportEditor editor, Messages messages, Consumer<Refusal> refused) {
        this.editor = editor;
        this.locale = messages::locale;
        this.refused = refused;
        this.hint = new FieldHint(messages, (int index) -> choose(index));
    }

    FieldHint hint() {
        return hint;
    }

    /// @return the field the caret is in
    Optional<Mark> here() {
        return editor.report().flatMap(fields::at);
    }

    /// What was wrong with a field no longer holds.
    void written() {
        wrong = Optional.empty();
    }

    void show(Bounds caret, double width) {
        var wanted =
                editor.report()
                        .filter(into -> editor.isFocused() && !into.sealed())
                        .flatMap(into -> fields.hint(into, wrong));
        hint.show(wanted, caret, width);
    }

    /// @param by 1 to the next field, -1 to the one before
    /// @return whether there is one, or what stands in this one is not what it takes
    boolean field(int by) {
        var into = editor.report();
        return into.isPresent()
                && !into.get().content().fields().isEmpty()
                && field(into.get(), by);
    }

    private boolean field(Report into, int by) {
        try {
            wrong = Optional.empty();
            var next = fields.leave(into, by, locale.get());
            if (next.isEmpty()) return false;
            editor.select(next.get());
        } catch (Refusal refusal) {
            wrong = Optional.of(refusal);
            fields.at(into).ifPresent(editor::select);
        }
        editor.requestLayout();
        return true;
    }

    /// @param key as typed
    /// @return whether it chose an option of the field the caret is in
    boolean choose(char key) {
        var into = editor.report();
        if (into.isEmpty() || !hint.isVisible()) return false;
        var option = fields.option(into.get(), key);
        return option.isPresent() && choose(option.getAsInt());
    }

    /// @param by 1 down, -1 up
    /// @return whether the arrow went among the options of the field the caret is in
    boolean option(int by) {
        return hint.step(by, editor.selecting());
    }

    /// @return whether Enter chose an option
    boolean chooseMarked() {
        var at = hint.at();
        return at.isPresent() && choose(at.getAsInt());
    }

    private boolean choose(int index) {
        var into = editor.report();
        if (into.isEmpty() || !hint.isVisible()) return false;
        try {
            if (!fields.choose(into.get(), index)) return false;
            editor.selectNothing();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
        return true;
    }
}
