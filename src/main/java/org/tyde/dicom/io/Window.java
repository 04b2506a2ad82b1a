package org.tyde.dicom.io;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A contiguous part of the file in memory. It grows while the header goes on, and moves past what
/// stays in the file; each move begins a new generation with its own array. Never larger than the
/// bytes that are there.
final class Window {
    private static final int FIRST = 1 << 13;
    private static final int GAP = 1 << 16;

    private final Origin origin;
    private final long limit;
    private final List<byte[]> arrays = new ArrayList<>(2);
    private final List<Long> bases = new ArrayList<>(2);
    private final byte[] peeked = new byte[8];
    private byte[] bytes;
    private long base;
    private int filled;
    private long held;

    Window(Origin origin, long limit) throws IOException {
        this.origin = origin;
        this.limit = limit;
        this.bytes = new byte[(int) Math.min(FIRST, origin.size())];
        this.base = 0;
        arrays.add(bytes);
        bases.add(0L);
        fill(bytes.length);
    }

    /// Over an array that is all there, without copying it.
    Window(byte[] whole) {
        this.origin = new Origin.OfBytes(whole);
        this.limit = Long.MAX_VALUE;
        this.bytes = whole;
        this.filled = whole.length;
        arrays.add(whole);
        bases.add(0L);
    }

    Origin origin() {
        return origin;
    }

    long size() {
        return origin.size();
    }

    int generation() {
        return arrays.size() - 1;
    }

    byte[] array(int generation) {
        return arrays.get(generation);
    }

    long base(int generation) {
        return bases.get(generation);
    }

    /// Brings those bytes into memory; they must be within the file.
    ///
    /// @return the index of the first in [#bytes()]
    int need(long position, int count) throws IOException {
        if (position >= base && position + count <= base + filled) return (int) (position - base);
        if (position < base || position > base + filled + GAP) move(position, count);
        else grow(position, count);
        return (int) (position - base);
    }

    /// Eight bytes at a place far away, without moving there.
    byte[] peek(long position) throws IOException {
        if (position >= base && position + 8 <= base + filled)
            System.arraycopy(bytes, (int) (position - base), peeked, 0, 8);
        else origin.read(position, peeked, 0, 8);
        return peeked;
    }

    byte[] bytes() {
        return bytes;
    }

    private void grow(long position, int count) throws IOException {
        long wanted = position + count - base;
        long room = Math.min(origin.size() - base, Math.max(wanted, 2L * bytes.length));
        allow(room);
        int before = filled;
        bytes = Arrays.copyOf(bytes, (int) room);
        arrays.set(arrays.size() - 1, bytes);
        filled = before;
        fill((int) room);
    }

    private void move(long position, int count) throws IOException {
        held += filled;
        long room = Math.min(origin.size() - position, Math.max(count, FIRST));
        allow(room);
        bytes = new byte[(int) room];
        base = position;
        filled = 0;
        arrays.add(bytes);
        bases.add(position);
        fill((int) room);
    }

    private void allow(long room) throws DicomFormatException {
        if (held + room > limit || room > Integer.MAX_VALUE - 16)
            throw new DicomFormatException(DicomReason.TOO_LARGE_IN_MEMORY, base, limit).at("");
    }

    private void fill(int to) throws IOException {
        origin.read(base + filled, bytes, filled, to - filled);
        filled = to;
    }
}
