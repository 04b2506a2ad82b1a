package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.spec.SecretKeySpec;

class DraftSoundTest {
    private static final String REPORT = "7d5c3a52-6a1e-4a53-9a55-0d60c0b5f001";
    private static final String OTHER = "7d5c3a52-6a1e-4a53-9a55-0d60c0b5f002";
    private static final String PRESS = "0b3f8a90-15c8-4e6a-8f1e-5f3c4c1d0001";
    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");

    @TempDir Path folder = Path.of("");

    private DraftSound sound(int key) {
        return new DraftSound(folder, key(key));
    }

    private static SecretKeySpec key(int key) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) key);
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] spoken(int seconds) {
        var bytes = new byte[32_000 * seconds];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private void keep(String report, byte[] all) throws Exception {
        try (var writer = sound(1).begin(report, PRESS)) {
            for (int at = 0; at < all.length; at += 3_200)
                writer.append(Arrays.copyOfRange(all, at, Math.min(all.length, at + 3_200)));
        }
    }

    @Test
    void whatWasSpokenPlaysAgainAfterARestart() throws Exception {
        var all = spoken(3);
        keep(REPORT, Arrays.copyOf(all, 90_000));
        assertArrayEquals(
                Arrays.copyOf(all, 90_000), sound(1).read(REPORT, PRESS, 0, Long.MAX_VALUE));
        assertArrayEquals(
                Arrays.copyOfRange(all, 31_000, 65_002),
                sound(1).read(REPORT, PRESS, 31_000, 65_002));
    }

    @Test
    void nothingOfItLiesInTheFileAsItWasSpoken() throws Exception {
        var words = "the quick brown fox ".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
        keep(REPORT, words);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                .contains("quick"));
        }
    }

    /// As after `kill -9`: the writer is never closed.
    @Test
    void aDeathOfTheProgramCostsLessThanASecond() throws Exception {
        var all = spoken(3);
        sound(1).begin(REPORT, PRESS).append(Arrays.copyOf(all, 80_000));
        assertArrayEquals(
                Arrays.copyOf(all, 64_000), sound(1).read(REPORT, PRESS, 0, Long.MAX_VALUE));
    }

    @Test
    void aTornLastPieceCostsOnlyItself() throws Exception {
        keep(REPORT, spoken(2));
        var file = folder.resolve(REPORT).resolve(PRESS + ".sound");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        assertArrayEquals(
                Arrays.copyOf(spoken(2), 32_000), sound(1).read(REPORT, PRESS, 0, Long.MAX_VALUE));
    }

    @Test
    void aChangedByteAndAnotherKeyAreRefused() throws Exception {
        keep(REPORT, spoken(1));
        var another = assertThrows(Refusal.class, () -> sound(2).read(REPORT, PRESS, 0, 10));
        assertEquals(StoreReason.SOUND_DAMAGED, another.reason());
        var file = folder.resolve(REPORT).resolve(PRESS + ".sound");
        var bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);
        assertThrows(Refusal.class, () -> sound(1).read(REPORT, PRESS, 0, 10));
    }

    @Test
    void soundOfOneReportIsNotThatOfAnother() throws Exception {
        keep(REPORT, spoken(1));
        Files.createDirectories(folder.resolve(OTHER));
        Files.copy(
                folder.resolve(REPORT).resolve(PRESS + ".sound"),
                folder.resolve(OTHER).resolve(PRESS + ".sound"));
        assertThrows(Refusal.class, () -> sound(1).read(OTHER, PRESS, 0, 10));
    }

    @Test
    void soundIsKeptAsLongAsItsReportIsADraft() throws Exception {
        keep(REPORT, spoken(1));
        for (int day = 0; day < 40; day++)
            sound(1).sweep(Set.of(REPORT), Duration.ZERO, NOON.plus(Duration.ofDays(day)));
        assertEquals(List.of(REPORT), sound(1).reports());
    }

    @Test
    void soundGoesWhenItsReportCanNoLongerBeTakenBack() throws Exception {
        keep(REPORT, spoken(1));
        assertEquals(List.of(), sound(1).sweep(Set.of(), Duration.ZERO, NOON));
        assertEquals(
                List.of(),
                sound(1).sweep(Set.of(), Duration.ZERO, NOON.plus(Duration.ofMinutes(5))));
        assertEquals(
                List.of(REPORT),
                sound(1).sweep(Set.of(), Duration.ZERO, NOON.plus(Duration.ofMinutes(7))));
        var gone = assertThrows(Refusal.class, () -> sound(1).read(REPORT, PRESS, 0, 10));
        assertEquals(StoreReason.NO_SOUND, gone.reason());
    }

    @Test
    void soundMayBeKeptForDaysAfterSigning() throws Exception {
        keep(REPORT, spoken(1));
        var week = Duration.ofDays(7);
        sound(1).sweep(Set.of(), week, NOON);
        assertEquals(List.of(), sound(1).sweep(Set.of(), week, NOON.plus(Duration.ofDays(6))));
        assertEquals(
                List.of(REPORT), sound(1).sweep(Set.of(), week, NOON.plus(Duration.ofDays(8))));
    }

    @Test
    void aReportTakenBackCountsAnew() throws Exception {
        keep(REPORT, spoken(1));
        sound(1).sweep(Set.of(), Duration.ZERO, NOON);
        sound(1).sweep(Set.of(REPORT), Duration.ZERO, NOON.plus(Duration.ofMinutes(3)));
        sound(1).sweep(Set.of(), Duration.ZERO, NOON.plus(Duration.ofMinutes(8)));
        assertEquals(
                List.of(),
                sound(1).sweep(Set.of(), Duration.ZERO, NOON.plus(Duration.ofMinutes(10))));
    }

    @Test
    void aClockSetForwardTakesNoSoundOfAReportThatMayBeTakenBack() throws Exception {
        keep(REPORT, spoken(1));
        var nanos = new AtomicLong(5);
        var sound = new DraftSound(folder, key(1), nanos::get);
        sound.sweep(Set.of(), Duration.ZERO, NOON);
        var nextYear = NOON.plus(Duration.ofDays(365));
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        assertEquals(List.of(), sound.sweep(Set.of(), Duration.ZERO, nextYear));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertEquals(List.of(REPORT), sound.sweep(Set.of(), Duration.ZERO, nextYear));
    }

    @Test
    void aClockSetBackKeepsNoSoundForYears() throws Exception {
        keep(REPORT, spoken(1));
        var nanos = new AtomicLong(5);
        var sound = new DraftSound(folder, key(1), nanos::get);
        sound.sweep(Set.of(), Duration.ZERO, NOON);
        var lastYear = NOON.minus(Duration.ofDays(365));
        sound.sweep(Set.of(), Duration.ZERO, lastYear);
        nanos.addAndGet(Duration.ofMinutes(7).toNanos());
        var later = lastYear.plus(Duration.ofMinutes(7));
        assertEquals(List.of(REPORT), sound.sweep(Set.of(), Duration.ZERO, later));
    }
}
