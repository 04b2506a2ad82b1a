package org.tyde.dictation;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dictation.Learned.Count;
import org.tyde.dictation.Learned.Decision;
import org.tyde.dictation.Learned.Habit;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;

/// What was learned, in a file of this user on this machine; it goes nowhere else.
final class LearnedFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private LearnedFile() {}

    static Learned read(Path file) throws Refusal {
        if (!Files.exists(file)) return Learned.NOTHING;
        try {
            var root = JSON.readTree(Files.readString(file));
            if (root.path("version").asInt() != VERSION)
                throw new Refusal(DictationReason.WORDS_UNREADABLE, file);
            var habits = new ArrayList<Habit>();
            for (var row : root.path("habits"))
                habits.add(
                        new Habit(
                                row.path("spoken").asText(),
                                row.path("written").asText(),
                                row.path("times").asInt(),
                                Decision.valueOf(row.path("decision").asText())));
            var weeks = new HashMap<String, Count>();
            for (var row : root.path("weeks"))
                weeks.put(
                        row.path("week").asText(),
                        new Count(row.path("dictated").asInt(), row.path("corrected").asInt()));
            return new Learned(habits, weeks);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal(DictationReason.WORDS_UNREADABLE, file).because(broken);
        }
    }

    static void write(Path file, Learned learned) throws Refusal {
        var root = JSON.createObjectNode().put("version", VERSION);
        var habits = root.putArray("habits");
        for (var habit : learned.habits())
            habits.addObject()
                    .put("spoken", habit.spoken())
                    .put("written", habit.written())
                    .put("times", habit.times())
                    .put("decision", habit.decision().name());
        var weeks = root.putArray("weeks");
        learned.weeks()
                .forEach(
                        (week, count) ->
                                weeks.addObject()
                                        .put("week", week)
                                        .put("dictated", count.dictated())
                                        .put("corrected", count.corrected()));
        try {
            WordsFile.write(file, root.toPrettyString() + "\n");
        } catch (IOException cannot) {
            throw new Refusal(DictationReason.WORDS_NOT_WRITTEN, file).because(cannot);
        }
    }
}
