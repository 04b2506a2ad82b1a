package org.tyde.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import org.tyde.ui.Action;
import org.tyde.ui.Keymap;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Hands the keys of all windows to whoever acts on them; one for all, since a key that is pressed in one
/// window may be let go in another. Letters, digits and arrows are text while text has
/// the focus; a key that is held does not repeat into what leaves, records or signs.
final class KeyDispatch {
    /// What must not happen twice because a key was held.
    private static final Set<Action> ONCE =
            EnumSet.of(
                    Action.SIGN,
                    Action.SAVE_PRELIMINARY,
                    Action.PUT_ASIDE,
                    Action.TAKE_BACK,
                    Action.NEXT_STUDY,
                    Action.PREVIOUS_STUDY,
                    Action.RECORD,
                    Action.SECOND_WINDOW,
                    Action.LANGUAGE,
                    Action.LINK_PRIOR,
                    Action.KEY_IMAGE);

    private final Keymap keymap;
    private final BooleanSupplier overlay;
    private final Predicate<Scene> reading;
    private final BooleanSupplier writing;
    private final Predicate<Action> act;
    private final Consumer<Action> released;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private final Map<KeyCode, Action> done = new EnumMap<>(KeyCode.class);

    /// @param keymap the bindings
    /// @param overlay whether something lies over the window that takes the keys itself
    /// @param reading whether in this window single letters are for pictures
    /// @param writing whether the keyboard is in the report's text
    /// @param act does it, and says whether it did
    /// @param released told when the key of what was done is let go, or can no longer be seen to be
    KeyDispatch(
            Keymap keymap,
            BooleanSupplier overlay,
            Predicate<Scene> reading,
            BooleanSupplier writing,
            Predicate<Action> act,
            Consumer<Action> released) {
        this.keymap = keymap;
        this.overlay = overlay;
        this.reading = reading;
        this.writing = writing;
        this.act = act;
        this.released = released;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> letGo(event.getCode()));
        // a key let go while another program has the keyboard is never told of
        scene.windowProperty()
                .flatMap(Window::focusedProperty)
                .orElse(true)
                .subscribe(
                        focused -> {
                            if (!focused) List.copyOf(done.keySet()).forEach(this::letGo);
                        });
    }

    private void letGo(KeyCode code) {
        held.remove(code);
        Optional.ofNullable(done.remove(code)).ifPresent(released);
    }

    private void pressed(Scene scene, KeyEvent event) {
        boolean repeats = !held.add(event.getCode());
        if (overlay.getAsBoolean()) return;
        boolean text = writing.getAsBoolean() || isText(scene.getFocusOwner());
        var action = keymap.actionOf(event, text || !reading.test(scene));
        if (action.isEmpty()) return;
        if (repeats && ONCE.contains(action.get())) {
            event.consume();
            return;
        }
        if (!act.test(action.get())) return;
        done.put(event.getCode(), action.get());
        event.consume();
    }

    private static boolean isText(Node focus) {
        return focus instanceof TextInputControl;
    }
}
