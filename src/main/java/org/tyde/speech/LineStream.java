package org.tyde.speech;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.sound.sampled.TargetDataLine;

/// What a device captures. A device that is pulled out does not end its line: it only gives no more, and a
/// read would wait for ever. So nothing is read that is not there, and silence of the line itself (not of
/// the room, which still gives samples) is its end.
final class LineStream extends InputStream {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final int LOOK_MILLIS = 5;

    private final TargetDataLine line;
    private final BooleanSupplier over;
    private final int frame;
    private boolean lost;

    /// @param line open and started
    /// @param over whether nothing more is wanted
    LineStream(TargetDataLine line, BooleanSupplier over) {
        this.line = line;
        this.over = over;
        this.frame = line.getFormat().getFrameSize();
    }

    @Override
    public int read() throws IOException {
        throw new IOException("frames, not bytes");
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (!over.getAsBoolean() && line.isOpen()) {
            int there = Math.min(line.available(), length) / frame * frame;
            if (there > 0) {
                int got = line.read(into, at, there);
                if (got > 0) return got;
            }
            if (System.nanoTime() > deadline) lost = true;
            if (lost) break;
            pause();
        }
        return -1;
    }

    /// @return whether the device gave no more while more was wanted
    boolean lost() {
        return lost || !over.getAsBoolean() && !line.isOpen();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
