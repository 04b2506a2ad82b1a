package org.tyde.ui.shell;

import static org.tyde.ui.FxThread.FX;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.tyde.archive.RegionalArchive;
import org.tyde.reading.CaseOpening;
import org.tyde.reading.PresetTable;
import org.tyde.ui.Action;
import org.tyde.ui.Desktop;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.Theme;
import org.tyde.ui.settings.MonitorFit;
import org.tyde.ui.settings.SettingsModel;
import org.tyde.ui.settings.SettingsPane;
import org.tyde.ui.settings.StandardPreset;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.ViewportGrid;
import org.tyde.ui.viewport.volume.MprPane;
import org.tyde.ui.worklist.ColumnPlace;
import org.tyde.ui.worklist.WorklistModel;
import org.tyde.ui.worklist.WorklistPane;
import org.tyde.worklist.WorklistRow;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// The workstation: its windows, the study that is open in them, and who acts on which key. Used on the
/// JavaFX thread.
public final class Workstation {
    private static final Duration HEARTBEAT = Duration.millis(250);
    private static final double STEP_OF_SCALE = 0.1;

    /// What is possible also while no study is open.
    private static final Set<Action> ALWAYS =
            EnumSet.of(
                    Action.NEXT_STUDY,
                    Action.PREVIOUS_STUDY,
                    Action.GO_TO_LIST,
                    Action.GO_TO_READING,
                    Action.IMPORT_FILES,
                    Action.IMPORT_FOLDER,
                    Action.QUEUE,
                    Action.ARCHIVE_SIGN_IN,
                    Action.ARCHIVE_SIGN_OUT,
                    Action.HELP,
                    Action.SECOND_WINDOW,
                    Action.TEXT_LARGER,
                    Action.TEXT_SMALLER,
                    Action.LANGUAGE);

    /// What the workstation is made of.
    ///
    /// @param messages words
    /// @param keymap keys
    /// @param theme look
    /// @param worklist the reading list
    /// @param settings in force
    /// @param images where pictures are shown
    /// @param thumbnails made for the images, once
    /// @param opener fetches and hangs a study
    /// @param report where a study is described
    /// @param foot what the foot line says
    /// @param archives how each archive answered last
    /// @param traffic what goes between here and the archives
    /// @param places where windows stood
    /// @param columns of the list, as they were arranged
    /// @param desktop the monitors
    public record Parts(
            Messages messages,
            Keymap keymap,
            Theme theme,
            WorklistModel worklist,
            SettingsModel settings,
            ImageDesk images,
            Function<ImageDesk, Node> thumbnails,
            CaseOpener opener,
            ReportDesk report,
            FootModel foot,
            Supplier<List<RegionalArchive.State>> archives,
            Traffic.Watch traffic,
            WindowPlace.Keeper places,
            ColumnPlace.Keeper columns,
            Desktop desktop) {}

    private final Parts parts;
    private Optional<SettingsPane> settingsPane = Optional.empty();
    private final WindowPlaces windows;
    private final CaseModel model;
    private final ViewportGrid grid;
    private final MprPane planes;
    private final ImagesPane images;
    private final ReadWorkspace read;
    private final WorklistPane list;
    private final ControlWindow control;
    private final CommandPalette palette;
    private final KeySheet keys;
    private final TrafficSheet traffic;
    private final KeyDispatch dispatch;
    private final Timeline heartbeat = new Timeline(new KeyFrame(HEARTBEAT, _ -> beat()));
    private final Map<Action, BooleanSupplier> table;
    private final MonitorFit fit;
    private final FileIntake files;
    private Optional<ImageWindow> second = Optional.empty();
    private Optional<MonitorFit> secondFit = Optional.empty();

    /// @param stage of the control window, not yet shown
    /// @param parts what it is made of
    public Workstation(Stage stage, Parts parts) {
        this.parts = parts;
        windows = new WindowPlaces(parts.places());
        var messages = parts.messages();
        model =
                new CaseModel(
                        parts.opener(),
                        parts.images(),
                        parts.report(),
                        parts.foot(),
                        messages,
                        this::say);
        grid = new ViewportGrid(parts.images());
        planes = new MprPane(parts.images());
        grid.leaveThrough(this::perform);
        images =
                new ImagesPane(
                        grid,
                        planes,
                        parts.thumbnails().apply(parts.images()),
                        model,
                        messages,
                        () -> go(Workplace.LIST));
        read = new ReadWorkspace(images, parts.report().node(), messages, this::toggleSecond);
        list = new WorklistPane(parts.worklist(), messages, this::read, parts.columns());
        palette = new CommandPalette(messages, parts.keymap(), this::possible, this::perform);
        keys = new KeySheet(messages, parts.keymap());
        traffic = new TrafficSheet(messages, parts.traffic());
        dispatch =
                new KeyDispatch(
                        parts.keymap(),
                        () -> palette.isVisible() || keys.isVisible() || traffic.isVisible(),
                        this::reading,
                        parts.report()::writing,
                        this::key,
                        parts.report()::released);
        control =
                new ControlWindow(
                        stage,
                        model,
                        parts.foot(),
                        messages,
                        parts.theme(),
                        places(),
                        dispatch::listen,
                        () -> perform(Action.HELP),
                        () -> perform(Action.QUEUE),
                        parts.report().strip());
        control.root().getChildren().addAll(palette, keys, traffic);
        files = new FileIntake(messages, control.banner(), this::opened);
        table = actions();
        fit = fit(stage);
        fitImages();
        heartbeat.setCycleCount(Timeline.INDEFINITE);
    }

    private Map<Workplace, Node> places() {
        var places = new LinkedHashMap<Workplace, Node>();
        places.put(Workplace.LIST, list);
        places.put(Workplace.READ, read);
        places.put(Workplace.SETTINGS, settings());
        return places;
    }

    private SettingsPane settings() {
        var standard =
                PresetTable.DEFAULT.presets().stream()
                        .map(
                                p ->
                                        new StandardPreset(
                                                p.digit(),
                                                p::label,
                                                p.window().width(),
                                                p.window().center()))
                        .toList();
        var pane = new SettingsPane(parts.settings(), parts.messages(), parts.desktop(), standard);
        settingsPane = Optional.of(pane);
        return pane;
    }

    /// Adds a section to the settings.
    ///
    /// @param key of its title in the words of the settings
    /// @param content of it
    public void addSettings(String key, Node content) {
        settingsPane.ifPresent(pane -> pane.add(key, content));
    }

    private boolean reading(Scene scene) {
        return control.placeProperty().get() == Workplace.READ
                || second.isPresent() && second.get().stage().getScene().equals(scene);
    }

    /// Opens the control window where it stood, with the list, and asks the archive.
    public void show() {
        windows.place(control.stage(), ControlWindow.NAME);
        control.stage().show();
        parts.worklist().refresh();
        list.takeFocus();
        heartbeat.play();
    }

    /// Brings its windows before all others, the control window with the keyboard.
    public void toFront() {
        second.ifPresent(w -> w.stage().toFront());
        control.stage().setIconified(false);
        control.stage().toFront();
        control.stage().requestFocus();
    }

    /// Leaves the open study, keeps where the windows stand and closes them.
    public void close() {
        heartbeat.stop();
        model.leave();
        windows.keep(control.stage(), ControlWindow.NAME);
        second.ifPresent(
                w -> {
                    windows.keep(w.stage(), ImageWindow.NAME);
                    w.stage().hide();
                });
        control.stage().hide();
    }

    /// Reads a row of the list.
    ///
    /// @param row to be opened
    public void read(WorklistRow row) {
        control.banner().clear();
        parts.worklist().chosenProperty().set(row);
        model.open(row.study());
        go(Workplace.READ);
    }

    private void opened(WorklistRow row) {
        parts.worklist().refresh();
        read(row);
    }

    private void go(Workplace place) {
        control.placeProperty().set(place);
        switch (place) {
            case LIST -> {
                parts.worklist().refresh();
                list.takeFocus();
            }
            case READ -> images.takeFocus();
            case SETTINGS -> {}
        }
    }

    /// Does what a key, the palette or a button asks for.
    ///
    /// @param action any
    /// @return whether there was something to do
    public boolean perform(Action action) {
        var own = table.get(action);
        return own == null ? inCase(action) : own.getAsBoolean();
    }

    /// A key goes down: what lasts as long as it is held begins.
    private boolean key(Action action) {
        boolean held = action == Action.RECORD && model.study().isPresent();
        return held ? parts.report().pressed(action) : perform(action);
    }

    private Map<Action, BooleanSupplier> actions() {
        var table = new EnumMap<Action, BooleanSupplier>(Action.class);
        table.put(Action.NEXT_STUDY, () -> next(true));
        table.put(Action.PREVIOUS_STUDY, () -> next(false));
        table.put(Action.GO_TO_LIST, did(() -> go(Workplace.LIST)));
        table.put(Action.GO_TO_READING, did(() -> go(Workplace.READ)));
        table.put(Action.COMMAND_PALETTE, did(() -> over(palette, palette::open)));
        table.put(Action.HELP, did(() -> over(keys, keys::open)));
        table.put(Action.QUEUE, did(() -> over(traffic, traffic::open)));
        table.put(Action.ARCHIVE_SIGN_IN, did(parts.traffic()::signIn));
        table.put(Action.ARCHIVE_SIGN_OUT, did(parts.traffic()::signOut));
        table.put(Action.SECOND_WINDOW, did(this::toggleSecond));
        table.put(Action.TEXT_LARGER, did(() -> resize(STEP_OF_SCALE)));
        table.put(Action.TEXT_SMALLER, did(() -> resize(-STEP_OF_SCALE)));
        table.put(Action.LANGUAGE, did(parts.settings()::switchLanguage));
        table.put(Action.FOCUS_IMAGES, did(images::takeFocus));
        table.put(Action.NEXT_PRIOR, this::nextPrior);
        table.put(Action.IMPORT_FILES, did(() -> files.chooseFiles(control.stage())));
        table.put(Action.IMPORT_FOLDER, did(() -> files.chooseFolder(control.stage())));
        table.put(Action.CANCEL, this::cancel);
        table.put(Action.UNDO, () -> !inField() && inCase(Action.UNDO));
        table.put(Action.REDO, () -> !inField() && inCase(Action.REDO));
        return table;
    }

    private boolean nextPrior() {
        return model.opening().flatMap(CaseOpening::nextPrior).isPresent();
    }

    private boolean inCase(Action action) {
        if (model.study().isEmpty()) return false;
        return parts.report().perform(action) || planes.perform(action) || grid.perform(action);
    }

    private boolean cancel() {
        if (control.placeProperty().get() != Workplace.READ) return false;
        return parts.report().cancel()
                || !parts.report().writing()
                        && (planes.perform(Action.CANCEL) || grid.perform(Action.CANCEL));
    }

    private boolean possible(Action action) {
        if (action == Action.COMMAND_PALETTE || action == Action.CANCEL) return false;
        var people = parts.traffic().signIns();
        if (action == Action.ARCHIVE_SIGN_IN) return people.stream().anyMatch(p -> !p.signedIn());
        if (action == Action.ARCHIVE_SIGN_OUT) return people.stream().anyMatch(p -> p.signedIn());
        return ALWAYS.contains(action) || model.study().isPresent();
    }

    private static BooleanSupplier did(Runnable step) {
        return () -> {
            step.run();
            return true;
        };
    }

    private boolean next(boolean forwards) {
        var here = model.study().map(s -> s.uid()).orElse("");
        var worklist = parts.worklist();
        var row = forwards ? worklist.after(here) : worklist.before(here);
        if (row.isPresent()) read(row.get());
        else say(parts.messages().in(Workstation.class).text("next.none"));
        return true;
    }

    /// Shows the settings, where a signer is missing.
    public void goToSettings() {
        go(Workplace.SETTINGS);
    }

    /// Opens the next study after one has been signed; the list where none is left.
    public void signedAndNext() {
        var here = model.study().map(s -> s.uid()).orElse("");
        var row = parts.worklist().after(here);
        if (row.isPresent()) read(row.get());
        else {
            model.leave();
            go(Workplace.LIST);
        }
    }

    private void over(Node overlay, Runnable open) {
        var window =
                second.filter(w -> w.stage().isFocused())
                        .map(ImageWindow::root)
                        .orElse(control.root());
        if (overlay.getParent() instanceof StackPane parent && !parent.equals(window)) {
            parent.getChildren().remove(overlay);
            window.getChildren().add(overlay);
        }
        open.run();
    }

    /// Whether the keyboard is in a field of its own, which undoes for itself.
    private boolean inField() {
        return control.stage().isFocused()
                && control.stage().getScene().getFocusOwner() instanceof TextInputControl;
    }

    private MonitorFit fit(Stage stage) {
        return new MonitorFit(
                stage, parts.desktop(), parts.settings(), parts.theme(), this::fitImages);
    }

    /// Life size and greys are those of the monitor the images stand on.
    private void fitImages() {
        var standsOn = secondFit.orElse(fit);
        parts.images().lifeSize(standsOn.pixelMm());
        parts.images()
                .reader(
                        parts.settings()
                                .settingsProperty()
                                .get()
                                .signer()
                                .map(s -> (s.givenName() + " " + s.familyName()).strip())
                                .orElse(""));
        parts.images()
                .monitor(ImageMonitor.of(standsOn.check()), ImageMonitor.display(standsOn.check()));
    }

    private void resize(double by) {
        second.filter(w -> w.stage().isFocused()).flatMap(_ -> secondFit).orElse(fit).resize(by);
    }

    private void toggleSecond() {
        if (second.isPresent()) {
            var window = second.get();
            windows.keep(window.stage(), ImageWindow.NAME);
            second = Optional.empty();
            secondFit.ifPresent(MonitorFit::end);
            secondFit = Optional.empty();
            fitImages();
            takeBack(palette);
            takeBack(keys);
            takeBack(traffic);
            window.hide();
            read.withImages();
            return;
        }
        read.withoutImages();
        var window =
                new ImageWindow(
                        model,
                        parts.messages(),
                        parts.theme(),
                        dispatch::listen,
                        this::toggleSecond);
        windows.place(window.stage(), ImageWindow.NAME);
        secondFit = Optional.of(fit(window.stage()));
        fitImages();
        window.show(images);
        second = Optional.of(window);
        images.takeFocus();
        if (model.study().isPresent()) parts.report().perform(Action.FOCUS_REPORT);
    }

    private void takeBack(Node overlay) {
        if (overlay.getParent() instanceof StackPane parent && !parent.equals(control.root())) {
            parent.getChildren().remove(overlay);
            control.root().getChildren().add(overlay);
        }
    }

    private void beat() {
        model.showFetch();
        parts.foot()
                .signInProperty()
                .set(SignInWords.of(parts.traffic().signIns(), parts.messages()));
        var words = parts.messages().in(Workstation.class);
        var states = parts.archives().get();
        var away = states.stream().filter(s -> s.failure().isPresent()).findFirst();
        parts.foot().archiveAwayProperty().set(away.isPresent());
        parts.foot()
                .archiveProperty()
                .set(
                        away.map(s -> words.text("foot.archive.away", s.name()))
                                .orElseGet(
                                        () ->
                                                String.join(
                                                        ", ",
                                                        states.stream()
                                                                .map(RegionalArchive.State::name)
                                                                .toList())));
    }

    /// Shows one sentence until it is put away; from any thread.
    ///
    /// @param sentence for people
    public void say(String sentence) {
        FX.execute(() -> control.banner().say(sentence));
    }

    /// @param opener takes in what a person opens or drops
    public void openFilesThrough(FileOpener opener) {
        files.through(opener);
        files.acceptDrops(scene());
    }

    /// @param paths files, folders or ZIP archives to be taken in and read
    public void openFiles(List<Path> paths) {
        files.take(paths);
    }

    /// @return the study that is open
    public CaseModel caseModel() {
        return model;
    }

    /// @return the viewports
    public ViewportGrid grid() {
        return grid;
    }

    /// @return the control window
    public Stage stage() {
        return control.stage();
    }

    /// @return the scene of the control window
    public Scene scene() {
        return control.stage().getScene();
    }

    /// @return the scene of the window of pictures, while it is open
    public Optional<Scene> imageScene() {
        return second.map(w -> w.stage().getScene());
    }
}
