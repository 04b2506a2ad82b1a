package org.tyde.ui.reporting;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.sign.Staying;
import org.tyde.ui.FxThread;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Reports that are signed and can be taken back, counted down by the second. Used on the JavaFX thread.
public final class TakeBackModel {
    private static final Duration SECOND = Duration.seconds(1);
    private static final double NANOS = 1e9;

    private final ReportServices services;
    private final Consumer<Report> taken;
    private final Consumer<Throwable> failed;
    private final LongSupplier nanos;
    private final Timeline clock = new Timeline(new KeyFrame(SECOND, _ -> tick()));
    private final ReadOnlyObjectWrapper<List<Waiting>> waiting =
            new ReadOnlyObjectWrapper<>(this, "waiting", List.of());
    private List<Staying> asked = List.of();
    private long askedAt;

    /// One that can be taken back.
    ///
    /// @param head whose report, of what
    /// @param seconds whole seconds until it leaves, 0 where it leaves any moment
    public record Waiting(ReportHead head, int seconds) {}

    /// @param services where it is done
    /// @param taken takes the report that was taken back
    /// @param failed takes why it was not
    /// @param nanos as [System#nanoTime]
    TakeBackModel(
            ReportServices services,
            Consumer<Report> taken,
            Consumer<Throwable> failed,
            LongSupplier nanos) {
        this.services = services;
        this.taken = taken;
        this.failed = failed;
        this.nanos = nanos;
        clock.setCycleCount(Timeline.INDEFINITE);
    }

    /// Asks anew what stays.
    public void look() {
        FxThread.FX.watch(services.staying(), this::show, failed);
    }

    private void show(List<Staying> now) {
        asked = now;
        askedAt = nanos.getAsLong();
        if (now.isEmpty()) clock.stop();
        else clock.play();
        count();
    }

    private void tick() {
        count();
        if (waiting.get().stream().anyMatch(w -> w.seconds() == 0)) look();
    }

    private void count() {
        var passed = nanos.getAsLong() - askedAt;
        waiting.set(
                asked.stream()
                        .map(s -> new Waiting(s.head(), seconds(s.left().toNanos() - passed)))
                        .toList());
    }

    private static int seconds(long left) {
        return (int) Math.max(0, Math.ceil(left / NANOS));
    }

    /// Takes back the report that is open, else the one that was signed last.
    ///
    /// @param open the report in the pane
    public void takeBack(Optional<ReportId> open) {
        var all = waiting.get();
        if (all.isEmpty()) return;
        var chosen =
                all.stream().map(w -> w.head().id()).filter(id -> open.equals(Optional.of(id)));
        takeBack(chosen.findFirst().orElse(all.getLast().head().id()));
    }

    /// @param report which
    public void takeBack(ReportId report) {
        FxThread.FX.watch(
                services.takeBack(report),
                back -> {
                    look();
                    taken.accept(back);
                },
                why -> {
                    look();
                    failed.accept(why);
                });
    }

    /// @return what can be taken back, the oldest first
    public ReadOnlyObjectProperty<List<Waiting>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }
}
