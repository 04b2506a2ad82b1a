package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.TestJvm;
import org.tyde.app.house.ChildCommands;
import org.tyde.app.house.SpeechFolder;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.settings.SpeechSettings;
import org.tyde.speech.Hearing;
import org.tyde.speech.Recognizer;
import org.tyde.speech.RecognizerClient;
import org.tyde.speech.SpeechModel;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Another model of the real library takes over once it can hear, and one that cannot changes nothing.
@Timeout(120)
class ModelChangeTest {
    @TempDir Path folder;

    private final String classPath = System.getProperty("java.class.path");
    private final JobRunner runner = new JobRunner(1);
    private final BlockingQueue<RecognizerClient> ready = new LinkedBlockingQueue<>();
    private final BlockingQueue<Refusal> trouble = new LinkedBlockingQueue<>();

    @BeforeEach
    void nameTheClassPath() {
        System.setProperty("java.class.path", TestJvm.classPath());
    }

    @AfterEach
    void close() {
        System.setProperty("java.class.path", classPath);
        ready.forEach(RecognizerClient::close);
        runner.close();
    }

    private ModelChange change() throws Exception {
        return new ModelChange(
                runner,
                Optional.of(SpeechModel.check(Hearing.MODEL)),
                s -> SpeechModel.check(Path.of(SpeechFolder.chosen(s).orElseThrow())),
                model -> RecognizerClient.start(model, ChildCommands.speech()),
                ready::add,
                trouble::add);
    }

    private static Settings choosing(Path model) {
        return Settings.DEFAULTS.withSpeech(
                SpeechSettings.USUAL.withModel(SpeechSettings.ANY, Optional.of(model.toString())));
    }

    private Path copy(String name) throws Exception {
        var to = folder.resolve(name);
        try (var files = Files.walk(Hearing.MODEL)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(Hearing.MODEL.relativize(file).toString()));
        }
        return to;
    }

    @Test
    void theChosenModelHearsOnceItIsLoaded() throws Exception {
        var other = copy("annen");
        try (var change = change()) {
            change.to(choosing(other));
            try (var client = ready.poll(60, TimeUnit.SECONDS)) {
                assertEquals(Recognizer.State.READY, client.state());
                assertEquals(other, client.model().folder());
                assertEquals(Optional.of(other), change.hears().map(SpeechModel::folder));
            }
        }
    }

    @Test
    void aModelThatCannotBeLoadedIsRefusedWithASentenceAndTheOldOneHearsOn() throws Exception {
        var broken = copy("ødelagt");
        Files.writeString(broken.resolve("graph/HCLr.fst"), "no graph");
        try (var change = change()) {
            change.to(choosing(broken));
            var why = trouble.poll(60, TimeUnit.SECONDS);
            assertTrue(String.valueOf(why).contains("graph"), () -> "" + why);
            assertEquals(
                    Optional.of(SpeechModel.check(Hearing.MODEL).folder()),
                    change.hears().map(SpeechModel::folder));
            assertEquals(List.of(), List.copyOf(ready));
        }
    }

    @Test
    void ofTwoChoicesTheLastHearsAndTheFirstIsClosed() throws Exception {
        var first = copy("første");
        var second = copy("andre");
        try (var change = change()) {
            change.to(choosing(first));
            change.to(choosing(second));
            try (var client = ready.poll(60, TimeUnit.SECONDS)) {
                assertEquals(second, client.model().folder());
            }
            assertEquals(List.of(), List.copyOf(ready));
            assertEquals(List.of(), List.copyOf(trouble));
        }
    }
}
