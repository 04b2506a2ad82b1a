package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.function.Consumer;

/// `signing` in `tyde.json`: `stayMinutes`.
final class SigningJson {
    private static final String STAY = "stayMinutes";

    private SigningJson() {}

    /// @param unknown takes keys that mean nothing here
    /// @throws IllegalArgumentException for a value that cannot be
    static SigningSettings read(SigningSettings below, JsonNode json, Consumer<String> unknown) {
        json.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!key.equals(STAY)) unknown.accept("signing." + key);
                        });
        if (!json.has(STAY)) return below;
        var minutes = json.get(STAY);
        if (!minutes.isInt()) throw new IllegalArgumentException("not whole minutes: " + minutes);
        return new SigningSettings(minutes.asInt());
    }

    static void write(ObjectNode json, SigningSettings signing) {
        json.putObject("signing").put(STAY, signing.stayMinutes());
    }
}
