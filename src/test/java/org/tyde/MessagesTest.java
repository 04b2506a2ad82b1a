package org.tyde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Both languages say the same things, and every reason has its sentence in both.
class MessagesTest {
    static Stream<Path> englishFiles() throws IOException {
        try (var files = Files.walk(Path.of("resources"))) {
            return files.filter(f -> f.endsWith("messages_en.properties")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void norwegianAndEnglishHaveTheSameKeys(Path english) throws IOException {
        var norwegian = english.resolveSibling("messages_nb.properties");
        assertEquals(keys(english), keys(norwegian), () -> norwegian.toString());
    }

    @Test
    void everyReasonHasASentenceInBothLanguages() throws Exception {
        for (var house : HouseClasses.all()) {
            if (!house.uses().contains(Reason.class.getName())) continue;
            var type = Class.forName(house.packageName() + "." + house.name());
            if (!type.isEnum() || !Reason.class.isAssignableFrom(type)) continue;
            for (var constant : type.getEnumConstants()) {
                var refusal = new Refusal((Reason) constant, 1, 2, 3, 4, 5);
                var english = Sentences.of(refusal, Locale.ENGLISH);
                var norwegian = Sentences.of(refusal, Locale.of("nb", "NO"));
                assertFalse(english.contains("reason."), english);
                assertFalse(norwegian.contains("reason."), norwegian);
                assertNotEquals(english, norwegian);
            }
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
