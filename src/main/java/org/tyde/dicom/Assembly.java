package org.tyde.dicom;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// What a reader gathers, element by element, before it becomes a [DataSet]: tags, representations
/// and where in one array each value lies. Nothing is copied or decoded.
public final class Assembly {
    private static final @Nullable Value[] NONE = new Value[0];

    private int count;
    private int[] tags = new int[64];
    private byte[] vrs = new byte[64];
    private int[] starts = new int[64];
    private int[] lengths = new int[64];
    private @Nullable Value[] others = NONE;
    private boolean sorted = true;
    private boolean hasOthers;

    /// @param tag as [Tag#value()]
    /// @param vr its representation
    /// @param start index of the value's first byte in the array given to [#over]
    /// @param length bytes
    public void add(int tag, Vr vr, int start, int length) {
        grow();
        note(tag, vr, start, length);
    }

    /// @param tag as [Tag#value()]
    /// @param vr its representation
    /// @param value a sequence, fragments, or bytes that lie elsewhere
    public void add(int tag, Vr vr, Value value) {
        grow();
        if (others.length <= count) others = Arrays.copyOf(others, tags.length);
        others[count] = value;
        hasOthers = true;
        note(tag, vr, 0, 0);
    }

    private void grow() {
        if (count < tags.length) return;
        tags = Arrays.copyOf(tags, count * 2);
        vrs = Arrays.copyOf(vrs, count * 2);
        starts = Arrays.copyOf(starts, count * 2);
        lengths = Arrays.copyOf(lengths, count * 2);
    }

    private void note(int tag, Vr vr, int start, int length) {
        if (count > 0 && Integer.compareUnsigned(tags[count - 1], tag) >= 0) sorted = false;
        tags[count] = tag;
        vrs[count] = vr.index();
        starts[count] = start;
        lengths[count] = length;
        count++;
    }

    /// Forgets all elements, so that another data set can be gathered.
    public void clear() {
        Arrays.fill(others, null);
        count = 0;
        sorted = true;
        hasOthers = false;
    }

    /// @return elements gathered
    public int size() {
        return count;
    }

    /// @return whether tags came strictly ascending, as PS3.5 7.1 wants
    public boolean sorted() {
        return sorted;
    }

    /// @param source the array that `start` and `length` are about; nobody writes to it any more
    /// @param offset of its first byte in the file, -1 where there is none
    /// @param characterSet of the data set's text
    /// @return the data set, in the order of tags; of two elements with one tag the first is kept
    public DataSet over(byte[] source, long offset, SpecificCharacterSet characterSet) {
        if (!sorted) sort();
        @Nullable Value[] values = hasOthers ? Arrays.copyOf(others, count) : NONE;
        var elements =
                new Elements(
                        Arrays.copyOf(tags, count),
                        Arrays.copyOf(vrs, count),
                        source,
                        offset,
                        Arrays.copyOf(starts, count),
                        Arrays.copyOf(lengths, count),
                        values);
        return new DataSet(elements, characterSet, null);
    }

    private void sort() {
        var order = new long[count];
        for (int i = 0; i < count; i++) order[i] = (tags[i] & 0xFFFFFFFFL) << 31 | i;
        Arrays.sort(order);
        var from = copy();
        count = 0;
        sorted = true;
        for (long key : order) {
            int i = (int) (key & 0x7FFFFFFF);
            if (count > 0 && tags[count - 1] == from.tags[i]) continue;
            var value = i < from.others.length ? from.others[i] : null;
            if (value == null)
                add(from.tags[i], Vr.at(from.vrs[i]), from.starts[i], from.lengths[i]);
            else add(from.tags[i], Vr.at(from.vrs[i]), value);
        }
    }

    private Assembly copy() {
        var copy = new Assembly();
        copy.tags = tags.clone();
        copy.vrs = vrs.clone();
        copy.starts = starts.clone();
        copy.lengths = lengths.clone();
        copy.others = others;
        others = NONE;
        return copy;
    }
}
