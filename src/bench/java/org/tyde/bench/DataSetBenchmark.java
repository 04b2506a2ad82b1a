package org.tyde.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tyde.app.bench.CtHeaders;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomJson;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// What is asked of a header: one value, a position, the values a list of slices needs, all as DICOM JSON.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DataSetBenchmark {
    private final DataSet set = CtHeaders.slice(1);

    /// @return a short text
    @Benchmark
    public Optional<String> text() throws DicomFormatException {
        return set.text(Tag.SERIES_INSTANCE_UID);
    }

    /// @return a binary integer
    @Benchmark
    public OptionalInt integer() throws DicomFormatException {
        return set.integer(Tag.ROWS);
    }

    /// @return three decimal strings as numbers
    @Benchmark
    public double[] decimals() throws DicomFormatException {
        return set.decimals(Tag.IMAGE_POSITION_PATIENT);
    }

    /// Twelve attributes, as an index of instances takes them.
    @Benchmark
    public void twelve(Blackhole sink) throws DicomFormatException {
        sink.consume(set.text(Tag.SOP_CLASS_UID));
        sink.consume(set.text(Tag.SOP_INSTANCE_UID));
        sink.consume(set.text(Tag.STUDY_INSTANCE_UID));
        sink.consume(set.text(Tag.SERIES_INSTANCE_UID));
        sink.consume(set.personName(Tag.PATIENT_NAME));
        sink.consume(set.text(Tag.PATIENT_ID));
        sink.consume(set.date(Tag.STUDY_DATE));
        sink.consume(set.time(Tag.STUDY_TIME));
        sink.consume(set.text(Tag.MODALITY));
        sink.consume(set.integer(Tag.INSTANCE_NUMBER));
        sink.consume(set.integer(Tag.ROWS));
        sink.consume(set.decimals(Tag.IMAGE_POSITION_PATIENT));
    }

    /// @return the header as the text of DICOM JSON (PS3.18 F)
    @Benchmark
    public String json() throws DicomFormatException {
        return DicomJson.write(set).toString();
    }
}
