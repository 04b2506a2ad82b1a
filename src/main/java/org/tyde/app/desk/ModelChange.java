package org.tyde.app.desk;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.speech.Readiness;
import org.tyde.speech.RecognizerClient;
import org.tyde.speech.SpeechModel;
import org.tyde.work.JobRunner;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// From the speech model that hears to another: the other is loaded beside it, and hears once it can. What
/// was chosen last wins; a model that cannot hear changes nothing. Thread-safe.
final class ModelChange implements AutoCloseable {
    private final JobRunner runner;
    private final Choosing choosing;
    private final Starting starting;
    private final Consumer<RecognizerClient> ready;
    private final Consumer<Refusal> trouble;
    private final AtomicInteger newest = new AtomicInteger();
    private Optional<SpeechModel> hears;

    /// Which model the settings mean; waits for the disk.
    interface Choosing {
        SpeechModel of(Settings settings) throws Refusal;
    }

    /// Starts a recogniser.
    interface Starting {
        RecognizerClient with(SpeechModel model);
    }

    /// @param runner waits
    /// @param hears now
    /// @param ready takes the recogniser that shall hear from now on
    /// @param trouble told why what was chosen cannot
    ModelChange(
            JobRunner runner,
            Optional<SpeechModel> hears,
            Choosing choosing,
            Starting starting,
            Consumer<RecognizerClient> ready,
            Consumer<Refusal> trouble) {
        this.runner = runner;
        this.hears = hears;
        this.choosing = choosing;
        this.starting = starting;
        this.ready = ready;
        this.trouble = trouble;
    }

    /// @return the model that hears
    synchronized Optional<SpeechModel> hears() {
        return hears;
    }

    /// The recogniser that heard is gone; another is started with the model that is chosen. What it says
    /// against that has been said.
    ///
    /// @param settings as they are
    void again(Settings settings) {
        synchronized (this) {
            hears = Optional.empty();
        }
        to(settings, _ -> {});
    }

    /// @param settings from now on
    void to(Settings settings) {
        to(settings, trouble);
    }

    private void to(Settings settings, Consumer<Refusal> told) {
        int mine = newest.incrementAndGet();
        var _ =
                runner.waiting(
                        "change the speech model",
                        _ -> {
                            change(settings, mine, told);
                            return true;
                        });
    }

    private void change(Settings settings, int mine, Consumer<Refusal> told) {
        try {
            var wanted = choosing.of(settings);
            if (hears().filter(h -> h.folder().equals(wanted.folder())).isPresent()) return;
            var next = starting.with(wanted);
            try {
                Readiness.await(next);
            } catch (Refusal never) {
                next.close();
                throw never;
            }
            take(next, mine);
        } catch (Refusal refused) {
            if (newest.get() == mine) told.accept(refused);
        }
    }

    private synchronized void take(RecognizerClient next, int mine) {
        if (newest.get() != mine) {
            next.close();
            return;
        }
        hears = Optional.of(next.model());
        ready.accept(next);
    }

    /// What is being loaded will not hear.
    @Override
    public void close() {
        newest.incrementAndGet();
    }
}
