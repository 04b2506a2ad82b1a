package org.tyde.volume;

import org.tyde.codec.CodecReason;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// A stack made of a function of place: each slice is an image of its own, and a source of frames.
public final class MadeStack implements FrameSource {
    /// A voxel by its numbers.
    public record Voxel(int i, int j, int k, Point3 place) {}

    private final int columns;
    private final int rows;
    private final List<ImagePlane> planes = new ArrayList<>();
    private final ToDoubleFunction<Voxel> value;
    private final java.util.Map<Integer, Integer> cut = new java.util.HashMap<>();
    private final Set<Integer> broken = new HashSet<>();
    private final Set<Integer> lossy = new HashSet<>();
    private int bits = 16;
    private boolean signed = true;
    private Consumer<org.tyde.dicom.DataSetBuilder> more = _ -> {};
    private java.util.function.IntToDoubleFunction slope = _ -> 1;
    private double intercept;
    private String prefix = "1.2.";
    private Optional<Integer> padding = Optional.empty();

    /// @param columns of each slice
    /// @param rows of each slice
    /// @param value stored value by place
    public MadeStack(int columns, int rows, ToDoubleFunction<Voxel> value) {
        this.columns = columns;
        this.rows = rows;
        this.value = value;
    }

    /// Axial slices, from the feet up.
    public MadeStack axial(int slices, double pixel, double step) {
        return leaning(slices, pixel, pixel, new Vector3(0, 0, step));
    }

    /// @param along mm from slice to slice
    public MadeStack leaning(int slices, double rowSpacing, double columnSpacing, Vector3 along) {
        for (int k = 0; k < slices; k++)
            planes.add(
                    new ImagePlane(
                            new Point3(-20, 10, 5).plus(along.times(k)),
                            new Vector3(1, 0, 0),
                            new Vector3(0, 1, 0),
                            rowSpacing,
                            columnSpacing));
        return this;
    }

    public MadeStack slice(ImagePlane plane) {
        planes.add(plane);
        return this;
    }

    public MadeStack stored(int bitsStored, boolean isSigned) {
        bits = bitsStored;
        signed = isSigned;
        return this;
    }

    public MadeStack rescaled(java.util.function.IntToDoubleFunction slopeOfSlice, double b) {
        slope = slopeOfSlice;
        intercept = b;
        return this;
    }

    public MadeStack padded(int stored) {
        padding = Optional.of(stored);
        return this;
    }

    public MadeStack broken(int slice) {
        broken.add(slice);
        return this;
    }

    public MadeStack lossy(int slice) {
        lossy.add(slice);
        return this;
    }

    /// @param slice whose file ends early
    /// @param rowsThere how many rows came before
    public MadeStack cut(int slice, int rowsThere) {
        cut.put(slice, rowsThere);
        return this;
    }

    public MadeStack with(Consumer<org.tyde.dicom.DataSetBuilder> attributes) {
        more = attributes;
        return this;
    }

    /// @param uidRoot of its images' UIDs, with a dot at its end
    public MadeStack named(String uidRoot) {
        prefix = uidRoot;
        return this;
    }

    /// @return the headers of all images
    public List<DataSet> headers() throws Refusal {
        var headers = new ArrayList<DataSet>();
        for (int k = 0; k < planes.size(); k++) headers.add(header(prefix + k).dataSet());
        return headers;
    }

    public List<VolumeSlice> slices() {
        var slices = new ArrayList<VolumeSlice>();
        for (int k = 0; k < planes.size(); k++)
            slices.add(
                    new VolumeSlice(
                            k + 1, new FrameKey(prefix + k, 1), Optional.of(planes.get(k))));
        return slices;
    }

    public Volume volume() throws Refusal {
        try (var runner = new JobRunner(2)) {
            return volume(runner);
        }
    }

    public Volume volume(JobRunner runner) throws Refusal {
        return new VolumeBuilder(this, runner, 1L << 30).build(slices(), _ -> {}).await();
    }

    @Override
    public ImageHeader header(String uid) throws Refusal {
        int k = number(uid);
        var plane = planes.get(k);
        var made =
                DataSet.builder()
                        .text(Tag.SOP_INSTANCE_UID, uid)
                        .text(Tag.STUDY_INSTANCE_UID, "1.2")
                        .text(Tag.MODALITY, "CT")
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                        .text(Tag.FRAME_OF_REFERENCE_UID, "1.2.3.4")
                        .integer(Tag.ROWS, rows)
                        .integer(Tag.COLUMNS, columns)
                        .integer(Tag.SAMPLES_PER_PIXEL, 1)
                        .integer(Tag.BITS_ALLOCATED, 16)
                        .integer(Tag.BITS_STORED, bits)
                        .integer(Tag.HIGH_BIT, bits - 1)
                        .integer(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .integer(Tag.INSTANCE_NUMBER, k + 1)
                        .decimal(
                                Tag.IMAGE_POSITION_PATIENT,
                                plane.position().x(),
                                plane.position().y(),
                                plane.position().z())
                        .decimal(
                                Tag.IMAGE_ORIENTATION_PATIENT,
                                plane.rowDirection().x(),
                                plane.rowDirection().y(),
                                plane.rowDirection().z(),
                                plane.columnDirection().x(),
                                plane.columnDirection().y(),
                                plane.columnDirection().z())
                        .decimal(Tag.PIXEL_SPACING, plane.rowSpacing(), plane.columnSpacing())
                        .decimal(Tag.RESCALE_SLOPE, slope.applyAsDouble(k))
                        .decimal(Tag.RESCALE_INTERCEPT, intercept);
        padding.ifPresent(p -> made.integer(Tag.PIXEL_PADDING_VALUE, signed ? Vr.SS : Vr.US, p));
        if (lossy.contains(k)) made.text(Tag.LOSSY_IMAGE_COMPRESSION, "01");
        more.accept(made);
        return ImageHeader.of(made.build());
    }

    private int number(String uid) {
        return Integer.parseInt(uid.substring(prefix.length()));
    }

    @Override
    public Job<Frame> frame(FrameRequest request) {
        try {
            int k = number(request.key().sopInstanceUid());
            if (broken.contains(k)) throw new Refusal(CodecReason.NO_PIXELS);
            var header = header(request.key().sopInstanceUid());
            var values = new short[rows * columns];
            for (int j = 0; j < rows; j++)
                for (int i = 0; i < columns; i++)
                    values[j * columns + i] =
                            (short)
                                    Math.round(
                                            value.applyAsDouble(
                                                    new Voxel(
                                                            i,
                                                            j,
                                                            k,
                                                            planes.get(k).toPatient(i, j))));
            var format =
                    new FrameFormat(
                            rows,
                            columns,
                            1,
                            16,
                            bits,
                            bits - 1,
                            signed,
                            false,
                            Photometric.MONOCHROME2,
                            false);
            Samples samples = new Samples.Shorts(format, values);
            var rowsThere = cut.get(k);
            if (rowsThere != null)
                samples = samples.upTo(rowsThere, false, new Refusal(CodecReason.NO_PIXELS));
            return Job.done(Frame.of(samples, header.padding(), Optional.empty()));
        } catch (Refusal refused) {
            return Job.failed(refused);
        }
    }
}
