package org.tyde.dictation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.SharedData;
import org.tyde.dictation.words.SpokenContext;
import org.tyde.dictation.words.Step;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.speech.Hearing;
import org.tyde.speech.Transcript;
import org.tyde.speech.WavSource;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Recordings through the real recognisers, of free speech and of commands: every command is done, and no
/// sentence holds one.
@Timeout(120)
class SpokenCommandsOnRecordingsTest {
    private static final Map<String, String> COMMANDS =
            Map.of(
                    "neste felt", "NEXT_FIELD",
                    "forrige felt", "PREVIOUS_FIELD",
                    "signer rapport", "SIGN",
                    "slett siste", "DELETE_LAST",
                    "stopp diktering", "STOP");

    /// Headings open a section; they are meant to.
    private static final List<String> HEADINGS = List.of("konklusjon kolon", "funn kolon");

    @Test
    void everyCommandIsDoneAndNoSentenceHoldsOne() throws Exception {
        var folder = SharedData.require("speech/wavs");
        var normalizer = TextNormalizer.of(Locale.of("nb"));
        int sentences = 0;
        int done = 0;
        try (var hearing = Hearing.start();
                var runner = new JobRunner(1)) {
            hearing.recognizer.commands(normalizer.phrases(SpokenContext.NONE));
            for (var line : Files.readAllLines(folder.resolve("transcripts.tsv"))) {
                var cells = line.split("\t", -1);
                if (cells[1].equals("kind")) continue;
                var asked = asked(hearing, runner, normalizer, folder.resolve(cells[0]));
                var command = COMMANDS.get(cells[5]);
                if (command != null) {
                    assertEquals(List.of(command), asked, cells[5]);
                    done++;
                } else if (HEADINGS.stream().anyMatch(cells[5]::startsWith)) {
                    assertEquals(1, asked.size(), cells[5]);
                } else {
                    assertEquals(List.of(), asked, cells[0] + " " + cells[5]);
                    sentences++;
                }
            }
        }
        assertEquals(COMMANDS.size(), done);
        assertTrue(sentences >= 35, "sentences and noise: " + sentences);
    }

    private static List<String> asked(
            Hearing hearing, JobRunner runner, TextNormalizer normalizer, Path wav)
            throws Exception {
        var asked = new ArrayList<String>();
        var heard =
                Transcript.of(
                        hearing.recognizer, new WavSource(wav, WavSource.Pace.FASTEST), runner);
        for (var utterance : heard.utterances())
            for (var step :
                    normalizer.steps(
                            utterance.words(), SpokenContext.NONE.withHeard(utterance.commands())))
                if (step instanceof Step.Do(var command)) asked.add(command.toString());
        return asked;
    }
}
