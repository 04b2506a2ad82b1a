package org.tyde.app;

import org.tyde.refusal.Refusal;
import org.tyde.ui.shell.Traffic;
import org.tyde.work.Job;

import java.time.Duration;
import java.time.Instant;

/// The queue of fetches and the outbox, looked at for the screen.
///
/// @param house whose
record HouseTraffic(House house) implements Traffic.Watch {
    @Override
    public Job<Traffic> look() {
        return house.runner().waiting("look at the queue", _ -> now());
    }

    private Traffic now() throws Refusal {
        var now = Instant.now();
        return new Traffic(
                house.archive().states(),
                house.archive().queue().all().stream().map(Traffic.Fetch::of).toList(),
                house.work().outbox().all().stream()
                        .map(
                                one ->
                                        new Traffic.Outgoing(
                                                one.target(),
                                                one.attempts(),
                                                Duration.between(now, one.nextAttempt())))
                        .toList());
    }

    @Override
    public void forgetEnded() {
        house.archive().queue().forgetEnded();
    }
}
