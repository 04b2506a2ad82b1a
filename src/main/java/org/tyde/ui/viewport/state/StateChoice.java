package org.tyde.ui.viewport.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.refusal.Refusal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The presentation states of the image in one viewport as a list to choose from, none among them. Used on the
/// JavaFX thread.
public final class StateChoice {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /// One line of the list.
    ///
    /// @param uid SOP Instance UID of the state; empty: none, the image itself
    /// @param name its label, and what it is called in its maker's own words
    /// @param about who made it, when, for how many images
    /// @param on whether the image is shown through it now
    public record Line(Optional<String> uid, String name, String about, boolean on) {}

    private final ReadOnlyObjectWrapper<Optional<List<Line>>> offered =
            new ReadOnlyObjectWrapper<>(this, "offered", Optional.empty());
    private final StateDesk desk;
    private final Supplier<Optional<OnScreen>> seen;
    private final Consumer<Optional<String>> present;

    /// @param desk with the case
    /// @param seen what is on screen now
    /// @param present shows the image through the state of this UID, or through none
    public StateChoice(
            StateDesk desk, Supplier<Optional<OnScreen>> seen, Consumer<Optional<String>> present) {
        this.desk = desk;
        this.seen = seen;
        this.present = present;
    }

    /// @return the list while it is open
    public ReadOnlyObjectProperty<Optional<List<Line>>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /// Opens the list; refused with a sentence where there is nothing to choose from.
    public void ask() {
        var now = seen.get();
        var open = desk.openCase();
        if (now.isEmpty() || open.isEmpty()) return;
        var states = open.get().states(now.get().key());
        if (states.isEmpty()) {
            desk.say(desk.messages().sentence(new Refusal(StateReason.NO_STATES)));
            return;
        }
        var chosen = now.get().view().presentation();
        var lines = new ArrayList<Line>();
        lines.add(new Line(Optional.empty(), say("choose.none"), "", chosen.isEmpty()));
        for (var state : states) {
            var uid = Optional.of(state.sopUid());
            lines.add(new Line(uid, name(state), about(state), chosen.equals(uid)));
        }
        offered.set(Optional.of(List.copyOf(lines)));
    }

    /// @param line of the list, which closes
    public void choose(Line line) {
        cancel();
        present.accept(line.uid());
    }

    /// @return whether the list was open, which it is no longer
    public boolean cancel() {
        boolean was = offered.get().isPresent();
        offered.set(Optional.empty());
        return was;
    }

    private static String name(PresentationState state) {
        var words = "";
        try {
            words = state.description().orElse("").strip();
        } catch (DicomFormatException malformed) {
            // as one without
        }
        var label = state.label();
        if (words.isEmpty() || words.equalsIgnoreCase(label)) return label;
        return label.isEmpty() ? words : label + " – " + words;
    }

    private String about(PresentationState state) {
        var parts = new ArrayList<String>();
        try {
            state.creator()
                    .map(PersonName::display)
                    .filter(n -> !n.isBlank())
                    .ifPresent(parts::add);
            state.created().map(WHEN::format).ifPresent(parts::add);
        } catch (DicomFormatException malformed) {
            parts.add(desk.messages().sentence(malformed));
        }
        int images = state.images().size();
        parts.add(images == 1 ? say("choose.image") : say("choose.images", images));
        return String.join(" · ", parts);
    }

    private String say(String key, Object... arguments) {
        return desk.messages().in(StateChoice.class).text(key, arguments);
    }
}
