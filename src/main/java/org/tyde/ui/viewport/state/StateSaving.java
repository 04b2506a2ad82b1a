package org.tyde.ui.viewport.state;

import static org.tyde.ui.FxThread.FX;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.evidence.presentation.PresentationReason;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.evidence.presentation.PresentationWriter;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps how one viewport shows its image as a presentation state: asks for its name, writes it, hands it on.
/// Used on the JavaFX thread.
public final class StateSaving {
    private final ReadOnlyObjectWrapper<Optional<String>> asking =
            new ReadOnlyObjectWrapper<>(this, "asking", Optional.empty());
    private final StateDesk desk;
    private final Supplier<Optional<OnScreen>> seen;

    /// @param desk with the case
    /// @param seen what is on screen now; empty where nothing is, or not yet
    public StateSaving(StateDesk desk, Supplier<Optional<OnScreen>> seen) {
        this.desk = desk;
        this.seen = seen;
    }

    /// @return the name that is offered while it is asked for one
    public ReadOnlyObjectProperty<Optional<String>> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Asks for a name; refused with a sentence where the picture cannot be kept.
    public void ask() {
        var now = seen.get();
        if (now.isEmpty()) return;
        if (desk.stateKeeper().isEmpty()) refuse(new Refusal(StateReason.NO_STATE_KEEPER));
        else if (!now.get().frame().grey())
            refuse(new Refusal(PresentationReason.COLOUR_NOT_WRITTEN));
        else {
            int known = desk.openCase().map(c -> c.states(now.get().key()).size()).orElse(0);
            asking.set(Optional.of(say("save.default", "" + (known + 1))));
        }
    }

    private void refuse(Refusal refusal) {
        desk.say(desk.messages().sentence(refusal));
    }

    /// @return whether it was asked, which it is no longer
    public boolean cancel() {
        boolean was = asking.get().isPresent();
        asking.set(Optional.empty());
        return was;
    }

    /// Writes the state as the picture is now.
    ///
    /// @param name in the reader's words
    public void save(String name) {
        asking.set(Optional.empty());
        if (name.isBlank() || desk.stateKeeper().isEmpty() || desk.openCase().isEmpty()) return;
        var keeper = desk.stateKeeper().get();
        var open = desk.openCase().get();
        var now = seen.get();
        if (now.isEmpty()) return;
        var made =
                new StateCapture(now.get(), desk.openCase(), desk.messages().locale())
                        .named(name, keeper.creator(), LocalDateTime.now(ZoneId.systemDefault()));
        var job =
                desk.runner()
                        .waiting(
                                "keep a presentation state",
                                _ -> {
                                    var written = PresentationWriter.write(made);
                                    keeper.keep(written);
                                    return PresentationState.of(written);
                                });
        FX.watch(
                job,
                state -> saved(open, state, name),
                failure -> desk.say(desk.messages().sentence(failure)));
    }

    private void saved(OpenCase open, PresentationState state, String name) {
        open.add(state);
        desk.say(say("save.done", name));
    }

    private String say(String key, Object... arguments) {
        return desk.messages().in(StateSaving.class).text(key, arguments);
    }
}
