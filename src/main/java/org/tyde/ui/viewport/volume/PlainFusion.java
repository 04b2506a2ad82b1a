package org.tyde.ui.viewport.volume;

import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.refusal.Refusal;
import org.tyde.ui.Action;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.StackColours;
import org.tyde.volume.Fusion;
import org.tyde.work.Pieces;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// PET in colour over the images of plain stacks that lie in its frame of reference, at the same place in the
/// patient. Used on the JavaFX thread.
final class PlainFusion implements StackColours {
    private final ImageDesk desk;
    private final FusionModel model;
    private final MprWords words;
    private final Map<Action, Runnable> steps = new EnumMap<>(Action.class);

    /// @param words says what is laid over
    PlainFusion(ImageDesk desk, MprWords words) {
        this.desk = desk;
        this.words = words;
        model = new FusionModel(desk, desk::coloursChanged, desk::say);
        steps.put(Action.FUSION_MORE, () -> model.more(1));
        steps.put(Action.FUSION_LESS, () -> model.more(-1));
        steps.put(Action.FUSION_HOTTER, () -> model.hotter(1));
        steps.put(Action.FUSION_COOLER, () -> model.hotter(-1));
        desk.coloursThrough(this);
        desk.openProperty().subscribe(_ -> model.clear());
    }

    /// @return what lies over
    FusionModel model() {
        return model;
    }

    /// @param action any
    /// @return whether it was for colours over images
    boolean perform(Action action) {
        if (action == Action.FUSION) {
            toggle();
            return true;
        }
        var step = steps.get(action);
        if (step == null || model.pet().isEmpty()) return false;
        step.run();
        return true;
    }

    private void toggle() {
        var open = desk.openCase();
        if (open.isEmpty()) return;
        var viewport = open.get().viewport(open.get().active());
        if (viewport.stack().isEmpty()) return;
        var frame = viewport.stack().get().frame(viewport.view().frame());
        model.toggle(frame.key(), viewport.stack().get().frameOfReference());
        if (model.on()) words.fused(model).forEach(desk::say);
    }

    @Override
    public Optional<Laid> over(ImageHeader header, FrameKey frame) {
        if (!model.on() || !header.format().photometric().grey()) return Optional.empty();
        var plane = header.plane(frame.frame());
        var space = space(header);
        boolean there =
                model.pet().isPresent() && model.pet().get().frameOfReference().equals(space);
        if (plane.isEmpty() || !there) return Optional.empty();
        if (isPet(header)) return Optional.empty();
        var said = new ArrayList<>(words.fused(model));
        model.noSuv().ifPresent(why -> said.add(desk.messages().sentence(why)));
        return model.over(space)
                .map(
                        fusion ->
                                new Laid(
                                        (view, w, h, pieces, bgra) ->
                                                lay(fusion, plane.get(), view, w, h, pieces, bgra),
                                        fusion.loss(),
                                        said));
    }

    private boolean isPet(ImageHeader header) {
        return model.pet()
                .map(p -> text(p.header(), Tag.SERIES_INSTANCE_UID))
                .equals(Optional.of(text(header, Tag.SERIES_INSTANCE_UID)));
    }

    private static Optional<String> space(ImageHeader header) {
        return Optional.of(text(header, Tag.FRAME_OF_REFERENCE_UID)).filter(s -> !s.isEmpty());
    }

    private static String text(ImageHeader header, Tag tag) {
        try {
            return header.dataSet().textOr(tag, "");
        } catch (Refusal malformed) {
            return "";
        }
    }

    private static void lay(
            Fusion fusion,
            ImagePlane image,
            ImageToScreen view,
            int width,
            int height,
            Pieces pieces,
            IntBuffer bgra) {
        var argb = new int[width * height];
        bgra.get(0, argb);
        try {
            fusion.over(pixels(image, view.inverse()), width, height, pieces, argb);
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
        bgra.put(0, argb);
    }

    /// The plane of the picture's pixels in the patient.
    private static ImagePlane pixels(ImagePlane image, ImageToScreen back) {
        var first = place(image, back, 0.5, 0.5);
        var right = place(image, back, 1.5, 0.5).minus(first);
        var below = place(image, back, 0.5, 1.5).minus(first);
        return new ImagePlane(first, right.unit(), below.unit(), below.length(), right.length());
    }

    private static Point3 place(ImagePlane image, ImageToScreen back, double x, double y) {
        return image.toPatient(
                back.xx() * x + back.xy() * y + back.tx(),
                back.yx() * x + back.yy() * y + back.ty());
    }
}
