package org.tyde.ui.viewport.volume;

import static org.tyde.ui.FxThread.FX;

import org.jspecify.annotations.Nullable;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameKey;
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

    /// A step of the greatest value in colour.
    private static final double HOTTER = 1.25;

    /// mm of the hand would be too fine: px of a drag that change the greatest value by a factor of e.
    private static final double DRAG = 200;

    /// From which value to which there are colours: SUV where that is known, else the unit of the PET's values.
    ///
    /// @param least black
    /// @param greatest white, above `least`
    public record Colours(double least, double greatest) {
        /// What is usual for FDG, by SUV.
        public static final List<Colours> PRESETS =
                List.of(
                        new Colours(0, 5),
                        new Colours(0, 7),
                        new Colours(0, 10),
                        new Colours(0, 15),
                        new Colours(0, 20),
                        new Colours(2.5, 10));

        /// @throws IllegalArgumentException for a range that is none
        public Colours {
            if (!(greatest > least) || !Double.isFinite(greatest - least))
                throw new IllegalArgumentException(least + " to " + greatest);
        }
    }

    private final ImageDesk desk;
    private final Runnable changed;
    private final Consumer<String> notice;
    private @Nullable Job<Volume> making;
    private Optional<Volume> pet = Optional.empty();
    private Optional<Suv> suv = Optional.empty();
    private Optional<Refusal> noSuv = Optional.empty();
    private Optional<Colours> chosen = Optional.empty();
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
        chosen = Optional.empty();
    }

    /// @param next from which value to which there are colours
    public void colours(Colours next) {
        chosen = Optional.of(next);
        changed.run();
    }

    /// @param steps how much less is white
    public void hotter(int steps) {
        if (pet.isEmpty()) return;
        var now = colours();
        double greatest = now.greatest * Math.pow(HOTTER, -steps);
        if (greatest > now.least) colours(new Colours(now.least, greatest));
    }

    /// @param from the colours when the drag began
    /// @param right px: more is black
    /// @param up px: less is white
    void drag(Colours from, double right, double up) {
        double greatest = from.greatest * Math.exp(-up / DRAG);
        double least = Math.max(0, from.least + right / DRAG * from.greatest / 2);
        if (greatest > least) colours(new Colours(least, greatest));
    }

    /// @return from which value to which there are colours; only while there is a PET
    public Colours colours() {
        if (chosen.isPresent()) return chosen.get();
        if (suv.isPresent()) return new Colours(0, HOTTEST_SUV);
        var window = ofFile();
        return new Colours(
                window.center() - window.width() / 2, window.center() + window.width() / 2);
    }

    /// Lays PET over, or takes it away.
    ///
    /// @param base whose planes are shown
    void toggle(Volume base) {
        toggle(base.grid().order().getFirst().key(), base.frameOfReference());
    }

    /// Lays PET over, or takes it away.
    ///
    /// @param baseKey a frame of what is shown in grey
    /// @param space its Frame of Reference UID (0020,0052)
    void toggle(FrameKey baseKey, Optional<String> space) {
        if (on()) {
            clear();
            changed.run();
            return;
        }
        var stacks = desk.openCase().map(c -> c.hang().stacks()).orElse(List.of());
        var found =
                stacks.stream()
                        .filter(s -> s.indexOf(baseKey).isEmpty())
                        .filter(this::isPet)
                        .toList();
        var here =
                found.stream()
                        .filter(s -> s.frameOfReference().isPresent())
                        .filter(s -> s.frameOfReference().equals(space))
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
        var colours = colours();
        double each = suv.map(Suv::factor).orElse(1.0);
        double least = colours.least / each;
        double greatest = colours.greatest / each;
        return new Window((least + greatest) / 2, greatest - least);
    }

    private Window ofFile() {
        var volume = pet.orElseThrow();
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
        return over(base.frameOfReference());
    }

    /// @param space Frame of Reference UID (0020,0052) of what is shown in grey
    /// @return what is drawn over it
    Optional<Fusion> over(Optional<String> space) {
        if (pet.isEmpty()) return Optional.empty();
        var range = range();
        try {
            return Optional.of(
                    Fusion.of(
                            space,
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
