package org.tyde.reading;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.store.ReadingStates;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Keeps how a case is left, while it is read: marks at once, views and what was shown within some
/// seconds. A failed save is logged and tried again with the next change.
public final class CaseJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseJournal.class);
    private static final Duration PERIOD = Duration.ofSeconds(3);

    private final OpenCase open;
    private final ReadingStates states;
    private final JobRunner runner;
    private final String studyUid;
    private final AtomicReference<@Nullable ReadingState> wanted = new AtomicReference<>();
    private final Listening listening;
    private final AutoCloseable ticking;
    private final AtomicBoolean dirty = new AtomicBoolean();

    /// Begins to keep a case.
    ///
    /// @param open the case
    /// @param states where states are kept
    /// @param runner saves
    /// @param model runs what it is given on the one thread that uses the case
    public CaseJournal(OpenCase open, ReadingStates states, JobRunner runner, Executor model) {
        this.open = open;
        this.states = states;
        this.runner = runner;
        studyUid = open.current().uid();
        listening = open.listen(this::changed);
        ticking =
                runner.every(
                        PERIOD,
                        () -> {
                            if (dirty.get()) model.execute(this::keep);
                        });
    }

    /// @param open a case that has just been opened; left as it was left before
    /// @param kept as [ReadingStates] gives it
    /// @throws Refusal when what was kept cannot be read
    public static void restore(OpenCase open, Optional<String> kept) throws Refusal {
        if (kept.isPresent()) ReadingJson.read(kept.get()).into(open);
    }

    private void changed(CaseChange change) {
        switch (change) {
            case CaseChange.MarksChanged() -> {
                dirty.set(true);
                keep();
            }
            case CaseChange.Viewport _,
                    CaseChange.Layout _,
                    CaseChange.Seen _,
                    CaseChange.Studies _ ->
                    dirty.set(true);
            case CaseChange.Active _, CaseChange.Link _ -> {}
        }
    }

    /// On the model's thread: takes the state now and has it saved; the newest wins.
    private void keep() {
        if (!dirty.getAndSet(false)) return;
        if (wanted.getAndSet(ReadingState.of(open)) == null)
            runner.waiting(
                    "keep the reading state",
                    _ -> {
                        save();
                        return true;
                    });
    }

    private synchronized void save() {
        var state = wanted.getAndSet(null);
        if (state == null) return;
        try {
            states.save(studyUid, ReadingJson.write(state));
        } catch (Refusal refused) {
            dirty.set(true);
            LOG.warn("the reading state was not saved: {}", refused.getMessage());
        }
    }

    /// Keeps the last state and ends; on the model's thread.
    @Override
    public void close() {
        listening.close();
        keep();
        try {
            ticking.close();
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }
}
