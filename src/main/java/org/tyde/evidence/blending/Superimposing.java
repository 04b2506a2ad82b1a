package org.tyde.evidence.blending;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.Blending;
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
import org.tyde.refusal.Refusal;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds the superimposed images of one blending state and lays them over the underlying ones: the one that lies at
/// the place of the lower frame, else the plane of it through the volume that they form. The volume is made once.
/// Thread-safe.
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
    private Optional<Job<Volume>> volume = Optional.empty();

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

    /// @param under header of an underlying image
    /// @param frame 1-based
    /// @return ends with what is laid over that frame, or with the refusal that says why nothing is
    public Job<Superimposed> over(ImageHeader under, int frame) {
        return runner.waiting("superimposed images", _ -> made(under, frame));
    }

    private Superimposed made(ImageHeader under, int frame) throws Refusal {
        var plane = under.plane(frame).orElseThrow(Superimposing::noPlace);
        var images = images();
        var registered = registered(under, images);
        Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);
        try {
            var there = new ArrayList<Upper>();
            for (var image : images) if (same(plane, registered, image.plane)) there.add(image);
            if (there.size() > 1)
                throw new Refusal(BlendingReason.SEVERAL_AT_PLACE, there.size())
                        .withRule("PS3.3 C.11.14.1.1");
            var layer = there.isEmpty() ? through(images, said) : frame(there.getFirst(), said);
            return new Superimposed(
                    layer, plane, registered, blending.opacity(), blending.profile(), said);
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

    private List<Upper> images() throws Refusal {
        var images = new ArrayList<Upper>();
        int missing = 0;
        for (var reference : blending.superimposed()) {
            ImageHeader header;
            try {
                header = source.header(reference.sopUid());
            } catch (Refusal notHere) {
                missing++;
                continue;
            }
            if (!header.format().photometric().grey())
                throw new Refusal(BlendingReason.NOT_GREY).withRule("PS3.3 C.11.14");
            for (int frame = 1; frame <= header.frames(); frame++) {
                if (!reference.frames().isEmpty() && !reference.frames().contains(frame)) continue;
                var plane = header.plane(frame).orElseThrow(Superimposing::noPlace);
                var key = new FrameKey(reference.sopUid(), frame);
                var slice = new VolumeSlice(images.size() + 1, key, Optional.of(plane));
                images.add(new Upper(slice, header, plane));
            }
        }
        if (missing > 0 || images.isEmpty())
            throw new Refusal(BlendingReason.NOT_HERE, missing, blending.superimposed().size());
        return images;
    }

    private Affine registered(ImageHeader under, List<Upper> images) throws Refusal {
        var lower = space(under);
        var upper = space(images.getFirst().header);
        for (var image : images)
            if (!space(image.header).equals(upper))
                throw new Refusal(BlendingReason.OTHER_SPACE).withRule("PS3.3 C.7.4.1");
        if (lower.equals(upper)) return Affine.IDENTITY;
        if (blending.registrations().isEmpty())
            throw new Refusal(BlendingReason.OTHER_SPACE).withRule("PS3.3 C.11.14.1.1");
        for (var uid : blending.registrations()) {
            var registration = registrations.apply(uid);
            if (registration.isPresent())
                return SpatialRegistration.of(registration.get()).map(lower, upper);
        }
        throw new Refusal(BlendingReason.REGISTRATION_NOT_HERE).withRule("PS3.3 C.20.2");
    }

    private static String space(ImageHeader header) throws Refusal {
        return header.dataSet()
                .text(Tag.FRAME_OF_REFERENCE_UID)
                .orElseThrow(() -> new Refusal(BlendingReason.NO_SPACE).withRule("PS3.3 C.7.4.1"));
    }

    private static boolean same(ImagePlane lower, Affine registered, ImagePlane upper) {
        var normal = registered.apply(lower.normal());
        double cosine = Math.abs(normal.dot(upper.normal())) / normal.length();
        var place = registered.apply(lower.position());
        return cosine >= Math.cos(Math.toRadians(SAME_DEGREES))
                && Math.abs(upper.distanceAlongNormal(place)) <= SAME_PLACE;
    }

    private Layer frame(Upper image, Set<NotApplied> said) throws IOException {
        var key = image.slice.key();
        var frame = source.frame(new FrameRequest(key, 0, Priority.VISIBLE)).await();
        var pipeline = blending.pipeline(image.header, key.frame(), said);
        return new FrameLayer(frame, image.plane, pipeline);
    }

    private Layer through(List<Upper> images, Set<NotApplied> said) throws IOException {
        var first = images.getFirst();
        for (var image : images)
            if (!blending.alike(first.slice.key(), image.slice.key()))
                throw new Refusal(BlendingReason.SEVERAL_WINDOWS).withRule("PS3.3 C.11.14");
        var whole = volume(images.stream().map(Upper::slice).toList()).await();
        if (!whole.unread().isEmpty())
            throw new Refusal(BlendingReason.NOT_READ, whole.unread().size(), images.size());
        var stored = blending.pipeline(first.header, first.slice.key().frame(), said);
        return new VolumeLayer(
                whole,
                new GrayscalePipeline(
                        whole.modality(),
                        stored.voi(),
                        false,
                        stored.presentation(),
                        stored.whole()));
    }

    private synchronized Job<Volume> volume(List<VolumeSlice> slices) {
        if (volume.isPresent()) return volume.get();
        var builder = new VolumeBuilder(source, runner, VolumeBuilder.budgetOfThisMachine());
        var job = builder.build(slices, this::meaning, _ -> {});
        volume = Optional.of(job);
        return job;
    }

    private ModalityLut meaning(ImageHeader header, int frame) {
        try {
            return blending.modality(header);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
