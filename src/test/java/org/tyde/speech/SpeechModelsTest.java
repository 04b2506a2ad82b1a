package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.TestJvm;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Models are installed by the real library's word, in its own process.
@Timeout(300)
class SpeechModelsTest {
    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void close() {
        runner.close();
    }

    private SpeechModels models() {
        var options = List.of("-Djna.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED");
        return new SpeechModels(
                folder.resolve("modeller"),
                Hearing.MODEL,
                TestJvm.command(options, "org.tyde.app.Main", "child", "speech"));
    }

    private static List<Path> filesOf(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path copy(String name) throws IOException {
        var to = folder.resolve(name);
        for (var file : filesOf(Hearing.MODEL)) {
            var copy = to.resolve(Hearing.MODEL.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    private Path zip(String name, String prefix, String... more) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var one : filesOf(Hearing.MODEL)) {
                zip.putNextEntry(
                        new ZipEntry(
                                prefix
                                        + Hearing.MODEL
                                                .relativize(one)
                                                .toString()
                                                .replace('\\', '/')));
                Files.copy(one, zip);
            }
            for (var extra : more) {
                zip.putNextEntry(new ZipEntry(extra));
                zip.write(1);
            }
        }
        return file;
    }

    private SpeechModel add(Path source) throws Refusal {
        return runner.waiting("add", job -> models().add(source, job)).await();
    }

    private Refusal refused(Path source) {
        return assertThrows(Refusal.class, () -> add(source));
    }

    private void assertNothingLeft() throws Exception {
        assertEquals(
                List.of("tyde-nb-synthetic"),
                models().all().stream().map(SpeechModels.Installed::name).toList());
        if (Files.isDirectory(folder.resolve("modeller")))
            assertEquals(List.of(), filesOf(folder.resolve("modeller")));
    }

    @Test
    void aModelIsAddedFromAFolderAndFromAZipAndRemoved() throws Exception {
        assertEquals("nb-røntgen", add(copy("nb-røntgen")).name());
        assertEquals("vosk-model-nb", add(zip("nedlastet.zip", "vosk-model-nb/")).name());
        assertEquals("flat", add(zip("flat.zip", "")).name());
        assertEquals(
                List.of("flat", "nb-røntgen", "vosk-model-nb", "tyde-nb-synthetic"),
                models().all().stream().map(SpeechModels.Installed::name).toList());
        assertTrue(models().test("nb-røntgen").trial());
        assertEquals("flat", models().find(Optional.of("flat")).name());
        assertEquals(SpeechReason.MODEL_THERE, refused(zip("flat.zip", "")).reason());
        for (var name : List.of("flat", "nb-røntgen", "vosk-model-nb")) models().remove(name);
        assertNothingLeft();
    }

    @Test
    void anAcousticModelThatIsCutOffIsRefusedAndLeavesNothing() throws Exception {
        var broken = copy("kuttet");
        var file = broken.resolve("am/final.mdl");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100_000));
        assertEquals(SpeechReason.MODEL_UNREADABLE, refused(broken).reason());
        assertNothingLeft();
    }

    @Test
    void aGraphThatIsGarbageIsRefusedAndLeavesNothing() throws Exception {
        var broken = copy("graf");
        Files.writeString(broken.resolve("graph/HCLr.fst"), "no graph");
        assertEquals(SpeechReason.MODEL_GRAPH_UNREADABLE, refused(broken).reason());
        assertNothingLeft();
    }

    @Test
    void anOptionTheLibraryDoesNotKnowIsRefused() throws Exception {
        var broken = copy("valg");
        Files.writeString(broken.resolve("conf/mfcc.conf"), "--no-such-option=1\n");
        assertEquals(SpeechReason.MODEL_UNREADABLE, refused(broken).reason());
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        assertEquals(SpeechReason.NO_MODEL, refused(folder).reason());
        assertEquals(SpeechReason.NO_MODEL, refused(folder.resolve("absent")).reason());
        var text = Files.writeString(folder.resolve("model.zip"), "no archive");
        assertEquals(SpeechReason.MODEL_BAD_ZIP, refused(text).reason());
        var incomplete = copy("halv");
        Files.delete(incomplete.resolve("graph/words.txt"));
        assertEquals(SpeechReason.MODEL_INCOMPLETE, refused(incomplete).reason());
        assertNothingLeft();
    }

    @Test
    void aNameThatLeadsOutOfTheArchiveIsRefused() throws Exception {
        var slip = zip("slip.zip", "m/", "m/../../outside.txt");
        assertEquals(SpeechReason.MODEL_BAD_ZIP, refused(slip).reason());
        assertFalse(Files.exists(folder.resolve("outside.txt")));
        assertNothingLeft();
    }

    @Test
    void aCancelledAdditionLeavesNothing() throws Exception {
        var source = copy("avbrutt");
        var progress = new CopyOnWriteArrayList<Long>();
        var job = runner.waiting("add", context -> models().add(source, context));
        job.onProgress(p -> progress.add(p.done()));
        job.cancel();
        try {
            job.await();
        } catch (Refusal | CancellationException ended) {
            assertTrue(job.ended());
        }
        Thread.sleep(300);
        assertNothingLeft();
    }
}
