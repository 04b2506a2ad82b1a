package org.tyde.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dicom.io.DirectoryWriter;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class IntakeTest {
    @TempDir Path folder;
    private final TreeSet<String> taken = new TreeSet<>();

    @BeforeEach
    void fresh() {
        taken.clear();
    }

    /// Keeps what it reads as DICOM, by UID.
    private final Intake.Taker taker =
            in ->
                    taken.add(
                            DicomReader.read(in)
                                    .whole()
                                    .dataSet()
                                    .textOr(Tag.SOP_INSTANCE_UID, ""));

    private Intake.Result take(Path... paths) throws IOException {
        return Intake.of(List.of(paths), taker, JobContext.NONE);
    }

    private static byte[] instance(String uid) throws IOException {
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
                        .text(Tag.SOP_INSTANCE_UID, uid)
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                        .text(Tag.SERIES_INSTANCE_UID, "2.25.2")
                        .text(Tag.PATIENT_ID, "A")
                        .text(Tag.PATIENT_NAME, "Prøve^Pasient")
                        .text(Tag.MODALITY, "CT")
                        .text(Tag.STUDY_ID, "1")
                        .text(Tag.STUDY_DATE, "20261123")
                        .text(Tag.STUDY_TIME, "0800")
                        .text(Tag.SERIES_NUMBER, "1")
                        .text(Tag.INSTANCE_NUMBER, "1")
                        .build();
        return DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_LITTLE);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        var path = Files.createTempFile(folder, "media", ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return path;
    }

    private static List<Reason> reasons(Intake.Result result) {
        return result.refused().stream().map(r -> r.why().reason()).toList();
    }

    /// A CD: two images in a folder, a DICOMDIR that names them and a third, a text.
    private Map<String, byte[]> disc() throws IOException {
        var directory = new DirectoryWriter("CD", "2.25.9");
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 1; i <= 3; i++) {
            var bytes = instance("2.25.10" + i);
            directory.add(List.of("IMAGES", "IM" + i), DicomReader.read(bytes));
            if (i < 3) files.put("images/im" + i + ";1", bytes);
        }
        files.put("DICOMDIR", directory.toBytes());
        files.put("README.TXT", "Open with the viewer".getBytes(StandardCharsets.UTF_8));
        files.put("EMPTY", new byte[0]);
        return files;
    }

    private Path unpacked(Map<String, byte[]> files) throws IOException {
        var root = Files.createTempDirectory(folder, "disc");
        for (var file : files.entrySet()) {
            var path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return root;
    }

    @Test
    void everyDicomFileBelowAFolderIsTakenAndWhatIsNoneIsLeft() throws Exception {
        var result = take(unpacked(disc()));
        assertEquals(List.of("2.25.101", "2.25.102"), List.copyOf(taken));
        assertEquals(2, result.taken());
        assertEquals(2, result.others());
    }

    @Test
    void whatADicomdirNamesAndTheMediumLacksIsSaid() throws Exception {
        for (var medium : List.of(unpacked(disc()), zip(disc()))) {
            var result = take(medium);
            assertEquals(List.of(MediaReason.LISTED_BUT_ABSENT), reasons(result));
            assertEquals("IMAGES/IM3", result.refused().getFirst().name());
            assertFalse(result.complete());
        }
    }

    @Test
    void aDamagedDicomdirDoesNotCostTheImages() throws Exception {
        var disc = disc();
        disc.put("DICOMDIR", "torn".getBytes(StandardCharsets.UTF_8));
        var result = take(zip(disc));
        assertEquals(2, result.taken());
        assertEquals(List.of(MediaReason.DIRECTORY_UNREADABLE), reasons(result));
    }

    @Test
    void takenTwiceIsHeldTheSecondTime() throws Exception {
        var zip = zip(Map.of("a", instance("2.25.5")));
        assertEquals(1, take(zip).taken());
        var again = take(zip);
        assertEquals(0, again.taken());
        assertEquals(1, again.held());
        assertTrue(again.complete());
    }

    @Test
    void aNameThatClimbsOutIsOnlyAName() throws Exception {
        var before = everything();
        var evil = "../../../../../../../../tmp/evil\u0007\u202Egnp.dcm";
        var result = take(zip(Map.of(evil, instance("2.25.5"), "C:\\con", new byte[] {1, 2})));
        assertEquals(1, result.taken());
        assertEquals(1, result.others());
        assertEquals(before.size() + 1, everything().size());
        var torn = take(zip(Map.of(evil, java.util.Arrays.copyOf(instance("2.25.6"), 200))));
        var shown = torn.refused().getFirst().name();
        assertFalse(shown.contains("\u0007") || shown.contains("\u202E"), shown);
    }

    private List<Path> everything() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.toList();
        }
    }

    @Test
    void oneFileThatIsRefusedDoesNotCostTheOthers() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a", java.util.Arrays.copyOf(instance("2.25.5"), 200));
        files.put("b", instance("2.25.6"));
        var result = take(zip(files));
        assertEquals(1, result.taken());
        assertEquals(List.of("a"), result.refused().stream().map(Intake.Refused::name).toList());
    }

    @Test
    void aZipBombStopsAtItsLimitAndTheRestIsTaken() throws Exception {
        var bomb = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("a"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 600; i++) out.write(zeros);
            out.closeEntry();
            out.putNextEntry(new ZipEntry("b"));
            out.write(instance("2.25.6"));
            out.closeEntry();
        }
        long[] read = {0};
        var result =
                Intake.of(
                        List.of(bomb),
                        in -> {
                            var buffer = new byte[1 << 16];
                            for (int n; (n = in.read(buffer)) >= 0; ) read[0] += n;
                            return true;
                        },
                        JobContext.NONE);
        assertEquals(MediaReason.ZIP_BOMB, result.refused().getFirst().why().reason());
        assertTrue(read[0] < 520L << 20, () -> "read " + read[0]);
    }

    @Test
    void aZipInsideAZipIsSaidAndNotOpened() throws Exception {
        var inner = Files.readAllBytes(zip(Map.of("a", instance("2.25.5"))));
        var result = take(zip(Map.of("inner.ZIP", inner, "b", instance("2.25.6"))));
        assertEquals(1, result.taken());
        assertEquals(List.of(MediaReason.ZIP_IN_ZIP), reasons(result));
    }

    @Test
    void aTornOrEncryptedZipIsRefusedWithItsName() throws Exception {
        var whole = Files.readAllBytes(zip(Map.of("a", instance("2.25.5"))));
        var torn = folder.resolve("torn.zip");
        Files.write(torn, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertEquals(MediaReason.BAD_ZIP, assertThrows(Refusal.class, () -> take(torn)).reason());
        var encrypted = folder.resolve("encrypted.zip");
        for (int i = 0; i < whole.length - 4; i++) {
            var buffer = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
            if (buffer.getInt(i) == 0x02014b50) whole[i + 8] |= 1;
            if (buffer.getInt(i) == 0x04034b50) whole[i + 6] |= 1;
        }
        Files.write(encrypted, whole);
        assertEquals(
                MediaReason.BAD_ZIP, assertThrows(Refusal.class, () -> take(encrypted)).reason());
    }

    @Test
    void anEntryWhoseBytesAreDamagedIsSaidAndTheOthersAreTaken() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a", instance("2.25.5"));
        files.put("b", instance("2.25.6"));
        var path = zip(files);
        var bytes = Files.readAllBytes(path);
        for (int i = 60; i < 90; i++) bytes[i] ^= 0x55;
        Files.write(path, bytes);
        var result = take(path);
        assertEquals(1, result.taken());
        assertEquals(List.of("a"), result.refused().stream().map(Intake.Refused::name).toList());
    }

    @Test
    void aListOfEntriesThatWouldFillTheMemoryIsNotRead() throws Exception {
        var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0, 0x06054b50).putInt(12, 300 << 20);
        var path = folder.resolve("long.zip");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'P', 'K', 3, 4});
        bytes.writeBytes(end.array());
        Files.write(path, bytes.toByteArray());
        assertEquals(
                MediaReason.ZIP_LIST_TOO_LONG,
                assertThrows(Refusal.class, () -> take(path)).reason());
    }

    @Test
    void theLengthAZipStatesIsNotBelieved() throws Exception {
        var path = zip(Map.of("a", instance("2.25.5")));
        var bytes = Files.readAllBytes(path);
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.length - 46; i++)
            if (buffer.getInt(i) == 0x02014b50) buffer.putInt(i + 24, 7);
        Files.write(path, bytes);
        assertEquals(1, take(path).taken());
    }

    @Test
    void linksAreNotFollowed() throws Exception {
        var outside = folder.resolve("outside");
        Files.createDirectories(outside);
        Files.write(outside.resolve("secret"), instance("2.25.66"));
        var root = unpacked(Map.of("a", instance("2.25.5")));
        Files.createSymbolicLink(root.resolve("link"), outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(root.resolve("folder"), outside);
        assertEquals(1, take(root).taken());
        assertEquals(List.of("2.25.5"), List.copyOf(taken));
    }

    @Test
    void whatIsNotThereIsSaid() {
        var absent = folder.resolve("absent");
        assertEquals(MediaReason.ABSENT, assertThrows(Refusal.class, () -> take(absent)).reason());
    }

    @Test
    void cancelledBetweenFilesWhatWasTakenStays() throws Exception {
        var files = Map.of("a", instance("2.25.5"), "b", instance("2.25.6"));
        var job =
                new JobContext() {
                    private boolean told;

                    @Override
                    public void progress(long done, long total) {
                        told = true;
                    }

                    @Override
                    public boolean cancelled() {
                        return told;
                    }
                };
        var path = zip(files);
        assertThrows(CancellationException.class, () -> Intake.of(List.of(path), taker, job));
        assertEquals(List.of("2.25.5"), List.copyOf(taken));
    }

    @Test
    void aFullDiskEndsIt() throws Exception {
        var path = zip(Map.of("a", instance("2.25.5"), "b", instance("2.25.6")));
        var full =
                new Intake.Taker() {
                    @Override
                    public boolean take(java.io.InputStream content) throws IOException {
                        throw new Refusal(MediaReason.UNREADABLE, "disk");
                    }

                    @Override
                    public boolean ends(Refusal why) {
                        return true;
                    }
                };
        assertThrows(Refusal.class, () -> Intake.of(List.of(path), full, JobContext.NONE));
    }
}
