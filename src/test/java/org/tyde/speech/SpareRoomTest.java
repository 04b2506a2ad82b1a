package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A spare speech process is kept where it takes no more than a sixteenth of the computer's memory.
class SpareRoomTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # MiB, GiB of the computer, kept
                    105,   4,  true
                    300,   4,  false
                    300,   8,  true
                    1024, 16,  true
                    1025, 16,  false
                    16384, 128, false
                    """)
    void itIsKeptWhereASixteenthOfTheMemoryIsEnough(long cost, long memory, boolean kept) {
        assertEquals(kept, SpareRoom.fits(cost << 20, memory << 30));
    }

    @Test
    void whereTheSystemTellsTheCostIsMeasured() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc here");
        var room = new SpareRoom(SpeechModel.check(Hearing.MODEL));
        long cost = room.cost(OptionalLong.of(ProcessHandle.current().pid()));
        assertTrue(cost > 20 << 20, () -> cost + " bytes");
    }

    @Test
    void whereItDoesNotTellTheCostIsReckonedFromTheModel() throws Exception {
        var model = SpeechModel.check(Hearing.MODEL);
        assertEquals(
                (100 << 20) + 8 * model.bytes(), new SpareRoom(model).cost(OptionalLong.empty()));
    }
}
