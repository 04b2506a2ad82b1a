package org.tyde.dictation;

import org.jspecify.annotations.Nullable;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.dictation.words.Replacements;
import org.tyde.dictation.words.Sayable;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.ReportId;
import org.tyde.speech.AudioLevel;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Recognizer;
import org.tyde.speech.Utterance;
import org.tyde.speech.Vocabulary;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Speech into reports. Every press of the key belongs to the report that was open and to the recogniser
/// that heard when the key went down; its words go there, or are said to be lost, whatever has been opened or
/// chosen since. Thread-safe.
public final class Dictation implements AutoCloseable {
    static final Locale USUAL = Locale.of("nb");
    private final JobRunner runner;
    private final Writer writer = new Writer(new Told());
    private final List<DictationListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Press> unfinished = new ArrayList<>();
    private volatile Optional<Hearer> hearer;
    private Optional<Refusal> problem;
    private @Nullable DictationSink open;
    private @Nullable Press active;
    private boolean liveTrial;

    private Dictation(
            Optional<Recognizer> recognizer, Optional<Refusal> problem, JobRunner runner) {
        this.problem = problem;
        this.runner = runner;
        this.hearer = recognizer.map(Hearer::new);
        hearer.ifPresent(h -> h.tell(new Ears()));
    }

    /// @param recognizer who hears; closed with this
    /// @param runner whose threads listen
    /// @return dictation with the microphone off
    public static Dictation with(Recognizer recognizer, JobRunner runner) {
        return new Dictation(Optional.of(recognizer), Optional.empty(), runner);
    }

    /// @param why there is no recogniser: no model, no library
    /// @param runner as of the other
    /// @return dictation that only says why it does not work
    public static Dictation without(Refusal why, JobRunner runner) {
        return new Dictation(Optional.empty(), Optional.of(why), runner);
    }

    /// From the next press on another one hears; what is being said is heard to its end by the one before,
    /// which is closed then.
    ///
    /// @param next hears from now on; closed with this
    public void hearWith(Recognizer next) {
        Optional<Hearer> before;
        synchronized (this) {
            before = hearer;
            var now = new Hearer(next);
            hearer = Optional.of(now);
            problem = Optional.empty();
            now.tell(new Ears());
        }
        before.ifPresent(Hearer::leave);
        tellState();
    }

    /// @param listener told from now on
    /// @return ends the telling when run
    public Runnable listen(DictationListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// @return how things stand
    public synchronized DictationState state() {
        var now = active;
        var microphone =
                now == null || now.stopped()
                        ? Microphone.OFF
                        : now.live ? Microphone.LISTENING : Microphone.PLAYING;
        return new DictationState(
                Optional.ofNullable(open).map(DictationSink::report),
                microphone,
                hearer.filter(Hearer::trial).isPresent(),
                liveTrial,
                hearer.map(Hearer::state).orElse(Recognizer.State.FAILED),
                problem);
    }

    /// Another case is opened, or none: the microphone stops at once and the draft that was open is
    /// saved. What was said before still goes to its own report.
    ///
    /// @param next the report that words go to from now on
    public void open(Optional<DictationSink> next) {
        DictationSink before;
        synchronized (this) {
            before = open;
            boolean same =
                    before != null
                            && next.filter(n -> n.report().equals(before.report())).isPresent();
            if (same) return;
            cut();
            open = next.orElse(null);
        }
        if (before != null) before.save();
        tellState();
    }

    /// The report takes no more words; those still to come for it are lost, and it is said so.
    ///
    /// @param report which
    public synchronized void forget(ReportId report) {
        for (var press : unfinished) if (press.sink.report().equals(report)) press.forget();
    }

    /// @param on whether the live microphone may be tried with the trial model
    public void allowLiveTrial(boolean on) {
        synchronized (this) {
            liveTrial = on;
            if (!on && active != null && active.live) active.stop();
        }
        tellState();
    }

    /// The key goes down: words go to the report that is open now. Opening the device happens meanwhile.
    ///
    /// @param source what is listened to
    /// @throws Refusal there is no report, no recogniser, or the live microphone is off
    public void start(AudioSource source) throws Refusal {
        Press press;
        synchronized (this) {
            var into = open;
            if (into == null || !into.open()) throw new Refusal(DictationReason.NO_REPORT);
            if (hearer.isEmpty())
                throw problem.orElseGet(() -> new Refusal(DictationReason.NO_REPORT));
            var hears = hearer.get();
            if (source.live() && hears.trial() && !liveTrial)
                throw new Refusal(DictationReason.LIVE_TRIAL_OFF);
            cut();
            problem = Optional.empty();
            press = new Press(into, hears, source.live());
            active = press;
            hears.listenFor(writer.phrases(into, language()));
            unfinished.add(press);
            hears.begin(press);
        }
        tellState();
        runner.waiting(
                "open the sound",
                _ -> {
                    openSource(source, press);
                    return true;
                });
    }

    /// @param replacements in force from the next word on
    public void replace(Replacements replacements) {
        writer.replace(replacements);
    }

    /// @return of which language the words of the next press are
    public Locale language() {
        return hearer.flatMap(Hearer::language).orElse(USUAL);
    }

    /// @return the words the model can hear; empty without one
    public Optional<Vocabulary> vocabulary() {
        return hearer.map(Hearer::vocabulary);
    }

    /// @return all that can be said now
    public synchronized List<Sayable> sayables() {
        return writer.sayables(Optional.ofNullable(open), language());
    }

    /// @return all phrases that are commands in the open report
    public synchronized List<String> commands() {
        return open == null ? List.of() : writer.phrases(open, language());
    }

    /// @return the commands that are heard by free speech only, or not at all: the model does not know a
    ///     word of theirs, or takes no grammar
    public List<String> unheard() {
        return hearer.map(Hearer::unheard).orElse(List.of());
    }

    private final class Told implements Writer.Hook {
        @Override
        public void wrote(DictationSink sink, Caret at, List<Written> written) {
            for (var listener : listeners) listener.wrote(sink.report(), at, written);
        }

        @Override
        public void doubted(DictationSink sink, Refusal why) {
            for (var listener : listeners) listener.doubted(sink.report(), why);
        }
    }

    private void openSource(AudioSource source, Press press) {
        try {
            press.opened(source.open(runner, new Ear(press)));
        } catch (Refusal refused) {
            trouble(refused);
            finish(press);
        }
    }

    /// The key goes up; words already said still come.
    public void stop() {
        synchronized (this) {
            if (active == null) return;
            active.stop();
        }
        tellState();
    }

    /// Ends the press under way without waiting for the last of its sound.
    private void cut() {
        var press = active;
        if (press == null) return;
        press.stop();
        active = null;
        press.hearer.end();
    }

    private void finish(Press press) {
        synchronized (this) {
            press.stop();
            if (active != press) return;
            active = null;
            press.hearer.end();
        }
        tellState();
    }

    private void trouble(Refusal why) {
        synchronized (this) {
            problem = Optional.of(why);
        }
        tellState();
    }

    private void tellState() {
        var now = state();
        for (var listener : listeners) listener.became(now);
    }

    private void write(Press press, Utterance utterance) {
        press.sink.hear("");
        if (utterance.words().isEmpty()) return;
        if (!press.takesWords()) {
            tellLost(press, utterance);
            return;
        }
        try {
            for (var command : writer.write(press, utterance)) ask(press.sink, command);
        } catch (Refusal signedMeanwhile) {
            tellLost(press, utterance);
        }
        boolean late;
        synchronized (this) {
            late = open == null || !open.report().equals(press.sink.report());
        }
        if (late) press.sink.save();
    }

    private void tellLost(Press press, Utterance utterance) {
        var words = writer.preview(press, utterance.words());
        for (var listener : listeners) listener.lost(press.sink.report(), words);
    }

    /// A button does in the open report what a word would; nothing where none is open.
    ///
    /// @param command for what the word stands
    /// @throws Refusal the report takes nothing more
    public void perform(SpokenCommand.Plain command) throws Refusal {
        DictationSink into;
        synchronized (this) {
            into = open;
        }
        if (into == null || !into.open()) return;
        if (!writer.perform(into, command, language())) ask(into, command);
    }

    private void ask(DictationSink asked, SpokenCommand command) {
        synchronized (this) {
            if (open == null || !open.report().equals(asked.report())) return;
        }
        if (command == SpokenCommand.Plain.STOP) stop();
        else for (var listener : listeners) listener.asked(asked.report(), command);
    }

    @Override
    public void close() {
        open(Optional.empty());
        hearer.ifPresent(Hearer::close);
        List<Press> late;
        synchronized (this) {
            late = List.copyOf(unfinished);
        }
        for (var press : late) press.hearer.close();
    }

    /// Takes what was heard.
    private final class Ears implements Hearer.Listener {
        @Override
        public void heard(Press press, Utterance utterance) {
            switch (utterance.state()) {
                case PARTIAL -> press.sink.hear(writer.preview(press, utterance.words()));
                case FINAL -> write(press, utterance);
                case END -> {
                    synchronized (Dictation.this) {
                        unfinished.remove(press);
                    }
                    press.sink.hear("");
                }
            }
        }

        @Override
        public void became() {
            tellState();
        }

        @Override
        public void failed(Hearer who, List<Press> never, Refusal why) {
            synchronized (Dictation.this) {
                unfinished.removeAll(never);
                if (active != null && active.hearer == who) cut();
                if (hearer.filter(h -> h == who).isPresent() || !never.isEmpty())
                    problem = Optional.of(why);
            }
            for (var press : never) {
                press.sink.hear("");
                for (var listener : listeners) listener.lost(press.sink.report(), "");
            }
            tellState();
        }
    }

    /// Takes the sound of one press, and of no other.
    private final class Ear implements AudioSource.Sink {
        private final Press press;

        Ear(Press press) {
            this.press = press;
        }

        @Override
        public void samples(short[] samples, int count) {
            synchronized (Dictation.this) {
                if (active != press) return;
                press.hearer.audio(samples, count);
            }
            double level = AudioLevel.of(samples, count);
            for (var listener : listeners) listener.level(level);
        }

        @Override
        public void ended() {
            finish(press);
            for (var listener : listeners) listener.level(0);
        }

        @Override
        public void broke(Refusal why) {
            trouble(why);
        }
    }
}
