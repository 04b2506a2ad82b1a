package org.tyde.dictation;

import org.tyde.dictation.words.Replacements;
import org.tyde.dictation.words.Sayable;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.SpokenContext;
import org.tyde.dictation.words.Step;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.dictation.words.TextSearch;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.ReportId;
import org.tyde.report.Section;
import org.tyde.speech.SpokenPhrase;
import org.tyde.speech.Utterance;
import org.tyde.speech.Word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Carries out what was said in the report it was said to.
final class Writer {
    private static final int REMEMBERED = 50;
    private static final Set<SpokenCommand.Plain> LEADING_ON =
            EnumSet.of(
                    SpokenCommand.Plain.NEXT_FIELD,
                    SpokenCommand.Plain.PREVIOUS_FIELD,
                    SpokenCommand.Plain.SIGN);
    private final Map<ReportId, Deque<Said>> said = new HashMap<>();
    private final Map<Locale, TextNormalizer> normalizers = new ConcurrentHashMap<>();
    private final FieldForm form = new FieldForm();
    private final Hook hook;
    private volatile Replacements replacements = Replacements.NONE;

    private record Said(Section section, int from, String text) {}

    /// Told what was written of what was said.
    interface Hook {
        void wrote(DictationSink sink, Caret at, List<Written> written);

        /// A field does not take what was said into it.
        default void doubted(DictationSink sink, Refusal why) {}
    }

    Writer(Hook hook) {
        this.hook = hook;
    }

    void replace(Replacements next) {
        replacements = next;
        normalizers.clear();
    }

    private TextNormalizer rules(Locale spoken) {
        return normalizers.computeIfAbsent(spoken, l -> TextNormalizer.of(l).with(replacements));
    }

    /// @return all phrases that are commands in that report now
    List<String> phrases(DictationSink sink, Locale spoken) {
        return rules(spoken).phrases(context(sink, List.of()));
    }

    /// @return all that can be said in that report now, or where none is open
    List<Sayable> sayables(Optional<DictationSink> sink, Locale spoken) {
        return rules(spoken)
                .sayables(sink.map(s -> context(s, List.of())).orElse(SpokenContext.NONE));
    }

    private static SpokenContext context(DictationSink sink, List<SpokenPhrase> heard) {
        return new SpokenContext(
                Fields.names(sink), sink.autotexts(), sink.text(sink.caret().section()), heard);
    }

    /// @return the words as they would stand at the report's caret, commands left out
    String preview(Press press, List<Word> words) {
        var sink = press.sink;
        var normalizer = rules(press.spoken());
        var preview = new StringBuilder();
        var before = heardAfter(sink);
        for (var step : normalizer.steps(words, context(sink, List.of())))
            if (step instanceof Step.Say say)
                preview.append(TextNormalizer.text(normalizer.write(say, before + preview, "")));
        return preview.toString();
    }

    /// @return the commands that are not for the report
    /// @throws Refusal the report takes no words
    synchronized List<SpokenCommand> write(Press press, Utterance utterance) throws Refusal {
        var asked = new ArrayList<SpokenCommand>();
        var context = context(press.sink, utterance.commands());
        for (var step : rules(press.spoken()).steps(utterance.words(), context)) {
            switch (step) {
                case Step.Say say -> say(press, say, utterance.recording());
                case Step.Do(var command) -> {
                    if (!carryOut(press.sink, command, press.spoken())) asked.add(command);
                }
            }
        }
        return asked;
    }

    /// @return whether the report could do it itself
    /// @throws Refusal the report takes nothing more
    synchronized boolean perform(DictationSink sink, SpokenCommand.Plain command, Locale spoken)
            throws Refusal {
        return carryOut(sink, command, spoken);
    }

    private void say(Press press, Step.Say say, String recording) throws Refusal {
        var sink = press.sink;
        var selected = sink.selection();
        if (selected.isPresent()) sink.replace(selected.get(), "");
        var caret = sink.caret();
        var written = rules(press.spoken()).write(say, heardAfter(sink), after(sink));
        for (var stretch : TextNormalizer.joined(written))
            sink.insert(stretch.text(), press.marks(stretch, recording));
        var history = said.computeIfAbsent(sink.report(), _ -> new ArrayDeque<>());
        history.push(new Said(caret.section(), caret.offset(), TextNormalizer.text(written)));
        if (history.size() > REMEMBERED) history.removeLast();
        hook.wrote(sink, caret, written);
    }

    /// @return whether the report could do it itself
    private boolean carryOut(DictationSink sink, SpokenCommand command, Locale spoken)
            throws Refusal {
        return switch (command) {
            case SpokenCommand.Plain plain -> carryOut(sink, plain, spoken);
            case SpokenCommand.GoTo(var place) -> stays(sink, spoken) || Fields.goTo(sink, place);
            case SpokenCommand.Select(var words) -> select(sink, words);
            case SpokenCommand.Insert _, SpokenCommand.Screen _, SpokenCommand.Window _ -> false;
        };
    }

    /// @return whether the caret stays in a field that does not take what stands there
    private boolean stays(DictationSink sink, Locale spoken) throws Refusal {
        var why = form.leave(sink, rules(spoken), spoken);
        why.ifPresent(w -> hook.doubted(sink, w));
        return why.isPresent();
    }

    private boolean carryOut(DictationSink sink, SpokenCommand.Plain command, Locale spoken)
            throws Refusal {
        if (LEADING_ON.contains(command) && stays(sink, spoken)) return true;
        switch (command) {
            case DELETE_LAST -> deleteLast(sink);
            case UNDO -> sink.undo();
            case REDO -> sink.redo();
            case NEXT_FIELD -> Fields.next(sink);
            case PREVIOUS_FIELD -> Fields.previous(sink);
            case CAPITAL -> capital(sink);
            case INSERT_NORMAL, HELP, STOP, SIGN -> {
                return false;
            }
        }
        return true;
    }

    private static boolean select(DictationSink sink, String words) {
        var caret = sink.caret();
        TextSearch.find(sink.text(caret.section()), words, caret.offset())
                .ifPresent(p -> sink.select(new Stretch(caret.section(), p.from(), p.to())));
        return true;
    }

    private static void capital(DictationSink sink) throws Refusal {
        var chosen = sink.selection().or(() -> lastWord(sink));
        if (chosen.isEmpty()) return;
        var stretch = chosen.get();
        var text = sink.text(stretch.section()).substring(stretch.from(), stretch.to());
        sink.replace(stretch, Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }

    private static Optional<Stretch> lastWord(DictationSink sink) {
        var before = before(sink);
        int to = before.length();
        while (to > 0 && !Character.isLetterOrDigit(before.charAt(to - 1))) to--;
        int from = to;
        while (from > 0 && Character.isLetterOrDigit(before.charAt(from - 1))) from--;
        return from == to
                ? Optional.empty()
                : Optional.of(new Stretch(sink.caret().section(), from, to));
    }

    private void deleteLast(DictationSink sink) throws Refusal {
        var selected = sink.selection();
        if (selected.isPresent()) {
            sink.replace(selected.get(), "");
            return;
        }
        var history = said.get(sink.report());
        if (history == null || history.isEmpty()) return;
        var last = history.pop();
        int to = last.from() + last.text().length();
        var text = sink.text(last.section());
        if (to <= text.length()
                && to > last.from()
                && text.substring(last.from(), to).equals(last.text()))
            sink.replace(new Stretch(last.section(), last.from(), to), "");
    }

    private static String before(DictationSink sink) {
        var caret = sink.caret();
        var text = sink.text(caret.section());
        return text.substring(0, Math.min(caret.offset(), text.length()));
    }

    /// A label is no beginning of the sentence that is said behind it.
    private static String heardAfter(DictationSink sink) {
        return Fields.opensLine(sink) ? "" : before(sink);
    }

    private static String after(DictationSink sink) {
        var caret = sink.caret();
        var text = sink.text(caret.section());
        return text.substring(Math.min(caret.offset(), text.length()));
    }
}
