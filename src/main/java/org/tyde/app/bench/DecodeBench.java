package org.tyde.app.bench;

import org.tyde.app.Decoders;
import org.tyde.codec.CodecRegistry;
import org.tyde.dicom.io.DicomReader;
import org.tyde.imaging.InstanceFrames;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Decodes the first frame of given files on one core, their bytes in the page cache.
public final class DecodeBench {
    private static final int RUNS = 30;
    private final PrintStream out;

    /// @param out takes a line a file
    public DecodeBench(PrintStream out) {
        this.out = out;
    }

    /// @param files DICOM images
    /// @throws Exception when one cannot be read or decoded
    public void run(List<Path> files) throws Exception {
        var codecs = Decoders.all();
        for (var file : files) run(file, codecs);
    }

    private void run(Path file, CodecRegistry codecs) throws Exception {
        var read = DicomReader.read(file);
        var image = InstanceFrames.of(read.dataSet(), read.transferSyntax());
        long bytes = decode(image, codecs);
        var timing = Timing.of(RUNS, () -> decode(image, codecs));
        out.println(
                timing.line(String.valueOf(file.getFileName()))
                        + String.format(
                                Locale.ROOT,
                                "  %6.0f MB/s  %s",
                                bytes / timing.best() / 1e3,
                                read.transferSyntax().name()));
    }

    private static long decode(InstanceFrames image, CodecRegistry codecs) throws IOException {
        return codecs.decode(image.encoded(1), image.header().format(), JobContext.NONE).bytes();
    }
}
