package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dictation.Learned.Decision;
import org.tyde.dictation.ReplacementFile;
import org.tyde.dictation.WordBook;
import org.tyde.dictation.words.Remark;
import org.tyde.dictation.words.Replacement;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.settings.TydeHome;
import org.tyde.speech.Vocabulary;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A user's words as he meets them in the settings.
@Timeout(60)
class WordsPanesTest {
    @TempDir Path folder;

    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    /// What is changed holds at once and is written a moment later.
    @AfterEach
    void end() throws Exception {
        for (var before = written(); ; ) {
            Thread.sleep(150);
            var now = written();
            if (now.equals(before)) break;
            before = now;
        }
        runner.close();
    }

    private Map<Path, FileTime> written() throws Exception {
        var found = new TreeMap<Path, FileTime>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) found.put(file, Files.getLastModifiedTime(file));
        } catch (UncheckedIOException | NoSuchFileException renamed) {
            found.clear();
        }
        return found;
    }

    private WordBook book() throws Exception {
        var home = TydeHome.at(folder);
        Files.createDirectories(home.machine());
        Files.createDirectories(home.data());
        ReplacementFile.write(
                home.machine().resolve("replacements.json"),
                List.of(new Replacement("thorax", "toraks"), new Replacement("raa", "RAA")));
        Files.writeString(
                home.data().resolve("learned.json"),
                """
                {"version": 1,
                 "habits": [
                  {"spoken": "fortetting", "written": "fortetning", "times": 4, "decision": "OPEN"},
                  {"spoken": "nodul", "written": "knute", "times": 3, "decision": "OPEN"}],
                 "weeks": [
                  {"week": "2026-W44", "dictated": 812, "corrected": 61},
                  {"week": "2026-W45", "dictated": 1033, "corrected": 55},
                  {"week": "2026-W46", "dictated": 640, "corrected": 40},
                  {"week": "2026-W47", "dictated": 1204, "corrected": 31}]}
                """);
        var book = new WordBook(home, _ -> {});
        assertEquals(List.of(), book.load(home));
        return book;
    }

    private WordsModel model(WordBook book) throws Exception {
        var known = new TreeSet<>(Set.of("thorax", "nodul", "neste", "bilde", "ct", "i"));
        return Screens.on(
                () ->
                        new WordsModel(
                                book,
                                () -> TextNormalizer.of(Locale.of("nb")),
                                () -> Optional.of(new Vocabulary(known)),
                                runner,
                                messages));
    }

    @Test
    void replacementsAreAddedChangedAndTakenAwayAndWhatIsNoneIsSaid() throws Exception {
        var book = book();
        var model = model(book);
        assertTrue(Screens.on(() -> model.put("Engel Hansen", "Engel-Hansen")));
        assertTrue(Screens.on(() -> model.put("thorax", "thorax")));
        assertFalse(Screens.on(() -> model.put("høyre hilus", "venstre hilus")));
        assertEquals(
                "«høyre hilus» og «venstre hilus» nevner ikke samme side. En erstatning endrer"
                        + " aldri høyre og venstre.",
                Screens.on(() -> model.saidProperty().get()));
        Screens.until(() -> book.own().size() == 2);
        assertEquals(
                Set.of(Remark.DEPARTMENT),
                Screens.on(() -> model.remarks(new Replacement("thorax", "thorax"))));
        assertEquals(
                Set.of(Remark.UNKNOWN_WORD),
                Screens.on(() -> model.remarks(new Replacement("engel", "Engel"))));
        assertEquals(
                Set.of(Remark.COMMAND),
                Screens.on(() -> model.remarks(new Replacement("neste bilde", "neste bilde"))));
        assertEquals(
                Set.of(Remark.RULE),
                Screens.on(() -> model.remarks(new Replacement("ct", "CT-undersøkelse"))));
        Screens.run(() -> model.remove(new Replacement("thorax", "thorax")));
        Screens.until(() -> book.own().size() == 1);
    }

    @Test
    void aListIsBroughtAndTakenAsCsv() throws Exception {
        var book = book();
        var model = model(book);
        var file = folder.resolve("words.csv");
        Files.writeString(file, "spoken;written\nengel;Engel\nhøyre;venstre\n");
        Screens.run(() -> model.importFrom(file));
        Screens.until(() -> book.own().equals(List.of(new Replacement("engel", "Engel"))));
        var out = folder.resolve("out.csv");
        Screens.run(() -> model.exportTo(out));
        Screens.until(() -> Files.exists(out));
        assertEquals("spoken;written\nengel;Engel\n", Files.readString(out));
    }

    @Test
    void anOfferHoldsWhenItIsTakenAndNotBefore() throws Exception {
        var book = book();
        var model = model(book);
        assertEquals(2, Screens.on(() -> model.learnedProperty().get().offers().size()));
        assertEquals(List.of(), book.own());
        var habit = Screens.on(() -> model.learnedProperty().get().offers().getFirst());
        Screens.run(() -> model.decide(habit, Decision.ACCEPTED));
        Screens.until(() -> model.own().size() == 1);
        Screens.run(model::forget);
        Screens.until(() -> model.learnedProperty().get().weeks().isEmpty());
    }

    @Test
    void thePanesAreReadInBothLanguages() throws Exception {
        var model = model(book());
        Screens.run(
                () -> {
                    model.put("engel hansen", "Engel-Hansen");
                    model.put("thorax", "thorax");
                    model.put("ct", "CT-undersøkelse");
                });
        var root =
                Screens.on(
                        () -> {
                            var page =
                                    new VBox(new ReplacementsPane(model), new LearningPane(model));
                            page.getStyleClass().add("page");
                            page.setMaxWidth(720);
                            var scroll = new ScrollPane(page);
                            scroll.getStyleClass().add("settings");
                            scroll.setFitToWidth(true);
                            ControlStyles.wear(scroll, SettingsPane.class, "settings.css");
                            return scroll;
                        });
        var stage = Screens.show(root, 760, 800);
        Screens.keep(stage, "words");
        Screens.run(() -> messages.localeProperty().set(Locale.UK));
        Screens.keep(stage, "words-english");
        Screens.run(stage::close);
    }
}
