package org.tyde.speech.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// A SpeechMike is asked for its model; the answers are those that the makers' browser library
/// (dictation_support) is tested with.
class ModelQuestionTest {
    private static final String OLD = "830200000000320055";
    private static final String PREMIUM = "830000000100320195";

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # premium, asked, answer,           model, slider
                    false, 87, 870000000000000c80, 3200,
                    false, 87, 870000000000000c8a, 3210, INTERNATIONAL
                    false, 87, 870000000000000c94, 3220, PHILIPS
                    false, 87, 870000000000000cee, 3310, INTERNATIONAL
                    true,  8b, 8b00000000000dac00, 3500,
                    true,  8b, 8b00000000000db600, 3510, INTERNATIONAL
                    true,  8b, 8b00000000000dc000, 3520, PHILIPS
                    true,  8b, 8b00000000000e1a00, 3610, INTERNATIONAL
                    true,  8b, 8b00000000000e7400, 3700,
                    true,  8b, 8b00000000000e7e00, 3710, INTERNATIONAL
                    true,  8b, 8b00000000000e8800, 3720, PHILIPS
                    true,  8b, 8b0000000ed80e1000, 3800,
                    true,  8b, 8b0000000ee20e1a00, 3810, INTERNATIONAL
                    true,  8b, 8b000fa00e740dac00, 4000,
                    true,  8b, 8b000faa0e7e0db600, 4010, INTERNATIONAL
                    """)
    void theModelsNumberTellsItsSlider(
            boolean premium, String asked, String answer, int model, Slider slider) {
        var question = new ModelQuestion();
        assertEquals("830000000000000000", HexFormat.of().formatHex(question.question()));
        assertTrue(question.answered(hex(premium ? PREMIUM : OLD)));
        assertEquals(asked + "0000000000000000", HexFormat.of().formatHex(question.question()));
        assertFalse(question.answered(hex(answer)), "nothing more to ask");
        assertTrue(question.over());
        assertEquals(OptionalInt.of(model), question.number());
        assertEquals(Optional.ofNullable(slider), question.slider());
    }

    @Test
    void aSpeechOneHasNoSlider() {
        var question = new ModelQuestion();
        question.answered(hex(PREMIUM));
        question.answered(hex("8b010fa00e740dac00"));
        assertTrue(question.over());
        assertEquals(Optional.empty(), question.slider());
    }

    @Test
    void whatIsNoAnswerChangesNothing() {
        var question = new ModelQuestion();
        for (var other : new String[] {"800000000000000001", "83", "", "8b00000000000e7e00"})
            assertFalse(question.answered(hex(other)));
        assertFalse(question.over());
        assertEquals("830000000000000000", HexFormat.of().formatHex(question.question()));
    }
}
