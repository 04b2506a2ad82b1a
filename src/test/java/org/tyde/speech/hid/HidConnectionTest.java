package org.tyde.speech.hid;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

class HidConnectionTest {
    /// On a machine with the library: it loads and closes, whatever is plugged in. Without: a sentence.
    @Test
    void theLibraryLoadsOrSaysWhyNot() {
        try (var runner = new JobRunner(1);
                var connection = HidConnection.open(runner, (_, _) -> {})) {
            connection.light(true);
        } catch (Refusal without) {
            LoggerFactory.getLogger(HidConnectionTest.class).info(without.getMessage());
        }
    }
}
