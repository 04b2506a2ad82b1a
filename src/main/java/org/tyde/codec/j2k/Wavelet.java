package org.tyde.codec.j2k;

/// The synthesis of one level (T.800 F.3.2), in place: rows first, then columns, these by whole rows, each lifting
/// step as soon as the rows it looks at are done, so that they are still at hand. Beyond the ends a signal goes
/// on mirrored, so that the missing neighbour of a sample equals its other one (F.3.7).
///
/// What loops over samples is in small methods called for each row: one that lasts for a whole frame may be left
/// in a slow form by the just-in-time compiler. In them all arrays have the same index, for only then does it use
/// vectors.
///
/// @param <A> array of samples
abstract class Wavelet<A> {
    private final int steps;
    private final A low;
    private final A high;
    private final A beside;

    /// How far each step has come.
    private final int[] done;

    /// @param steps of the lifting; those of even number change low-pass samples
    /// @param low room for half a row and one
    /// @param high likewise
    /// @param beside likewise
    Wavelet(int steps, A low, A high, A beside) {
        this.steps = steps;
        this.low = low;
        this.high = high;
        this.beside = beside;
        this.done = new int[steps];
    }

    /// @param rows as `layout` says
    /// @param level the resolution that is made, 1 or more
    final void undo(A[] rows, PlaneLayout layout, int level) {
        var area = layout.area(level);
        if (area.empty()) return;
        int odd = area.y0() & 1;
        int lows = layout.area(level - 1).height();
        int highs = area.height() - lows;
        for (int s = 0; s < steps; s++) done[s] = 0;
        int read = 0;
        for (int k = 0; k < lows; k++) {
            row(rows, layout, level, 2 * k + odd, false);
            for (; read < highs && read <= k + odd; read++)
                row(rows, layout, level, 2 * read + 1 - odd, true);
            if (highs > 0) advance(rows, layout, level, k + 1, read);
        }
        for (; read < highs; read++) row(rows, layout, level, 2 * read + 1 - odd, true);
        if (highs > 0 && lows > 0) advance(rows, layout, level, lows, highs);
    }

    /// Takes each step as far as its neighbours are done.
    private void advance(A[] rows, PlaneLayout layout, int level, int lowRows, int highRows) {
        int odd = layout.area(level).y0() & 1;
        int width = layout.area(level).width();
        int lows = layout.area(level - 1).height();
        int highs = layout.area(level).height() - lows;
        int ready = highRows;
        for (int s = 0; s < steps; s++) {
            int own = s % 2 == 0 ? odd : 1 - odd;
            int end = s == 0 ? lowRows : s % 2 == 0 ? lows : highs;
            int last = (s % 2 == 0 ? highs : lows) - 1;
            for (; done[s] < end; done[s]++) {
                int first = Math.max(done[s] - 1 + own, 0);
                int second = Math.min(done[s] + own, last);
                if (second >= ready) break;
                step(
                        s,
                        rows[layout.row(level, 2 * done[s] + own)],
                        rows[layout.row(level, 2 * first + 1 - own)],
                        rows[layout.row(level, 2 * second + 1 - own)],
                        width);
            }
            ready = done[s];
        }
    }

    /// Undoes the filtering along one row.
    private void row(A[] rows, PlaneLayout layout, int level, int y, boolean highRow) {
        var area = layout.area(level);
        int lows = layout.area(level - 1).width();
        int highs = area.width() - lows;
        boolean mixed = highs > 0 && lows > 0;
        var row = rows[layout.row(level, y)];
        System.arraycopy(row, 0, low, 0, lows);
        System.arraycopy(row, lows, high, 0, highs);
        int odd = area.x0() & 1;
        if (mixed)
            for (int s = 0; s < steps; s += 2) {
                along(s, low, lows, high, highs, odd == 0);
                along(s + 1, high, highs, low, lows, odd == 1);
            }
        int pairs = Math.min(lows, highs);
        if (odd == 0) interleave(low, high, pairs, row);
        else interleave(high, low, pairs, row);
        if (lows > pairs) System.arraycopy(low, pairs, row, 2 * pairs, 1);
        if (highs > pairs) System.arraycopy(high, pairs, row, 2 * pairs, 1);
        if (lows == 0) halve(row, area.width());
        if (area.height() == 1 && highRow) halve(row, area.width());
    }

    /// @param before whether the first neighbour of a sample stands before it, else the second after it
    private void along(int s, A changed, int count, A others, int neighbours, boolean before) {
        System.arraycopy(others, neighbours - 1, others, neighbours, 1);
        if (before) {
            System.arraycopy(others, 0, beside, 0, 1);
            System.arraycopy(others, 0, beside, 1, count - 1);
        } else System.arraycopy(others, 1, beside, 0, count);
        step(s, changed, beside, others, count);
    }

    /// For single samples at odd places (T.800 F.3.6).
    abstract void halve(A samples, int count);

    /// One lifting step over samples at the same index.
    ///
    /// @param step its number
    /// @param one neighbours of the samples
    /// @param other their other neighbours
    abstract void step(int step, A changed, A one, A other, int count);

    /// @param into gets `pairs` of both, alternately, beginning with `first`
    abstract void interleave(A first, A second, int pairs, A into);
}
