package org.tyde.ui.reporting.flow;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.tyde.reading.LesionRemark;
import org.tyde.reading.Tracked;
import org.tyde.report.flow.ChangeText.Manner;
import org.tyde.report.lesion.Cell;
import org.tyde.report.lesion.LesionRow;
import org.tyde.report.lesion.LesionTable;
import org.tyde.report.lesion.Proposal;
import org.tyde.ui.Messages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lesions of the open case over time, and what is done with them, each by an act. Used on the JavaFX thread.
public final class LesionsModel {
    /// What is known of lesions now.
    ///
    /// @param table of them
    /// @param drawn what is drawn in the study that is read: the UID it has now, by the id of the measurement
    /// @param tied those of them that were tied to something measured before
    /// @param proposals by the id of the measurement
    /// @param unfollowed groups of documents that have no Tracking Unique Identifier
    /// @param reading whether documents are still being read
    /// @param troubles why documents were not read
    public record Lesions(
            LesionTable table,
            Map<String, String> drawn,
            List<String> tied,
            Map<String, Proposal> proposals,
            int unfollowed,
            boolean reading,
            List<Throwable> troubles) {
        /// No case is open.
        public static final Lesions NONE =
                new Lesions(LesionTable.EMPTY, Map.of(), List.of(), Map.of(), 0, false, List.of());

        /// Copies all.
        public Lesions {
            drawn = Map.copyOf(drawn);
            tied = List.copyOf(tied);
            proposals = Map.copyOf(proposals);
            troubles = List.copyOf(troubles);
        }

        /// @param row of the table
        /// @return ids of what is drawn of it in the study that is read
        public List<String> drawn(LesionRow row) {
            return drawn.entrySet().stream()
                    .filter(e -> e.getValue().equals(row.lesion().uid()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        /// @param row of the table
        /// @return whether what is drawn of it is tied to something measured before
        public boolean tied(LesionRow row) {
            return drawn(row).stream().anyMatch(tied::contains);
        }

        /// @param row of the table
        /// @return the id of the measurement that may be tied: drawn in the study, and tied to nothing
        public Optional<String> loose(LesionRow row) {
            return drawn(row).stream().filter(id -> !tied.contains(id)).findFirst();
        }

        /// @param row that may be tied
        /// @return the lesion that is proposed for it
        public Optional<Proposal> proposal(LesionRow row) {
            return loose(row).flatMap(id -> Optional.ofNullable(proposals.get(id)));
        }

        /// @param row that may be tied
        /// @return rows of lesions measured before, which it may be of: what is proposed first, then what is not
        ///     measured in the study yet, the nearest in size first
        public List<LesionRow> candidates(LesionRow row) {
            var proposed = proposal(row).map(p -> p.lesion().uid()).orElse("");
            double size = size(row);
            var found = new ArrayList<LesionRow>();
            for (var other : table.rows()) {
                boolean before =
                        other.cells().stream().skip(1).anyMatch(c -> c.measured().isPresent());
                if (before
                        && !other.lesion().uid().equals(row.lesion().uid())
                        && found.stream()
                                .noneMatch(r -> r.lesion().uid().equals(other.lesion().uid())))
                    found.add(other);
            }
            found.sort(
                    Comparator.comparing((LesionRow r) -> !r.lesion().uid().equals(proposed))
                            .thenComparing(r -> r.cells().getFirst().measured().isPresent())
                            .thenComparing(r -> !r.kind().same(row.kind()))
                            .thenComparingDouble(r -> Math.abs(size(r) - size)));
            return found;
        }

        private static double size(LesionRow row) {
            return row.cells().stream()
                    .flatMap(c -> c.measured().stream())
                    .mapToDouble(m -> m.size().value())
                    .findFirst()
                    .orElse(0);
        }
    }

    /// What is done with lesions, in the open case and its report.
    public interface Acts {
        /// @return id of the measurement that was selected last, else of the last drawn in the study
        Optional<String> selected();

        /// Reads the documents anew.
        void read();

        /// @param row of the table
        /// @param cell of it: its image is shown, in its study
        void show(LesionRow row, Cell.Measured cell);

        /// @param id of a measurement in the study that is read
        /// @param to what it measures
        void tie(String id, Tracked to);

        /// @param id of a measurement that is tied to nothing any more
        void untie(String id);

        /// @param row of what is drawn in the study
        /// @param name it is called by from now on
        void name(LesionRow row, String name);

        /// @param remark that is made, or taken back
        void toggle(LesionRemark remark);

        /// @param row whose change goes into the report
        void insert(LesionRow row);

        /// The whole table goes into the report.
        void insertTable();

        /// What RECIST 1.1 calls the targets goes into the report.
        void insertResponse();
    }

    private final Messages messages;
    private final ReadOnlyObjectWrapper<Lesions> lesions =
            new ReadOnlyObjectWrapper<>(this, "lesions", Lesions.NONE);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final SimpleObjectProperty<Optional<String>> wanted =
            new SimpleObjectProperty<>(this, "wanted", Optional.empty());
    private Optional<Acts> acts = Optional.empty();
    private java.util.function.Supplier<Manner> manner;

    /// @param messages words
    public LesionsModel(Messages messages) {
        this.messages = messages;
        manner = () -> Manner.usual(messages.locale());
        shown.subscribe(
                now -> {
                    if (now) acts.ifPresent(Acts::read);
                });
    }

    /// @param through does what is asked for
    /// @param now how numbers are said
    public void actThrough(Acts through, java.util.function.Supplier<Manner> now) {
        acts = Optional.of(through);
        manner = now;
    }

    /// @return what does what is asked for; empty where no case can be open
    public Optional<Acts> acts() {
        return acts;
    }

    /// @return how numbers are said now
    public Manner manner() {
        return manner.get();
    }

    /// @return words
    public Messages messages() {
        return messages;
    }

    /// @param now what is known of lesions
    public void take(Lesions now) {
        lesions.set(now);
    }

    /// @return what is known of lesions
    public ReadOnlyObjectProperty<Lesions> lesionsProperty() {
        return lesions.getReadOnlyProperty();
    }

    /// @return whether the table is on screen
    public BooleanProperty shownProperty() {
        return shown;
    }

    /// @return the id of the measurement that the table is to be opened at
    public SimpleObjectProperty<Optional<String>> wantedProperty() {
        return wanted;
    }

    /// @return whether the table was on screen
    public boolean close() {
        boolean was = shown.get();
        shown.set(false);
        return was;
    }

    /// Puts the change of the measurement selected last into the report, where it is tied to an earlier one.
    ///
    /// @return whether it is tied to one
    public boolean insertSelected() {
        var now = lesions.get();
        var id = acts.flatMap(Acts::selected);
        var row =
                now.table().rows().stream()
                        .filter(r -> id.filter(now.drawn(r)::contains).isPresent())
                        .filter(
                                r ->
                                        r.cells()
                                                .getFirst()
                                                .measured()
                                                .flatMap(Cell.Measured::change)
                                                .isPresent())
                        .findFirst();
        row.ifPresent(r -> acts.ifPresent(a -> a.insert(r)));
        return row.isPresent();
    }

    /// Opens the table at the measurement that was selected last.
    public void openSelected() {
        open(acts.flatMap(Acts::selected));
    }

    /// Opens the table.
    ///
    /// @param at id of a measurement, whose row is chosen; empty: the first
    public void open(Optional<String> at) {
        wanted.set(Optional.empty());
        shown.set(true);
        wanted.set(at);
    }
}
