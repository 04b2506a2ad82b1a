package org.tyde.ui.documents;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.tyde.evidence.document.DocumentLine;
import org.tyde.evidence.document.DocumentLine.Kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// The lines of one document as they are looked at: which are folded away, which hold what is looked for.
final class PageModel {
    /// Headings over nothing but links, such as an image library, begin folded from so many lines on.
    private static final int MANY_LINKS = 4;

    /// A line and where it stands.
    record Shown(int index, DocumentLine line, boolean folds, boolean folded, int below) {}

    private final ObservableList<Shown> shown = FXCollections.observableArrayList();
    private final ObservableList<Shown> told = FXCollections.unmodifiableObservableList(shown);
    private final BooleanProperty all = new SimpleBooleanProperty(this, "all", false);
    private final StringProperty sought = new SimpleStringProperty(this, "sought", "");
    private final ReadOnlyIntegerWrapper hidden = new ReadOnlyIntegerWrapper(this, "hidden", 0);
    private final Set<Integer> folded = new HashSet<>();
    private List<DocumentLine> lines = List.of();
    private List<Integer> hits = List.of();
    private Set<Integer> hit = Set.of();
    private int[] ends = {}; // behind all that stands under a line
    private int[] above = {}; // the line that a line stands under, -1 at the top

    PageModel() {
        all.subscribe(_ -> lay());
        sought.subscribe(_ -> search());
    }

    ObservableList<Shown> shown() {
        return told;
    }

    /// @return whether lines about observers and identifiers stand among the others
    BooleanProperty allProperty() {
        return all;
    }

    /// @return what is looked for
    StringProperty soughtProperty() {
        return sought;
    }

    /// @return how many lines are not shown because they are about observers and identifiers
    ReadOnlyIntegerProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    void open(List<DocumentLine> page) {
        lines = page;
        measure();
        folded.clear();
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).kind() == Kind.HEADING && beginsFolded(i)) folded.add(i);
        search();
    }

    private boolean beginsFolded(int heading) {
        if (lines.get(heading).position().size() == 1) return true; // about the document
        var under = lines.subList(heading + 1, end(heading));
        return under.size() >= MANY_LINKS
                && under.stream().allMatch(l -> l.kind() == Kind.LINK || l.kind() == Kind.HEADING);
    }

    private void measure() {
        ends = new int[lines.size()];
        above = new int[lines.size()];
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i <= lines.size(); i++) {
            int depth = i < lines.size() ? lines.get(i).depth() : -1;
            while (!open.isEmpty() && lines.get(open.peek()).depth() >= depth) ends[open.pop()] = i;
            if (i == lines.size()) return;
            above[i] = open.isEmpty() ? -1 : open.peek();
            open.push(i);
        }
    }

    private int end(int index) {
        return ends[index];
    }

    /// Folds what stands under a line away, or unfolds it.
    void fold(int index, boolean away) {
        if (away ? folded.add(index) : folded.remove(index)) lay();
    }

    /// @param away whether all headings of the top are folded
    void foldAll(boolean away) {
        folded.clear();
        if (away)
            IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).kind() == Kind.HEADING)
                    .forEach(folded::add);
        lay();
    }

    private void lay() {
        var next = new ArrayList<Shown>();
        int left = 0;
        boolean about = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            about |= line.kind() == Kind.HEADING && line.position().size() == 1;
            if (line.kind() == Kind.ABOUT && !about && !all.get() && !hit.contains(i)) {
                left++;
                continue;
            }
            int end = end(i);
            boolean folds = line.kind() == Kind.HEADING && end > i + 1;
            boolean away = folds && folded.contains(i);
            next.add(new Shown(i, line, folds, away, end - i - 1));
            if (away) i = end - 1;
        }
        hidden.set(left);
        shown.setAll(next);
    }

    private void search() {
        var word = sought.get().strip().toLowerCase(Locale.ROOT);
        hits =
                word.isEmpty()
                        ? List.of()
                        : IntStream.range(0, lines.size())
                                .filter(
                                        i ->
                                                lines.get(i)
                                                        .plain()
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(word))
                                .boxed()
                                .toList();
        hit = new HashSet<>(hits);
        for (int one : hits) unfold(one);
        lay();
    }

    /// Unfolds all that a line stands under.
    private void unfold(int index) {
        for (int i = above[index]; i >= 0; i = above[i]) folded.remove(i);
    }

    /// @return how many lines hold what is looked for
    int hits() {
        return hits.size();
    }

    boolean hit(int index) {
        return hit.contains(index);
    }

    /// @param from a line, -1 for the beginning
    /// @param back whether the one before is meant
    /// @return the next line that holds what is looked for, round the end
    OptionalInt next(int from, boolean back) {
        if (hits.isEmpty()) return OptionalInt.empty();
        var order = back ? hits.reversed() : hits;
        return OptionalInt.of(
                order.stream()
                        .filter(h -> back ? h < from : h > from)
                        .findFirst()
                        .orElse(order.getFirst()));
    }

    /// @return where in [#shown()] a line stands; it is unfolded for that
    OptionalInt reveal(int index) {
        unfold(index);
        if (lines.get(index).kind() == Kind.ABOUT) all.set(true);
        lay();
        return IntStream.range(0, shown.size())
                .filter(i -> shown.get(i).index() == index)
                .findFirst();
    }

    /// @param position of a content item
    /// @return its first line
    OptionalInt lineOf(List<Integer> position) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).position().equals(position))
                .findFirst();
    }
}
