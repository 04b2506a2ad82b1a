package org.tyde.ui.reporting;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.sign.Offer;
import org.tyde.report.sign.StudyStanding;
import org.tyde.study.Study;
import org.tyde.ui.FxThread;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where the reports of the open study stand, and what is begun on them. Used on the JavaFX thread.
public final class StandingModel {
    private final ReportServices services;
    private final Supplier<Optional<Report>> open;
    private final Consumer<Report> begun;
    private final Consumer<Throwable> failed;
    private final ReadOnlyObjectWrapper<Optional<StudyStanding>> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", Optional.empty());
    private Optional<Study> study = Optional.empty();

    /// @param services where it is asked and done
    /// @param open the report that is written now
    /// @param begun takes the report that is written from now on
    /// @param failed takes why there is none
    StandingModel(
            ReportServices services,
            Supplier<Optional<Report>> open,
            Consumer<Report> begun,
            Consumer<Throwable> failed) {
        this.services = services;
        this.open = open;
        this.begun = begun;
        this.failed = failed;
    }

    /// @param opened the study from now on
    void open(Study opened) {
        study = Optional.of(opened);
        FxThread.FX.watch(
                services.standing(opened),
                now -> {
                    if (isOpen(opened)) standing.set(Optional.of(now));
                },
                failed);
    }

    void leave() {
        study = Optional.empty();
        standing.set(Optional.empty());
    }

    private boolean isOpen(Study one) {
        return study.filter(s -> s.uid().equals(one.uid())).isPresent();
    }

    /// Begins a report that follows one that stands, or goes on with it. What was written meanwhile on the
    /// study is kept as its draft.
    ///
    /// @param offer what is begun
    /// @param then takes the report once it is written in
    void begin(Offer offer, Consumer<Report> then) {
        var of = study;
        if (of.isEmpty()) return;
        var before = open.get();
        if (before.filter(r -> goesOn(r, offer)).isPresent()) {
            then.accept(before.orElseThrow());
            return;
        }
        var kept = before.filter(r -> !r.sealed()).map(Report::id);
        if (kept.isEmpty()) follow(of.get(), offer, then);
        else
            FxThread.FX.watch(
                    services.putAside(kept.get()),
                    (ReportId _) -> follow(of.get(), offer, then),
                    failed);
    }

    /// A first report in which nothing stands gives way to one that is sent anew.
    private static boolean goesOn(Report report, Offer offer) {
        if (report.head().kind() != offer.kind()) return false;
        return offer.kind() != ReportKind.REPORT || !report.content().unwritten();
    }

    private void follow(Study of, Offer offer, Consumer<Report> then) {
        FxThread.FX.watch(
                services.follow(of, offer),
                report -> {
                    if (!isOpen(of)) return;
                    begun.accept(report);
                    then.accept(report);
                },
                failed);
    }

    /// @param kind of what would be written
    /// @return whether it may be begun now
    Optional<Offer> offer(ReportKind kind) {
        return standing.get().flatMap(s -> s.offer(kind));
    }

    /// @return where the reports of the open study stand; empty while that is not known
    public ReadOnlyObjectProperty<Optional<StudyStanding>> standingProperty() {
        return standing.getReadOnlyProperty();
    }
}
