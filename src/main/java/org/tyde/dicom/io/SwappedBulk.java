package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/// Big endian words, told in little endian.
record SwappedBulk(BulkData data, int unit) implements BulkData {
    @Override
    public long length() {
        return data.length();
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, length());
        long from = offset / unit * unit;
        long to = Math.min(length(), (offset + count + unit - 1) / unit * unit);
        var whole = data.read(from, Math.toIntExact(to - from));
        swap(whole, 0, whole.length, unit);
        int start = (int) (offset - from);
        return Arrays.copyOfRange(whole, start, start + count);
    }

    /// Reverses the bytes of each whole unit.
    static void swap(byte[] bytes, int start, int length, int unit) {
        for (int i = start; i + unit <= start + length; i += unit) {
            for (int low = i, high = i + unit - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
    }
}
