package org.tyde.dictation;

import org.jspecify.annotations.Nullable;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.report.Meaning;
import org.tyde.report.SoundPlace;
import org.tyde.speech.AudioSource;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One press of the key: whose words these are and who hears them, whatever happens on screen meanwhile.
final class Press {
    final DictationSink sink;
    final Hearer hearer;
    final boolean live;
    private AudioSource.@Nullable Capture capture;
    private boolean stopped;
    private boolean forgotten;

    Press(DictationSink sink, Hearer hearer, boolean live) {
        this.sink = sink;
        this.hearer = hearer;
        this.live = live;
    }

    /// @return of which language its words are
    Locale spoken() {
        return hearer.language().orElse(Dictation.USUAL);
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

    /// @param stretch of written text
    /// @param recording of the press, empty where its sound is not kept
    Set<Meaning> marks(Written stretch, String recording) {
        var why = new HashSet<Meaning>();
        var heard = stretch.heard();
        if (stretch.uncertain())
            why.add(
                    new Meaning.Uncertain(
                            heard.confidence(),
                            recording.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new SoundPlace(recording, heard.from(), heard.to()))));
        if (live && hearer.trial()) why.add(new Meaning.Trial());
        return why;
    }
}
