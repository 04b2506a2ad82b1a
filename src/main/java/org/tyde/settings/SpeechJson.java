package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/// `speech` in `tyde.json`: `language`, `models` (language tag to folder), `microphone`, `key` (`toggle` or
/// `hold`), `lineOpen`, `soundDays` (a number, or `never`), `spare`.
final class SpeechJson {
    private static final Set<String> KEYS =
            Set.of("language", "models", "microphone", "key", "lineOpen", "soundDays", "spare");
    private static final String NEVER = "never";

    private SpeechJson() {}

    /// @param unknown takes keys that mean nothing here
    /// @throws IllegalArgumentException for a value that cannot be
    static SpeechSettings read(SpeechSettings below, JsonNode json, Consumer<String> unknown) {
        json.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!KEYS.contains(key)) unknown.accept("speech." + key);
                        });
        var speech = below;
        if (json.hasNonNull("language"))
            speech =
                    speech.withLanguage(
                            Optional.of(Locale.forLanguageTag(json.get("language").asText())));
        for (var model : json.path("models").properties())
            speech = speech.withModel(model.getKey(), Optional.of(model.getValue().asText()));
        if (json.has("microphone")) speech = speech.withMicrophone(json.get("microphone").asText());
        if (json.has("key"))
            speech =
                    speech.withKey(
                            SpeechSettings.Key.valueOf(
                                    json.get("key").asText().toUpperCase(Locale.ROOT)));
        if (json.has("lineOpen")) speech = speech.withLineOpen(json.get("lineOpen").asBoolean());
        if (json.has("soundDays")) speech = speech.withSoundDays(days(json.get("soundDays")));
        if (json.has("spare")) speech = speech.withSpare(json.get("spare").asBoolean());
        return speech;
    }

    private static OptionalInt days(JsonNode json) {
        if (json.asText().equals(NEVER)) return OptionalInt.empty();
        if (!json.isInt()) throw new IllegalArgumentException("not a number of days: " + json);
        return OptionalInt.of(json.asInt());
    }

    static void write(ObjectNode json, SpeechSettings speech) {
        json.remove("speechModel");
        var node = json.putObject("speech");
        speech.language().ifPresent(l -> node.put("language", l.toLanguageTag()));
        if (!speech.models().isEmpty()) {
            var models = node.putObject("models");
            speech.models().forEach(models::put);
        }
        node.put("microphone", speech.microphone());
        node.put("key", speech.key().name().toLowerCase(Locale.ROOT));
        node.put("lineOpen", speech.lineOpen());
        node.put("spare", speech.spare());
        if (speech.soundDays().isPresent()) node.put("soundDays", speech.soundDays().getAsInt());
        else node.put("soundDays", NEVER);
    }
}
