package org.tyde.app.bench;

import org.tyde.app.house.Decoders;
import org.tyde.app.house.Failures;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomFile;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.imaging.InstanceFrames;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How fast frames are decoded: the first frame of each file, its bytes in memory, on this thread alone;
/// then slices of the CT among them on one thread and on all cores. `src/bench/peers/decode.sh` makes a
/// file for each transfer syntax and runs native decoders over the same frames.
public final class DecodeBench {
    private static final int SLICES = 2000;
    private static final long LONGEST = 4_000_000_000L;
    private static final int ROUNDS = 3;
    private static final int BATCH = 50;

    private final PrintStream out;
    private final CodecRegistry codecs = Decoders.all();

    /// @param out takes a line a file
    public DecodeBench(PrintStream out) {
        this.out = out;
    }

    private record Image(
            String name, TransferSyntax syntax, EncodedFrame frame, FrameFormat format) {}

    /// @param paths DICOM images and folders of them; where none are given, the test images uncompressed
    /// @return how many could not be decoded
    /// @throws Exception when one cannot be read
    public int run(List<Path> paths) throws Exception {
        var images = paths.isEmpty() ? made() : read(paths);
        out.println(
                "frame                          syntax                                   best ms  "
                        + " MB/s of output   MB allocated");
        int refused = 0;
        for (var image : images) {
            try {
                measure(image);
            } catch (Refusal refusal) {
                refused++;
                var sentence = Failures.sentence(refusal, Locale.getDefault());
                out.println(head(image) + "  " + sentence);
            }
        }
        for (var image : images)
            if (image.format.rows() == 512 && image.frame.length() > 0) together(image);
        return refused;
    }

    private static List<Image> made() throws IOException {
        var images = new ArrayList<Image>();
        for (var image : TestImage.values()) {
            var bytes = DicomWriter.toBytes(image.dataSet(), TransferSyntax.EXPLICIT_LITTLE);
            images.add(image(image.name().toLowerCase(Locale.ROOT), DicomReader.read(bytes)));
        }
        return images;
    }

    private static List<Image> read(List<Path> paths) throws IOException {
        var images = new ArrayList<Image>();
        for (var path : paths) {
            try (var files = Files.walk(path)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList())
                    images.add(image(String.valueOf(file.getFileName()), DicomReader.read(file)));
            }
        }
        return images;
    }

    private static Image image(String name, DicomFile read) throws IOException {
        var frames = InstanceFrames.of(read.dataSet(), read.transferSyntax());
        var bytes = frames.encoded(1).bytes();
        var syntax = read.transferSyntax();
        return new Image(name, syntax, EncodedFrame.of(syntax, bytes), frames.header().format());
    }

    private void measure(Image image) throws Exception {
        long bytes = decode(image);
        var cost = Cost.of(() -> decode(image));
        out.println(
                head(image)
                        + String.format(
                                Locale.ROOT,
                                "%9.3f %14.0f %14.1f",
                                cost.processor(),
                                bytes / cost.processor() / 1e3,
                                cost.allocated() / 1e6));
    }

    private static String head(Image image) {
        return String.format(
                Locale.ROOT, "%-30s %-38s", image.name, shortened(image.syntax.name()));
    }

    private static String shortened(String name) {
        return name.length() <= 38 ? name : name.substring(0, 37) + "…";
    }

    private long decode(Image image) throws IOException {
        return codecs.decode(image.frame, image.format, JobContext.NONE).bytes();
    }

    /// Slices as a study of them comes: each a job of the pool. The best of several rounds, in turn. What
    /// others do on the machine spoils the clock; the processor time of a slice shows what the threads
    /// cost each other.
    private void together(Image image) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        var alone = new Rate(0, Double.MAX_VALUE);
        var all = new Rate(0, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            alone = alone.or(rate(image, 1));
            all = all.or(rate(image, cores));
        }
        out.println(
                String.format(
                        Locale.ROOT,
                        "%-30s slices a second: %,.0f on one thread, %,.0f on %d (%.2f times);"
                                + " %.2f times by processor time",
                        image.name,
                        alone.perSecond,
                        all.perSecond,
                        cores,
                        all.perSecond / alone.perSecond,
                        cores * alone.processor / all.processor));
    }

    /// @param perSecond slices by the clock
    /// @param processor time of one slice, nanoseconds
    private record Rate(double perSecond, double processor) {
        Rate or(Rate other) {
            return new Rate(
                    Math.max(perSecond, other.perSecond), Math.min(processor, other.processor));
        }
    }

    private Rate rate(Image image, int threads) throws Refusal {
        try (var runner = new JobRunner(threads)) {
            long start = System.nanoTime();
            long processor = 0;
            int done = 0;
            while (done < SLICES && System.nanoTime() - start < LONGEST / ROUNDS) {
                var jobs = new ArrayList<Job<Long>>();
                for (int i = 0; i < BATCH; i++)
                    jobs.add(runner.computing("slice", Priority.NEAR, _ -> processor(image)));
                for (var job : jobs) processor += job.await();
                done += jobs.size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Rate(done / seconds, (double) processor / done);
        }
    }

    private long processor(Image image) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        decode(image);
        return threads.getCurrentThreadCpuTime() - start;
    }
}
