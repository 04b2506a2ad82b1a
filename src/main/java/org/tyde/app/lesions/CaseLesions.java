package org.tyde.app.lesions;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.tyde.archive.StudySource;
import org.tyde.evidence.InstanceReference;
import org.tyde.reading.CaseChange;
import org.tyde.reading.LesionRemark;
import org.tyde.reading.OpenCase;
import org.tyde.reading.Tracked;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.check.Surroundings;
import org.tyde.report.flow.ChangeText.Manner;
import org.tyde.report.flow.FlowReason;
import org.tyde.report.flow.LesionText;
import org.tyde.report.lesion.Cell;
import org.tyde.report.lesion.LesionRow;
import org.tyde.report.lesion.LesionTable;
import org.tyde.report.lesion.Proposal;
import org.tyde.report.lesion.Sighting;
import org.tyde.report.lesion.TimePoint;
import org.tyde.store.Cache;
import org.tyde.ui.FxThread;
import org.tyde.ui.reporting.flow.LesionsModel;
import org.tyde.ui.reporting.flow.LesionsModel.Lesions;
import org.tyde.ui.viewport.ImageDesk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The lesions of the open case over time, and what is done with them. Used on the JavaFX thread.
public final class CaseLesions implements LesionsModel.Acts {
    private final ImageDesk images;
    private final StudySource source;
    private final Optional<Cache> cache;
    private final LesionsModel model;
    private final ReadOnlyObjectProperty<Optional<Report>> reported;
    private final Supplier<Optional<PatientStudies>> opening;
    private final Supplier<Manner> manner;
    private final LesionImages shown;
    private LesionDocuments documents = LesionDocuments.NONE;
    private List<Sighting> drawn = List.of();
    private boolean reading;
    private boolean measured;
    private int sizing;

    /// @param images of the open case
    /// @param source that has its documents
    /// @param cache that has what a list of instances lacks; empty for none
    /// @param model told of the lesions
    /// @param reported the report that gets what is put in
    /// @param opening the studies of its patient; empty while no case is open
    /// @param manner how numbers are said
    public CaseLesions(
            ImageDesk images,
            StudySource source,
            Optional<Cache> cache,
            LesionsModel model,
            ReadOnlyObjectProperty<Optional<Report>> reported,
            Supplier<Optional<PatientStudies>> opening,
            Supplier<Manner> manner) {
        this.images = images;
        this.source = source;
        this.cache = cache;
        this.model = model;
        this.reported = reported;
        this.opening = opening;
        this.manner = manner;
        shown = new LesionImages(images, opening);
        model.actThrough(this, manner);
        images.openProperty().subscribe(_ -> opened());
        images.listen(
                change -> {
                    if (change instanceof CaseChange.MarksChanged) measure();
                });
    }

    private void opened() {
        documents = LesionDocuments.NONE;
        drawn = List.of();
        reading = false;
        measured = false;
        model.shownProperty().set(false);
        model.take(Lesions.NONE);
        if (images.openCase().isEmpty()) return;
        read();
        measure();
    }

    @Override
    public void read() {
        var open = images.openCase();
        var begun = opening.get();
        if (open.isEmpty() || begun.isEmpty() || reading) return;
        var study = begun.get().study();
        if (!study.uid().equals(open.get().current().uid())) return;
        var priors = begun.get().priors();
        reading = true;
        tell();
        FxThread.FX.watch(
                images.runner()
                        .waiting(
                                "lesions", _ -> LesionDocuments.read(study, priors, source, cache)),
                found -> {
                    if (!images.openCase().equals(open)) return;
                    documents = found;
                    reading = false;
                    tell();
                },
                failed -> {
                    if (!images.openCase().equals(open)) return;
                    reading = false;
                    images.say(images.messages().sentence(failed));
                    tell();
                });
    }

    private void measure() {
        var open = images.openCase();
        measured = false;
        int mine = ++sizing;
        if (open.isEmpty()) return;
        var now = DrawnLesions.of(open.get());
        FxThread.FX.watch(
                images.runner().waiting("sizes", _ -> now.sightings(images.source())),
                found -> {
                    if (!images.openCase().equals(open) || mine != sizing) return;
                    drawn = found;
                    measured = true;
                    tell();
                },
                _ -> {});
    }

    private void tell() {
        var open = images.openCase();
        if (open.isEmpty()) return;
        model.take(lesions(open.get()));
    }

    private Lesions lesions(OpenCase open) {
        var current = new TimePoint(open.current().uid(), open.current().when());
        var studies = new ArrayList<>(documents.timePoints());
        for (var prior : open.priors())
            if (studies.stream().noneMatch(t -> t.studyUid().equals(prior.uid())))
                studies.add(new TimePoint(prior.uid(), prior.when()));
        var all = new ArrayList<>(documents.sightings());
        all.addAll(drawn);
        var table = LesionTable.of(current, studies, all, open.marks().remarks());
        var here = new HashMap<String, String>();
        for (var place : DrawnLesions.of(open).places())
            if (place.study().equals(current.studyUid()))
                here.put(place.drawn().id(), place.drawn().trackingUid());
        var before = all.stream().filter(s -> !s.studyUid().equals(current.studyUid())).toList();
        var tied =
                here.entrySet().stream()
                        .filter(
                                e ->
                                        before.stream()
                                                .anyMatch(
                                                        s -> s.lesion().uid().equals(e.getValue())))
                        .map(java.util.Map.Entry::getKey)
                        .toList();
        var proposals = new HashMap<String, Proposal>();
        for (var one : drawn)
            if (here.containsKey(one.key()) && !tied.contains(one.key()))
                Proposal.of(one, before).ifPresent(p -> proposals.put(one.key(), p));
        return new Lesions(
                table,
                here,
                tied,
                proposals,
                documents.unfollowed(),
                reading,
                documents.troubles());
    }

    /// @return the lesions measured in the study and tied to an earlier one, for the checks before signing
    public List<Surroundings.Lesion> changed() {
        var found = new ArrayList<Surroundings.Lesion>();
        for (var row : model.lesionsProperty().get().table().rows()) {
            if (!row.kind().length() || row.cells().isEmpty()) continue;
            if (row.cells().getFirst() instanceof Cell.Measured m && m.change().isPresent())
                found.add(
                        new Surroundings.Lesion(
                                m.key(),
                                m.change().get().before(),
                                m.change().get().now(),
                                m.change().get().since().flatMap(TimePoint::day)));
        }
        return found;
    }

    @Override
    public Optional<String> selected() {
        var all = images.openCase().map(o -> DrawnLesions.of(o).places()).orElse(List.of());
        return images.chosen()
                .or(
                        () ->
                                all.reversed().stream()
                                        .map(p -> p.drawn().id())
                                        .filter(model.lesionsProperty().get().drawn()::containsKey)
                                        .findFirst());
    }

    @Override
    public void show(LesionRow row, Cell.Measured cell) {
        cell.image().ifPresentOrElse(this::show, () -> show(new InstanceReference("", "", "", "")));
    }

    private void show(InstanceReference image) {
        shown.show(image);
    }

    @Override
    public void tie(String id, Tracked to) {
        images.openCase().ifPresent(o -> o.marking().tie(id, Optional.of(to)));
    }

    @Override
    public void untie(String id) {
        images.openCase().ifPresent(o -> o.marking().tie(id, Optional.empty()));
    }

    @Override
    public void name(LesionRow row, String name) {
        var ids = model.lesionsProperty().get().drawn(row);
        images.openCase()
                .ifPresent(
                        o ->
                                ids.forEach(
                                        id ->
                                                o.marking()
                                                        .tie(
                                                                id,
                                                                Optional.of(
                                                                        row.lesion()
                                                                                .called(name)))));
    }

    @Override
    public void toggle(LesionRemark remark) {
        images.openCase().ifPresent(o -> o.marking().toggle(remark));
        tell();
    }

    private interface Act {
        void in(Report report, LesionTable table) throws Refusal;
    }

    /// The report and the case must be of one study.
    private void write(Act act) {
        var report = reported.get();
        var open = images.openCase();
        if (report.isEmpty() || open.isEmpty()) return;
        if (!report.get().head().studyUid().equals(open.get().current().uid())) return;
        try {
            // a size that is not worked out yet is not the one before
            if (!measured) throw new Refusal(FlowReason.NO_NUMBER);
            act.in(report.get(), model.lesionsProperty().get().table());
        } catch (Refusal refused) {
            images.say(images.messages().sentence(refused));
        }
    }

    @Override
    public void insert(LesionRow row) {
        write((report, table) -> LesionText.insert(report, table, row, manner.get()));
    }

    @Override
    public void insertTable() {
        write((report, table) -> LesionText.insert(report, table, manner.get()));
    }

    @Override
    public void insertResponse() {
        write((report, table) -> LesionText.insertResponse(report, table, manner.get()));
    }
}
