package org.tyde.app.desk;

import org.tyde.app.house.House;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.imaging.FrameKey;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportStore;
import org.tyde.report.check.ReportChecker;
import org.tyde.report.sign.Delivery;
import org.tyde.report.sign.Destination;
import org.tyde.report.sign.Release;
import org.tyde.report.sign.Signing;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChoices;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.report.sign.SigningTerms;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;
import org.tyde.worklist.Due;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A workstation without screens: what one reader of screening has at his desk.
final class ScreeningDesk implements AutoCloseable {
    final House house;
    final ReportStore reports;
    final Delivery delivery;
    final ReportingServices services;
    private final JobRunner runner = new JobRunner(2);

    /// @param release asked for the forms of what is signed
    ScreeningDesk(Path folder, Settings settings, Release release) throws Exception {
        house = House.open(TydeHome.at(folder).create(), settings, runner);
        reports = new ReportStore(house.work().drafts(), runner);
        delivery =
                new Delivery(
                        house.cache(),
                        house.work(),
                        runner,
                        _ -> Optional.of(house.archive()),
                        Clock.systemUTC());
        var target = new Destination(house.archive(), false);
        services =
                new ReportingServices(
                        reports,
                        new Signing(
                                house.cache(),
                                reports,
                                delivery,
                                new ReportChecker(new CaseAround(house.cache(), Clock.systemUTC())),
                                release,
                                Clock.systemUTC(),
                                () -> new SigningTerms(Duration.ZERO)),
                        target,
                        house.cache(),
                        runner,
                        () -> settings,
                        new TemplateLibrary(folder.resolve("m"), folder.resolve("t")));
    }

    /// Fetches all the archive has of the study.
    void fetch(Study study) throws Exception {
        house.archive().retrieve(study.uid()).job().await();
        house.cache().flush();
    }

    Report begin(Study study, ReportContent content) throws Exception {
        var report = services.begin(study).await();
        report.become(report.content(), content);
        return report;
    }

    /// Both acts; every check is right as it is.
    SigningOutcome sign(Study study, Report report, DataSet image) throws Exception {
        looked(study, image);
        var summary = services.summary(report.id()).await();
        while (summary.checks().stream().anyMatch(SigningCheck::open))
            summary =
                    services.decide(
                                    report.id(),
                                    summary.checks().stream()
                                            .filter(SigningCheck::open)
                                            .findFirst()
                                            .orElseThrow())
                            .await();
        var outcome = services.sign(summary, SigningChoices.NONE).await();
        delivery.attempt();
        return outcome;
    }

    /// The image was on screen, and pointed out.
    void looked(Study study, DataSet image) throws Exception {
        var uid = image.textOr(Tag.SOP_INSTANCE_UID, "");
        var now =
                new ReadImages(
                        study.uid(),
                        1,
                        OptionalInt.of(1),
                        0,
                        Set.of(uid),
                        List.of(new FrameKey(uid, 1)),
                        CaseGroups.NONE,
                        Map.of());
        services.look(() -> Optional.of(now));
    }

    Optional<Due> due(Study study) throws Exception {
        return house.rows(org.tyde.archive.StudyQuery.ANY).stream()
                .filter(r -> r.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .due();
    }

    boolean awaits(Study study, Awaits what, boolean open) throws Exception {
        return due(study).equals(Optional.of(new Due(what, open)));
    }

    @Override
    public void close() throws Refusal {
        delivery.close();
        reports.close();
        house.close();
        runner.close();
    }
}
