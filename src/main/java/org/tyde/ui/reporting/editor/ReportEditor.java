package org.tyde.ui.reporting.editor;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;
import org.tyde.dictation.Stretch;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.flow.MeasuredText;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;
import org.tyde.ui.reporting.flow.FlowModel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The report as one continuous text that is written in: headings stand by themselves and cannot be
/// typed over, what the referrer wrote is read-only, speech that may still change is drawn lighter,
/// doubtful words are underlined. What is typed goes straight into the [Report]; what it says is drawn.
public final class ReportEditor extends Region {
    private final TextFlow flow = new TextFlow();
    private final EditorMarks marks = new EditorMarks(flow);
    private final EditorPlaces places = new EditorPlaces(flow);
    private final EditorSelection selection = new EditorSelection();
    private final EditorFilling filling;
    private FlowModel remembered = new FlowModel();
    private final Messages.Room words;
    private final Supplier<Locale> locale;
    private final Consumer<Refusal> refused;
    private @Nullable Report report;
    private @Nullable EditorText text;
    private Runnable expansion = () -> {};
    private AutoCloseable watching = () -> {};

    /// @param messages words of the room
    /// @param refused told why something could not be written
    public ReportEditor(Messages messages, Consumer<Refusal> refused) {
        this.words = messages.in(ReportEditor.class);
        this.locale = messages::locale;
        this.refused = refused;
        getStyleClass().add("report-editor");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        accessibleTextProperty().bind(words.bind("editor"));
        setCursor(Cursor.TEXT);
        filling = new EditorFilling(this, messages, refused);
        getChildren().addAll(marks.below());
        getChildren().add(flow);
        getChildren().addAll(marks.above());
        getChildren().add(filling.hint());
        // seen also while the pictures have the focus: dictation goes there
        focusedProperty()
                .subscribe(
                        f -> {
                            marks.rest(!f);
                            requestLayout();
                        });
        messages.localeProperty().subscribe(_ -> refresh());
        new EditorMouse(this);
        new EditorKeys(this);
    }

    /// @param next the report written in from now on; empty for none
    public void edit(Optional<Report> next) {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        report = next.orElse(null);
        watching = report == null ? () -> {} : report.onChange(this::redraw);
        selection.anchor(0);
        text = null;
        refresh();
        selection.anchor(caretOffset());
    }

    /// @param next what is selected in the report, by hand here or by voice
    public void share(ReportSelection next) {
        selection.share(next);
        next.show(this::select);
    }

    /// Speech selected something, or nothing any more.
    private void select(Optional<Stretch> stretch) {
        refresh();
        var now = text;
        if (now == null) return;
        selection.heard(stretch, now.layout(), caretOffset());
        requestLayout();
    }

    private void tellSelection() {
        if (text != null) selection.tell(text.layout(), caretOffset());
    }

    /// @param next what the report takes from the open case
    public void remember(FlowModel next) {
        remembered = next;
        next.measuredProperty().subscribe(_ -> requestLayout());
    }

    private void redraw() {
        FxThread.FX.execute(this::refresh);
    }

    private void refresh() {
        var now = report;
        if (now == null) {
            flow.getChildren().clear();
            text = null;
        } else {
            int before = caretOffset();
            boolean selecting = selection.some(before);
            var next = EditorText.of(now, locale.get(), words.text("missing"));
            text = next;
            flow.getChildren().setAll(next.runs().stream().map(ReportEditor::node).toList());
            if (!selecting) selection.anchor(next.caret());
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    private static Text node(EditorText.Run run) {
        var node = new Text(run.text());
        node.getStyleClass().add(run.look().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return node;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        flow.resizeRelocate(left, top, getWidth() - left - snappedRightInset(), getHeight() - top);
        flow.layout();
        draw();
    }

    private void draw() {
        marks.clear();
        var now = text;
        if (now == null) return;
        marks.draw(now, selection, stale(now));
        EditorScroll.reveal(this, marks.caretInEditor());
        filling.show(marks.caretInEditor(), getWidth());
    }

    private List<MeasuredText.Stale> stale(EditorText now) {
        var written = report;
        return written != null && now.isOf(written.content())
                ? remembered.stale(written)
                : List.of();
    }

    /// @param step puts the autotext in whose name stands before the caret
    public void expandThrough(Runnable step) {
        expansion = step;
    }

    void expand() {
        expansion.run();
        refresh();
        var open = filling.here();
        if (open.isPresent()) select(open.get());
        else {
            selection.anchor(caretOffset());
            requestLayout();
        }
    }

    EditorFilling filling() {
        return filling;
    }

    /// Selects what stands at a mark.
    ///
    /// @param mark of the report that is open
    public void select(Mark mark) {
        refresh();
        move(Optional.of(new Caret(mark.section(), mark.start())), false);
        move(Optional.of(new Caret(mark.section(), mark.end())), true);
    }

    /// The report was changed at the caret: nothing is selected any more.
    boolean selecting() {
        return selection.some(caretOffset());
    }

    void selectNothing() {
        refresh();
        selection.anchor(caretOffset());
        requestLayout();
    }

    /// @param scene point of a click
    /// @return whether it was on a mark in the margin, and led back to what was on screen
    public boolean returned(Point2D scene) {
        var now = report;
        return now != null
                && EditorMargin.returned(flow.sceneToLocal(scene), now, at(scene), remembered);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + flow.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    /// @return layout offset of the caret
    int caretOffset() {
        return text == null ? 0 : text.caret();
    }

    Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    Optional<EditorText> shown() {
        return Optional.ofNullable(text);
    }

    /// @param to where the caret goes
    /// @param select whether what lies between is selected
    void move(Optional<Caret> to, boolean select) {
        var now = report;
        if (now == null || to.isEmpty()) return;
        int before = selection.anchor();
        now.place(to.get());
        selection.anchor(select ? before : caretOffset());
        tellSelection();
        requestLayout();
    }

    /// @param direction -1 up, 1 down
    /// @return the caret a line away, at about the same column
    Optional<Caret> lineAway(int direction) {
        return shown().flatMap(now -> places.lineAway(now, marks.caretInFlow(), direction));
    }

    /// @param scene point
    /// @return the place in the report nearest to it
    Optional<Caret> at(Point2D scene) {
        return shown().flatMap(now -> places.at(now, flow.sceneToLocal(scene)));
    }

    /// Selects all of the section the caret is in.
    public void selectSection() {
        var now = report;
        if (now == null) return;
        var section = now.caret().section();
        move(Optional.of(new Caret(section, 0)), false);
        move(Optional.of(new Caret(section, now.text().of(section).length())), true);
    }

    /// Puts text in place of the selection, or at the caret.
    void write(String with) {
        replace(selection.from(caretOffset()), selection.to(caretOffset()), with);
    }

    /// @param back how many `char`s before the caret go, unless something is selected
    /// @param ahead how many behind it
    void delete(int back, int ahead) {
        if (selection.some(caretOffset())) write("");
        else replace(caretOffset() - back, caretOffset() + ahead, "");
    }

    private void replace(int from, int to, String with) {
        filling.written();
        var into = report;
        var now = text;
        if (into == null || now == null) return;
        var first = now.layout().caretAt(from);
        var last = now.layout().caretAt(to);
        if (first.isEmpty() || last.isEmpty()) return;
        Section section = first.get().section();
        if (last.get().section() != section || from == to && with.isEmpty()) return;
        try {
            selection.anchor(caretOffset());
            into.type(section, first.get().offset(), last.get().offset(), with);
            selection.anchor(caretOffset());
            tellSelection();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
    }

    public void undo(boolean again) {
        var now = report;
        if (now == null) return;
        try {
            if (again) now.redo();
            else now.undo();
            selection.anchor(caretOffset());
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
    }

    /// @return what is selected, empty when nothing is
    String selectedText() {
        int at = caretOffset();
        return shown().map(
                        now -> now.layout().text().substring(selection.from(at), selection.to(at)))
                .orElse("");
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        int at = caretOffset();
        return switch (attribute) {
            case TEXT -> text == null ? "" : text.layout().text();
            case CARET_OFFSET -> at;
            case SELECTION_START -> selection.from(at);
            case SELECTION_END -> selection.to(at);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
