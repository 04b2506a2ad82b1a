package org.tyde.evidence.blending;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.Blending;
import org.tyde.evidence.presentation.BlendingInput;
import org.tyde.geometry.Affine;
import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.refusal.Refusal;
import org.tyde.volume.ColourLayer;
import org.tyde.volume.FrameLayer;
import org.tyde.volume.Layer;
import org.tyde.volume.Volume;
import org.tyde.volume.VolumeBuilder;
import org.tyde.volume.VolumeLayer;
import org.tyde.volume.VolumeSlice;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds the images of one blending state that are blended with a frame of its base: of each input the one that lies at
/// the place of the frame, else the plane of it through the volume that they form. Volumes are made once. Thread-safe.
public final class Superimposing {
    /// Directions of planes that are the same may differ by so much.
    private static final double SAME_DEGREES = 0.05;

    /// Places of planes that are the same may differ by so much, mm: what files round.
    private static final double SAME_PLACE = 0.01;

    private record Upper(VolumeSlice slice, ImageHeader header, ImagePlane plane) {}

    private final Blending blending;
    private final FrameSource source;
    private final JobRunner runner;
    private final Function<String, Optional<DataSet>> registrations;
    private final Map<Integer, Job<Volume>> volumes = new HashMap<>();

    /// @param blending of a state
    /// @param source of headers and frames
    /// @param runner of jobs
    /// @param registrations Spatial Registrations by SOP Instance UID
    public Superimposing(
            Blending blending,
            FrameSource source,
            JobRunner runner,
            Function<String, Optional<DataSet>> registrations) {
        this.blending = blending;
        this.source = source;
        this.runner = runner;
        this.registrations = registrations;
    }

    /// @param under header of an image of the base
    /// @param frame 1-based
    /// @return ends with what is blended with that frame, or with the refusal that says why nothing is
    public Job<Superimposed> over(ImageHeader under, int frame) {
        return runner.waiting("superimposed images", _ -> made(under, frame));
    }

    private Superimposed made(ImageHeader under, int frame) throws Refusal {
        var plane = under.plane(frame).orElseThrow(Superimposing::noPlace);
        Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);
        try {
            var space = blending.space();
            var placing =
                    new Placing(
                            space.isPresent() ? space.get() : Placing.space(under), registrations);
            var below = placing.of(blending.base(), under);
            var layers = new ArrayList<Optional<Superimposed.Placed>>();
            var loss = under.loss();
            for (var input : blending.inputs()) {
                if (blending.isBase(input)) {
                    layers.add(base(under, frame, plane, said));
                    continue;
                }
                var images = images(input);
                for (var image : images) {
                    loss = loss.worse(image.header.loss());
                    // colours of the image that the state does not stand in for
                    boolean own = input.presentation() instanceof PresentationLut.Identity;
                    if (own && image.header.notApplied().contains(NotApplied.PALETTE))
                        said.add(NotApplied.PALETTE);
                }
                layers.add(Optional.of(upper(input, images, placing, below, plane, said)));
            }
            boolean coloured = !under.format().photometric().grey();
            for (var placed : layers)
                coloured |= placed.isPresent() && placed.get().layer() instanceof ColourLayer;
            // frames in colour are in sRGB already, by the profiles of their own
            if (coloured && blending.profile().isPresent()) said.add(NotApplied.ICC_PROFILE);
            return new Superimposed(
                    blending,
                    plane,
                    layers,
                    coloured ? Optional.empty() : blending.profile(),
                    loss,
                    said);
        } catch (IOException unread) {
            throw refusal(unread);
        }
    }

    private static Refusal noPlace() {
        return new Refusal(BlendingReason.NO_PLACE).withRule("PS3.3 C.7.6.2");
    }

    private static Refusal refusal(IOException unread) {
        return unread instanceof Refusal refusal
                ? refusal
                : new Refusal(ImagingReason.UNREAD, String.valueOf(unread.getMessage()))
                        .because(unread);
    }

    /// Padding of an underlying image is black, as in its own picture; that of an advanced input is nothing.
    private Optional<Superimposed.Placed> base(
            ImageHeader under, int frame, ImagePlane plane, Set<NotApplied> said)
            throws IOException {
        if (!blending.advanced()) return Optional.empty();
        var key = new FrameKey(under.dataSet().textOr(Tag.SOP_INSTANCE_UID, ""), frame);
        var slice = new VolumeSlice(1, key, Optional.of(plane));
        var layer = frame(blending.base(), new Upper(slice, under, plane), said);
        return Optional.of(new Superimposed.Placed(layer, Affine.IDENTITY));
    }

    private Superimposed.Placed upper(
            BlendingInput input,
            List<Upper> images,
            Placing placing,
            Affine below,
            ImagePlane plane,
            Set<NotApplied> said)
            throws IOException {
        var registered = registered(input, placing, images, below);
        var there = new ArrayList<Upper>();
        for (var image : images) if (same(plane, registered, image.plane)) there.add(image);
        if (there.size() > 1)
            throw new Refusal(BlendingReason.SEVERAL_AT_PLACE, there.size())
                    .withRule("PS3.3 C.11.14.1.1");
        var layer =
                there.isEmpty()
                        ? through(input, images, said)
                        : frame(input, there.getFirst(), said);
        return new Superimposed.Placed(layer, registered);
    }

    private List<Upper> images(BlendingInput input) throws Refusal {
        var images = new ArrayList<Upper>();
        int missing = 0;
        for (var reference : input.images()) {
            ImageHeader header;
            try {
                header = source.header(reference.sopUid());
            } catch (Refusal notHere) {
                missing++;
                continue;
            }
            boolean grey = header.format().photometric().grey();
            if (!input.advanced() && !grey || header.meaning().supplemental().isPresent())
                throw notGrey();
            for (int frame = 1; frame <= header.frames(); frame++) {
                if (!reference.frames().isEmpty() && !reference.frames().contains(frame)) continue;
                var plane = header.plane(frame).orElseThrow(Superimposing::noPlace);
                var key = new FrameKey(reference.sopUid(), frame);
                var slice = new VolumeSlice(images.size() + 1, key, Optional.of(plane));
                images.add(new Upper(slice, header, plane));
            }
        }
        if (missing > 0 || images.isEmpty())
            throw new Refusal(BlendingReason.NOT_HERE, missing, input.images().size());
        return images;
    }

    private static Refusal notGrey() {
        return new Refusal(BlendingReason.NOT_GREY).withRule("PS3.3 C.11.14");
    }

    /// From the patient coordinates of the frame below to those of the input.
    private static Affine registered(
            BlendingInput input, Placing placing, List<Upper> images, Affine below)
            throws IOException {
        var first = images.getFirst().header;
        var upper = placing.of(input, first);
        for (var image : images)
            if (!Placing.space(image.header).equals(Placing.space(first))
                    || !placing.of(input, image.header).equals(upper))
                throw new Refusal(BlendingReason.OTHER_SPACE).withRule("PS3.3 C.7.4.1");
        return upper.inverse().after(below);
    }

    private static boolean same(ImagePlane lower, Affine registered, ImagePlane upper) {
        var normal = registered.apply(lower.normal());
        double cosine = Math.abs(normal.dot(upper.normal())) / normal.length();
        var place = registered.apply(lower.position());
        return cosine >= Math.cos(Math.toRadians(SAME_DEGREES))
                && Math.abs(upper.distanceAlongNormal(place)) <= SAME_PLACE;
    }

    private Layer frame(BlendingInput input, Upper image, Set<NotApplied> said) throws IOException {
        var key = image.slice.key();
        var frame = source.frame(new FrameRequest(key, 0, Priority.VISIBLE)).await();
        if (!image.header.format().photometric().grey()) {
            if (!input.thresholds().isEmpty())
                throw new Refusal(BlendingReason.THRESHOLD_OF_COLOUR)
                        .withPlace("(0070,1B11)")
                        .withRule("PS3.3 C.11.33.1.2");
            return new ColourLayer(frame, image.plane);
        }
        var pipeline = input.pipeline(image.header, key.frame(), said);
        return new FrameLayer(frame, image.plane, pipeline, input.shown(image.header, key.frame()));
    }

    private Layer through(BlendingInput input, List<Upper> images, Set<NotApplied> said)
            throws IOException {
        var first = images.getFirst();
        for (var image : images) {
            if (!image.header.format().photometric().grey()) throw notGrey();
            if (!input.alike(first.slice.key(), image.slice.key()))
                throw new Refusal(BlendingReason.SEVERAL_WINDOWS).withRule("PS3.3 C.11.14");
        }
        var whole = volume(input, images.stream().map(Upper::slice).toList()).await();
        if (!whole.unread().isEmpty())
            throw new Refusal(BlendingReason.NOT_READ, whole.unread().size(), images.size());
        int frame = first.slice.key().frame();
        var stored = input.pipeline(first.header, frame, said);
        return new VolumeLayer(
                whole,
                new GrayscalePipeline(
                        whole.modality(),
                        stored.voi(),
                        false,
                        stored.presentation(),
                        stored.whole()),
                input.shown(first.header, frame));
    }

    private synchronized Job<Volume> volume(BlendingInput input, List<VolumeSlice> slices) {
        return volumes.computeIfAbsent(
                input.number(),
                _ ->
                        new VolumeBuilder(source, runner, VolumeBuilder.budgetOfThisMachine())
                                .build(
                                        slices,
                                        (header, frame) -> meaning(input, header, frame),
                                        _ -> {}));
    }

    private static ModalityLut meaning(BlendingInput input, ImageHeader header, int frame) {
        try {
            return input.modality(header, frame);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
