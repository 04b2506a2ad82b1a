package org.tyde.report.lesion;

import org.tyde.dicom.Code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The sum of diameters of the lesions that the reader marks as targets (RECIST 1.1, 4.2: the longest diameter of
/// each, of a lymph node its short axis), for each study.
///
/// @param targets the row that counts of each target lesion
/// @param unclear target lesions of which no row can be told to be the diameter, by what they are called
/// @param sums one for each column of the table
public record Diameters(List<LesionRow> targets, List<String> unclear, List<Sum> sums) {
    /// The sum in one study.
    ///
    /// @param millimetres empty where not all of them were measured
    /// @param missing what was not measured, by what it is called
    public record Sum(OptionalDouble millimetres, List<String> missing) {}

    /// @param table of lesions
    /// @return the sums; without targets there is nothing to add up
    public static Diameters of(LesionTable table) {
        var targets = new ArrayList<LesionRow>();
        var unclear = new ArrayList<String>();
        for (var lesion : table.lesions()) {
            var rows = table.of(lesion.uid());
            if (rows.stream().noneMatch(LesionRow::target)) continue;
            diameter(rows).ifPresentOrElse(targets::add, () -> unclear.add(lesion.identifier()));
        }
        var sums = new ArrayList<Sum>();
        for (int i = 0; i < table.columns().size(); i++) sums.add(sum(targets, unclear, i));
        return new Diameters(List.copyOf(targets), List.copyOf(unclear), List.copyOf(sums));
    }

    /// Its only length; of several that which is named for what counts.
    private static Optional<LesionRow> diameter(List<LesionRow> rows) {
        var lengths = rows.stream().filter(r -> r.kind().length()).toList();
        if (lengths.size() == 1) return Optional.of(lengths.getFirst());
        boolean node = rows.stream().anyMatch(LesionRow::node);
        return named(lengths, node ? SizeKind.SHORT_AXIS : SizeKind.LONG_AXIS);
    }

    private static Optional<LesionRow> named(List<LesionRow> rows, Code concept) {
        return rows.stream().filter(r -> r.kind().concept().same(concept)).findFirst();
    }

    private static Sum sum(List<LesionRow> targets, List<String> unclear, int column) {
        var missing = new ArrayList<>(unclear);
        double sum = 0;
        for (var row : targets) {
            var size = millimetres(row, column);
            if (size.isPresent()) sum += size.getAsDouble();
            else missing.add(row.lesion().identifier());
        }
        boolean all = missing.isEmpty() && !targets.isEmpty();
        return new Sum(all ? OptionalDouble.of(sum) : OptionalDouble.empty(), List.copyOf(missing));
    }

    /// What is gone counts as nothing.
    private static OptionalDouble millimetres(LesionRow row, int column) {
        return switch (row.cells().get(column)) {
            case Cell.Measured measured -> OptionalDouble.of(measured.size().value());
            case Cell.Gone() -> OptionalDouble.of(0);
            case Cell.Otherwise _, Cell.NotMeasured() -> OptionalDouble.empty();
        };
    }

    /// @return the diameters of each study in the order of time, as RECIST 1.1 takes them
    List<List<Recist.Diameter>> overTime() {
        var all = new ArrayList<List<Recist.Diameter>>();
        for (int i = sums.size() - 1; i >= 0; i--) {
            int column = i;
            all.add(
                    targets.stream()
                            .map(r -> new Recist.Diameter(r.node(), millimetres(r, column)))
                            .toList());
        }
        return all;
    }

    /// @return why they are no target lesions of RECIST 1.1, whatever the reader calls them
    public Optional<Recist.Unfit> unfit() {
        for (var one : targets) {
            var site = one.lesion().site();
            long there = site.map(c -> targets.stream().filter(t -> isAt(t, c)).count()).orElse(0L);
            if (there > 2) return Optional.of(Recist.Unfit.TOO_MANY_OF_ONE_ORGAN);
        }
        return Recist.unfit(overTime());
    }

    private static boolean isAt(LesionRow row, Code site) {
        return row.lesion().site().filter(site::same).isPresent();
    }

    /// @return what RECIST 1.1 calls the target lesions in each column of the table; empty where there is none,
    ///     where one is unclear, or where they are none by its rules
    public List<Recist.Assessment> assessed() {
        return targets.isEmpty() || !unclear.isEmpty() || unfit().isPresent()
                ? List.of()
                : Recist.of(overTime()).reversed();
    }
}
