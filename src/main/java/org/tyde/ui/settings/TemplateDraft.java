package org.tyde.ui.settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.refusal.Refusal;
import org.tyde.report.Field;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.template.FieldSpot;
import org.tyde.report.template.Notation;
import org.tyde.report.template.Part;
import org.tyde.report.template.Piece;
import org.tyde.report.template.Template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A template that is being changed: what its sections say, as text in [Notation], and the way back. The text is all
/// there is: a field that is changed in a form is written anew between its brackets. Used on the JavaFX thread.
final class TemplateDraft {
    /// How it stands.
    ///
    /// @param texts of the sections
    /// @param section that is looked at
    /// @param caret in its text, in `char`s
    record State(Map<Section, String> texts, Section section, int caret) {
        State {
            texts = Map.copyOf(texts);
        }

        String text() {
            return texts.getOrDefault(section, "");
        }

        State with(String text, int at) {
            var next = new EnumMap<Section, String>(Section.class);
            next.putAll(texts);
            next.put(section, text);
            return new State(next, section, at);
        }

        State at(Section of, int place) {
            return new State(texts, of, place);
        }
    }

    private final ReadOnlyObjectWrapper<State> now =
            new ReadOnlyObjectWrapper<>(this, "state", new State(Map.of(), Section.FINDINGS, 0));
    private final Deque<State> back = new ArrayDeque<>();
    private final Deque<State> forth = new ArrayDeque<>();
    private List<Field> fields = List.of();
    private State opened = now.get();
    private String run = "";

    /// @param template to be changed from now on; what was done before cannot be undone any more
    /// @param locale of the names of values
    void open(Template template, Locale locale) {
        var texts = new EnumMap<Section, String>(Section.class);
        for (var section : sections())
            texts.put(
                    section,
                    template.part(section)
                            .map(Part::pieces)
                            .map(p -> Notation.write(p, locale))
                            .orElse(""));
        fields = template.slots().map(Piece.Slot::field).toList();
        back.clear();
        forth.clear();
        run = "";
        var first = texts.get(Section.FINDINGS) == null ? Section.IMPRESSION : Section.FINDINGS;
        opened = new State(texts, first, 0);
        now.set(opened);
    }

    /// @return those a template has words for
    static List<Section> sections() {
        return Section.of(ReportKind.REPORT).stream().filter(Section::editable).toList();
    }

    /// @return whether something was changed and not kept
    boolean changed() {
        return !now.get().texts().equals(opened.texts());
    }

    /// It was kept as it stands.
    void kept() {
        opened = now.get();
    }

    /// @param section looked at from now on
    void look(Section section) {
        run = "";
        now.set(now.get().at(section, 0));
    }

    /// @param caret put somewhere by hand
    void place(int caret) {
        if (caret == now.get().caret()) return;
        run = "";
        now.set(now.get().at(now.get().section(), caret));
    }

    /// Something was typed, pasted or deleted; a word is one step.
    ///
    /// @param text as it stands now
    void type(String text) {
        var old = now.get().text();
        if (text.equals(old)) return;
        int same = 0;
        int most = Math.min(old.length(), text.length());
        while (same < most && old.charAt(same) == text.charAt(same)) same++;
        int tail = 0;
        while (tail < most - same
                && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail))
            tail++;
        int caret = text.length() - tail;
        boolean letter = caret - same == 1 && !Character.isWhitespace(text.charAt(same));
        step(now.get().with(text, caret), letter ? "typed " + now.get().section() : "");
    }

    /// The field at the caret becomes another.
    ///
    /// @param slot from now on
    /// @param control that was used: what is done with one control is one step
    void put(Piece.Slot slot, String control) {
        var spot = field();
        if (spot.isEmpty()) return;
        int start = spot.get().start();
        var text = now.get().text();
        var written = Notation.write(List.of(slot), Locale.ENGLISH);
        var next = text.substring(0, start) + written + text.substring(spot.get().end());
        if (!next.equals(text)) step(now.get().with(next, start + 1), control + " " + start);
    }

    /// A field of words at the caret, on no other field's place.
    ///
    /// @param name such as `Felt`; a number is put behind it
    void add(String name) {
        int at = field().map(FieldSpot::end).orElse(now.get().caret());
        int n = 1;
        while (named(name + " " + n)) n++;
        var text = now.get().text();
        var gap = at == 0 || Character.isWhitespace(text.charAt(at - 1)) ? "" : " ";
        var next = text.substring(0, at) + gap + "[" + name + " " + n + "]" + text.substring(at);
        step(now.get().with(next, at + gap.length() + 1), "");
    }

    private boolean named(String label) {
        return now.get().texts().values().stream()
                .flatMap(t -> FieldSpot.of(t, fields).stream())
                .flatMap(s -> s.slot().stream())
                .anyMatch(s -> s.field().label().equalsIgnoreCase(label));
    }

    /// Takes the field at the caret away.
    void remove() {
        field().ifPresent(
                        spot -> {
                            var text = now.get().text();
                            var next = text.substring(0, spot.start()) + text.substring(spot.end());
                            step(now.get().with(next, spot.start()), "");
                        });
    }

    /// @param by 1 for the next field of the section, -1 for the one before
    void go(int by) {
        var spots = FieldSpot.of(now.get().text(), fields);
        int caret = now.get().caret();
        var to =
                by > 0
                        ? spots.stream().filter(s -> s.start() >= caret).findFirst()
                        : spots.reversed().stream().filter(s -> s.end() < caret).findFirst();
        to.ifPresent(s -> place(s.start() + 1));
    }

    /// @return the field the caret is in
    Optional<FieldSpot> field() {
        int caret = now.get().caret();
        return FieldSpot.of(now.get().text(), fields).stream()
                .filter(s -> s.touches(caret))
                .reduce((_, b) -> b);
    }

    /// @return what the section that is looked at says
    /// @throws Refusal it cannot be read
    List<Piece> pieces() throws Refusal {
        return Notation.template(now.get().text(), fields);
    }

    private void step(State next, String of) {
        if (of.isEmpty() || !of.equals(run)) back.push(now.get());
        forth.clear();
        run = of;
        now.set(next);
    }

    void undo() {
        move(back, forth);
    }

    void redo() {
        move(forth, back);
    }

    private void move(Deque<State> from, Deque<State> to) {
        if (from.isEmpty()) return;
        to.push(now.get());
        run = "";
        now.set(from.pop());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return now.getReadOnlyProperty();
    }

    boolean canUndo() {
        return !back.isEmpty();
    }

    boolean canRedo() {
        return !forth.isEmpty();
    }
}
