package org.tyde.ui.reporting;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.tyde.refusal.Refusal;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.SoundPlace;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;

/// Words the recogniser doubted: a click plays them, the menu key or the right button offers what else they
/// may have been, as they sounded, and takes the mark away.
final class UncertainWords {
    private static final int MOST = 6;

    private final Node editor;
    private final ReportModel model;
    private final Messages.Room words;
    private Optional<ContextMenu> open = Optional.empty();

    /// @param editor places the report's caret where it is clicked
    /// @param model whose report it is
    UncertainWords(Node editor, ReportModel model) {
        this.editor = editor;
        this.model = model;
        words = model.messages().in(UncertainWords.class);
        editor.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    boolean plain =
                            event.getButton() == MouseButton.PRIMARY
                                    && event.getClickCount() == 1
                                    && event.isStillSincePress()
                                    && !event.isShiftDown();
                    if (plain)
                        here().flatMap(UncertainWords::sound).ifPresent(model.dictation()::play);
                });
        editor.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::offer);
    }

    /// @return the mark at the caret
    private Optional<Mark> here() {
        return model.reportProperty().get().flatMap(UncertainWords::here);
    }

    private static Optional<Mark> here(Report report) {
        var caret = report.caret();
        return report.marks().stream()
                .filter(m -> m.meaning() instanceof Meaning.Uncertain)
                .filter(m -> m.section() == caret.section() && m.touches(caret.offset()))
                .findFirst();
    }

    private static Optional<SoundPlace> sound(Mark mark) {
        return mark.meaning() instanceof Meaning.Uncertain(var _, var sound)
                ? sound
                : Optional.empty();
    }

    private void offer(ContextMenuEvent event) {
        open.ifPresent(ContextMenu::hide);
        var report = model.reportProperty().get();
        var mark = report.flatMap(UncertainWords::here);
        if (mark.isEmpty()) return;
        event.consume();
        var menu = new ContextMenu();
        open = Optional.of(menu);
        var sound = sound(mark.get());
        sound.ifPresent(
                place -> {
                    menu.getItems()
                            .add(
                                    item(
                                            words.text("uncertain.play"),
                                            () -> model.dictation().play(place)));
                    FxThread.FX.watch(
                            model.dictation().alternatives(place),
                            found -> add(menu, report.get(), mark.get(), found),
                            _ -> {});
                });
        menu.getItems()
                .add(item(words.text("uncertain.right"), () -> report.get().accept(mark.get())));
        menu.show(editor, event.getScreenX(), event.getScreenY());
    }

    /// What it may have been, below the rest, once it has been heard anew.
    private void add(ContextMenu menu, Report report, Mark mark, List<String> found) {
        var now = report.text().of(mark.section());
        if (mark.end() > now.length()) return;
        var written = now.substring(mark.start(), mark.end()).strip();
        var others = found.stream().filter(w -> !w.equalsIgnoreCase(written)).limit(MOST).toList();
        if (others.isEmpty() || !report.marks().contains(mark)) return;
        menu.getItems().add(new SeparatorMenuItem());
        for (var other : others)
            menu.getItems().add(item(other, () -> replace(report, mark, other)));
    }

    private void replace(Report report, Mark mark, String with) {
        if (!report.marks().contains(mark)) return;
        var said = report.text().of(mark.section()).substring(mark.start(), mark.end());
        var before = said.substring(0, said.length() - said.stripLeading().length());
        try {
            report.type(mark.section(), mark.start(), mark.end(), before + with);
        } catch (Refusal signedMeanwhile) {
            model.say(signedMeanwhile);
        }
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
