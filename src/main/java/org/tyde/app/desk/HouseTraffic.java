package org.tyde.app.desk;

import org.tyde.access.Person;
import org.tyde.app.house.House;
import org.tyde.dimse.command.Service;
import org.tyde.dimse.command.Status;
import org.tyde.refusal.Refusal;
import org.tyde.store.Outbox;
import org.tyde.ui.shell.Traffic;
import org.tyde.work.DesktopOpener;
import org.tyde.work.Job;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
                Stream.concat(
                                house.work().outbox().all().stream(),
                                house.work().outbox().confirmed().stream())
                        .map(one -> outgoing(one, now))
                        .toList());
    }

    private Traffic.Outgoing outgoing(Outbox.Waiting one, Instant now) {
        return new Traffic.Outgoing(
                one.target(),
                one.name(),
                switch (one.state()) {
                    case WAITING -> Traffic.Stage.WAITING;
                    case SENT -> Traffic.Stage.SENT;
                    case CONFIRMED -> Traffic.Stage.CONFIRMED;
                    case REFUSED -> Traffic.Stage.REFUSED;
                },
                one.attempts(),
                Duration.between(now, one.nextAttempt()),
                locale ->
                        one.status() == 0
                                ? ""
                                : new Status(one.status()).text(Service.STORE, locale),
                () ->
                        house.runner()
                                .waiting(
                                        "send once more",
                                        _ -> {
                                            house.work().outbox().again(one.id());
                                            return true;
                                        }),
                file ->
                        house.runner()
                                .waiting(
                                        "save what was refused",
                                        _ ->
                                                Files.write(
                                                        file,
                                                        house.work().outbox().content(one.id()))));
    }

    @Override
    public void forgetEnded() {
        house.archive().queue().forgetEnded();
    }

    @Override
    public List<Traffic.SignIn> signIns() {
        return house.signedIn().stream()
                .map(
                        one ->
                                new Traffic.SignIn(
                                        String.valueOf(one.login().issuer().getHost()),
                                        one.signedIn(),
                                        one.person().flatMap(Person::name)))
                .toList();
    }

    @Override
    public void signIn() {
        house.signIn(DesktopOpener::open);
    }

    @Override
    public void signOut() {
        house.signOut();
    }
}
