package org.tyde.worklist;

import org.tyde.refusal.Sentences;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Whether a study of a list opens at once, and if not, why.
public sealed interface Readiness {
    /// All the archive has is here, and its relevant priors are here or on their way.
    record Ready() implements Readiness {}

    /// All is here; since it came the archive has taken images away, or changed some.
    record Changed() implements Readiness {}

    /// It is coming, or was broken off.
    ///
    /// @param here instances
    /// @param all instances of the archive
    record Partial(int here, int all) implements Readiness {}

    /// It is to be fetched and has not begun.
    ///
    /// @param after how long it is here by the rate measured; empty where none was
    record Waiting(Optional<Duration> after) implements Readiness {}

    /// It would not fit on the disk.
    ///
    /// @param megabytes that are lacking
    record NoRoom(long megabytes) implements Readiness {}

    /// Its archive does not answer.
    ///
    /// @param archive its name
    record ArchiveDown(String archive) implements Readiness {}

    /// Not fetched, and nobody plans to.
    record NotHere() implements Readiness {}

    /// By counts alone.
    ///
    /// @param here instances in the cache
    /// @param all instances of the archive, -1 where it does not say
    /// @return what that means
    static Readiness of(int here, int all) {
        if (here == 0 || all < 0) return new NotHere();
        return here >= all ? new Ready() : new Partial(here, all);
    }

    /// @return whether it opens at once
    default boolean ready() {
        return switch (this) {
            case Ready(), Changed() -> true;
            case Partial _, Waiting _, NoRoom _, ArchiveDown _, NotHere() -> false;
        };
    }

    /// @return a quiet sign of one to a few letters; empty for what is not here
    default String sign() {
        return switch (this) {
            case Ready() -> "●";
            case Changed() -> "◆";
            case Partial(int here, int all) -> Math.min(99, 100L * here / Math.max(1, all)) + " %";
            case Waiting _ -> "○";
            case NoRoom _, ArchiveDown _ -> "!";
            case NotHere() -> "";
        };
    }

    /// @return whether the reader should know
    default boolean warns() {
        return switch (this) {
            case Changed(), NoRoom _, ArchiveDown _ -> true;
            case Ready(), Partial _, Waiting _, NotHere() -> false;
        };
    }

    /// @param locale the reader's language
    /// @return the sign in words
    default String text(Locale locale) {
        return switch (this) {
            case Ready() -> say(locale, "ready");
            case Changed() -> say(locale, "changed");
            case Partial(int here, int all) -> say(locale, "partial", here, all);
            case Waiting(var after) when after.isPresent() ->
                    say(locale, "waiting.for", Math.max(1, after.get().toMinutes()));
            case Waiting _ -> say(locale, "waiting");
            case NoRoom(long megabytes) -> say(locale, "no_room", megabytes);
            case ArchiveDown(var archive) -> say(locale, "archive_down", archive);
            case NotHere() -> say(locale, "not_here");
        };
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Sentences.text(Readiness.class, "readiness." + key, locale, arguments);
    }
}
