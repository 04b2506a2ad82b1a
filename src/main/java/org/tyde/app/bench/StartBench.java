package org.tyde.app.bench;

import static org.tyde.ui.FxThread.FX;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.tyde.app.desk.Desk;
import org.tyde.app.house.House;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;
import org.tyde.ui.viewport.ViewportStatus;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;
import org.tyde.worklist.WorklistRow;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// The first minute of a reader: from the start of the process to the list, from opening the largest study
/// of an archive to its first picture, to its last image here, and to its last image decoded. The real
/// windows, the real fetch, an empty cache.
public final class StartBench {
    private static final long PATIENCE_MS = 120_000;

    private final PrintStream out;

    /// @param out takes a line a step
    public StartBench(PrintStream out) {
        this.out = out;
    }

    /// @param archive DICOMweb address of the archive
    /// @throws Exception when a step fails or never comes
    public void run(String archive) throws Exception {
        var born = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        Path folder = Files.createTempDirectory("tyde-bench");
        try (var runner = new JobRunner()) {
            var home = TydeHome.at(folder);
            var settings =
                    Settings.DEFAULTS.withArchives(
                            List.of(ArchiveNode.web("archive", URI.create(archive))));
            try (var house = House.open(home, settings, runner)) {
                Platform.startup(() -> {});
                var desk = on(() -> new Desk(new Stage(), home, settings, house));
                on(
                        () -> {
                            desk.workstation().show();
                            return true;
                        });
                say("process start to the window", since(born));
                until(() -> !desk.worklist().rows().isEmpty());
                say("process start to the worklist", since(born));
                read(desk, house);
                on(
                        () -> {
                            desk.close();
                            return true;
                        });
            }
        } finally {
            remove(folder);
        }
    }

    private void read(Desk desk, House house) throws Exception {
        var row = on(() -> largest(desk.worklist().rows()));
        var opened = Instant.now();
        on(
                () -> {
                    desk.workstation().read(row);
                    return true;
                });
        until(
                () ->
                        desk.workstation().grid().viewports().stream()
                                .anyMatch(
                                        p ->
                                                p.model().statusProperty().get()
                                                        instanceof ViewportStatus.Showing));
        say("study opened to the first picture", since(opened));
        int images = row.study().instanceCount();
        until(() -> here(desk) >= images);
        say("study opened to all " + images + " images here", since(opened));
        var frames = new ArrayList<org.tyde.work.Job<?>>();
        house.cache().flush();
        for (var series : house.cache().index().series(row.study().uid()))
            for (var instance : house.cache().index().instances(series.uid()))
                for (int f = 1; f <= Math.max(1, instance.frames()); f++)
                    frames.add(
                            house.frames()
                                    .frame(
                                            new FrameRequest(
                                                    new FrameKey(instance.uid(), f),
                                                    0,
                                                    Priority.NEAR)));
        for (var frame : frames) frame.await();
        say("study opened to all " + frames.size() + " frames decoded", since(opened));
    }

    private static int here(Desk desk) {
        return desk.workstation()
                .caseModel()
                .opening()
                .map(o -> o.retrieval().completeness().received())
                .orElse(0);
    }

    private static WorklistRow largest(List<WorklistRow> rows) {
        return rows.stream()
                .max(Comparator.comparingInt(r -> r.study().instanceCount()))
                .orElseThrow();
    }

    private static double since(Instant then) {
        return java.time.Duration.between(then, Instant.now()).toNanos() / 1e9;
    }

    private void say(String what, double seconds) {
        out.printf(Locale.ROOT, "%-48s %6.2f s%n", what, seconds);
    }

    private static <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        FX.execute(task);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) throw cause;
            throw failed;
        }
    }

    private static void until(BooleanSupplier holds) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!on(holds::getAsBoolean)) {
            if (System.currentTimeMillis() > end) throw new IOException("it never came");
            Thread.sleep(2);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        }
    }
}
