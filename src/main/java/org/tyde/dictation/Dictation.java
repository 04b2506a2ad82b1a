package org.tyde.dictation;

import org.jspecify.annotations.Nullable;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.dictation.words.Replacements;
import org.tyde.dictation.words.Sayable;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.ReportId;
import org.tyde.speech.AudioLevel;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Recognizer;
import org.tyde.speech.Utterance;
import org.tyde.speech.UtteranceTag;
import org.tyde.speech.Vocabulary;
import org.tyde.work.JobRunner;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Speech into reports. Every press of the key belongs to the report that was open when the key went
/// down; its words go there, or are said to be lost, whatever has been opened since. Thread-safe.
public final class Dictation implements Recognizer.Listener, AutoCloseable {
    private final Optional<Recognizer> recognizer;
    private final JobRunner runner;
    private final Locale language;
    private final Writer writer;
    private final List<DictationListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Integer, Press> unfinished = new HashMap<>();
    private Optional<Refusal> problem;
    private @Nullable DictationSink open;
    private @Nullable Press active;
    private boolean liveTrial;
    private List<String> listenedFor = List.of();
    private List<String> unheard = List.of();

    private Dictation(
            Optional<Recognizer> recognizer, Optional<Refusal> problem, JobRunner runner) {
        this.recognizer = recognizer;
        this.problem = problem;
        this.runner = runner;
        this.language = recognizer.flatMap(r -> r.model().language()).orElse(Locale.of("nb"));
        this.writer = new Writer(TextNormalizer.of(language), this::tellWrote);
        recognizer.ifPresent(r -> r.listen(this));
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
                recognizer.filter(r -> r.model().trial()).isPresent(),
                liveTrial,
                recognizer.map(Recognizer::state).orElse(Recognizer.State.FAILED),
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
        for (var press : unfinished.values())
            if (press.sink.report().equals(report)) press.forget();
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
            if (recognizer.isEmpty())
                throw problem.orElseGet(() -> new Refusal(DictationReason.NO_REPORT));
            var hears = recognizer.get();
            if (source.live() && hears.model().trial() && !liveTrial)
                throw new Refusal(DictationReason.LIVE_TRIAL_OFF);
            cut();
            problem = Optional.empty();
            press = new Press(into, source.live(), hears.model().trial());
            active = press;
            unheard = listenForCommands(hears, into);
            var tag = new UtteranceTag(into.report().value(), into.caret().section().name());
            unfinished.put(hears.begin(tag), press);
        }
        tellState();
        runner.waiting(
                "open the sound",
                _ -> {
                    openSource(source, press);
                    return true;
                });
    }

    private List<String> listenForCommands(Recognizer hears, DictationSink into) {
        var phrases = writer.phrases(into);
        if (phrases.equals(listenedFor)) return unheard;
        listenedFor = phrases;
        return hears.commands(phrases);
    }

    /// @param replacements in force from the next word on
    public void replace(Replacements replacements) {
        writer.replace(replacements);
    }

    /// @return of which language the words are
    public Locale language() {
        return language;
    }

    /// @return the words the model can hear; empty without one
    public Optional<Vocabulary> vocabulary() {
        return recognizer.map(r -> r.model().vocabulary());
    }

    /// @return all that can be said now
    public synchronized List<Sayable> sayables() {
        return writer.sayables(Optional.ofNullable(open));
    }

    /// @return all phrases that are commands in the open report
    public synchronized List<String> commands() {
        return open == null ? List.of() : writer.phrases(open);
    }

    /// @return the commands that are heard by free speech only, or not at all: the model does not know a
    ///     word of theirs, or takes no grammar
    public synchronized List<String> unheard() {
        return unheard;
    }

    private void tellWrote(DictationSink sink, Caret at, List<Written> written) {
        for (var listener : listeners) listener.wrote(sink.report(), at, written);
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
        recognizer.ifPresent(Recognizer::end);
    }

    private void finish(Press press) {
        synchronized (this) {
            press.stop();
            if (active != press) return;
            active = null;
            recognizer.ifPresent(Recognizer::end);
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

    @Override
    public void heard(Utterance utterance) {
        Press press;
        synchronized (this) {
            press =
                    utterance.state() == Utterance.State.END
                            ? unfinished.remove(utterance.press())
                            : unfinished.get(utterance.press());
        }
        if (press == null) return;
        switch (utterance.state()) {
            case PARTIAL -> press.sink.hear(writer.preview(press.sink, utterance.words()));
            case FINAL -> write(press, utterance);
            case END -> press.sink.hear("");
        }
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
        var words = writer.preview(press.sink, utterance.words());
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
        if (!writer.perform(into, command)) ask(into, command);
    }

    private void ask(DictationSink asked, SpokenCommand command) {
        synchronized (this) {
            if (open == null || !open.report().equals(asked.report())) return;
        }
        if (command == SpokenCommand.Plain.STOP) stop();
        else for (var listener : listeners) listener.asked(asked.report(), command);
    }

    @Override
    public void became(Recognizer.State state) {
        tellState();
    }

    @Override
    public void failed(Refusal why) {
        List<Press> never;
        synchronized (this) {
            never = List.copyOf(unfinished.values());
            unfinished.clear();
            cut();
            problem = Optional.of(why);
        }
        for (var press : never) {
            press.sink.hear("");
            for (var listener : listeners) listener.lost(press.sink.report(), "");
        }
        tellState();
    }

    @Override
    public void close() {
        open(Optional.empty());
        recognizer.ifPresent(Recognizer::close);
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
                recognizer.ifPresent(r -> r.audio(samples, count));
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
