package org.tyde.ui.viewport;

import org.tyde.hanging.ImageStack;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.reading.Derivation;
import org.tyde.refusal.Refusal;
import org.tyde.volume.Slab;
import org.tyde.volume.StackSlab;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.util.ArrayList;
import java.util.List;

/// Fetches the frames of a slab in a stack and lays them through each other.
record SlabFrames(FrameSource source, JobRunner runner) {
    private static final double ROUNDED_MM = 1e-3;

    /// @param stack in it
    /// @param index of the frame in the middle, from 0; it has a level
    /// @param slab how thick: every slice whose centre is at most half of it away takes part
    /// @return one frame that stands for all, with the header of the one in the middle
    Job<FrameFeed.Ready> of(ImageStack stack, int index, Slab slab) {
        return runner.waiting("viewport slab", _ -> made(stack, index, slab));
    }

    private record Asked(int index, Job<Frame> job) {}

    private FrameFeed.Ready made(ImageStack stack, int index, Slab slab) throws Refusal {
        var asked = new ArrayList<Asked>();
        try {
            for (int i : within(stack, index, slab)) {
                var request = new FrameRequest(stack.frame(i).key(), 0, Priority.VISIBLE);
                asked.add(new Asked(i, source.frame(request)));
            }
            var layers = new ArrayList<StackSlab.Layer>();
            var keys = new ArrayList<FrameKey>();
            var shown = layer(stack, index, source);
            SourceLoss loss = new SourceLoss.Lossless(true);
            for (var one : asked) {
                var key = stack.frame(one.index).key();
                var its = source.header(key.sopInstanceUid());
                loss = loss.worse(its.loss());
                layers.add(
                        new StackSlab.Layer(
                                one.index + 1, one.job.await(), its.modalityLut(key.frame())));
                keys.add(key);
            }
            var frame = StackSlab.of(layers, shown, slab.projection());
            var key = stack.frame(index).key();
            var header = source.header(key.sopInstanceUid());
            return new FrameFeed.Ready(
                    key,
                    header,
                    FrameFeed.ranged(frame),
                    OverPicture.of(header),
                    slab,
                    derivation(slab, keys, layers),
                    loss);
        } finally {
            asked.forEach(a -> a.job.cancel());
        }
    }

    private static Derivation derivation(
            Slab slab, List<FrameKey> keys, List<StackSlab.Layer> layers) {
        if (keys.size() == 1) return new Derivation.AsStored(keys.getFirst());
        int inPart = 0;
        for (var layer : layers) {
            var frame = layer.frame();
            if (frame.rowsThere() < frame.rows() || frame.coarse()) inPart++;
        }
        return new Derivation.ThroughStack(slab, keys, inPart);
    }

    private static StackSlab.Layer layer(ImageStack stack, int index, FrameSource source)
            throws Refusal {
        var key = stack.frame(index).key();
        var frame = source.frame(new FrameRequest(key, 0, Priority.VISIBLE)).await();
        var modality = source.header(key.sopInstanceUid()).modalityLut(key.frame());
        return new StackSlab.Layer(index + 1, frame, modality);
    }

    /// Indices of the slices that take part, of the phase on screen.
    private static int[] within(ImageStack stack, int index, Slab slab) {
        int each = stack.size() / stack.phases();
        int from = stack.phases() > 1 ? index / each * each : 0;
        int to = stack.phases() > 1 ? from + each : stack.size();
        double middle = stack.frame(index).level().orElseThrow();
        double most = slab.millimetres() / 2 + ROUNDED_MM;
        return java.util.stream.IntStream.range(from, to)
                .filter(i -> stack.frame(i).level().isPresent())
                .filter(i -> Math.abs(stack.frame(i).level().getAsDouble() - middle) <= most)
                .toArray();
    }
}
