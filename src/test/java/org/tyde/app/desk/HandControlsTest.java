package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.speech.hid.Control;
import org.tyde.speech.hid.HandDevice;

import java.util.Optional;

class HandControlsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    POWERMIC_3,     TAB_FORWARD,  NEXT_FIELD
                    POWERMIC_3,     TAB_BACKWARD, PREVIOUS_FIELD
                    POWERMIC_4,     TAB_FORWARD,  NEXT_FIELD
                    POWERMIC_4,     FORWARD,
                    POWERMIC_3,     REWIND,
                    SPEECHMIKE,     FORWARD,      NEXT_FIELD
                    SPEECHMIKE_AIR, REWIND,       PREVIOUS_FIELD
                    SPEECH_ONE,     END_OF_LETTER,
                    FOOT_3,         FORWARD,
                    FOOT_4,         REWIND,
                    """)
    void buttonsLeadFromFieldToField(
            HandDevice device, Control control, SpokenCommand.Plain expected) {
        assertEquals(Optional.ofNullable(expected), HandControls.command(device, control));
    }

    @ParameterizedTest
    @CsvSource({"RECORD, true", "STOP, false", "PLAY, false", "FORWARD,", "REWIND,"})
    void aSliderListensAtRecordAndNotAtStop(Control position, Boolean listens) {
        assertEquals(Optional.ofNullable(listens), HandControls.listens(position));
    }
}
