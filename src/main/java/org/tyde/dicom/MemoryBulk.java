package org.tyde.dicom;

import java.util.Arrays;
import java.util.Objects;

/// A slice of an array that nobody writes to any more.
final class MemoryBulk implements BulkData {
    private final byte[] source;
    private final int start;
    private final int length;

    MemoryBulk(byte[] source, int start, int length) {
        this.source = source;
        this.start = start;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public byte[] read(long offset, int count) {
        Objects.checkFromIndexSize(offset, count, (long) length);
        int from = start + (int) offset;
        return Arrays.copyOfRange(source, from, from + count);
    }

    @Override
    public byte[] lent() {
        return start == 0 && length == source.length ? source : read(0, length);
    }
}
