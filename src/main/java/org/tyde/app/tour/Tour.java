package org.tyde.app.tour;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.app.house.AppReason;
import org.tyde.app.house.Failures;
import org.tyde.app.house.House;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.settings.SigningSettings;
import org.tyde.settings.TydeHome;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Runs the main job in a home of its own, which is gone afterwards, and writes what it made.
public final class Tour {
    private static final Signer SIGNER =
            new Signer("Granli", "Ingrid", "Overlege", "Tyde demo", "9999999");

    /// One thing done.
    ///
    /// @param name of the step
    /// @param done what was done, with what was seen
    /// @param milliseconds it took
    record Step(String name, String done, long milliseconds) {}

    /// What the tour is shown on.
    ///
    /// @param display whether on the display that is here, else on one that nobody sees
    /// @param width of the window, px
    /// @param height of the window, px
    public record Screen(boolean display, int width, int height) {
        /// JavaFX's screen without a display: 1000 x 1000.
        public static final Screen NONE = new Screen(false, 1000, 1000);
    }

    private final Path out;
    private final Screen screen;
    private final List<Step> steps = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();

    private Tour(Path out, Screen screen) {
        this.out = out;
        this.screen = screen;
    }

    /// @param out folder for everything that is made
    /// @param screen that it is shown on
    /// @return the files made
    /// @throws IOException a step failed; what was made before stays, with `tour.json` saying how far it
    ///     came
    public static List<Path> run(Path out, Screen screen) throws IOException {
        if (!screen.display()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Files.createDirectories(out);
        var tour = new Tour(out, screen);
        var home = Files.createTempDirectory("tyde-tour");
        try {
            tour.run(TydeHome.at(home));
        } finally {
            tour.writeJson();
            delete(home);
        }
        return List.copyOf(tour.made);
    }

    private void run(TydeHome home) throws IOException {
        var settings = Settings.DEFAULTS.withSigner(SIGNER).withSigning(new SigningSettings(0));
        try (var runner = new JobRunner();
                var house = House.open(home, settings, runner)) {
            try (var stage = new TourStage(home, settings, house, this, screen)) {
                new TourSteps(stage, this).all();
            }
        }
    }

    /// @param file that was made
    void made(Path file) {
        made.add(file);
    }

    /// @param name of a file below the folder
    /// @return its path
    Path file(String name) {
        return out.resolve(name);
    }

    /// What a step does.
    interface Work {
        /// @return what was done, in a sentence
        /// @throws Exception it did not work
        String run() throws Exception;
    }

    /// @param name of the step
    /// @param work what it does
    /// @throws Refusal it did not work, and which step that was
    void step(String name, Work work) throws Refusal {
        long begin = System.nanoTime();
        try {
            var done = work.run();
            steps.add(new Step(name, done, (System.nanoTime() - begin) / 1_000_000));
        } catch (Exception failed) {
            var why = Failures.sentence(failed, Locale.ENGLISH);
            steps.add(new Step(name, "FAILED: " + why, (System.nanoTime() - begin) / 1_000_000));
            throw new Refusal(AppReason.TOUR_FAILED, name, why).because(failed);
        }
    }

    private void writeJson() throws IOException {
        var json = new ObjectMapper();
        var root = json.createObjectNode();
        root.put("java", System.getProperty("java.version"));
        root.put("display", screen.display());
        var list = root.putArray("steps");
        for (var step : steps)
            list.addObject()
                    .put("step", step.name())
                    .put("done", step.done())
                    .put("ms", step.milliseconds());
        var files = root.putArray("files");
        made.forEach(file -> files.add(file.getFileName().toString()));
        var file = file("tour.json");
        Files.writeString(file, root.toPrettyString());
        made.add(file);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        }
    }
}
