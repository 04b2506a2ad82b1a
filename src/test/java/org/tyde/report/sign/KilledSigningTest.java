package org.tyde.report.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.report.Report;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportStore;
import org.tyde.report.Section;
import org.tyde.store.Cache;
import org.tyde.store.ChildJvm;
import org.tyde.store.Kills;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// A process killed while it signs to be countersigned, countersigns, waits and takes back: the report is a
/// draft of which nothing waits to leave, or signed and all of it waits; never both, never half.
class KilledSigningTest {
    private static final int KILLS = Integer.getInteger("tyde.kills", 4);
    private static final Observer TRAINEE =
            new Observer(
                    PersonName.parse("Lie^Ingrid"),
                    Optional.of("LIS"),
                    Optional.of("Sykehuset i Vestfold"),
                    Optional.of("9144911"));
    private static final SigningTerms STAYS = new SigningTerms(Duration.ofMinutes(5));

    @TempDir Path folder;

    /// One run of a desk, with one report under work.
    private static final class Desk {
        private final JobRunner runner = new JobRunner(1);
        private final FakeArchive archive = new FakeArchive();
        private final Cache cache;
        private final WorkDatabase work;
        private final ReportStore reports;
        private final Delivery delivery;
        private final Signing signing;

        Desk(Path folder) throws Exception {
            cache = Cache.open(folder.resolve("cache"), runner);
            work = WorkDatabase.open(folder.resolve("data"));
            reports = new ReportStore(work.drafts(), runner);
            delivery =
                    new Delivery(cache, work, runner, _ -> Optional.of(archive), Clock.systemUTC());
            signing =
                    new Signing(
                            cache,
                            reports,
                            delivery,
                            _ -> List.of(),
                            Release.NONE,
                            Clock.systemUTC(),
                            () -> STAYS);
        }

        Report report(boolean countersigns) throws Exception {
            cache.accept(Examples.image().build());
            var study = Study.from(Examples.image().build());
            if (!countersigns) {
                var report = reports.begin(study, org.tyde.report.Referral.NONE);
                if (report.text().unwritten()) {
                    report.type(Section.FINDINGS, 0, 0, "Knute på 8,4 mm.");
                    report.type(Section.IMPRESSION, 0, 0, "Lungeknute.");
                    reports.save();
                }
                return report;
            }
            cache.accept(trainees());
            var following = new Following(cache, reports);
            if (reports.begun(study.uid()))
                return reports.begin(study, org.tyde.report.Referral.NONE);
            var standing = following.look(study, archive, Optional.of(Examples.RADIOLOGIST), false);
            var report =
                    following.begin(
                            study, standing.offer(ReportKind.COUNTERSIGNATURE).orElseThrow());
            report.type(Section.IMPRESSION, 0, 0, "Ja. ");
            reports.save();
            return report;
        }

        private static org.tyde.dicom.DataSet trainees() throws Exception {
            var plain = Examples.report(DocumentState.AWAITING, List.of());
            return StructuredReport.write(
                    new ReportDocument(
                            plain.sopUid(),
                            plain.studyUid(),
                            plain.title(),
                            plain.state(),
                            plain.written(),
                            Optional.of(TRAINEE),
                            List.of(),
                            Life.awaiting(Awaits.COUNTERSIGNATURE),
                            plain.sections(),
                            plain.evidence(),
                            plain.otherEvidence(),
                            List.of()),
                    Examples.image().build());
        }

        void sign(Report report, boolean countersigns) throws Exception {
            var images =
                    new ImagesRead(
                            1,
                            OptionalInt.of(1),
                            0,
                            List.of(Examples.SLICE),
                            List.of(Examples.SLICE),
                            List.of());
            var target = new Destination(archive, false);
            var summary =
                    signing.summary(report.id(), images, Optional.of(Examples.RADIOLOGIST), target);
            var choices =
                    countersigns
                            ? SigningChoices.NONE
                            : SigningChoices.NONE.awaiting(Awaits.COUNTERSIGNATURE);
            signing.sign(summary, choices, target);
        }

        void close() throws Exception {
            delivery.close();
            reports.close();
            cache.close();
            work.close();
            runner.close();
        }
    }

    /// Signs and takes back without end.
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            boolean countersigns = Boolean.parseBoolean(arguments[1]);
            var desk = new Desk(Path.of(arguments[0]));
            var report = desk.report(countersigns);
            if (report.sealed()) report = desk.signing.takeBack(report.id());
            for (int i = 0; i < 10_000; i++) {
                desk.sign(report, countersigns);
                System.out.println("signed");
                Thread.sleep(10);
                desk.signing.takeBack(report.id());
                System.out.println("back");
            }
        }
    }

    @Test
    void aReportIsADraftOrSignedAndNothingBetween() throws Exception {
        Kills.inRows(KILLS, folder, (row, kills, random) -> kill(row, kills, random, false));
    }

    @Test
    void aCountersignatureIsADraftOrSignedAndNothingBetween() throws Exception {
        Kills.inRows(KILLS, folder, (row, kills, random) -> kill(row, kills, random, true));
    }

    private static void kill(Path folder, int kills, Random random, boolean countersigns)
            throws Exception {
        var text = Optional.<String>empty();
        for (int kill = 1; kill <= kills; kill++) {
            try (var child = ChildJvm.start(Child.class, folder, countersigns)) {
                child.killAfter(1 + random.nextInt(6), random.nextInt(60));
            }
            var desk = new Desk(folder);
            try {
                desk.delivery.recover();
                assertEquals(1, desk.work.drafts().all().size(), "one draft");
                var report = desk.report(countersigns);
                var waiting = desk.delivery.waiting();
                assertEquals(report.sealed() ? 2 : 0, waiting.size(), "report and key objects");
                assertEquals(
                        report.sealed() ? 1 : 0,
                        desk.signing.staying().size(),
                        "can be taken back");
                var now = report.text().of(Section.IMPRESSION);
                assertFalse(now.isEmpty());
                assertEquals(text.orElse(now), now, "not a word is lost");
                text = Optional.of(now);
            } finally {
                desk.close();
            }
        }
        leaves(folder, countersigns);
    }

    /// What is signed in the end leaves once, all of it.
    private static void leaves(Path folder, boolean countersigns) throws Exception {
        var desk = new Desk(folder);
        try {
            var report = desk.report(countersigns);
            if (!report.sealed()) desk.sign(report, countersigns);
            desk.delivery.hurry();
            assertEquals(List.of(), desk.work.drafts().all());
            var sent = new HashSet<String>();
            for (var object : desk.archive.held)
                assertTrue(sent.add(object.textOr(Tag.SOP_INSTANCE_UID, "")), "sent once");
            assertEquals(2, sent.size());
        } finally {
            desk.close();
        }
    }
}
