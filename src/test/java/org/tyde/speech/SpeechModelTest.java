package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

class SpeechModelTest {
    @TempDir Path folder = Path.of("");

    private Path copy() throws IOException {
        try (var files = Files.walk(Hearing.MODEL)) {
            for (var file : files.toList()) {
                var to = folder.resolve(Hearing.MODEL.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else Files.copy(file, to);
            }
        }
        return folder;
    }

    @Test
    void theShippedModelIsNorwegianAndForTrial() throws Exception {
        var model = SpeechModel.check(Hearing.MODEL);
        assertTrue(model.trial());
        assertEquals(Optional.of(Locale.of("nb")), model.language());
        assertEquals(204, model.vocabulary().words().size());
        assertTrue(model.vocabulary().knows("pleuravæske"));
        assertFalse(model.vocabulary().knows("[unk]"));
        assertEquals("tyde-nb-synthetic", model.name());
    }

    /// Whatever its name: no department can dictate with two hundred words.
    @Test
    void aModelOfAFewWordsIsForTrialUnderAnyName() throws Exception {
        assertTrue(SpeechModel.check(copy()).trial());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "am/final.mdl",
                "conf/mfcc.conf",
                "conf/model.conf",
                "graph/HCLr.fst",
                "graph/Gr.fst",
                "graph/words.txt",
                "graph/disambig_tid.int"
            })
    void anIncompleteModelIsRefusedByTheFileItLacks(String file) throws Exception {
        Files.delete(copy().resolve(file));
        var refusal = assertThrows(Refusal.class, () -> SpeechModel.check(folder));
        assertEquals(SpeechReason.MODEL_INCOMPLETE, refusal.reason());
        assertTrue(refusal.getMessage().contains(file), refusal.getMessage());
    }

    @Test
    void anEmptyFileIsAMissingOne() throws Exception {
        Files.writeString(copy().resolve("am/final.mdl"), "");
        var refusal = assertThrows(Refusal.class, () -> SpeechModel.check(folder));
        assertEquals(SpeechReason.MODEL_INCOMPLETE, refusal.reason());
    }

    @Test
    void aFolderThatIsNoModelIsRefused() {
        var refusal = assertThrows(Refusal.class, () -> SpeechModel.check(folder));
        assertEquals(SpeechReason.NO_MODEL, refusal.reason());
        assertThrows(Refusal.class, () -> SpeechModel.check(folder.resolve("absent")));
    }
}
