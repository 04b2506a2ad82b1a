package org.tyde.ui.viewport.volume;

import static org.tyde.ui.FxThread.FX;

import org.jspecify.annotations.Nullable;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;
import org.tyde.measure.Suv;
import org.tyde.refusal.Refusal;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.volume.Fusion;
import org.tyde.volume.Volume;
import org.tyde.volume.VolumeBuilder;
import org.tyde.work.Job;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// PET in colour over the planes of another series of the case: found by its frame of reference, loaded,
/// shown by SUV where that is known. Used on the JavaFX thread.
public final class FusionModel {
    /// SUV that is white, where the SUV is known.
    private static final double HOTTEST_SUV = 7;

    private static final double STEP = 0.1;

    private final ImageDesk desk;
    private final Runnable changed;
    private final Consumer<String> notice;
    private @Nullable Job<Volume> making;
    private Optional<Volume> pet = Optional.empty();
    private Optional<Suv> suv = Optional.empty();
    private Optional<Refusal> noSuv = Optional.empty();
    private double opacity = 0.5;

    FusionModel(ImageDesk desk, Runnable changed, Consumer<String> notice) {
        this.desk = desk;
        this.notice = notice;
        this.changed = changed;
    }

    /// @return whether anything lies over the planes, or is on its way
    public boolean on() {
        return pet.isPresent() || making != null;
    }

    /// @return 0 to 1
    public double opacity() {
        return opacity;
    }

    /// @return the volume in colour
    public Optional<Volume> pet() {
        return pet;
    }

    /// @return from its values to SUV
    public Optional<Suv> suv() {
        return suv;
    }

    /// @return why there is no SUV
    public Optional<Refusal> noSuv() {
        return noSuv;
    }

    /// @param steps of a tenth, more of the colours
    public void more(int steps) {
        opacity(opacity + steps * STEP);
    }

    /// @param next 0 (only the greys) to 1 (only the colours)
    public void opacity(double next) {
        opacity = Math.clamp(next, 0, 1);
        changed.run();
    }

    void clear() {
        if (making != null) making.cancel();
        making = null;
        pet = Optional.empty();
        suv = Optional.empty();
        noSuv = Optional.empty();
    }

    /// Lays PET over, or takes it away.
    ///
    /// @param base whose planes are shown
    void toggle(Volume base) {
        if (on()) {
            clear();
            changed.run();
            return;
        }
        var stacks = desk.openCase().map(c -> c.hang().stacks()).orElse(List.of());
        var baseKey = base.grid().order().getFirst().key();
        var found =
                stacks.stream()
                        .filter(s -> s.indexOf(baseKey).isEmpty())
                        .filter(this::isPet)
                        .toList();
        var here =
                found.stream()
                        .filter(s -> s.frameOfReference().isPresent())
                        .filter(s -> s.frameOfReference().equals(base.frameOfReference()))
                        .findFirst();
        if (here.isPresent()) load(here.get());
        else say(new Refusal(found.isEmpty() ? MprReason.NO_PET : MprReason.PET_ELSEWHERE));
    }

    private boolean isPet(ImageStack stack) {
        return desk.openCase().stream()
                .flatMap(c -> Stream.concat(Stream.of(c.current()), c.priors().stream()))
                .flatMap(study -> study.images().series().stream())
                .anyMatch(s -> s.uid().equals(stack.seriesUid()) && s.modality().equals("PT"));
    }

    private void load(ImageStack stack) {
        var builder =
                new VolumeBuilder(
                        desk.source(), desk.runner(), VolumeBuilder.budgetOfThisMachine());
        var job = builder.build(StackSlices.of(stack, 0), _ -> {});
        making = job;
        FX.watch(
                job,
                whole -> {
                    if (!job.equals(making)) return;
                    making = null;
                    arrived(whole);
                    changed.run();
                },
                cause -> {
                    if (!job.equals(making)) return;
                    making = null;
                    say(cause);
                    changed.run();
                });
    }

    private void arrived(Volume whole) {
        pet = Optional.of(whole);
        suv = Optional.empty();
        noSuv = Optional.empty();
        try {
            suv = Optional.of(Suv.of(whole.header().dataSet()));
        } catch (Refusal unknown) {
            noSuv = Optional.of(unknown);
        }
    }

    private void say(Throwable why) {
        notice.accept(desk.messages().sentence(why));
    }

    /// @return least and greatest value in colour, in the unit of the PET's values
    public Window range() {
        var volume = pet.orElseThrow();
        if (suv.isPresent()) {
            double hottest = HOTTEST_SUV / suv.get().factor();
            return new Window(hottest / 2, hottest);
        }
        var first = volume.grid().order().getFirst().key().frame();
        for (var voi : volume.header().vois(first))
            if (voi instanceof Voi.Windowed(var window, var _, var _)) return window;
        var all = volume.modalityRange();
        double width = Math.max(all.greatest() - all.least(), Double.MIN_NORMAL);
        return new Window(all.least() + width / 2, width);
    }

    /// @return the unit of the PET's values
    public PixelUnit unit() {
        return pet.map(Volume::unit).orElse(PixelUnit.NONE);
    }

    /// @param base whose planes are shown
    /// @return what is drawn over them
    Optional<Fusion> over(Volume base) {
        if (pet.isEmpty()) return Optional.empty();
        var range = range();
        try {
            return Optional.of(
                    Fusion.of(
                            base,
                            pet.get(),
                            range.center() - range.width() / 2,
                            range.center() + range.width() / 2,
                            opacity));
        } catch (Refusal otherSpace) {
            noSuv = Optional.of(otherSpace);
            return Optional.empty();
        }
    }
}
