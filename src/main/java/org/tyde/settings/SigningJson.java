package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.function.Consumer;

/// `signing` in `tyde.json`: `stayMinutes`, `training`.
final class SigningJson {
    private static final String STAY = "stayMinutes";
    private static final String TRAINING = "training";

    private SigningJson() {}

    /// @param unknown takes keys that mean nothing here
    /// @throws IllegalArgumentException for a value that cannot be
    static SigningSettings read(SigningSettings below, JsonNode json, Consumer<String> unknown) {
        json.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!key.equals(STAY) && !key.equals(TRAINING))
                                unknown.accept("signing." + key);
                        });
        int minutes = below.stayMinutes();
        if (json.has(STAY)) {
            if (!json.get(STAY).isInt())
                throw new IllegalArgumentException("not whole minutes: " + json.get(STAY));
            minutes = json.get(STAY).asInt();
        }
        boolean training = below.training();
        if (json.has(TRAINING)) {
            if (!json.get(TRAINING).isBoolean())
                throw new IllegalArgumentException("neither true nor false: " + json.get(TRAINING));
            training = json.get(TRAINING).asBoolean();
        }
        return new SigningSettings(minutes, training);
    }

    static void write(ObjectNode json, SigningSettings signing) {
        var node = json.putObject("signing").put(STAY, signing.stayMinutes());
        if (signing.training()) node.put(TRAINING, true);
    }
}
