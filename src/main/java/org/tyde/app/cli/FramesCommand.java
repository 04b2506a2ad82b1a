package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.app.house.Decoders;
import org.tyde.dicom.io.DicomReader;
import org.tyde.imaging.InstanceFrames;
import org.tyde.settings.TydeHome;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `tyde frames`: decoded stored values, as they are. Of one frame that is there in part, its rows are
/// written, what is missing is said, and the exit code is 1; among all frames it is refused.
@Command(
        name = "frames",
        description =
                "Write the stored values of frames, decoded, little endian, without a header.")
final class FramesCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "A DICOM image.")
    Path file = Path.of("");

    @ArgGroup Which which = new Which();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write.")
    Path out = Path.of("");

    /// One frame or all.
    static final class Which {
        @Option(names = "--frame", paramLabel = "N", description = "Counts from 1; 1 by default.")
        int frame = 1;

        @Option(names = "--all", description = "All frames, one after the other.")
        boolean all;
    }

    @Override
    public Integer call() throws IOException {
        var read = DicomReader.read(file);
        var image = InstanceFrames.of(read.dataSet(), read.transferSyntax());
        var codecs = Decoders.installed(TydeHome.ofSystem());
        int first = which.all ? 1 : which.frame;
        int last = which.all ? image.header().frames() : which.frame;
        @Nullable Path name = out.getFileName();
        var beside = out.resolveSibling(name + ".part");
        var missing = Optional.<String>empty();
        try {
            try (var stream = new BufferedOutputStream(Files.newOutputStream(beside))) {
                for (int f = first; f <= last; f++) {
                    var frame = FrameDigest.of(image, f, codecs);
                    // a shorter frame would move all those after it
                    stream.write(which.all ? frame.bytes() : frame.bytesThere());
                    missing = frame.incomplete(Locale.getDefault());
                }
            }
            Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        missing.ifPresent(System.err::println);
        return missing.isEmpty() ? 0 : 1;
    }
}
