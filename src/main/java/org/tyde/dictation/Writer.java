package org.tyde.dictation;

import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.Step;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.ReportId;
import org.tyde.report.Section;
import org.tyde.speech.Word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Carries out what was said in the report it was said to.
final class Writer {
    private static final int REMEMBERED = 50;
    private final TextNormalizer normalizer;
    private final Map<ReportId, Deque<Said>> said = new HashMap<>();

    private record Said(Section section, int from, String text) {}

    Writer(TextNormalizer normalizer) {
        this.normalizer = normalizer;
    }

    /// @return the words as they would stand at the report's caret, commands left out
    String preview(DictationSink sink, List<Word> words) {
        var preview = new StringBuilder();
        var before = before(sink);
        for (var step : normalizer.steps(words))
            if (step instanceof Step.Say say)
                preview.append(TextNormalizer.text(normalizer.write(say, before + preview, "")));
        return preview.toString();
    }

    /// @return the commands that are not for the report
    /// @throws Refusal the report takes no words
    synchronized List<SpokenCommand> write(Press press, List<Word> words) throws Refusal {
        var asked = new ArrayList<SpokenCommand>();
        for (var step : normalizer.steps(words)) {
            switch (step) {
                case Step.Say say -> say(press, say);
                case Step.Do(var command) -> {
                    if (!carryOut(press.sink, command)) asked.add(command);
                }
            }
        }
        return asked;
    }

    private void say(Press press, Step.Say say) throws Refusal {
        var sink = press.sink;
        var caret = sink.caret();
        var written = normalizer.write(say, before(sink), after(sink));
        for (var stretch : TextNormalizer.joined(written))
            sink.insert(stretch.text(), press.marks(stretch.uncertain()));
        var history = said.computeIfAbsent(sink.report(), _ -> new ArrayDeque<>());
        history.push(new Said(caret.section(), caret.offset(), TextNormalizer.text(written)));
        if (history.size() > REMEMBERED) history.removeLast();
    }

    /// @return whether the report could do it itself
    private boolean carryOut(DictationSink sink, SpokenCommand command) throws Refusal {
        return switch (command) {
            case SpokenCommand.Plain plain -> carryOut(sink, plain);
            case SpokenCommand.GoTo(var place) -> goTo(sink, place);
            case SpokenCommand.Select _,
                    SpokenCommand.Insert _,
                    SpokenCommand.Screen _,
                    SpokenCommand.Window _ ->
                    false;
        };
    }

    private boolean carryOut(DictationSink sink, SpokenCommand.Plain command) throws Refusal {
        switch (command) {
            case DELETE_LAST -> deleteLast(sink);
            case UNDO -> sink.undo();
            case NEXT_FIELD -> move(sink, 1);
            case PREVIOUS_FIELD -> move(sink, -1);
            case REDO, CAPITAL, INSERT_NORMAL, HELP, STOP, SIGN -> {
                return false;
            }
        }
        return true;
    }

    private void deleteLast(DictationSink sink) throws Refusal {
        var history = said.get(sink.report());
        if (history == null || history.isEmpty()) return;
        var last = history.pop();
        int to = last.from() + last.text().length();
        var text = sink.text(last.section());
        if (to <= text.length() && text.substring(last.from(), to).equals(last.text()))
            sink.delete(last.section(), last.from(), to);
    }

    private static void move(DictationSink sink, int by) {
        var editable = sink.sections().stream().filter(Section::editable).toList();
        int next = editable.indexOf(sink.caret().section()) + by;
        if (next >= 0 && next < editable.size()) goTo(sink, editable.get(next));
    }

    private static boolean goTo(DictationSink sink, String place) {
        for (var section : sink.sections())
            if (section.name().equals(place)) {
                goTo(sink, section);
                return true;
            }
        return false;
    }

    private static void goTo(DictationSink sink, Section section) {
        if (sink.sections().contains(section))
            sink.place(new Caret(section, sink.text(section).length()));
    }

    private static String before(DictationSink sink) {
        var caret = sink.caret();
        var text = sink.text(caret.section());
        return text.substring(0, Math.min(caret.offset(), text.length()));
    }

    private static String after(DictationSink sink) {
        var caret = sink.caret();
        var text = sink.text(caret.section());
        return text.substring(Math.min(caret.offset(), text.length()));
    }
}
