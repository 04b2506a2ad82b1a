package org.tyde.codec.j2k;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Rows of samples that are not in use, of several shapes. Thread-safe.
///
/// @param <A> array of samples
final class KeptRows<A> {
    private final long most;
    private final IntFunction<A[]> rows;
    private final IntFunction<A> row;
    private final List<Kept<A>> kept = new ArrayList<>();

    private record Kept<A>(int height, int width, SoftReference<A[]> rows) {
        long places() {
            return (long) height * width;
        }
    }

    /// Rows that somebody uses.
    ///
    /// @param height how many
    /// @param width places in each
    @SuppressWarnings("ArrayRecordComponent") // lent, not copied
    record Taken<A>(int height, int width, A[] rows) {}

    /// @param most places to keep
    /// @param rows makes an array of rows
    /// @param row makes a row
    KeptRows(long most, IntFunction<A[]> rows, IntFunction<A> row) {
        this.most = most;
        this.rows = rows;
        this.row = row;
    }

    /// @return at least as many rows of at least as many places, of any content
    Taken<A> take(int height, int width) {
        return known(height, width).orElseGet(() -> fresh(height, width));
    }

    private Taken<A> fresh(int height, int width) {
        var fresh = rows.apply(height);
        Arrays.setAll(fresh, _ -> row.apply(width));
        return new Taken<>(height, width, fresh);
    }

    private synchronized Optional<Taken<A>> known(int height, int width) {
        kept.removeIf(one -> one.rows.refersTo(null));
        var least =
                kept.stream()
                        .filter(one -> one.height >= height && one.width >= width)
                        .min(Comparator.comparingLong(Kept::places));
        least.ifPresent(kept::remove);
        return least.flatMap(
                one ->
                        Optional.ofNullable(one.rows.get())
                                .map(found -> new Taken<>(one.height, one.width, found)));
    }

    /// @param taken not used from now on
    synchronized void back(Taken<A> taken) {
        kept.add(new Kept<>(taken.height, taken.width, new SoftReference<>(taken.rows)));
        long places = kept.stream().mapToLong(Kept::places).sum();
        while (places > most) places -= kept.removeFirst().places();
    }
}
