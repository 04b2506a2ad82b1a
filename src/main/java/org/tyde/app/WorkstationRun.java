package org.tyde.app;

import static org.tyde.ui.FxThread.FX;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.app.desk.Desk;
import org.tyde.app.house.AppReason;
import org.tyde.app.house.House;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Handover;
import org.tyde.settings.Secrets;
import org.tyde.settings.Settings;
import org.tyde.settings.SettingsFile;
import org.tyde.settings.TydeHome;
import org.tyde.settings.vault.Vaults;
import org.tyde.ui.Messages;
import org.tyde.ui.Theme;
import org.tyde.ui.shell.UnlockWindow;
import org.tyde.work.DesktopOpener;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// The workstation as a process: opens the windows and stays until the last one is closed.
public final class WorkstationRun {
    private static final Logger LOG = LoggerFactory.getLogger(WorkstationRun.class);

    /// How long a running workstation may take to see that another start asks for it.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(300);

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WorkstationRun() {}

    /// @return whether windows can be opened here
    public static boolean hasDisplay() {
        var system = System.getProperty("os.name");
        if (!system.startsWith("Linux")) return true;
        return !System.getenv().getOrDefault("DISPLAY", "").isEmpty()
                || !System.getenv().getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /// Opens the workstation and waits until its window is closed. Where one has this home already, that one
    /// comes to the front and opens the files.
    ///
    /// @param home of this user
    /// @param files to be opened
    /// @throws IOException settings, a database or a port cannot be used, or another Tyde has this home and
    ///     does not answer
    /// @throws InterruptedException the process is ended
    public static void run(TydeHome home, List<Path> files)
            throws IOException, InterruptedException {
        home.create();
        var handover = new Handover(home);
        var lock = home.lock();
        if (lock.isEmpty()) {
            if (handover.ask(files, PATIENCE)) return;
            lock = home.lock(); // the other one may have ended meanwhile
        }
        if (lock.isEmpty()) throw new Refusal(AppReason.ALREADY_OPEN);
        try (var held = lock.get()) {
            LOG.debug("home held: {}", held.lock().isValid());
            hold(home, handover, files);
        }
    }

    private static void hold(TydeHome home, Handover handover, List<Path> files)
            throws IOException, InterruptedException {
        var read = new SettingsFile(home).read();
        read.unknownKeys().forEach(key -> LOG.warn("a setting that means nothing: {}", key));
        var secrets = Vaults.of(home);
        try (var runner = new JobRunner()) {
            if (House.needsSecrets(home, read.settings())
                    && !unlocked(read.settings(), secrets, runner)) return;
            work(home, read.settings(), secrets, runner, handover, files);
        }
    }

    private static void work(
            TydeHome home,
            Settings settings,
            Secrets secrets,
            JobRunner runner,
            Handover handover,
            List<Path> files)
            throws IOException, InterruptedException {
        try (var house = openMeanwhile(home, settings, secrets, runner)) {
            var closed = new CountDownLatch(1);
            var failure = new AtomicReference<Throwable>();
            FX.execute(
                    () -> {
                        try {
                            var desk = new Desk(new Stage(), home, settings, house);
                            open(desk, closed);
                            desk.asked(files);
                            house.signIn(DesktopOpener::open);
                            runner.every(LOOK, () -> answer(handover, desk));
                        } catch (IOException | RuntimeException cannot) {
                            failure.set(cannot);
                            closed.countDown();
                        }
                    });
            closed.await();
            if (failure.get() instanceof IOException refused) throw refused;
            if (failure.get() instanceof RuntimeException broken) throw broken;
        }
    }

    private static void answer(Handover handover, Desk desk) {
        handover.take().forEach(files -> FX.execute(() -> desk.asked(files)));
    }

    /// Opens the rooms below while JavaFX starts.
    private static House openMeanwhile(
            TydeHome home, Settings settings, Secrets secrets, JobRunner runner) throws Refusal {
        var house =
                runner.waiting("open the house", _ -> House.open(home, settings, secrets, runner));
        if (!STARTED.getAndSet(true)) Platform.startup(Theme::new);
        return house.await();
    }

    /// The cache is encrypted and its key locked away: the pass phrase comes first.
    private static boolean unlocked(Settings settings, Secrets secrets, JobRunner runner)
            throws InterruptedException {
        var lock = secrets.lock().filter(Secrets.Lock::locked);
        if (lock.isEmpty()) return true;
        if (!STARTED.getAndSet(true)) Platform.startup(Theme::new);
        var open = new AtomicBoolean();
        var closed = new CountDownLatch(1);
        FX.execute(
                () -> {
                    Platform.setImplicitExit(false);
                    var messages = new Messages();
                    messages.localeProperty().set(settings.language());
                    new UnlockWindow(
                                    messages,
                                    lock.get(),
                                    runner,
                                    now -> {
                                        open.set(now);
                                        closed.countDown();
                                    })
                            .show();
                });
        closed.await();
        return open.get();
    }

    private static void open(Desk desk, CountDownLatch closed) {
        var stage = desk.workstation().stage();
        Thread.setDefaultUncaughtExceptionHandler(
                (_, broken) -> {
                    LOG.error("uncaught", broken);
                    FX.execute(() -> desk.workstation().say(desk.messages().sentence(broken)));
                });
        stage.setOnCloseRequest(
                request -> {
                    request.consume();
                    if (desk.saidWhatStays()) return;
                    try {
                        desk.close();
                    } catch (IOException unsaved) {
                        desk.workstation().say(desk.messages().sentence(unsaved));
                        LOG.error("a draft could not be saved at the end", unsaved);
                        return;
                    }
                    closed.countDown();
                });
        desk.workstation().show();
    }
}
