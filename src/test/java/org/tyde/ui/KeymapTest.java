package org.tyde.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class KeymapTest {
    /// What ends, sends or removes: never on a plain letter.
    private static final Set<Action> GRAVE =
            EnumSet.of(
                    Action.NEXT_STUDY,
                    Action.PREVIOUS_STUDY,
                    Action.GO_TO_LIST,
                    Action.SIGN,
                    Action.SAVE_PRELIMINARY,
                    Action.PUT_ASIDE,
                    Action.DELETE_SELECTED,
                    Action.RECORD);

    @Test
    void everyActionHasAKeyAndAWordInBothLanguages() throws Exception {
        var keymap = Keymap.standard();
        for (var action : Action.values()) {
            assertFalse(keymap.keysOf(action).isEmpty(), action.name());
            for (var locale : new Locale[] {Messages.BOKMAAL, Messages.ENGLISH}) {
                var words = Sentences.text(Action.class, "action." + action.name(), locale);
                assertFalse(words.contains("action."), words);
            }
        }
    }

    @Test
    void aPlainLetterNeverLeavesAPatientSignsOrDeletes() throws Exception {
        var keymap = Keymap.standard();
        for (var action : GRAVE)
            for (var keys : keymap.keysOf(action)) {
                var combination = (KeyCodeCombination) keys;
                boolean letter =
                        combination.getCode().isLetterKey() || combination.getCode().isDigitKey();
                boolean plain =
                        combination.getShortcut() != ModifierValue.DOWN
                                && combination.getAlt() != ModifierValue.DOWN;
                assertFalse(letter && plain, action + " on " + keys);
            }
    }

    @Test
    void lettersAreTextWhileATextFieldHasTheFocus() throws Exception {
        var keymap = Keymap.standard();
        var y = press(KeyCode.Y, false);
        assertEquals(Optional.of(Action.LINK_PRIOR), keymap.actionOf(y, false));
        assertEquals(Optional.empty(), keymap.actionOf(y, true));
        assertEquals(Optional.of(Action.SIGN), keymap.actionOf(press(KeyCode.ENTER, true), true));
    }

    @Test
    void aKeyThatMeansTwoThingsIsRefused() {
        var twice = "INVERT,images,N\nFIT,images,N\n";
        assertThrows(Refusal.class, () -> new Keymap(twice));
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }
}
