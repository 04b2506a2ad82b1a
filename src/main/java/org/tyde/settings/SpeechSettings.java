package org.tyde.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// How speech is heard. Immutable; change by `with...`.
///
/// @param language that is dictated in; empty: that of the screens
/// @param models folder of a speech model by language tag (`nb`, `en`), or by [#ANY]; a name without a
///     folder is that of a model installed in Tyde's own folder. A language without one gets the model
///     that comes with Tyde
/// @param microphone name of the device; empty for the system's own
/// @param key what the key to speak does
/// @param lineOpen whether the microphone may listen while a report is open and the key is up, so that
///     the 300 ms before the key went down are heard too; that sound is forgotten unless the key goes down
/// @param soundDays how many days the sound of a report is kept after it is signed; empty: never kept
/// @param spare whether a second speech process may wait with its model loaded, where memory allows it
public record SpeechSettings(
        Optional<Locale> language,
        Map<String, String> models,
        String microphone,
        Key key,
        boolean lineOpen,
        OptionalInt soundDays,
        boolean spare) {
    /// The model of every language that has none of its own.
    public static final String ANY = "*";

    /// Longest time that sound may be kept, days.
    public static final int MOST_DAYS = 90;

    /// The model that comes with Tyde, the system's microphone, one press on and one off, sound kept until
    /// the report is signed.
    public static final SpeechSettings USUAL =
            new SpeechSettings(
                    Optional.empty(), Map.of(), "", Key.TOGGLE, false, OptionalInt.of(0), true);

    /// What the key to speak does.
    public enum Key {
        /// One press on, the next off.
        TOGGLE,
        /// On while it is held down.
        HOLD
    }

    /// Copies the models.
    ///
    /// @throws IllegalArgumentException for sound kept longer than [#MOST_DAYS] or less than no day
    public SpeechSettings {
        models = Map.copyOf(models);
        if (soundDays.isPresent() && (soundDays.getAsInt() < 0 || soundDays.getAsInt() > MOST_DAYS))
            throw new IllegalArgumentException("soundDays must be 0 to " + MOST_DAYS);
    }

    /// @param spoken a language
    /// @return the folder or name of its model; empty for the one that comes with Tyde
    public Optional<String> model(Locale spoken) {
        return Optional.ofNullable(models.get(spoken.getLanguage()))
                .or(() -> Optional.ofNullable(models.get(ANY)));
    }

    /// @param next that is dictated in; empty: that of the screens
    /// @return these settings with it
    public SpeechSettings withLanguage(Optional<Locale> next) {
        return new SpeechSettings(next, models, microphone, key, lineOpen, soundDays, spare);
    }

    /// @param spoken a language tag, or [#ANY]
    /// @param model its model's folder or name; empty: the one that comes with Tyde
    /// @return these settings with it
    public SpeechSettings withModel(String spoken, Optional<String> model) {
        var next = new TreeMap<>(models);
        next.remove(spoken);
        model.ifPresent(m -> next.put(spoken, m));
        return new SpeechSettings(language, next, microphone, key, lineOpen, soundDays, spare);
    }

    /// @param next name of the device; empty for the system's own
    /// @return these settings with it
    public SpeechSettings withMicrophone(String next) {
        return new SpeechSettings(language, models, next, key, lineOpen, soundDays, spare);
    }

    /// @param next what the key to speak does
    /// @return these settings with it
    public SpeechSettings withKey(Key next) {
        return new SpeechSettings(language, models, microphone, next, lineOpen, soundDays, spare);
    }

    /// @param next whether the microphone may listen while the key is up
    /// @return these settings with it
    public SpeechSettings withLineOpen(boolean next) {
        return new SpeechSettings(language, models, microphone, key, next, soundDays, spare);
    }

    /// @param next days that sound is kept after signing; empty: never kept
    /// @return these settings with it
    public SpeechSettings withSoundDays(OptionalInt next) {
        return new SpeechSettings(language, models, microphone, key, lineOpen, next, spare);
    }

    /// @param next whether a second speech process may wait
    /// @return these settings with it
    public SpeechSettings withSpare(boolean next) {
        return new SpeechSettings(language, models, microphone, key, lineOpen, soundDays, next);
    }
}
