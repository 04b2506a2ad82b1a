package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.speech.Hearing;
import org.tyde.speech.SoundKeeper;
import org.tyde.speech.UtteranceTag;
import org.tyde.store.DraftSound;
import org.tyde.store.StoreReason;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class KeptSoundTest {
    private static final UtteranceTag TAG =
            new UtteranceTag("7d5c3a52-6a1e-4a53-9a55-0d60c0b5f001", "FINDINGS");

    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private final BlockingQueue<Refusal> troubles = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        runner.close();
    }

    private KeptSound kept(Path where, boolean wanted) {
        var sound = new DraftSound(where, SoundKey.ofThisRun());
        return new KeptSound(Job.done(sound), runner, () -> wanted, troubles::add);
    }

    private static short[] spoken() {
        var samples = new short[40_000];
        for (int i = 0; i < samples.length; i++) samples[i] = (short) (i * 7);
        return samples;
    }

    private static void speak(SoundKeeper.Track track) {
        track.samples(spoken(), 20_000);
        track.samples(java.util.Arrays.copyOfRange(spoken(), 20_000, 40_000), 20_000);
        track.end();
    }

    @Test
    void whatIsSpokenIsKeptAndReadAgain() throws Exception {
        var kept = kept(folder.resolve("sound"), true);
        var recording = UUID.randomUUID().toString();
        speak(kept.begin(TAG, recording));
        short[] read = {};
        for (int i = 0; i < 200 && read.length < 40_000; i++) {
            Thread.sleep(20);
            try {
                read = kept.read(TAG.report(), recording, 0, 40_000);
            } catch (Refusal notYet) {
                assertEquals(StoreReason.NO_SOUND, notYet.reason());
            }
        }
        assertArrayEquals(spoken(), read);
        assertTrue(troubles.isEmpty());
    }

    @Test
    void whereNoSoundIsWantedNothingIsWritten() {
        var kept = kept(folder.resolve("sound"), false);
        assertEquals(SoundKeeper.Track.SILENT, kept.begin(TAG, UUID.randomUUID().toString()));
    }

    /// As on a full disk: who speaks is not disturbed, and it is said once.
    @Test
    void aDiskThatTakesNothingIsSaidOnceAndSpeechGoesOn() throws Exception {
        var file = Files.writeString(folder.resolve("sound"), "in the way");
        speak(kept(file, true).begin(TAG, UUID.randomUUID().toString()));
        var trouble = troubles.poll(20, TimeUnit.SECONDS);
        assertEquals(StoreReason.WRITE_FAILED, Objects.requireNonNull(trouble).reason());
        assertTrue(troubles.isEmpty());
    }

    /// On a disk of 256 KiB in memory, which only root may mount: it fills while somebody speaks to the
    /// real recogniser.
    @Test
    void aDiskThatFillsWhileSomebodySpeaksIsSaidOnceAndNoWordIsLost() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var at = disk.toString();
        Assumptions.assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", at),
                "only root can mount a small disk");
        try {
            Files.write(disk.resolve("filler"), new byte[150_000]);
            var kept = kept(disk.resolve("sound"), true);
            try (var hearing = Hearing.start(kept)) {
                int press = hearing.recognizer.begin(TAG);
                hearing.pour(Path.of("samples/speech/s12.wav"));
                var trouble = troubles.poll(20, TimeUnit.SECONDS);
                hearing.pour(Path.of("samples/speech/s07.wav"));
                hearing.recognizer.end();
                assertEquals(
                        "cyste i venstre hilus måler to centimeter punktum nytt avsnitt"
                                + " lett fortetning i venstre hilus punktum",
                        hearing.finalText(press));
                assertEquals(StoreReason.DISK_FULL, Objects.requireNonNull(trouble).reason());
                assertTrue(troubles.isEmpty());
                var recording = hearing.heard.getFirst().recording();
                var start = kept.read(TAG.report(), recording, 0, 16_000);
                assertEquals(16_000, start.length, "what was kept before still plays");
            }
        } finally {
            ran("umount", at);
        }
    }

    private static boolean ran(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
