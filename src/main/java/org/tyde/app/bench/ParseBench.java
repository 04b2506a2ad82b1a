package org.tyde.app.bench;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How many headers one thread reads in a second, from files in the page cache and from memory.
public final class ParseBench {
    private static final long WARM_UP = 2_000_000_000L;
    private static final long COUNTED = 3_000_000_000L;
    private static final int MADE = 200;

    private final PrintStream out;

    /// @param out takes a line a measurement
    public ParseBench(PrintStream out) {
        this.out = out;
    }

    private interface Work {
        /// The elements read.
        long run() throws IOException;
    }

    /// @param files DICOM files; where none are given, 200 headers of CT slices made for this
    /// @throws IOException when one cannot be read
    public void run(List<Path> files) throws IOException {
        if (!files.isEmpty()) {
            measure(files);
            return;
        }
        var folder = Files.createTempDirectory("tyde-parse");
        try {
            var made = new ArrayList<Path>();
            for (int i = 0; i < MADE; i++) {
                made.add(folder.resolve(i + ".dcm"));
                DicomWriter.write(made.getLast(), slice(i), TransferSyntax.EXPLICIT_LITTLE);
            }
            measure(made);
            for (var file : made) Files.delete(file);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private void measure(List<Path> files) throws IOException {
        var bytes = new ArrayList<byte[]>();
        for (var file : files) bytes.add(Files.readAllBytes(file));
        report("headers from files", files.size(), () -> fromFiles(files));
        report("headers from memory", files.size(), () -> fromMemory(bytes));
    }

    private static long fromFiles(List<Path> files) throws IOException {
        long elements = 0;
        for (var file : files) elements += DicomReader.readHeader(file).dataSet().size();
        return elements;
    }

    private static long fromMemory(List<byte[]> files) throws IOException {
        long elements = 0;
        for (var file : files) elements += DicomReader.readHeader(file).dataSet().size();
        return elements;
    }

    private void report(String what, int count, Work work) throws IOException {
        for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) work.run();
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long busy = threads.getCurrentThreadCpuTime();
        long headers = 0;
        long elements = 0;
        while (System.nanoTime() - start < COUNTED) {
            elements += work.run();
            headers += count;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = (threads.getCurrentThreadCpuTime() - busy) / 1e9;
        out.println(
                String.format(
                        Locale.ROOT,
                        "%-20s %,9.0f a second, %,9.0f a second of processor time, %.0f elements"
                                + " each",
                        what,
                        headers / seconds,
                        headers / processor,
                        (double) elements / headers));
    }

    /// A header as scanners write it: the modules of a CT image, and a small image.
    private static DataSet slice(int number) {
        var set =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                        .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, Uids.create())
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                        .personName(Tag.PATIENT_NAME, PersonName.of("Prøve", "Åse"))
                        .integer(Tag.INSTANCE_NUMBER, number)
                        .decimal(Tag.IMAGE_POSITION_PATIENT, -180.5, -180.5, 1.25 * number)
                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                        .decimal(Tag.PIXEL_SPACING, 0.703125, 0.703125)
                        .integer(Tag.ROWS, 16)
                        .integer(Tag.COLUMNS, 16)
                        .integer(Tag.BITS_ALLOCATED, 16)
                        .code(Tag.ANATOMIC_REGION_SEQUENCE, new Code("39607008", "SCT", "Lunge"))
                        .code(
                                Tag.PROCEDURE_CODE_SEQUENCE,
                                new Code("RCT1AA", "99TEST", "CT Thorax"))
                        .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[512]);
        for (int i = 0; i < 20; i++) // a maker's block
        set.text(Tag.of(0x0019, 0x1000 + i), Vr.LO, "value " + i);
        for (var tag : List.of(Tag.MANUFACTURER, Tag.STATION_NAME, Tag.SERIES_DESCRIPTION))
            set.text(tag, "text of a usual length");
        for (var tag : List.of(Tag.STUDY_DATE, Tag.SERIES_DATE, Tag.ACQUISITION_DATE))
            set.text(tag, "20260314");
        for (var tag : List.of(Tag.STUDY_TIME, Tag.SERIES_TIME, Tag.ACQUISITION_TIME))
            set.text(tag, "091500.000000");
        for (var tag : List.of(Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID))
            set.text(tag, Uids.create());
        for (var tag : List.of(Tag.KVP, Tag.SLICE_THICKNESS, Tag.RESCALE_SLOPE, Tag.WINDOW_WIDTH))
            set.decimal(tag, 120);
        return set.build();
    }
}
