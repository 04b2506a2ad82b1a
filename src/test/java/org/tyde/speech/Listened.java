package org.tyde.speech;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What came out of a source of sound.
final class Listened implements AudioSource.Sink {
    final List<Refusal> broken = new ArrayList<>();
    private final Samples sound = new Samples();
    private boolean over;

    @Override
    public synchronized void samples(short[] samples, int count) {
        sound.append(samples, count);
        notifyAll();
    }

    @Override
    public synchronized void ended() {
        over = true;
        notifyAll();
    }

    @Override
    public synchronized void broke(Refusal why) {
        broken.add(why);
    }

    synchronized short[] all() {
        return sound.copy(0, sound.length());
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized void awaitEnd() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!over && System.nanoTime() < deadline) wait(100);
        if (!over) throw new IllegalStateException("did not end");
    }

    synchronized void awaitSamples(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (sound.length() < count && System.nanoTime() < deadline) wait(100);
        if (sound.length() < count) throw new IllegalStateException("only " + sound.length());
    }
}
