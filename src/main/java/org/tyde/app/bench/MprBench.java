package org.tyde.app.bench;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.picture.Greys;
import org.tyde.refusal.Refusal;
import org.tyde.volume.Reformat;
import org.tyde.volume.Slab;
import org.tyde.volume.SlabProjection;
import org.tyde.volume.Volume;
import org.tyde.volume.VolumeBuilder;
import org.tyde.volume.VolumeSlice;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;
import org.tyde.work.Pieces;
import org.tyde.work.Priority;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// Planes and slabs of 1024 x 1024 pixels through a volume of 512 x 512 x 1000, to grey, on all cores.
public final class MprBench {
    private static final int SIZE = 512;
    private static final int SLICES = 1000;
    private static final double PIXEL = 0.7;
    private static final double STEP = 0.6;
    private static final int PICTURE = 1024;
    private static final int RUNS = 8;
    private static final double THICK = 20;
    private final PrintStream out;

    /// @param out takes a line a case
    public MprBench(PrintStream out) {
        this.out = out;
    }

    /// @throws Exception when there is too little memory
    public void run() throws Exception {
        try (var runner = new JobRunner()) {
            long start = System.nanoTime();
            var volume = volume(runner);
            out.printf(
                    Locale.ROOT,
                    "%d x %d x %d, %d MiB, made in %.1f s%n",
                    SIZE,
                    SIZE,
                    SLICES,
                    volume.bytes() >> 20,
                    (System.nanoTime() - start) / 1e9);
            for (var slab : new Slab[] {Slab.NONE, new Slab(SlabProjection.MAXIMUM, THICK)}) {
                var what = slab.millimetres() == 0 ? "plane" : "20 mm MIP";
                picture(
                        runner,
                        what + ", axial",
                        volume,
                        new Vector3(1, 0, 0),
                        new Vector3(0, 1, 0),
                        slab);
                picture(
                        runner,
                        what + ", coronal",
                        volume,
                        new Vector3(1, 0, 0),
                        new Vector3(0, 0, -1),
                        slab);
                picture(
                        runner,
                        what + ", sagittal",
                        volume,
                        new Vector3(0, 1, 0),
                        new Vector3(0, 0, -1),
                        slab);
                picture(
                        runner,
                        what + ", oblique",
                        volume,
                        new Vector3(3, 2, 1).unit(),
                        down(),
                        slab);
            }
        }
    }

    private static Vector3 down() {
        var across = new Vector3(3, 2, 1).unit();
        return across.cross(new Vector3(-1, 2, 4)).unit();
    }

    private void picture(
            JobRunner runner, String what, Volume volume, Vector3 across, Vector3 down, Slab slab)
            throws Exception {
        double mm = SIZE * PIXEL / PICTURE;
        var first =
                volume.grid()
                        .centre()
                        .plus(across.times(-mm * (PICTURE - 1) / 2))
                        .plus(down.times(-mm * (PICTURE - 1) / 2));
        var fine =
                new Reformat(
                        volume,
                        new ImagePlane(first, across, down, mm, mm),
                        PICTURE,
                        PICTURE,
                        slab);
        var table = Reformat.table(volume, volume.pipeline(Voi.window(40, 400), false));
        var argb = new int[PICTURE * PICTURE];
        var pieces = runner.pieces(Priority.VISIBLE);
        for (int factor : new int[] {1, 4}) {
            var reformat = factor == 1 ? fine : fine.coarser(factor);
            double all = best(() -> reformat.paint(table, pieces, argb));
            var alone = Cost.of(() -> paint(reformat, table, argb));
            out.printf(
                    Locale.ROOT,
                    "%-40s all cores best %8.2f ms  one thread %8.2f ms of processor%n",
                    factor == 1 ? what : what + ", coarse first paint",
                    all,
                    alone.processor());
        }
    }

    private static int[] paint(Reformat reformat, Greys table, int[] argb) throws Refusal {
        reformat.paint(table, Pieces.ALONE, argb);
        return argb;
    }

    /// What paints once.
    private interface Paint {
        void paint() throws Refusal;
    }

    private static double best(Paint action) throws Refusal {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            action.paint();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    private static Volume volume(JobRunner runner) throws Refusal {
        var slices = new ArrayList<VolumeSlice>();
        for (int k = 0; k < SLICES; k++) {
            var plane =
                    new ImagePlane(
                            new Point3(-179, -179, k * STEP),
                            new Vector3(1, 0, 0),
                            new Vector3(0, 1, 0),
                            PIXEL,
                            PIXEL);
            slices.add(new VolumeSlice(k + 1, new FrameKey("1.2." + k, 1), Optional.of(plane)));
        }
        return new VolumeBuilder(new Ripples(), runner, 1L << 30).build(slices, _ -> {}).await();
    }

    /// CT slices of a wavy pattern.
    private static final class Ripples implements FrameSource {
        @Override
        public Job<Frame> frame(FrameRequest request) {
            int k = Integer.parseInt(request.key().sopInstanceUid().substring(4));
            var values = new short[SIZE * SIZE];
            for (int i = 0; i < values.length; i++)
                values[i] = (short) ((i * 7 ^ i >> 9 ^ k * 13) & 2047);
            return Job.done(
                    Frame.of(new Samples.Shorts(FrameFormat.grey(SIZE, SIZE, 16, 12), values)));
        }

        @Override
        public ImageHeader header(String sopInstanceUid) throws Refusal {
            return ImageHeader.of(
                    DataSet.builder()
                            .integer(Tag.ROWS, SIZE)
                            .integer(Tag.COLUMNS, SIZE)
                            .integer(Tag.SAMPLES_PER_PIXEL, 1)
                            .integer(Tag.BITS_ALLOCATED, 16)
                            .integer(Tag.BITS_STORED, 12)
                            .integer(Tag.HIGH_BIT, 11)
                            .integer(Tag.PIXEL_REPRESENTATION, 0)
                            .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                            .decimal(Tag.RESCALE_SLOPE, 1)
                            .decimal(Tag.RESCALE_INTERCEPT, -1024)
                            .build());
        }
    }
}
