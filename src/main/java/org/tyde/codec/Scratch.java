package org.tyde.codec;

import java.util.ArrayDeque;

/// Arrays for compressed data, which a decoder needs only while it decodes, kept for its next frames: as many as
/// can be in use at once. What is in one means nothing to the next user, who writes every place before reading
/// it. Pixels never lie in them (decision 22). Thread-safe.
public final class Scratch {
    private static final int MOST = Runtime.getRuntime().availableProcessors();

    /// Larger ones are not worth keeping from everyone else.
    private static final int LARGEST = 64 << 20;

    private final ArrayDeque<byte[]> kept = new ArrayDeque<>();

    /// @param least bytes it must hold
    /// @return an array of at least that length, of any content, the caller's alone until it is given back
    public byte[] take(int least) {
        synchronized (kept) {
            for (var each = kept.iterator(); each.hasNext(); ) {
                var array = each.next();
                if (array.length < least) continue;
                each.remove();
                return array;
            }
        }
        return new byte[least];
    }

    /// @param array taken before; the caller must forget it
    public void back(byte[] array) {
        if (array.length == 0 || array.length > LARGEST) return;
        synchronized (kept) {
            kept.addFirst(array);
            if (kept.size() > MOST) kept.removeLast();
        }
    }
}
