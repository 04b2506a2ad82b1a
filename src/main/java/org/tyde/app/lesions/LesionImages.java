package org.tyde.app.lesions;

import org.tyde.evidence.InstanceReference;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameKey;
import org.tyde.prior.Prior;
import org.tyde.prior.RelevantPriors;
import org.tyde.reading.CaseChange;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.report.flow.FlowReason;
import org.tyde.ui.viewport.ImageDesk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Shows the image that a lesion was measured on, in its own study; a prior that does not hang is hung first. Used
/// on the JavaFX thread.
final class LesionImages {
    private final ImageDesk images;
    private final Supplier<Optional<PatientStudies>> opening;
    private Optional<InstanceReference> awaited = Optional.empty();

    LesionImages(ImageDesk images, Supplier<Optional<PatientStudies>> opening) {
        this.images = images;
        this.opening = opening;
        images.openProperty().subscribe(_ -> awaited = Optional.empty());
        images.listen(
                change -> {
                    boolean grown =
                            change instanceof CaseChange.Studies
                                    || change instanceof CaseChange.Layout;
                    if (grown && awaited.isPresent()) arrived();
                });
    }

    private void arrived() {
        var wanted = awaited.orElseThrow();
        images.openCase()
                .ifPresent(
                        open -> {
                            if (stack(open, wanted).isEmpty()) return;
                            awaited = Optional.empty();
                            go(open, wanted);
                        });
    }

    /// @param one image of the patient
    void show(InstanceReference one) {
        var open = images.openCase();
        if (open.isEmpty()) return;
        awaited = Optional.empty();
        if (go(open.get(), one)) return;
        var prior =
                opening
                        .get()
                        .flatMap(PatientStudies::priors)
                        .map(RelevantPriors::all)
                        .orElse(List.of())
                        .stream()
                        .map(Prior::study)
                        .filter(s -> s.uid().equals(one.studyUid()))
                        .findFirst();
        boolean hangs = open.get().prior().filter(p -> p.uid().equals(one.studyUid())).isPresent();
        if (prior.isEmpty() || hangs && !images.arrivingProperty().get()) {
            images.say(images.messages().sentence(new Refusal(FlowReason.FOUND_IMAGE_GONE)));
            return;
        }
        awaited = Optional.of(one);
        opening.get().ifPresent(o -> o.show(prior.get()));
    }

    private static FrameKey key(InstanceReference one) {
        return new FrameKey(one.sopUid(), one.frames().isEmpty() ? 1 : one.frames().getFirst());
    }

    private static Optional<ImageStack> stack(OpenCase open, InstanceReference one) {
        return open.hang().stacks().stream()
                .filter(s -> s.indexOf(key(one)).isPresent())
                .findFirst();
    }

    /// In the viewport that shows its stack, else in one that shows its study, else in the active one.
    private static boolean go(OpenCase open, InstanceReference one) {
        var stack = stack(open, one);
        if (stack.isEmpty()) return false;
        int at = viewport(open, stack.get());
        if (!open.viewport(at).stack().equals(stack)) open.show(at, stack.get());
        stack.get().indexOf(key(one)).ifPresent(f -> open.goTo(at, f));
        open.activate(at);
        return true;
    }

    private static int viewport(OpenCase open, ImageStack stack) {
        int ofStudy = -1;
        for (int i = 0; i < open.viewports().size(); i++) {
            var shown = open.viewport(i).stack();
            if (shown.filter(s -> s.id().equals(stack.id())).isPresent()) return i;
            if (ofStudy < 0 && shown.filter(s -> s.studyUid().equals(stack.studyUid())).isPresent())
                ofStudy = i;
        }
        return ofStudy >= 0 ? ofStudy : open.active();
    }
}
