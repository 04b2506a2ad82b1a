package org.tyde.ui.reporting;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;
import org.tyde.dictation.Stretch;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.flow.SaidAtViews;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The report as one continuous text that is written in: headings stand by themselves and cannot be
/// typed over, what the referrer wrote is read-only, speech that may still change is drawn lighter,
/// doubtful words are underlined. What is typed goes straight into the [Report]; what it says is drawn.
final class ReportEditor extends Region {
    private static final double IN_MARGIN = 7;
    private static final PseudoClass RESTING = PseudoClass.getPseudoClass("resting");
    private final TextFlow flow = new TextFlow();
    private final Path open = new Path();
    private final Path required = new Path();
    private final Path selection = new Path();
    private final Path uncertain = new Path();
    private final Path trial = new Path();
    private final Path caret = new Path();
    private final Path saidAt = new Path();
    private final Path stale = new Path();
    private FlowModel remembered = new FlowModel();
    private final Messages.Room words;
    private final Supplier<Locale> locale;
    private final Consumer<Refusal> refused;
    private @Nullable Report report;
    private @Nullable EditorText text;
    private final EditorFields fields = new EditorFields();
    private final FieldHint hint;
    private Optional<Refusal> wrong = Optional.empty();
    private Runnable expansion = () -> {};
    private AutoCloseable watching = () -> {};
    private int anchor;
    private ReportSelection selected = new ReportSelection();

    /// @param messages words of the room
    /// @param refused told why something could not be written
    ReportEditor(Messages messages, Consumer<Refusal> refused) {
        this.words = messages.in(ReportEditor.class);
        this.locale = messages::locale;
        this.refused = refused;
        getStyleClass().add("report-editor");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        accessibleTextProperty().bind(words.bind("editor"));
        setCursor(Cursor.TEXT);
        open.getStyleClass().add("open-field");
        required.getStyleClass().add("required-field");
        selection.getStyleClass().add("selection");
        uncertain.getStyleClass().add("uncertain");
        trial.getStyleClass().add("trial");
        caret.getStyleClass().add("caret");
        saidAt.getStyleClass().add("said-at");
        stale.getStyleClass().add("stale");
        for (var path : paths()) {
            path.setManaged(false);
            path.setMouseTransparent(true);
        }
        hint = new FieldHint(messages, (int index) -> choose(index));
        getChildren()
                .addAll(
                        open, required, selection, flow, uncertain, trial, stale, saidAt, caret,
                        hint);
        // seen also while the pictures have the focus: dictation goes there
        focusedProperty()
                .subscribe(
                        f -> {
                            caret.pseudoClassStateChanged(RESTING, !f);
                            requestLayout();
                        });
        messages.localeProperty().subscribe(_ -> refresh());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        new EditorKeys(this);
    }

    /// @param next the report written in from now on; empty for none
    void edit(Optional<Report> next) {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        report = next.orElse(null);
        watching = report == null ? () -> {} : report.onChange(this::redraw);
        anchor = 0;
        text = null;
        refresh();
        anchor = caretOffset();
    }

    /// @param next what is selected in the report, by hand here or by voice
    void share(ReportSelection next) {
        selected = next;
        next.show(this::select);
    }

    /// Speech selected something, or nothing any more.
    private void select(Optional<Stretch> stretch) {
        refresh();
        var now = text;
        if (now == null) return;
        anchor =
                stretch.flatMap(s -> now.layout().offsetOf(new Caret(s.section(), s.from())))
                        .orElse(caretOffset());
        requestLayout();
    }

    /// Tells what is selected now; nothing where it spans sections.
    private void tellSelection() {
        var now = text;
        if (now == null) return;
        int at = caretOffset();
        var first = now.layout().caretAt(Math.min(anchor, at));
        var last = now.layout().caretAt(Math.max(anchor, at));
        boolean one =
                anchor != at
                        && first.isPresent()
                        && last.isPresent()
                        && first.get().section() == last.get().section();
        selected.chosen(
                one
                        ? Optional.of(
                                new Stretch(
                                        first.get().section(),
                                        first.get().offset(),
                                        last.get().offset()))
                        : Optional.empty());
    }

    /// @param next what the report takes from the open case
    void remember(FlowModel next) {
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
            boolean selecting = anchor != before;
            var next = EditorText.of(now, locale.get(), words.text("missing"));
            text = next;
            flow.getChildren().setAll(next.runs().stream().map(ReportEditor::node).toList());
            if (!selecting) anchor = next.caret();
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
        for (var path : paths()) path.relocate(0, 0);
        draw();
    }

    private Path[] paths() {
        return new Path[] {open, required, selection, uncertain, trial, stale, saidAt, caret};
    }

    private void draw() {
        for (var path : paths()) {
            path.getElements().clear();
            path.setTranslateX(flow.getLayoutX());
            path.setTranslateY(flow.getLayoutY());
            path.setLayoutX(0);
            path.setLayoutY(0);
        }
        var now = text;
        if (now == null) return;
        for (var stretch : now.open(false))
            open.getElements().addAll(flow.getRangeShape(stretch[0], stretch[1], false));
        for (var stretch : now.open(true))
            required.getElements().addAll(flow.getRangeShape(stretch[0], stretch[1], false));
        int at = caretOffset();
        if (anchor != at)
            selection
                    .getElements()
                    .setAll(
                            flow.getRangeShape(
                                    now.toShown(Math.min(anchor, at)),
                                    now.toShown(Math.max(anchor, at)),
                                    false));
        for (var stretch : now.marked(Meaning.Uncertain.class))
            uncertain.getElements().addAll(flow.getUnderlineShape(stretch[0], stretch[1]));
        for (var stretch : now.marked(Meaning.Trial.class))
            trial.getElements().addAll(flow.getUnderlineShape(stretch[0], stretch[1]));
        for (var stretch : now.marked(Meaning.SaidAt.class))
            saidAt.getElements().addAll(beside(flow.getCaretShape(stretch[0], true)));
        drawStale(now);
        caret.getElements().setAll(flow.getCaretShape(now.toShown(at), true));
        showCaret();
        showHint();
    }

    private void showHint() {
        var into = report;
        var wanted =
                into == null || !isFocused() || into.sealed()
                        ? Optional.<EditorFields.Hint>empty()
                        : fields.hint(into, wrong);
        hint.show(wanted, caret.getBoundsInParent(), getWidth());
    }

    /// @param step puts the autotext in whose name stands before the caret
    void expandThrough(Runnable step) {
        expansion = step;
    }

    void expand() {
        expansion.run();
        refresh();
        var into = report;
        var open = into == null ? Optional.<Mark>empty() : fields.at(into);
        if (open.isPresent()) select(open.get());
        else {
            anchor = caretOffset();
            requestLayout();
        }
    }

    /// @param by 1 to the next field, -1 to the one before
    /// @return whether there is one, or what stands in this one is not what it takes
    boolean field(int by) {
        var into = report;
        if (into == null || into.content().fields().isEmpty()) return false;
        try {
            wrong = Optional.empty();
            var next = fields.leave(into, by, locale.get());
            if (next.isEmpty()) return false;
            select(next.get());
        } catch (Refusal refusal) {
            wrong = Optional.of(refusal);
            fields.at(into).ifPresent(this::select);
        }
        requestLayout();
        return true;
    }

    private void select(Mark mark) {
        refresh();
        move(Optional.of(new Caret(mark.section(), mark.start())), false);
        move(Optional.of(new Caret(mark.section(), mark.end())), true);
    }

    /// @param key as typed
    /// @return whether it chose an option of the field the caret is in
    boolean choose(char key) {
        var into = report;
        if (into == null || !hint.isVisible()) return false;
        var option = fields.option(into, key);
        return option.isPresent() && choose(option.getAsInt());
    }

    private boolean choose(int index) {
        var into = report;
        if (into == null || !hint.isVisible()) return false;
        try {
            if (!fields.choose(into, index)) return false;
            refresh();
            anchor = caretOffset();
            requestLayout();
            return true;
        } catch (Refusal refusal) {
            refused.accept(refusal);
            return true;
        }
    }

    private void drawStale(EditorText now) {
        var written = report;
        if (written == null) return;
        if (!now.isOf(written.content())) return;
        for (var one : remembered.stale(written))
            now.shown(one.mark())
                    .map(stretch -> flow.getUnderlineShape(stretch[0], stretch[1]))
                    .ifPresent(stale.getElements()::addAll);
    }

    /// A caret's line, moved into the margin.
    private static PathElement[] beside(PathElement[] line) {
        return Arrays.stream(line)
                .map(
                        e ->
                                switch (e) {
                                    case MoveTo m -> new MoveTo(-IN_MARGIN, m.getY() + 3);
                                    case LineTo l -> new LineTo(-IN_MARGIN, l.getY() - 3);
                                    default -> e;
                                })
                .toArray(PathElement[]::new);
    }

    /// A click on a mark in the margin leads back to what was on screen.
    private boolean returned(MouseEvent event) {
        var now = report;
        var point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        if (now == null || point.getX() >= 0) return false;
        var at = at(event);
        var view = at.flatMap(c -> SaidAtViews.at(now.content(), c));
        view.ifPresent(remembered::returnTo);
        return view.isPresent();
    }

    /// Scrolls what is around so far that the caret is seen.
    private void showCaret() {
        var bounds = caret.getBoundsInParent();
        for (var parent = getParent(); parent != null; parent = parent.getParent())
            if (parent instanceof EditorScroll scroll) scroll.reveal(bounds);
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

    Optional<EditorText> shown() {
        return Optional.ofNullable(text);
    }

    /// @param to where the caret goes
    /// @param select whether what lies between is selected
    void move(Optional<Caret> to, boolean select) {
        var now = report;
        if (now == null || to.isEmpty()) return;
        int before = anchor;
        now.place(to.get());
        anchor = select ? before : caretOffset();
        tellSelection();
        requestLayout();
    }

    /// @param direction -1 up, 1 down
    /// @return the caret a line away, at about the same column
    Optional<Caret> lineAway(int direction) {
        var now = text;
        if (now == null) return Optional.empty();
        var bounds = caret.getLayoutBounds();
        double height = Math.max(8, bounds.getHeight());
        double x = bounds.getCenterX();
        for (double y = bounds.getCenterY() + direction * height;
                y > -height && y < flow.getHeight() + height;
                y += direction * height) {
            int hit = now.toLayout(flow.getHitInfo(new Point2D(x, y)).getInsertionIndex());
            var place = now.layout().caretAt(hit);
            if (place.isPresent() && hit != caretOffset()) return place;
        }
        return now.nearest(direction < 0 ? 0 : now.layout().text().length());
    }

    private Optional<Caret> at(MouseEvent event) {
        var now = text;
        if (now == null) return Optional.empty();
        var point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        return now.nearest(now.toLayout(flow.getHitInfo(point).getInsertionIndex()));
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (returned(event)) {
            event.consume();
            return;
        }
        if (event.getClickCount() == 2) selectWord();
        else move(at(event), event.isShiftDown());
        event.consume();
    }

    private void drag(MouseEvent event) {
        move(at(event), true);
        event.consume();
    }

    private void selectWord() {
        var now = text;
        if (now == null) return;
        var all = now.layout().text();
        int from = caretOffset();
        int to = from;
        while (from > 0 && Character.isLetterOrDigit(all.charAt(from - 1))) from--;
        while (to < all.length() && Character.isLetterOrDigit(all.charAt(to))) to++;
        move(now.layout().caretAt(from), false);
        move(now.layout().caretAt(to), true);
    }

    /// Selects all of the section the caret is in.
    void selectSection() {
        var now = report;
        if (now == null) return;
        var section = now.caret().section();
        move(Optional.of(new Caret(section, 0)), false);
        move(Optional.of(new Caret(section, now.text().of(section).length())), true);
    }

    /// Puts text in place of the selection, or at the caret.
    void write(String with) {
        replace(Math.min(anchor, caretOffset()), Math.max(anchor, caretOffset()), with);
    }

    /// @param back how many `char`s before the caret go, unless something is selected
    /// @param ahead how many behind it
    void delete(int back, int ahead) {
        if (anchor != caretOffset()) write("");
        else replace(caretOffset() - back, caretOffset() + ahead, "");
    }

    private void replace(int from, int to, String with) {
        wrong = Optional.empty();
        var into = report;
        var now = text;
        if (into == null || now == null) return;
        var first = now.layout().caretAt(from);
        var last = now.layout().caretAt(to);
        if (first.isEmpty() || last.isEmpty()) return;
        Section section = first.get().section();
        if (last.get().section() != section || from == to && with.isEmpty()) return;
        try {
            anchor = caretOffset();
            into.type(section, first.get().offset(), last.get().offset(), with);
            anchor = caretOffset();
            tellSelection();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
    }

    void undo(boolean again) {
        var now = report;
        if (now == null) return;
        try {
            if (again) now.redo();
            else now.undo();
            anchor = caretOffset();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
    }

    void copy(boolean cut) {
        var now = text;
        int at = caretOffset();
        if (now == null || anchor == at) return;
        var content = new ClipboardContent();
        content.putString(
                now.layout().text().substring(Math.min(anchor, at), Math.max(anchor, at)));
        Clipboard.getSystemClipboard().setContent(content);
        if (cut) write("");
    }

    void paste() {
        var pasted = Clipboard.getSystemClipboard().getString();
        if (pasted == null) return;
        write(
                pasted.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cntrl}&&[^\n]]", ""));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        int at = caretOffset();
        return switch (attribute) {
            case TEXT -> text == null ? "" : text.layout().text();
            case CARET_OFFSET -> at;
            case SELECTION_START -> Math.min(anchor, at);
            case SELECTION_END -> Math.max(anchor, at);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
