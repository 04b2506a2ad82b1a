package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.speech.PushToTalk.Button;

import java.util.ArrayList;
import java.util.List;

class PushToTalkTest {
    private final List<String> done = new ArrayList<>();
    private boolean on;
    private final PushToTalk push =
            new PushToTalk(
                    () -> {
                        on = true;
                        done.add("on");
                    },
                    () -> {
                        on = false;
                        done.add("off");
                    });

    private void press(Button button, boolean hold) {
        push.pressed(button, hold, on);
    }

    @Test
    void heldItIsOnWhileItIsHeld() {
        press(Button.KEY, true);
        press(Button.KEY, true);
        press(Button.KEY, true);
        assertEquals(List.of("on"), done);
        push.released(Button.KEY);
        assertEquals(List.of("on", "off"), done);
    }

    @Test
    void otherwiseOnePressIsOnAndTheNextOff() {
        for (int i = 0; i < 2; i++) {
            press(Button.PEDAL, false);
            press(Button.PEDAL, false);
            push.released(Button.PEDAL);
        }
        assertEquals(List.of("on", "off"), done);
    }

    @Test
    void whatIsPressedFirstDecidesUntilItIsLetGo() {
        press(Button.PEDAL, true);
        press(Button.HAND, true);
        push.released(Button.HAND);
        assertEquals(List.of("on"), done);
        push.released(Button.PEDAL);
        assertEquals(List.of("on", "off"), done);
    }

    @Test
    void oneButtonMayEndWhatAnotherBegan() {
        press(Button.KEY, false);
        push.released(Button.KEY);
        press(Button.HAND, false);
        push.released(Button.HAND);
        assertEquals(List.of("on", "off"), done);
    }

    @Test
    void aButtonThatWasNeverDownChangesNothing() {
        push.released(Button.HAND);
        assertEquals(List.of(), done);
    }
}
