package org.tyde.app.desk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.StudySource;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.reading.CaseChange;
import org.tyde.refusal.Refusal;
import org.tyde.report.AiDecision;
import org.tyde.report.Report;
import org.tyde.report.View;
import org.tyde.report.flow.AiFinding;
import org.tyde.report.flow.FlowReason;
import org.tyde.ui.FxThread;
import org.tyde.ui.reporting.flow.FlowModel;
import org.tyde.ui.viewport.ImageDesk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What algorithms and devices found in the open study, out of its structured reports. Used on the JavaFX
/// thread.
final class CaseFindings {
    private static final Logger LOG = LoggerFactory.getLogger(CaseFindings.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final ImageDesk images;
    private final StudySource source;
    private final FlowModel flow;
    private final Supplier<Optional<Report>> report;
    private boolean looking;

    /// @param images of the open case
    /// @param source that has its documents
    /// @param flow told what was found
    /// @param report in which it is decided what becomes of it
    CaseFindings(
            ImageDesk images,
            StudySource source,
            FlowModel flow,
            Supplier<Optional<Report>> report) {
        this.report = report;
        this.images = images;
        this.source = source;
        this.flow = flow;
        images.openProperty().subscribe(_ -> look());
        flow.onImage(this::show);
        flow.foundProperty().subscribe(_ -> draw());
        flow.onDecided(this::draw);
        images.listen(
                change -> {
                    if (change instanceof CaseChange.Studies) draw();
                });
        images.runner().every(AGAIN, () -> FxThread.FX.execute(this::again));
    }

    /// What was rejected is drawn no more.
    private void draw() {
        var open = images.openCase();
        if (open.isEmpty()) return;
        var now = report.get();
        var wanted =
                flow.foundProperty().get().stream()
                        .filter(
                                f ->
                                        now.flatMap(f::decided)
                                                .filter(d -> d == AiDecision.AI_REJECTED)
                                                .isEmpty())
                        .toList();
        images.found(FoundFigures.on(open.get().hang().stacks(), wanted));
    }

    /// What came since the case was opened is offered, and told.
    void again() {
        var open = images.openCase();
        if (open.isEmpty() || looking) return;
        var study = open.get().current().uid();
        looking = true;
        FxThread.FX.watch(
                images.runner().waiting("late findings", _ -> of(source, study)),
                found -> {
                    looking = false;
                    if (images.openCase().equals(open)) came(study, found);
                },
                _ -> looking = false);
    }

    private void came(String study, List<AiFinding> now) {
        var known = flow.foundProperty().get();
        long more =
                now.stream()
                        .filter(f -> known.stream().noneMatch(k -> k.id().equals(f.id())))
                        .count();
        if (now.equals(known)) return;
        flow.found(study, now);
        if (more > 0)
            images.say(images.messages().in(CaseFindings.class).text("findings.late", more));
    }

    private void look() {
        var open = images.openCase();
        if (open.isEmpty()) return;
        var study = open.get().current().uid();
        flow.found(study, List.of());
        FxThread.FX.watch(
                images.runner().waiting("findings", _ -> of(source, study)),
                found -> {
                    if (images.openCase().equals(open)) flow.found(study, found);
                },
                failed -> {
                    if (images.openCase().equals(open))
                        images.say(images.messages().sentence(failed));
                });
    }

    /// @param source that has the study
    /// @param study Study Instance UID
    /// @return what no person found; a document that cannot be read has none
    /// @throws Refusal the source does not tell
    static List<AiFinding> of(StudySource source, String study) throws Refusal {
        var found = new ArrayList<AiFinding>();
        for (var series : source.series(study)) {
            if (!series.modality().equals("SR")) continue;
            for (var object : source.instances(study, series.uid())) {
                try {
                    if (!ReadDocument.reads(object.textOr(Tag.SOP_CLASS_UID, ""))) continue;
                    var read = ReadMeasurements.of(object);
                    found.addAll(AiFinding.of(read));
                    if (read.skipped() > 0 && !read.groups().isEmpty())
                        LOG.info("items of a measurement report not read: {}", read.skipped());
                } catch (DicomFormatException malformed) {
                    LOG.warn("a malformed structured report", malformed);
                }
            }
        }
        return found;
    }

    private void show(InstanceReference one) {
        var open = images.openCase();
        if (open.isEmpty()) return;
        int active = open.get().active();
        int frame = one.frames().isEmpty() ? 1 : one.frames().getFirst();
        var pane =
                new View.Pane(
                        active,
                        one.studyUid(),
                        one.seriesUid(),
                        one.sopUid(),
                        frame,
                        Optional.empty());
        try {
            CaseViews.show(open.get(), new View("", active, List.of(pane)));
        } catch (Refusal gone) {
            images.say(images.messages().sentence(new Refusal(FlowReason.FOUND_IMAGE_GONE)));
        }
    }
}
