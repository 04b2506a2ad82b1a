package org.tyde.ui.viewport.state;

import static org.tyde.ui.FxThread.FX;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.NewPresentation;
import org.tyde.evidence.presentation.Presentation;
import org.tyde.evidence.presentation.PresentationReason;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.evidence.presentation.PresentationWriter;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.reading.Derivation;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps how one viewport shows its image as a presentation state, of that image or of all of its series that one state
/// can be for: asks for its name, writes it, hands it on. Used on the JavaFX thread.
public final class StateSaving {
    /// What a state is to be for.
    public enum Scope {
        /// The image on screen.
        IMAGE,
        /// It and all others of its series that can share a state with it.
        SERIES
    }

    private record Written(PresentationState state, int images, int leftOut) {}

    private final ReadOnlyObjectWrapper<Optional<String>> image =
            new ReadOnlyObjectWrapper<>(this, "image", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> series =
            new ReadOnlyObjectWrapper<>(this, "series", Optional.empty());
    private final StateDesk desk;
    private final Supplier<Optional<OnScreen>> seen;

    /// @param desk with the case
    /// @param seen what is on screen now; empty where nothing is, or not yet
    public StateSaving(StateDesk desk, Supplier<Optional<OnScreen>> seen) {
        this.desk = desk;
        this.seen = seen;
    }

    /// @param scope of the state
    /// @return the name that is offered while it is asked for one
    public ReadOnlyObjectProperty<Optional<String>> askingProperty(Scope scope) {
        return asking(scope).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Optional<String>> asking(Scope scope) {
        return switch (scope) {
            case IMAGE -> image;
            case SERIES -> series;
        };
    }

    /// Asks for a name; refused with a sentence where the picture cannot be kept.
    ///
    /// @param scope of the state
    public void ask(Scope scope) {
        var now = seen.get();
        if (now.isEmpty()) return;
        cancel();
        if (desk.stateKeeper().isEmpty()) refuse(new Refusal(StateReason.NO_STATE_KEEPER));
        else if (blended(now.get())) refuse(new Refusal(PresentationReason.COLOUR_NOT_WRITTEN));
        else {
            int known = desk.openCase().map(c -> c.states(now.get().key()).size()).orElse(0);
            notKept(now.get().derivation()).ifPresent(desk::say);
            asking(scope).set(Optional.of(say("save.default", "" + (known + 1))));
        }
    }

    /// A grayscale state has no place for slices seen through each other, nor for other images (PS3.3 A.33.1).
    private Optional<String> notKept(Derivation derivation) {
        return switch (derivation) {
            case Derivation.ThroughStack slab ->
                    Optional.of(say("save.without-slab", slab.frames().size()));
            case Derivation.Covered(Derivation.ThroughStack slab) ->
                    Optional.of(say("save.without-slab-and-colours", slab.frames().size()));
            case Derivation.Covered _ -> Optional.of(say("save.without-colours"));
            case Derivation.AsStored _,
                    Derivation.Subtracted _,
                    Derivation.Blended _,
                    Derivation.ThroughVolume _ ->
                    Optional.empty();
        };
    }

    private static boolean blended(OnScreen now) {
        return now.through()
                .flatMap(Presented.Shown::presentation)
                .flatMap(Presentation::blending)
                .isPresent();
    }

    private void refuse(Throwable refusal) {
        desk.say(desk.messages().sentence(refusal));
    }

    /// @return whether it was asked, which it is no longer
    public boolean cancel() {
        boolean was = image.get().isPresent() || series.get().isPresent();
        image.set(Optional.empty());
        series.set(Optional.empty());
        return was;
    }

    /// Writes the state as the picture is now.
    ///
    /// @param scope of the state
    /// @param name in the reader's words
    public void save(Scope scope, String name) {
        cancel();
        var now = seen.get();
        if (name.isBlank() || desk.stateKeeper().isEmpty() || desk.openCase().isEmpty()) return;
        if (now.isEmpty()) return;
        var keeper = desk.stateKeeper().get();
        var open = desk.openCase().get();
        var capture = new StateCapture(now.get(), marks(open), desk.messages().locale());
        var others = scope == Scope.IMAGE ? List.<String>of() : others(open, now.get());
        var creator = keeper.creator();
        var when = LocalDateTime.now(ZoneId.systemDefault());
        var job =
                desk.runner()
                        .waiting(
                                "keep a presentation state",
                                _ -> {
                                    var likewise = likewise(now.get().header(), others);
                                    var written =
                                            written(
                                                    capture.named(
                                                            name,
                                                            creator,
                                                            when,
                                                            likewise,
                                                            desk.source()));
                                    keeper.keep(written);
                                    return new Written(
                                            PresentationState.of(written),
                                            1 + likewise.size(),
                                            others.size() - likewise.size());
                                });
        FX.watch(job, made -> saved(open, made, name), this::refuse);
    }

    private static DataSet written(NewPresentation made) throws Refusal {
        return PresentationWriter.write(made);
    }

    private static List<StateCapture.Mark> marks(OpenCase open) {
        return open.marks().measurements().stream()
                .map(m -> new StateCapture.Mark(m, open.marking().calibration(m.frame())))
                .toList();
    }

    /// SOP Instance UIDs of the other images of its series.
    private static List<String> others(OpenCase open, OnScreen now) {
        try {
            var uid = now.header().dataSet().textOr(Tag.SERIES_INSTANCE_UID, "");
            return open.hang().stacks().stream()
                    .filter(s -> s.seriesUid().equals(uid))
                    .flatMap(s -> s.frames().stream())
                    .map(f -> f.key().sopInstanceUid())
                    .distinct()
                    .filter(sop -> !sop.equals(now.key().sopInstanceUid()))
                    .toList();
        } catch (Refusal malformed) {
            return List.of();
        }
    }

    private List<ImageHeader> likewise(ImageHeader image, List<String> others) throws Refusal {
        FrameSource source = desk.source();
        var likewise = new ArrayList<ImageHeader>();
        for (var sop : others) {
            var header = source.header(sop);
            if (NewPresentation.shares(image, header)) likewise.add(header);
        }
        return likewise;
    }

    private void saved(OpenCase open, Written made, String name) {
        open.add(made.state());
        desk.say(
                made.leftOut() > 0
                        ? say("save.part", name, made.images(), made.leftOut())
                        : made.images() > 1
                                ? say("save.several", name, made.images())
                                : say("save.done", name));
    }

    private String say(String key, Object... arguments) {
        return desk.messages().in(StateSaving.class).text(key, arguments);
    }
}
