package org.tyde.report.lesion;

import org.tyde.reading.LesionRemark;
import org.tyde.reading.Tracked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lesions of a patient over the studies in which they were measured.
///
/// @param columns the newest study first
/// @param rows targets first, then as they were first measured
public record LesionTable(List<TimePoint> columns, List<LesionRow> rows) {
    /// No lesions.
    public static final LesionTable EMPTY = new LesionTable(List.of(), List.of());

    /// Copies both.
    public LesionTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Two measurements are of one lesion where they have its Tracking Unique Identifier. Of several of one kind
    /// in one study the last one counts.
    ///
    /// @param current the study that is read, which has a column whatever is measured in it
    /// @param studies of the patient
    /// @param sightings what documents say, the older first; then what is drawn
    /// @param remarks of the reader
    /// @return the table; a study in which nothing was measured has no column
    public static LesionTable of(
            TimePoint current,
            List<TimePoint> studies,
            List<Sighting> sightings,
            List<LesionRemark> remarks) {
        var columns = new ArrayList<TimePoint>();
        columns.add(current);
        for (var study : studies)
            if (!study.studyUid().equals(current.studyUid())
                    && sightings.stream().anyMatch(s -> s.studyUid().equals(study.studyUid())))
                columns.add(study);
        columns.sort(TimePoint.NEWEST_FIRST);
        var lesions = new LinkedHashMap<String, List<Sighting>>();
        for (int i = columns.size() - 1; i >= 0; i--)
            for (var one : sightings)
                if (one.studyUid().equals(columns.get(i).studyUid()))
                    lesions.computeIfAbsent(one.lesion().uid(), _ -> new ArrayList<>()).add(one);
        var rows = new ArrayList<LesionRow>();
        for (var of : lesions.values())
            rows.addAll(new Lesion(current, columns, of, remarks).rows());
        rows.sort(Comparator.comparing(r -> !r.target()));
        return new LesionTable(columns, rows);
    }

    /// @param uid Tracking Unique Identifier
    /// @return its rows
    public List<LesionRow> of(String uid) {
        return rows.stream().filter(r -> r.lesion().uid().equals(uid)).toList();
    }

    /// @return the lesions, each once, in the order of the rows
    public List<Tracked> lesions() {
        return rows.stream().map(LesionRow::lesion).distinct().toList();
    }

    /// One lesion while its rows are made.
    ///
    /// @param sightings in the order of time
    private record Lesion(
            TimePoint current,
            List<TimePoint> columns,
            List<Sighting> sightings,
            List<LesionRemark> remarks) {
        List<LesionRow> rows() {
            var kinds = new ArrayList<SizeKind>();
            for (var one : sightings)
                for (var size : one.sizes())
                    if (kinds.stream().noneMatch(k -> k.same(size.kind()))) kinds.add(size.kind());
            return kinds.stream()
                    .map(
                            k ->
                                    new LesionRow(
                                            lesion(),
                                            k,
                                            cells(k),
                                            said(),
                                            sightings.getLast().by()))
                    .toList();
        }

        /// Called as it was last; what and where it is as anybody said last.
        private Tracked lesion() {
            var last = sightings.getLast().lesion();
            var site = last(s -> s.lesion().site().isPresent()).map(Sighting::lesion);
            return new Tracked(
                    last.uid(),
                    last.identifier(),
                    last(s -> s.lesion().finding().isPresent()).flatMap(s -> s.lesion().finding()),
                    site.flatMap(Tracked::site),
                    site.flatMap(Tracked::side));
        }

        private Optional<Sighting> last(java.util.function.Predicate<Sighting> which) {
            return sightings.reversed().stream().filter(which).findFirst();
        }

        private Set<LesionRemark.Kind> said() {
            var said = EnumSet.noneOf(LesionRemark.Kind.class);
            var uid = sightings.getLast().lesion().uid();
            for (var remark : remarks) if (remark.uid().equals(uid)) said.add(remark.kind());
            return said;
        }

        private List<Cell> cells(SizeKind kind) {
            var cells = new ArrayList<Cell>();
            var before = Optional.<Map.Entry<TimePoint, Double>>empty();
            for (var column : columns.reversed()) {
                var cell = cell(kind, column, before);
                if (cell.measured().isPresent())
                    before = Optional.of(Map.entry(column, cell.measured().get().size().value()));
                cells.addFirst(cell);
            }
            return cells;
        }

        private Cell cell(
                SizeKind kind, TimePoint at, Optional<Map.Entry<TimePoint, Double>> before) {
            var here =
                    sightings.reversed().stream()
                            .filter(s -> s.studyUid().equals(at.studyUid()))
                            .toList();
            for (var one : here)
                for (var size : one.sizes())
                    if (size.kind().same(kind))
                        return new Cell.Measured(
                                one.key(),
                                size,
                                one.image(),
                                before.map(
                                        b ->
                                                new Change(
                                                        b.getValue(),
                                                        size.value(),
                                                        Optional.of(b.getKey()))));
            if (!here.isEmpty() && !here.getFirst().sizes().isEmpty())
                return new Cell.Otherwise(here.getFirst().sizes().getFirst().kind());
            boolean gone =
                    at.studyUid().equals(current.studyUid())
                            && said().contains(LesionRemark.Kind.GONE);
            return gone ? new Cell.Gone() : new Cell.NotMeasured();
        }
    }
}
