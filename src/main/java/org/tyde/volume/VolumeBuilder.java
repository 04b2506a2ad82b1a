package org.tyde.volume;

import org.tyde.dicom.Tag;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes volumes of stacks: reads their headers, refuses what forms no volume, then takes slice after slice.
public final class VolumeBuilder {
    /// How many slices are asked for before they are needed.
    private static final int AHEAD = 8;

    /// How often a volume in the making is shown.
    private static final int PARTIALS = 8;

    private final FrameSource source;
    private final JobRunner runner;
    private final long budget;

    /// @param source of headers and frames
    /// @param runner of the job
    /// @param budget bytes that the voxels of one volume may take
    public VolumeBuilder(FrameSource source, JobRunner runner, long budget) {
        this.source = source;
        this.runner = runner;
        this.budget = budget;
    }

    /// @return a third of the memory this process may take: a volume of 512 x 512 x 1000 takes 0.5 GiB
    public static long budgetOfThisMachine() {
        return Runtime.getRuntime().maxMemory() / 3;
    }

    /// @param slices of one stack
    /// @param partial told now and then, on the job's thread, what is here already
    /// @return the volume; its progress counts slices. A slice that does not decode is left out and named
    ///     ([Volume#unread()]); what forms no volume is refused
    public Job<Volume> build(List<VolumeSlice> slices, Consumer<Volume> partial) {
        return build(slices, ImageHeader::modalityLut, partial);
    }

    /// From stored values to values with a meaning.
    @FunctionalInterface
    public interface Meaning {
        /// @param header of an image
        /// @param frame 1-based
        /// @return for that frame
        ModalityLut of(ImageHeader header, int frame);
    }

    /// @param slices of one stack
    /// @param meaning of their stored values, in place of the images' own
    /// @param partial as of [#build(List,Consumer)]
    /// @return as of [#build(List,Consumer)]
    public Job<Volume> build(List<VolumeSlice> slices, Meaning meaning, Consumer<Volume> partial) {
        return runner.waiting("volume", job -> new Making(slices, meaning, partial, job).make());
    }

    private record Asked(int slice, Job<Frame> job) {}

    private final class Making {
        private final List<VolumeSlice> asked;
        private final Meaning meaning;
        private final Consumer<Volume> partial;
        private final JobContext job;
        private final List<Integer> unread = new ArrayList<>();
        private final List<Integer> inPart = new ArrayList<>();
        private int here;

        Making(List<VolumeSlice> asked, Meaning meaning, Consumer<Volume> partial, JobContext job) {
            this.asked = asked;
            this.meaning = meaning;
            this.partial = partial;
            this.job = job;
        }

        Volume make() throws Refusal {
            if (asked.size() < VolumeGrid.LEAST_SLICES)
                throw new Refusal(
                        VolumeReason.TOO_FEW_SLICES, asked.size(), VolumeGrid.LEAST_SLICES);
            var first = source.header(asked.getFirst().key().sopInstanceUid());
            var grid = VolumeGrid.of(asked, first.columns(), first.rows());
            var headers = headers(grid);
            var values = VolumeValues.of(grid.order(), headers, meaning);
            var volume = fill(grid, headers, values);
            // values that need all of 16 bits leave none that could say "no picture"
            return volume.isPresent()
                    ? volume.get()
                    : fill(grid, headers, values.asFloats()).orElseThrow();
        }

        private List<ImageHeader> headers(VolumeGrid grid) throws Refusal {
            var headers = new ArrayList<ImageHeader>();
            for (var slice : grid.order()) {
                job.checkpoint();
                var header = source.header(slice.key().sopInstanceUid());
                if (header.columns() != grid.columns() || header.rows() != grid.rows())
                    throw new Refusal(
                            VolumeReason.OTHER_SHAPE,
                            slice.number(),
                            header.columns(),
                            header.rows(),
                            grid.columns(),
                            grid.rows());
                headers.add(header);
                if (!space(header).equals(space(headers.getFirst())))
                    throw new Refusal(VolumeReason.OTHER_FRAME_OF_REFERENCE)
                            .withRule("PS3.3 C.7.4.1");
            }
            return headers;
        }

        private Optional<Volume> fill(
                VolumeGrid grid, List<ImageHeader> headers, VolumeValues values) throws Refusal {
            long needed = SliceStore.bytes(values, grid);
            if (needed > budget)
                throw new Refusal(VolumeReason.TOO_LARGE, needed >> 20, budget >> 20);
            var store = SliceStore.of(values, grid);
            var waiting = new ArrayDeque<Asked>();
            unread.clear();
            inPart.clear();
            here = 0;
            try {
                for (int k = 0, next = 0; k < grid.slices(); k++) {
                    for (; next < grid.slices() && next <= k + AHEAD; next++)
                        waiting.add(new Asked(next, frame(grid.order().get(next))));
                    if (!take(waiting.remove(), grid, headers, store)) return Optional.empty();
                    job.progress(k + 1, grid.slices());
                    int each = Math.max(1, grid.slices() / PARTIALS);
                    if ((k + 1) % each == 0 && k + 1 < grid.slices())
                        partial.accept(volume(grid, headers, values, store));
                }
            } finally {
                waiting.forEach(w -> w.job.cancel());
            }
            if (here == 0) throw new Refusal(VolumeReason.NOTHING_READ, grid.slices());
            return Optional.of(volume(grid, headers, values, store));
        }

        private Job<Frame> frame(VolumeSlice slice) {
            return source.frame(new FrameRequest(slice.key(), 0, Priority.NEAR));
        }

        private boolean take(
                Asked next, VolumeGrid grid, List<ImageHeader> headers, SliceStore store) {
            job.checkpoint();
            var slice = grid.order().get(next.slice);
            try {
                var frame = next.job.await();
                boolean shaped = frame.columns() == grid.columns() && frame.rows() == grid.rows();
                if (!shaped || !frame.grey() || frame.mixed()) {
                    unread.add(slice.number());
                    return true;
                }
                var modality = meaning.of(headers.get(next.slice), slice.key().frame());
                if (!store.take(next.slice, frame, modality)) return false;
                if (frame.rowsThere() < frame.rows() || frame.coarse()) inPart.add(slice.number());
                here++;
            } catch (Refusal refused) {
                job.checkpoint();
                unread.add(slice.number());
            }
            return true;
        }

        private Volume volume(
                VolumeGrid grid, List<ImageHeader> headers, VolumeValues values, SliceStore store) {
            return new Volume(
                    grid,
                    store.snapshot(here == grid.slices()),
                    values,
                    headers.getFirst(),
                    loss(headers),
                    space(headers.getFirst()),
                    store.range(),
                    here,
                    unread,
                    inPart);
        }
    }

    private static SourceLoss loss(List<ImageHeader> headers) {
        var worst = headers.getFirst().loss();
        for (var header : headers) worst = worst.worse(header.loss());
        return worst;
    }

    private static Optional<String> space(ImageHeader header) {
        try {
            return header.dataSet().text(Tag.FRAME_OF_REFERENCE_UID);
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }
}
