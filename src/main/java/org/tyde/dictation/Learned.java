package org.tyde.dictation;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a user's own corrections taught: which words he corrects to which, and how many of the words he
/// dictated he corrected, by week. Holds the corrected words and nothing else of a report. Immutable.
///
/// @param habits corrections, the latest last
/// @param weeks counts by ISO week, such as `2026-W48`
public record Learned(List<Habit> habits, Map<String, Count> weeks) {
    /// So often a correction is seen before it is offered.
    public static final int OFFERED_FROM = 3;

    /// The most corrections that are kept.
    static final int MOST = 500;

    /// Nothing learned.
    public static final Learned NOTHING = new Learned(List.of(), Map.of());

    /// What was decided about a correction.
    public enum Decision {
        /// Nothing yet.
        OPEN,
        /// It became a replacement.
        ACCEPTED,
        /// Not now; it is offered again after as many more.
        REJECTED,
        /// It is offered no more.
        NEVER
    }

    /// A correction that was made.
    ///
    /// @param spoken what the recogniser heard
    /// @param written what the user made of it
    /// @param times how often, since it was rejected last
    /// @param decision about it
    public record Habit(String spoken, String written, int times, Decision decision) {
        /// @return whether the recogniser seems to have misheard: both sound alike; else the user prefers
        ///     another word
        public boolean misheard() {
            int longer = Math.max(spoken.length(), written.length());
            var other = written.toLowerCase(Locale.ROOT);
            return 2 * WordAlignment.distance(spoken, other) <= longer;
        }
    }

    /// Words of a week.
    ///
    /// @param dictated how many were dictated
    /// @param corrected how many of them were corrected by hand
    public record Count(int dictated, int corrected) {
        /// @return corrected of those dictated, 0 to 1; 0 where none was
        public double rate() {
            return dictated == 0 ? 0 : (double) corrected / dictated;
        }
    }

    /// Copies both.
    public Learned {
        habits = List.copyOf(habits);
        weeks = java.util.Collections.unmodifiableMap(new TreeMap<>(weeks));
    }

    /// @return corrections to be offered, the most frequent first
    public List<Habit> offers() {
        return habits.stream()
                .filter(h -> h.times() >= OFFERED_FROM)
                .filter(h -> h.decision() == Decision.OPEN || h.decision() == Decision.REJECTED)
                .sorted((a, b) -> Integer.compare(b.times(), a.times()))
                .toList();
    }

    /// @param spoken what was heard
    /// @param written what was made of it
    /// @return with one more of it
    public Learned corrected(String spoken, String written) {
        var all = new ArrayList<>(habits);
        int at = 0;
        while (at < all.size() && !is(all.get(at), spoken, written)) at++;
        var before =
                at < all.size() ? all.remove(at) : new Habit(spoken, written, 0, Decision.OPEN);
        all.add(new Habit(spoken, written, before.times() + 1, before.decision()));
        if (all.size() > MOST) all.removeFirst();
        return new Learned(all, weeks);
    }

    private static boolean is(Habit habit, String spoken, String written) {
        return habit.spoken().equals(spoken) && habit.written().equals(written);
    }

    /// @param habit a correction
    /// @param decision about it
    /// @return with it; a rejected one is counted anew
    public Learned decided(Habit habit, Decision decision) {
        int times = decision == Decision.REJECTED ? 0 : habit.times();
        var all = new ArrayList<>(habits);
        all.replaceAll(
                h ->
                        is(h, habit.spoken(), habit.written())
                                ? new Habit(h.spoken(), h.written(), times, decision)
                                : h);
        return new Learned(all, weeks);
    }

    /// @param day when
    /// @param more of that day
    /// @return with them
    public Learned counted(LocalDate day, Count more) {
        var all = new TreeMap<>(weeks);
        all.merge(
                week(day),
                more,
                (a, b) -> new Count(a.dictated() + b.dictated(), a.corrected() + b.corrected()));
        return new Learned(habits, all);
    }

    /// @param day any
    /// @return its ISO week, such as `2026-W48`
    public static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
