package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.imaging.IccTransform;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads advanced blending states (PS3.3 C.11.33 and C.11.34): inputs, and the steps that blend them.
final class AdvancedBlendingReader {
    private static final Tag PALETTE_SEQUENCE = Tag.of(0x0048, 0x0120);
    private static final String INPUTS = "PS3.3 C.11.33";
    private static final String STEPS = "PS3.3 C.11.34";

    private final DataSet state;
    private final Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);

    private AdvancedBlendingReader(DataSet state) {
        this.state = state;
    }

    /// @param state an advanced blending state
    /// @return what it blends
    /// @throws Refusal where it lacks what the blending needs, or contradicts itself
    static Blending of(DataSet state) throws IOException {
        return new AdvancedBlendingReader(state).read();
    }

    private Blending read() throws IOException {
        var inputs = new ArrayList<BlendingInput>();
        for (var item : state.sequence(Tag.ADVANCED_BLENDING_SEQUENCE)) inputs.add(input(item));
        long displayed =
                state.sequence(Tag.ADVANCED_BLENDING_SEQUENCE).stream()
                        .filter(AdvancedBlendingReader::displayed)
                        .count();
        var steps = steps(inputs);
        var base = base(state);
        if (base.isEmpty() || displayed > 1) throw contradiction("(0070,1B08)", INPUTS);
        int number = base.get().integer(Tag.BLENDING_INPUT_NUMBER).orElse(0);
        return new Blending(
                inputs,
                inputs.stream().filter(i -> i.number() == number).findFirst().orElseThrow(),
                steps,
                state.text(Tag.FRAME_OF_REFERENCE_UID),
                true,
                IccTransform.of(state, said),
                said);
    }

    private static Refusal contradiction(String place, String rule) {
        return new Refusal(PresentationReason.STEPS_DO_NOT_FIT).withPlace(place).withRule(rule);
    }

    private static boolean displayed(DataSet input) {
        try {
            return input.textOr(Tag.GEOMETRY_FOR_DISPLAY, "").equals("TRUE");
        } catch (DicomFormatException malformed) {
            return false;
        }
    }

    /// Where no input is said to have the geometry for display, the application chooses (PS3.3 C.11.33.1.1): the first.
    private static Optional<DataSet> base(DataSet state) throws DicomFormatException {
        var items = state.sequence(Tag.ADVANCED_BLENDING_SEQUENCE);
        for (var item : items) if (displayed(item)) return Optional.of(item);
        return items.stream().findFirst();
    }

    /// @param state an advanced blending state
    /// @return the images whose geometry the blended picture has; empty for other states
    static List<InstanceReference> images(DataSet state) throws DicomFormatException {
        var base = base(state);
        return base.isPresent() ? images(state, base.get()) : List.of();
    }

    /// A whole series is named by its UID alone; which instances it has stands in the Common Instance Reference module
    /// (PS3.3 C.12.2), which every such state has.
    private static List<InstanceReference> images(DataSet state, DataSet input)
            throws DicomFormatException {
        var study = input.textOr(Tag.STUDY_INSTANCE_UID, "");
        var series = input.textOr(Tag.SERIES_INSTANCE_UID, "");
        var images = new ArrayList<InstanceReference>();
        for (var image : input.sequence(Tag.REFERENCED_IMAGE_SEQUENCE))
            images.add(PresentationState.reference(study, series, image));
        if (!images.isEmpty()) return images;
        var listed = new ArrayList<>(state.sequence(Tag.REFERENCED_SERIES_SEQUENCE));
        for (var other : state.sequence(Tag.STUDIES_CONTAINING_OTHER_REFERENCED_INSTANCES_SEQUENCE))
            listed.addAll(other.sequence(Tag.REFERENCED_SERIES_SEQUENCE));
        for (var item : listed)
            if (item.textOr(Tag.SERIES_INSTANCE_UID, "").equals(series))
                for (var image : item.sequence(Tag.REFERENCED_INSTANCE_SEQUENCE))
                    images.add(PresentationState.reference(study, series, image));
        return images;
    }

    private BlendingInput input(DataSet item) throws IOException {
        BlendingReader.whole(item, INPUTS);
        var images = images(state, item);
        if (images.isEmpty())
            throw new Refusal(PresentationReason.SERIES_NOT_LISTED)
                    .withPlace("(0008,1115)")
                    .withRule("PS3.3 C.12.2");
        return new BlendingInput(
                item.integer(Tag.BLENDING_INPUT_NUMBER).orElse(0),
                images,
                BlendingReader.registrations(item),
                Threshold.of(item),
                true,
                item,
                colours(item));
    }

    private PresentationLut colours(DataSet item) throws IOException {
        var table = item.item(PALETTE_SEQUENCE);
        if (table.isEmpty()) return new PresentationLut.Identity();
        var palette = LutReader.palette(table.get(), false, said);
        if (palette.isEmpty())
            throw new Refusal(PresentationReason.NO_PALETTE)
                    .withPlace("(0048,0120)")
                    .withRule("PS3.3 C.7.9");
        return new PresentationLut.Colours(palette.get());
    }

    /// In the order in which they can be done, the one without a number last.
    private List<BlendingStep> steps(List<BlendingInput> inputs) throws IOException {
        var known = new HashSet<Integer>();
        for (var input : inputs)
            if (input.number() < 1 || !known.add(input.number()))
                throw contradiction("(0070,1B02)", INPUTS);
        var waiting = new ArrayList<BlendingStep>();
        for (var item : state.sequence(Tag.BLENDING_DISPLAY_SEQUENCE)) waiting.add(step(item));
        var results = new HashSet<>(known);
        for (var step : waiting)
            if (!results.add(step.into())) throw contradiction("(0070,1B04)", STEPS);
        var steps = new ArrayList<BlendingStep>();
        for (int before = -1; before != steps.size(); ) {
            before = steps.size();
            for (var step : waiting)
                if (!steps.contains(step) && known.containsAll(step.from())) {
                    steps.add(step);
                    known.add(step.into());
                }
        }
        if (steps.size() != waiting.size() || !known.contains(0))
            throw contradiction("(0070,1B04)", STEPS);
        steps.sort((a, b) -> Boolean.compare(a.into() == 0, b.into() == 0));
        return steps;
    }

    /// 0 stands for what is seen: it has no number (PS3.3 C.11.34).
    private static BlendingStep step(DataSet item) throws IOException {
        var from = new ArrayList<Integer>();
        for (var one : item.sequence(Tag.BLENDING_DISPLAY_INPUT_SEQUENCE))
            from.add(one.integer(Tag.BLENDING_INPUT_NUMBER).orElse(0));
        if (from.contains(0)) throw contradiction("(0070,1B03)", STEPS);
        int into = item.integer(Tag.BLENDING_INPUT_NUMBER).orElse(0);
        var mode = item.textOr(Tag.BLENDING_MODE, "");
        return switch (mode) {
            case "FOREGROUND" -> {
                if (from.size() != 2) throw contradiction("(0070,1B03)", STEPS);
                double opacity = BlendingReader.opacity(item, STEPS);
                yield new BlendingStep(new BlendingStep.Mode.Foreground(opacity), from, into);
            }
            case "EQUAL" -> {
                if (from.isEmpty()) throw contradiction("(0070,1B03)", STEPS);
                yield new BlendingStep(new BlendingStep.Mode.Equal(), from, into);
            }
            default ->
                    throw new Refusal(PresentationReason.OTHER_MODE, mode)
                            .withPlace("(0070,1B06)")
                            .withRule(STEPS);
        };
    }
}
