package org.tyde.speech;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.work.ChildCommand;
import org.tyde.work.ChildEvents;
import org.tyde.work.ChildLimits;
import org.tyde.work.ChildProcess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// The workstation's end of the speech process. When the process dies, the sound since the last final
/// result of every unfinished press is played to the next one, under the tag it began with.
/// Thread-safe.
public final class RecognizerClient implements Recognizer, ChildEvents {
    private static final int LONGEST_ANEW = 30 * AudioSource.SAMPLE_RATE;
    private static final Logger LOG = LoggerFactory.getLogger(RecognizerClient.class);
    private final SpeechModel model;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Press> unfinished = new ArrayList<>();
    private final Questions questions = new Questions();
    private final SoundKeeper keeper;
    private final ChildProcess child;
    private volatile State state = State.STARTING;
    private volatile boolean keptDying;
    private CommandGrammar grammar = CommandGrammar.of(List.of());
    private volatile boolean connected;
    private int presses;

    private RecognizerClient(
            SpeechModel model,
            SoundKeeper keeper,
            ChildCommand command,
            ChildLimits limits,
            BooleanSupplier spare) {
        this.model = model;
        this.keeper = keeper;
        var room = new SpareRoom(model);
        this.child =
                ChildProcess.start(
                        "speech",
                        command,
                        limits,
                        this,
                        () -> spare.getAsBoolean() && room.enough(pid()));
    }

    /// @param model checked
    /// @param command starts the speech process
    /// @return the recogniser, loading; audio may be given at once
    public static RecognizerClient start(SpeechModel model, ChildCommand command) {
        return start(model, SoundKeeper.NOTHING, command);
    }

    /// @param model checked
    /// @param keeper gets the sound of every press
    /// @param command starts the speech process
    /// @return the recogniser, loading; audio may be given at once
    public static RecognizerClient start(
            SpeechModel model, SoundKeeper keeper, ChildCommand command) {
        return start(model, keeper, command, () -> false);
    }

    /// As the others, with a spare: a second process with its model loaded, that steps in when the first
    /// dies.
    ///
    /// @param model checked
    /// @param keeper gets the sound of every press
    /// @param command starts the speech process
    /// @param spare whether one is wanted, asked each second; kept where memory allows it
    /// @return the recogniser, loading; audio may be given at once
    public static RecognizerClient start(
            SpeechModel model, SoundKeeper keeper, ChildCommand command, BooleanSupplier spare) {
        return new RecognizerClient(model, keeper, command, ChildLimits.SMALL_FRAMES, spare);
    }

    static RecognizerClient start(
            SpeechModel model, SoundKeeper keeper, ChildCommand command, ChildLimits limits) {
        return new RecognizerClient(model, keeper, command, limits, () -> false);
    }

    static RecognizerClient startWithSpare(
            SpeechModel model, SoundKeeper keeper, ChildCommand command, ChildLimits limits) {
        return new RecognizerClient(model, keeper, command, limits, () -> true);
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public SpeechModel model() {
        return model;
    }

    @Override
    public State state() {
        return state;
    }

    /// @return the operating system's number of the speech process
    public OptionalLong pid() {
        return child.pid();
    }

    /// @return the operating system's number of the spare, where one waits with its model loaded
    public OptionalLong sparePid() {
        return child.sparePid();
    }

    @Override
    public synchronized List<String> commands(List<String> phrases) {
        var wanted = CommandGrammar.of(phrases);
        grammar =
                model.dynamicGraph()
                        ? wanted.knownTo(model.vocabulary())
                        : CommandGrammar.of(List.of());
        if (connected) child.send(new SpeechFrame.Commands(grammar.phrases()).toBytes());
        var unheard = new ArrayList<>(wanted.phrases());
        unheard.removeAll(grammar.phrases());
        return unheard;
    }

    @Override
    public List<List<Word>> readings(short[] sound, int most) throws Refusal {
        int count = Math.min(sound.length, LONGEST_ANEW);
        return questions.ask(
                number -> {
                    var frame = new SpeechFrame.Anew(number, most, new Samples(sound, count));
                    return connected && child.send(frame.toBytes());
                });
    }

    @Override
    public synchronized int begin(UtteranceTag tag) {
        endLast();
        var press = new Press(++presses, tag, keeper);
        unfinished.add(press);
        if (connected) child.send(new SpeechFrame.Begin(press.number).toBytes());
        return press.number;
    }

    @Override
    public synchronized void audio(short[] samples, int count) {
        if (unfinished.isEmpty() || unfinished.getLast().over || count == 0) return;
        unfinished.getLast().kept.append(samples, count);
        unfinished.getLast().track.samples(samples, count);
        if (connected) sendSound(new Samples(samples, count));
    }

    @Override
    public synchronized void end() {
        endLast();
    }

    private void endLast() {
        if (unfinished.isEmpty() || unfinished.getLast().over) return;
        unfinished.getLast().over = true;
        unfinished.getLast().track.end();
        if (connected) child.send(new SpeechFrame.End(unfinished.getLast().number).toBytes());
    }

    private void sendSound(Samples sound) {
        for (int from = 0; from < sound.length(); from += AudioSource.SAMPLE_RATE) {
            int count = Math.min(AudioSource.SAMPLE_RATE, sound.length() - from);
            child.send(
                    new SpeechFrame.Sound(new Samples(sound.copy(from, count), count)).toBytes());
        }
    }

    @Override
    public List<byte[]> greeting() {
        return List.of(new SpeechFrame.Load(model.folder().toString()).toBytes());
    }

    @Override
    public void ready(int start) {
        synchronized (this) {
            child.send(new SpeechFrame.Commands(grammar.phrases()).toBytes());
            for (var press : unfinished) {
                press.replayedFrom = press.keptFrom;
                child.send(new SpeechFrame.Begin(press.number).toBytes());
                sendSound(press.kept);
                if (press.over) child.send(new SpeechFrame.End(press.number).toBytes());
            }
            connected = true;
        }
        become(State.READY);
    }

    @Override
    public void lost(int start, String why) {
        synchronized (this) {
            connected = false;
        }
        questions.drop();
        if (state != State.FAILED) become(State.RESTARTING);
    }

    @Override
    public void gaveUp(Refusal why) {
        keptDying = true;
        fail(why);
    }

    /// @return whether it hears nothing more because its process ended again and again: another client may
    ///     fare better
    public boolean keptDying() {
        return keptDying;
    }

    @Override
    public void frame(byte[] payload) {
        try {
            switch (SpeechFrame.parse(payload)) {
                case SpeechFrame.Heard heard -> heard(heard);
                case SpeechFrame.Done(var number) -> done(number);
                case SpeechFrame.Readings(var question, var json) ->
                        questions.answer(question, VoskResult.readings(json));
                case SpeechFrame.Refused(var reason, var arguments) -> {
                    child.close();
                    fail(new Refusal(reason, arguments.toArray()));
                }
                case SpeechFrame.Load _,
                        SpeechFrame.Begin _,
                        SpeechFrame.Sound _,
                        SpeechFrame.End _,
                        SpeechFrame.Anew _,
                        SpeechFrame.Commands _ ->
                        throw new IOException("not for the workstation");
            }
        } catch (IOException | IllegalArgumentException broken) {
            LOG.warn("speech process said something else", broken);
            child.restart("broken frame");
        }
    }

    private void heard(SpeechFrame.Heard heard) throws IOException {
        Utterance utterance;
        synchronized (this) {
            var press = find(heard.press());
            double offset = (double) press.replayedFrom / AudioSource.SAMPLE_RATE;
            double now = offset + (double) heard.samples() / AudioSource.SAMPLE_RATE;
            utterance =
                    new Utterance(
                            press.tag,
                            press.number,
                            press.recording,
                            heard.settled() ? Utterance.State.FINAL : Utterance.State.PARTIAL,
                            VoskResult.words(heard.json(), offset, now),
                            grammar.in(VoskResult.words(heard.commands(), offset, now)));
            if (heard.settled()) press.settleUpTo(press.replayedFrom + heard.samples());
        }
        tell(utterance);
    }

    private void done(int number) throws IOException {
        Press press;
        synchronized (this) {
            press = find(number);
            unfinished.remove(press);
        }
        tell(
                new Utterance(
                        press.tag,
                        number,
                        press.recording,
                        Utterance.State.END,
                        List.of(),
                        List.of()));
    }

    private Press find(int number) throws IOException {
        for (var press : unfinished) if (press.number == number) return press;
        throw new IOException("no press " + number);
    }

    private void tell(Utterance utterance) {
        for (var listener : listeners) listener.heard(utterance);
    }

    private void become(State next) {
        state = next;
        for (var listener : listeners) listener.became(next);
    }

    private void fail(Refusal why) {
        if (state == State.FAILED) return;
        become(State.FAILED);
        questions.drop();
        for (var listener : listeners) listener.failed(why);
    }

    @Override
    public void close() {
        synchronized (this) {
            endLast();
            connected = false;
        }
        questions.drop();
        child.close();
    }

    /// One press of the key that has not been heard to its end.
    private static final class Press {
        final int number;
        final UtteranceTag tag;
        final String recording;
        final SoundKeeper.Track track;
        final Samples kept = new Samples();
        long keptFrom;
        long replayedFrom;
        boolean over;

        Press(int number, UtteranceTag tag, SoundKeeper keeper) {
            this.number = number;
            this.tag = tag;
            var name = UUID.randomUUID().toString();
            track = keeper.begin(tag, name);
            recording = track.equals(SoundKeeper.Track.SILENT) ? "" : name;
        }

        void settleUpTo(long sample) {
            kept.drop((int) (sample - keptFrom));
            keptFrom = Math.max(keptFrom, sample);
        }
    }
}
