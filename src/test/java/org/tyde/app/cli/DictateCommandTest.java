package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.TestJvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `tyde dictate` as a person calls it.
@Timeout(120)
class DictateCommandTest {
    private record Said(int exitCode, String out, String err) {}

    private static Said tyde(String... arguments) throws IOException, InterruptedException {
        var options =
                List.of(
                        "-Djna.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Duser.language=en",
                        "--enable-native-access=ALL-UNNAMED");
        var line = TestJvm.command(options, "org.tyde.app.Main", arguments).line();
        var process = new ProcessBuilder(line).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, err);
    }

    @Test
    void saysTheWordsAndThenTheText() throws Exception {
        var said = tyde("dictate", "samples/speech/s12.wav");
        assertEquals(0, said.exitCode(), said::err);
        assertEquals(
                """
                cyste i venstre hilus måler to centimeter punktum nytt avsnitt

                Cyste i venstre hilus måler 2 cm.
                """,
                said.out());
    }

    @Test
    void jsonHasEveryWordWithItsTime() throws Exception {
        var said = tyde("dictate", "--json", "samples/speech/s18.wav");
        JsonNode json = new ObjectMapper().readTree(said.out());
        assertEquals("Cyste i binyre måler 3 cm", json.path("text").asText());
        assertEquals(6, json.path("words").size());
        assertTrue(json.path("trialModel").asBoolean());
        assertEquals(2.83, json.path("seconds").asDouble(), 0.01);
    }

    @Test
    void whatIsNotThereIsOneSentence() throws Exception {
        var said = tyde("dictate", "absent.wav");
        assertEquals(1, said.exitCode());
        assertEquals("", said.out());
        assertEquals("tyde: There is no audio file absent.wav.", said.err().strip());
        var noModel = tyde("dictate", "--model", "docs", "samples/speech/s18.wav");
        assertEquals(1, noModel.exitCode());
        assertTrue(noModel.err().startsWith("tyde: There is no speech model in "), noModel::err);
    }
}
