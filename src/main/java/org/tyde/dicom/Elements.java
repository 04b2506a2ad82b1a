package org.tyde.dicom;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// The elements of a data set as arrays in the order of their tags, over one array of bytes.
final class Elements implements Iterable<Element> {
    private final int[] tags;
    private final byte[] vrs;
    private final byte[] source;
    private final long offset;
    private final int[] starts;
    private final int[] lengths;
    private final @Nullable Value[] others;

    /// @param tags ascending, unsigned
    /// @param source nobody writes to it any more
    /// @param offset of its first byte in the file, -1 where there is none
    /// @param others values that are not in the source; may be shorter than the rest
    Elements(
            int[] tags,
            byte[] vrs,
            byte[] source,
            long offset,
            int[] starts,
            int[] lengths,
            @Nullable Value[] others) {
        this.tags = tags;
        this.vrs = vrs;
        this.source = source;
        this.offset = offset;
        this.starts = starts;
        this.lengths = lengths;
        this.others = others;
    }

    int size() {
        return tags.length;
    }

    Tag tag(int i) {
        return new Tag(tags[i]);
    }

    Vr vr(int i) {
        return Vr.at(vrs[i]);
    }

    /// The array that [#start] and [#length] are about.
    byte[] source() {
        return source;
    }

    int start(int i) {
        return starts[i];
    }

    int length(int i) {
        return lengths[i];
    }

    /// Whether the value lies in [#source()].
    boolean isHere(int i) {
        return i >= others.length || others[i] == null;
    }

    /// Of the value's first byte in the file, -1 where it is not known.
    long offset(int i) {
        return offset >= 0 && isHere(i) ? offset + starts[i] : -1;
    }

    Value value(int i) {
        var other = i < others.length ? others[i] : null;
        if (other != null) return other;
        return new Value.Bytes(new MemoryBulk(source, starts[i], lengths[i]));
    }

    Element at(int i) {
        return new Element(tag(i), vr(i), value(i));
    }

    /// Its index, -1 where it is not here.
    int find(Tag tag) {
        int i = from(tag);
        return i < tags.length && tags[i] == tag.value() ? i : -1;
    }

    /// The index of the first element of that tag or a greater one.
    int from(Tag tag) {
        int low = 0;
        int high = tags.length;
        int wanted = tag.value() ^ Integer.MIN_VALUE;
        while (low < high) {
            int middle = low + high >>> 1;
            if ((tags[middle] ^ Integer.MIN_VALUE) < wanted) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    @Override
    public Iterator<Element> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < tags.length;
            }

            @Override
            public Element next() {
                if (next >= tags.length) throw new NoSuchElementException();
                return at(next++);
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object object) {
        if (!(object instanceof Elements set) || !Arrays.equals(tags, set.tags)) return false;
        if (!Arrays.equals(vrs, set.vrs)) return false;
        for (int i = 0; i < tags.length; i++) if (!same(value(i), set.value(i))) return false;
        return true;
    }

    private static boolean same(Value one, Value other) {
        if (one instanceof Value.Bytes these && other instanceof Value.Bytes those) {
            try {
                return Arrays.equals(these.data().all(), those.data().all());
            } catch (IOException unreadable) {
                return false;
            }
        }
        return one.equals(other);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tags);
    }
}
