package org.tyde.reading;

import org.tyde.hanging.ImageStack;
import org.tyde.measure.Quantity;
import org.tyde.refusal.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// A clip that plays: which frame is due follows from the clock, so a slow screen drops frames instead of
/// slowing the patient down. For a frame that is not here yet it waits, and goes on from there. Times are
/// nanoseconds of the clock.
///
/// @param steps what plays
/// @param speed times the speed that the file states, above 0
/// @param elapsed ms of the clip that had passed at `since`
/// @param since when it started, or was last changed
/// @param waiting since when a frame has been waited for
public record Cine(
        CineSteps steps, double speed, double elapsed, long since, OptionalLong waiting) {
    /// The speeds that a person can choose.
    public static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0);

    /// A frame that is not here after so long is missing, not merely slow to decode.
    private static final long PATIENCE = 250_000_000;

    /// @throws IllegalArgumentException when there is nothing to play, or the speed is none
    public Cine {
        if (steps.frames().isEmpty() || !(speed > 0) || !Double.isFinite(speed))
            throw new IllegalArgumentException("no cine: " + steps + " at " + speed);
    }

    /// @param stack with more than one frame
    /// @param shown index of the frame shown, with which it starts
    /// @param now of the clock
    /// @return the clip, starting now
    public static Cine start(ImageStack stack, int shown, long now) {
        var steps = CineSteps.of(stack, shown);
        return new Cine(steps, 1, steps.until(shown), now, OptionalLong.empty());
    }

    private double elapsedAt(long now) {
        return elapsed + (now - since) / 1e6 * speed;
    }

    /// @param now of the clock
    /// @return index in the stack of the frame that is due
    public int frameAt(long now) {
        return steps.at(elapsedAt(waiting.orElse(now)));
    }

    /// @param next times the speed that the file states
    /// @param now of the clock
    /// @return the same, going on from where it is at that speed
    public Cine withSpeed(double next, long now) {
        return new Cine(steps, next, elapsedAt(now), now, waiting);
    }

    /// @param by how many of the [#SPEEDS] faster, or where negative slower
    /// @param now of the clock
    /// @return the same at that speed; at the ends it stays
    public Cine faster(int by, long now) {
        int at = SPEEDS.indexOf(speed);
        return withSpeed(SPEEDS.get(Math.clamp(at + by, 0, SPEEDS.size() - 1)), now);
    }

    /// @param on to and fro, else round and round
    /// @param now of the clock
    /// @return the same, going on from the frame that is due
    public Cine sweeping(boolean on, long now) {
        var next = steps.sweeping(on);
        return new Cine(next, speed, next.until(frameAt(now)), now, waiting);
    }

    /// @param grown the stack with what has come since
    /// @param shown index of the frame shown in it
    /// @param now of the clock
    /// @return the same over all of it, going on from there
    public Cine over(ImageStack grown, int shown, long now) {
        var next = CineSteps.of(grown, shown).sweeping(steps.sweeps());
        return new Cine(next, speed, next.until(shown), now, waiting);
    }

    /// Told at each tick whether the frame that was due last is here.
    ///
    /// @param here whether it is
    /// @param now of the clock
    /// @return the same; where it was waited for longer than decoding takes, the clip stood still meanwhile
    public Cine at(boolean here, long now) {
        if (!here)
            return waiting.isPresent()
                    ? this
                    : new Cine(steps, speed, elapsed, since, OptionalLong.of(now));
        if (waiting.isEmpty()) return this;
        long stood = now - waiting.getAsLong();
        long start = stood >= PATIENCE ? since + stood : since;
        return new Cine(steps, speed, elapsed, start, OptionalLong.empty());
    }

    /// @param now of the clock
    /// @return whether it stands still for a frame that is not here
    public boolean waits(long now) {
        return waiting.isPresent() && now - waiting.getAsLong() >= PATIENCE;
    }

    /// @return frames a second, on the average, as it plays now
    public double rate() {
        return steps.rate() * speed;
    }

    /// @return whether it plays to and fro
    public boolean sweeps() {
        return steps.sweeps();
    }

    /// @param locale the reader's language
    /// @return such as `25/s`, with a word where the file states no rate, and the speed where it is another
    public String text(Locale locale) {
        var rate = Quantity.number(rate(), locale, rate() < 10 ? 1 : 0);
        var text =
                Sentences.text(
                        Cine.class,
                        steps.stated() ? "cine.rate" : "cine.rate-assumed",
                        locale,
                        rate);
        if (speed == 1) return text;
        int decimals = speed == Math.rint(speed) ? 0 : 2;
        return text + " ×" + Quantity.number(speed, locale, decimals);
    }
}
