package org.tyde.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tyde.app.Decoders;
import org.tyde.app.bench.TestImage;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomFile;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.imaging.InstanceFrames;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The first frame of a DICOM file, its bytes in memory: `-p file=ct-jpegls.dcm,ct-j2k.dcm`, such as
/// `src/bench/peers/decode.sh` makes them; without a file the test image of a CT, uncompressed.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {
    /// A DICOM image.
    @Param("")
    public String file = "";

    private final CodecRegistry codecs = Decoders.all();
    private EncodedFrame frame = EncodedFrame.of(TransferSyntax.EXPLICIT_LITTLE, new byte[0]);
    private FrameFormat format = FrameFormat.grey(1, 1, 8, 8);

    /// Reads the frame.
    @Setup
    public void read() throws IOException {
        var read = file.isEmpty() ? made() : DicomReader.read(Path.of(file));
        var image = InstanceFrames.of(read.dataSet(), read.transferSyntax());
        frame = EncodedFrame.of(read.transferSyntax(), image.encoded(1).bytes());
        format = image.header().format();
    }

    private static DicomFile made() throws IOException {
        var set = TestImage.CT.dataSet();
        return DicomReader.read(DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_LITTLE));
    }

    /// @return stored values
    @Benchmark
    public Samples decode() throws IOException {
        return codecs.decode(frame, format, JobContext.NONE);
    }
}
