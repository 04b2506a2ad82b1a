package org.tyde.codec.video;

import java.util.Arrays;

/// The presentation times of all pictures of a stream, from which frame numbers follow.
final class PictureTimes {
    private long[] times = new long[256];
    private long[] keys = new long[16];
    private int count;
    private int keyCount;
    private boolean usable = true;

    /// @param time of a packet, the least long when it has none
    /// @param key whether decoding may begin there
    void add(long time, boolean key) {
        if (time == Long.MIN_VALUE) usable = false;
        // pictures shown before the first key frame lean on others that are not there
        if (keyCount == 0 && !key || keyCount > 0 && time < keys[0]) return;
        if (count == times.length) times = Arrays.copyOf(times, 2 * count);
        times[count++] = time;
        if (!key) return;
        if (keyCount == keys.length) keys = Arrays.copyOf(keys, 2 * keyCount);
        keys[keyCount++] = time;
    }

    /// After the last packet.
    void sort() {
        Arrays.sort(times, 0, count);
        if (keyCount > 0) Arrays.sort(keys, 0, keyCount);
        for (int i = 1; i < count && usable; i++) usable = times[i] != times[i - 1];
        usable &= keyCount > 0;
    }

    /// @return whether every picture has a time of its own
    boolean usable() {
        return usable;
    }

    /// @return pictures
    int count() {
        return count;
    }

    /// @return the number of the frame shown at this time, 0 when there is none
    int number(long time) {
        return usable ? Math.max(0, Arrays.binarySearch(times, 0, count, time) + 1) : 0;
    }

    /// @param number of a frame, at most [#count]
    /// @return the time of the last key frame shown at or before it; the least long where times do not serve
    long keyBefore(int number) {
        if (!usable) return Long.MIN_VALUE;
        int at = Arrays.binarySearch(keys, 0, keyCount, times[number - 1]);
        return keys[at >= 0 ? at : Math.max(0, -at - 2)];
    }
}
