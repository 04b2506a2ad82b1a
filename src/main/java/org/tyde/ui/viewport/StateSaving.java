package org.tyde.ui.viewport;

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

/// Keeps how one viewport shows its image as a presentation state: asks for its name, writes it, hands it on.
/// Used on the JavaFX thread.
public final class StateSaving {
    private final ReadOnlyObjectWrapper<Optional<String>> asking =
            new ReadOnlyObjectWrapper<>(this, "asking", Optional.empty());
    private final ViewportModel model;
    private final StateCapture capture;

    StateSaving(ViewportModel model, StateCapture capture) {
        this.model = model;
        this.capture = capture;
    }

    /// @return the name that is offered while it is asked for one
    public ReadOnlyObjectProperty<Optional<String>> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Asks for a name; refused with a sentence where the picture cannot be kept.
    public void ask() {
        var shown = model.shown();
        if (shown.isEmpty()) return;
        if (model.desk().stateKeeper().isEmpty()) model.refuse(ViewportReason.NO_STATE_KEEPER);
        else if (!shown.get().frame().grey())
            model.desk()
                    .say(
                            model.desk()
                                    .messages()
                                    .sentence(new Refusal(PresentationReason.COLOUR_NOT_WRITTEN)));
        else {
            int known =
                    model.desk().openCase().map(c -> c.states(shown.get().key()).size()).orElse(0);
            asking.set(Optional.of(say("save.default", "" + (known + 1))));
        }
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
        var desk = model.desk();
        if (name.isBlank() || desk.stateKeeper().isEmpty() || desk.openCase().isEmpty()) return;
        var keeper = desk.stateKeeper().get();
        var open = desk.openCase().get();
        var made = capture.now(name, keeper.creator(), LocalDateTime.now(ZoneId.systemDefault()));
        if (made.isEmpty()) return;
        var job =
                desk.runner()
                        .waiting(
                                "keep a presentation state",
                                _ -> {
                                    var written = PresentationWriter.write(made.get());
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
        model.desk().say(say("save.done", name));
    }

    private String say(String key, Object... arguments) {
        return model.desk().messages().in(StateSaving.class).text(key, arguments);
    }
}
