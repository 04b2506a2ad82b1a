package org.tyde.report.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dimse.message.DimseReason;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.Outbox;
import org.tyde.store.WorkDatabase;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What is sent while the archive comes and goes.
class DeliveryTest {
    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private final FakeArchive archive = new FakeArchive();
    private final SetClock clock = new SetClock();
    private Optional<Cache> cache = Optional.empty();
    private Optional<WorkDatabase> work = Optional.empty();
    private Optional<Delivery> delivery = Optional.empty();

    /// Stands still until it is set.
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.now().plusSeconds(3600);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() throws Exception {
        archive.dead = true;
        cache = Optional.of(Cache.open(folder.resolve("cache"), runner));
        work = Optional.of(WorkDatabase.open(folder));
        begin();
    }

    private void begin() {
        delivery =
                Optional.of(
                        new Delivery(
                                cache.orElseThrow(),
                                work.orElseThrow(),
                                runner,
                                _ -> Optional.of(archive),
                                clock));
    }

    @AfterEach
    void close() {
        delivery.orElseThrow().close();
        work.orElseThrow().close();
        cache.orElseThrow().close();
        runner.close();
    }

    private void send(String study, int number) throws Refusal {
        var object =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, Uids.create())
                        .text(Tag.STUDY_INSTANCE_UID, study)
                        .text(Tag.SERIES_INSTANCE_UID, Uids.create())
                        .text(Tag.PATIENT_ID, "1")
                        .text(Tag.MODALITY, "KO")
                        .integer(Tag.INSTANCE_NUMBER, number)
                        .build();
        delivery.orElseThrow().send(study, new Destination(archive, false), object);
    }

    private List<Integer> sent(String study) throws Refusal {
        var numbers = new java.util.ArrayList<Integer>();
        for (var one : archive.held)
            if (one.textOr(Tag.STUDY_INSTANCE_UID, "").equals(study))
                numbers.add(one.integer(Tag.INSTANCE_NUMBER).orElseThrow());
        return numbers;
    }

    private int attempt() throws Refusal {
        return delivery.orElseThrow().attempt();
    }

    @Test
    void nothingOfAStudyOvertakesWhatWasQueuedBefore() throws Exception {
        send("1.1", 1);
        attempt();
        archive.dead = false;
        send("1.1", 2);
        send("1.2", 3);
        attempt();
        assertEquals(List.of(), sent("1.1"), "the first is not due yet");
        assertEquals(List.of(3), sent("1.2"), "another study does not wait for it");
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        attempt();
        assertEquals(List.of(1, 2), sent("1.1"));
        assertEquals(List.of(), delivery.orElseThrow().waiting());
    }

    @Test
    void whatWaitedWhenTheProgramEndedIsSentOnceAfterItsStart() throws Exception {
        for (int i = 1; i <= 3; i++) send("1.1", i);
        attempt();
        delivery.orElseThrow().close();
        begin();
        delivery.orElseThrow().recover();
        archive.dead = false;
        clock.now = clock.now.plus(Duration.ofMinutes(20));
        attempt();
        attempt();
        assertEquals(List.of(1, 2, 3), sent("1.1"));
    }

    private List<Outbox.State> states() throws Refusal {
        return delivery.orElseThrow().waiting().stream().map(Outbox.Waiting::state).toList();
    }

    @Test
    void whatAnArchiveRefusesForGoodIsShownWithItsStatusAndNotSentAgainByItself() throws Exception {
        archive.dead = false;
        archive.refuses = Optional.of(new Refusal(DimseReason.NOT_STORED, "vest", 1, 1, "A900"));
        send("1.1", 1);
        attempt();
        assertEquals(List.of(Outbox.State.REFUSED), states());
        var refused = delivery.orElseThrow().waiting().getFirst();
        assertEquals(0xA900, refused.status());
        archive.refuses = Optional.empty();
        clock.now = clock.now.plus(Duration.ofDays(2));
        attempt();
        assertEquals(List.of(), sent("1.1"), "a person decides");
        send("1.1", 2);
        attempt();
        assertEquals(List.of(2), sent("1.1"), "what comes later does not wait for it");
        work.orElseThrow().outbox().again(refused.id());
        attempt();
        assertEquals(List.of(2, 1), sent("1.1"));
        assertEquals(List.of(), states());
    }

    @Test
    void whatAnArchiveRefusesWithoutSayingForHowLongIsTriedTenTimes() throws Exception {
        archive.dead = false;
        archive.refuses =
                Optional.of(new Refusal(DicomwebReason.NOT_STORED, "vest", 1, 1, "0x0110"));
        send("1.1", 1);
        for (int i = 0; i < 12; i++) {
            attempt();
            clock.now = clock.now.plus(Duration.ofHours(1));
        }
        var refused = delivery.orElseThrow().waiting().getFirst();
        assertEquals(Outbox.State.REFUSED, refused.state());
        assertEquals(10, refused.attempts());
        assertEquals(0x0110, refused.status());
    }

    @Test
    void whatAnArchiveSaysItTookAndDoesNotListIsLookedForAndThenSentAgain() throws Exception {
        archive.dead = false;
        archive.forgets = true;
        send("1.1", 1);
        attempt();
        assertEquals(List.of(Outbox.State.SENT), states());
        assertTrue(work.orElseThrow().needed().contains("1.1"), "it stays in the cache");
        clock.now = clock.now.plus(Duration.ofMinutes(5));
        attempt();
        assertEquals(List.of(Outbox.State.SENT), states());
        clock.now = clock.now.plus(Duration.ofHours(2));
        attempt();
        assertEquals(List.of(Outbox.State.WAITING), states());
        assertEquals("NOT_LISTED", delivery.orElseThrow().waiting().getFirst().lastReason());
        archive.forgets = false;
        clock.now = clock.now.plus(Duration.ofHours(1));
        attempt();
        assertEquals(List.of(1), sent("1.1"));
        assertEquals(List.of(), states());
        assertEquals(1, work.orElseThrow().outbox().confirmed().size());
    }
}
