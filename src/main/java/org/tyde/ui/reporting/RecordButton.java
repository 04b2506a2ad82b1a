package org.tyde.ui.reporting;

import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.tyde.speech.PushToTalk;

/// The button to speak on screen: by the mouse it is pressed and let go as the key is; by the keyboard, once
/// on and once off.
final class RecordButton {
    private boolean byMouse;

    RecordButton(Button button, ReportModel model) {
        button.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                _ -> {
                    byMouse = true;
                    model.dictation().pressed(PushToTalk.Button.SCREEN);
                });
        button.addEventHandler(
                MouseEvent.MOUSE_RELEASED,
                _ -> model.dictation().released(PushToTalk.Button.SCREEN));
        button.addEventFilter(KeyEvent.KEY_PRESSED, _ -> byMouse = false);
        button.setOnAction(
                _ -> {
                    if (!byMouse) model.dictation().record();
                    byMouse = false;
                });
    }
}
