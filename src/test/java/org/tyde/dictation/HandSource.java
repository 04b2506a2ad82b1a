package org.tyde.dictation;

import org.tyde.refusal.Refusal;
import org.tyde.speech.AudioSource;
import org.tyde.work.JobRunner;

import java.util.concurrent.CompletableFuture;

/// Sound made by hand, one numbered block at a time.
final class HandSource implements AudioSource {
    private final CompletableFuture<Sink> sink = new CompletableFuture<>();
    private final boolean live;

    HandSource(boolean live) {
        this.live = live;
    }

    /// Waits until it is listened to.
    Sink sink() {
        return sink.join();
    }

    void speak(int word) {
        sink().samples(new short[] {(short) word}, 1);
    }

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public Capture open(JobRunner runner, Sink into) throws Refusal {
        sink.complete(into);
        return () -> {};
    }
}
