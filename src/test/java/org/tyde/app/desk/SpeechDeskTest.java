package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.TestJvm;
import org.tyde.access.KeptInMemory;
import org.tyde.app.house.House;
import org.tyde.dictation.DictationState;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Settings;
import org.tyde.settings.SpeechSettings;
import org.tyde.settings.TydeHome;
import org.tyde.speech.Hearing;
import org.tyde.speech.Recognizer;
import org.tyde.work.JobRunner;
import org.tyde.work.WorkReason;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// The model that the settings name hears without a restart, wired as at the desk.
@Timeout(120)
class SpeechDeskTest {
    @TempDir Path folder;
    private final String classPath = System.getProperty("java.class.path");
    private volatile Settings now = Settings.DEFAULTS;
    private final List<Refusal> troubles = new CopyOnWriteArrayList<>();

    @BeforeEach
    void nameTheClassPath() {
        System.setProperty("java.class.path", TestJvm.classPath());
    }

    @AfterEach
    void nameItAsBefore() {
        System.setProperty("java.class.path", classPath);
    }

    private static Settings choosing(String model) {
        return Settings.DEFAULTS
                .withArchives(
                        List.of(ArchiveNode.web("Nowhere", URI.create("http://127.0.0.1:1/x"))))
                .withSpeech(
                        SpeechSettings.USUAL
                                .withSpare(false)
                                .withModel(
                                        SpeechSettings.ANY,
                                        Optional.of(model).filter(m -> !m.isEmpty())));
    }

    private static void install(TydeHome home, String name) throws Exception {
        var to = Files.createDirectories(home.data().resolve("speech")).resolve(name);
        try (var files = Files.walk(Hearing.MODEL)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(Hearing.MODEL.relativize(file).toString()));
        }
    }

    private static void until(BooleanSupplier fact) throws InterruptedException {
        for (int i = 0; i < 1_200 && !fact.getAsBoolean(); i++) Thread.sleep(50);
    }

    @Test
    void theModelIsChangedByTheSettingsAndStaysWhereTheyNameNone() throws Exception {
        var home = TydeHome.at(folder.resolve("home")).create();
        install(home, "annen");
        now = choosing("");
        try (var runner = new JobRunner();
                var house = House.open(home, now, new KeptInMemory(), runner);
                var desk = new SpeechDesk(house, () -> now, troubles::add);
                var dictation = desk.begin(home, now)) {
            var machine = desk.machine(home);
            assertEquals("tyde-nb-synthetic", machine.inUse());
            now = choosing("annen");
            desk.choose(now);
            until(() -> machine.inUse().equals("annen"));
            assertEquals("annen", machine.inUse());
            assertEquals(Recognizer.State.READY, dictation.state().recognizer());
            assertEquals(DictationState.Microphone.OFF, dictation.state().microphone());
            now = choosing("borte");
            desk.choose(now);
            until(() -> !troubles.isEmpty());
            assertEquals(1, troubles.size());
            assertEquals("annen", machine.inUse(), "the one before hears on");
        }
    }

    @Test
    void aRecogniserWhoseProcessesKeptDyingHearsAgainAWhileAfter() throws Exception {
        var home = TydeHome.at(folder.resolve("home")).create();
        now = choosing("");
        try (var runner = new JobRunner();
                var house = House.open(home, now, new KeptInMemory(), runner);
                var desk = new SpeechDesk(house, () -> now, troubles::add);
                var dictation = desk.begin(home, now)) {
            while (dictation.state().recognizer() != Recognizer.State.FAILED) {
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
                Thread.sleep(20);
            }
            assertEquals(
                    WorkReason.CHILD_KEEPS_DYING,
                    dictation.state().problem().orElseThrow().reason());
            desk.revive();
            until(() -> dictation.state().recognizer() == Recognizer.State.READY);
            assertEquals(Recognizer.State.READY, dictation.state().recognizer());
            assertEquals(Optional.empty(), dictation.state().problem());
        }
    }
}
