package org.tyde.dictation;

import org.jspecify.annotations.Nullable;
import org.tyde.report.Mark;
import org.tyde.speech.AudioSource;

import java.util.EnumSet;
import java.util.Set;

/// One press of the key: whose words these are, whatever happens on screen meanwhile.
final class Press {
    final DictationSink sink;
    final boolean live;
    private final boolean trial;
    private AudioSource.@Nullable Capture capture;
    private boolean stopped;
    private boolean forgotten;

    Press(DictationSink sink, boolean live, boolean trial) {
        this.sink = sink;
        this.live = live;
        this.trial = trial;
    }

    /// The source has been opened; where the key went up meanwhile it is closed at once.
    synchronized void opened(AudioSource.Capture opened) {
        capture = opened;
        if (stopped) opened.close();
    }

    synchronized void stop() {
        stopped = true;
        if (capture != null) capture.close();
    }

    synchronized boolean stopped() {
        return stopped;
    }

    synchronized void forget() {
        forgotten = true;
    }

    synchronized boolean takesWords() {
        return !forgotten && sink.open();
    }

    Set<Mark.Kind> marks(boolean uncertain) {
        var kinds = EnumSet.noneOf(Mark.Kind.class);
        if (uncertain) kinds.add(Mark.Kind.UNCERTAIN);
        if (live && trial) kinds.add(Mark.Kind.TRIAL);
        return kinds;
    }
}
