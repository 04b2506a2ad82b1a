package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dictation.Stretch;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.Section;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.reporting.editor.ReportEditor;
import org.tyde.ui.reporting.editor.ReportSelection;

import java.util.List;
import java.util.Optional;

/// One selection for the hand and for the voice.
@Timeout(60)
class ReportSelectionTest {
    private final Messages messages = new Messages();
    private final ReportSelection selection = new ReportSelection();

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    private Report report() throws Exception {
        var report = Report.begin(ReportHead.of(study()), Referral.NONE);
        report.type(Section.FINDINGS, 0, 0, "Nodul i høyre overlapp.");
        return report;
    }

    private static Study study() {
        return ReportPaneTest.study();
    }

    private ReportEditor editor(Report report) throws Exception {
        return Screens.on(
                () -> {
                    var editor = new ReportEditor(messages, _ -> {});
                    editor.share(selection);
                    editor.edit(Optional.of(report));
                    return editor;
                });
    }

    private ReportTarget target(Report report) {
        return new ReportTarget(report, () -> {}, selection, List::of);
    }

    private static String selected(ReportEditor editor) throws Exception {
        return Screens.on(
                () -> {
                    var text = (String) editor.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                    int from =
                            (int)
                                    editor.queryAccessibleAttribute(
                                            AccessibleAttribute.SELECTION_START);
                    int to =
                            (int)
                                    editor.queryAccessibleAttribute(
                                            AccessibleAttribute.SELECTION_END);
                    return text.substring(from, to);
                });
    }

    @Test
    void whatTheVoiceSelectsIsSelectedOnScreen() throws Exception {
        var report = report();
        var editor = editor(report);
        target(report).select(new Stretch(Section.FINDINGS, 0, 5));
        Screens.until(() -> "Nodul".equals(unchecked(editor)));
    }

    private static String unchecked(ReportEditor editor) {
        try {
            return selected(editor);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void whatTheHandSelectsIsReplacedByTheVoice() throws Exception {
        var report = report();
        var editor = editor(report);
        Screens.run(
                () -> {
                    for (int i = 0; i < "overlapp.".length(); i++) shiftLeft(editor);
                });
        assertEquals("overlapp.", selected(editor));
        var target = target(report);
        target.replace(target.selection().orElseThrow(), "");
        target.insert("underlapp.", java.util.Set.of());
        assertEquals("Nodul i høyre underlapp.", report.text().of(Section.FINDINGS));
        Screens.until(() -> unchecked(editor).isEmpty());
        assertEquals(Optional.empty(), target.selection());
    }

    private static void shiftLeft(ReportEditor editor) {
        editor.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, true, false, false, false));
    }
}
