package org.tyde.app.desk;

import static org.tyde.ui.FxThread.FX;

import org.tyde.app.house.AppReason;
import org.tyde.dictation.Dictation;
import org.tyde.dictation.DictationListener;
import org.tyde.dictation.WordBook;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.reading.PresetTable;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;
import org.tyde.ui.Action;
import org.tyde.ui.Messages;
import org.tyde.ui.reporting.SpokenActions;
import org.tyde.ui.settings.WordsModel;
import org.tyde.work.JobRunner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The words of a desk: commands become the actions of its keys, the user's replacements are in force, and
/// what his hands make of dictated words is learned when a report is left.
final class WordsDesk {
    private static final Map<String, String> WINDOWS =
            Map.of(
                    "SOFT_TISSUE", "preset.soft-tissue",
                    "LUNG", "preset.lung",
                    "BONE", "preset.bone",
                    "BRAIN", "preset.brain",
                    "LIVER", "preset.liver");

    private final Supplier<Settings> settings;
    private final Consumer<Refusal> trouble;
    private final WordBook book;
    private final WordsModel model;
    private final JobRunner runner;
    private Optional<Handwork> handwork = Optional.empty();

    /// @param dictation of the desk
    /// @param home whose words
    /// @param settings in force
    /// @param act does an action of the screens
    /// @param trouble told why a command or a file of words does nothing
    /// @param runner runs what waits for the disk
    /// @param messages words on screen
    WordsDesk(
            Dictation dictation,
            TydeHome home,
            Supplier<Settings> settings,
            Consumer<Action> act,
            Consumer<Refusal> trouble,
            JobRunner runner,
            Messages messages) {
        this.settings = settings;
        this.trouble = trouble;
        this.runner = runner;
        book = new WordBook(home, dictation::replace);
        model =
                new WordsModel(
                        book,
                        () -> TextNormalizer.of(dictation.language()),
                        dictation::vocabulary,
                        runner,
                        messages);
        var spoken = new SpokenActions(this::window);
        dictation.listen(
                new DictationListener() {
                    @Override
                    public void wrote(ReportId report, Caret at, List<Written> written) {
                        follow(report, at, written);
                    }

                    @Override
                    public void asked(ReportId report, SpokenCommand command) {
                        spoken.of(command).ifPresent(a -> FX.execute(() -> act.accept(a)));
                    }
                });
        FX.watch(
                runner.waiting("read words", _ -> book.load(home)),
                refused -> {
                    refused.forEach(trouble);
                    model.refresh();
                },
                _ -> {});
    }

    /// @return the user's words, for the settings
    WordsModel model() {
        return model;
    }

    /// Another report is open, or none; the one before is left.
    ///
    /// @param report open from now on
    void open(Optional<Report> report) {
        var left = replaced(report.map(Handwork::new));
        left.ifPresent(
                work -> {
                    work.close();
                    FX.watch(
                            runner.waiting(
                                    "learn words",
                                    _ -> {
                                        book.learn(
                                                work.text(), LocalDate.now(ZoneId.systemDefault()));
                                        return true;
                                    }),
                            _ -> model.refresh(),
                            why -> {
                                if (why instanceof Refusal refusal) trouble.accept(refusal);
                            });
                });
    }

    private synchronized Optional<Handwork> replaced(Optional<Handwork> next) {
        var before = handwork;
        handwork = next;
        return before;
    }

    private synchronized void follow(ReportId report, Caret at, List<Written> written) {
        handwork.filter(w -> w.is(report)).ifPresent(w -> w.text().wrote(at, written));
    }

    /// A window is asked for by its name; where the user put another on its key, that key is not it.
    private Optional<Action> window(String name) {
        if (name.equals("AUTO")) return Optional.of(Action.PRESET_AUTO);
        var preset =
                PresetTable.DEFAULT.presets().stream()
                        .filter(p -> p.name().equals(WINDOWS.get(name)))
                        .findFirst();
        if (preset.isEmpty()) return Optional.empty();
        int key = preset.get().digit();
        if (settings.get().presets().stream().anyMatch(p -> p.key() == key)) {
            trouble.accept(new Refusal(AppReason.WINDOW_OF_ANOTHER, key));
            return Optional.empty();
        }
        return Optional.of(Action.presets().get(key));
    }
}
