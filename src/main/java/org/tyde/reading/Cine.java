package org.tyde.reading;

import org.tyde.refusal.Sentences;

import java.util.Locale;
import java.util.OptionalDouble;

/// A clip that plays: which frame is due follows from the clock, so a slow screen drops frames instead
/// of slowing the patient down. It loops.
///
/// @param frames of the clip, at least 1
/// @param millis from one frame to the next, above 0
/// @param stated whether the file says so
/// @param from the frame it started with, from 0
/// @param since nanoseconds of the clock when it started
public record Cine(int frames, double millis, boolean stated, int from, long since) {
    /// Where the file states no rate: 15 frames a second.
    private static final double WHEN_NOT_STATED = 1000 / 15.0;

    /// @throws IllegalArgumentException when there is nothing to play
    public Cine {
        if (frames < 1 || !(millis > 0) || from < 0 || from >= frames)
            throw new IllegalArgumentException("no cine: " + frames + " frames, " + millis + " ms");
    }

    /// @param frames of the clip
    /// @param millis as the file states, or empty
    /// @param from index to start with
    /// @param now nanoseconds of the clock
    /// @return the clip, starting now
    public static Cine start(int frames, OptionalDouble millis, int from, long now) {
        boolean stated = millis.isPresent() && millis.getAsDouble() > 0;
        return new Cine(frames, stated ? millis.getAsDouble() : WHEN_NOT_STATED, stated, from, now);
    }

    /// @param now nanoseconds of the clock
    /// @return index of the frame that is due
    public int frameAt(long now) {
        long passed = (long) Math.floor((now - since) / 1e6 / millis + 1e-9);
        return (int) Math.floorMod(from + passed, (long) frames);
    }

    /// @return frames a second
    public double rate() {
        return 1000 / millis;
    }

    /// @param locale the reader's language
    /// @return such as `25/s`; with a word where the file states no rate
    public String text(Locale locale) {
        var rate = org.tyde.measure.Quantity.number(rate(), locale, rate() < 10 ? 1 : 0);
        return Sentences.text(Cine.class, stated ? "cine.rate" : "cine.rate-assumed", locale, rate);
    }
}
