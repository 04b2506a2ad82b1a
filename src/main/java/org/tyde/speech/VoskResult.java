package org.tyde.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The library's JSON: `result` (final), a list of `word start end conf`, or `partial`, a text.
final class VoskResult {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The library prints numbers with the decimal sign of the process's locale.
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(: -?\\d+),(\\d)");

    private VoskResult() {}

    /// @param json what the library said; empty for nothing
    /// @param offset seconds added to its times
    /// @param now seconds of sound it has heard, with the offset
    /// @return the words, none for silence
    /// @throws IOException when it is no such JSON
    static List<Word> words(String json, double offset, double now) throws IOException {
        if (json.isEmpty()) return List.of();
        var root = JSON.readTree(DECIMAL_COMMA.matcher(json).replaceAll("$1.$2"));
        var found = new ArrayList<Word>();
        for (var word : root.path("partial").asText("").split(" "))
            if (!word.isEmpty()) found.add(new Word(word, offset, now, 1));
        for (JsonNode word : root.path("result")) {
            double start = word.path("start").asDouble() + offset;
            double end = Math.max(start, word.path("end").asDouble() + offset);
            found.add(
                    new Word(word.path("word").asText(), start, end, word.path("conf").asDouble()));
        }
        return found;
    }

    /// @param json what the library said when it was asked for alternatives
    /// @return each reading's words, the likeliest first; confidences are not told apart by word and are 1
    /// @throws IOException when it is no such JSON
    static List<List<Word>> readings(String json) throws IOException {
        var root = JSON.readTree(DECIMAL_COMMA.matcher(json).replaceAll("$1.$2"));
        var found = new ArrayList<List<Word>>();
        for (JsonNode alternative : root.path("alternatives")) {
            var words = new ArrayList<Word>();
            for (JsonNode word : alternative.path("result")) {
                double start = word.path("start").asDouble();
                double end = Math.max(start, word.path("end").asDouble());
                words.add(new Word(word.path("word").asText(), start, end, 1));
            }
            found.add(words);
        }
        return found;
    }
}
