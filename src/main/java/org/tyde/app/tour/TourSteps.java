package org.tyde.app.tour;

import javafx.scene.input.KeyCode;

import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.lut.Window;
import org.tyde.measure.Length;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.ui.shell.CaseModel;
import org.tyde.ui.shell.CaseState;
import org.tyde.ui.viewport.ViewportPane;
import org.tyde.worklist.WorklistRow;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Finding, fetching, hanging and looking: the first half of the main job, and a look at each modality.
final class TourSteps {
    /// The centre of the nodule of the demo's CT, mm in the patient (LPS).
    private static final Point3 NODULE = new Point3(-88, 22, 42);

    private static final double NODULE_MM = 8.4;

    private final TourStage stage;
    private final Tour tour;

    TourSteps(TourStage stage, Tour tour) {
        this.stage = stage;
        this.tour = tour;
    }

    void all() throws Refusal {
        tour.step("fill the embedded archive", this::fill);
        tour.step("list", this::list);
        tour.step("search", this::search);
        tour.step("open CT", () -> open(newest("CT")));
        tour.step("prior beside it", this::prior);
        tour.step("window", this::window);
        tour.step("scroll", this::scroll);
        tour.step("link prior", this::link);
        tour.step("measure", this::measure);
        tour.step("key image", this::keyImage);
        var report = new TourReport(stage, tour, model());
        report.all();
        tour.step("MR", () -> look("MR", "20-mr"));
        tour.step("chest", () -> look("DX", "21-chest"));
        tour.step("mammography with prior", () -> look("MG", "22-mammography"));
        tour.step("ultrasound", () -> look("US", "23-ultrasound"));
        tour.step("angiography", () -> look("XA", "24-angiography"));
        tour.step("two windows", this::twoWindows);
        tour.step("keys and commands", this::overlays);
        tour.step("English, larger text", this::english);
        tour.step("settings", this::settings);
        tour.step("nothing found", this::nothing);
        tour.step("dead archive", this::dead);
    }

    private CaseModel model() {
        return stage.desk().workstation().caseModel();
    }

    private String fill() throws Exception {
        return stage.house().demoFilled().await() + " images made";
    }

    private String list() throws Exception {
        var worklist = stage.desk().worklist();
        stage.run(worklist::refresh);
        stage.until(
                "the list holds the demo studies",
                () -> worklist.rows().size() >= 8 && !worklist.askingProperty().get());
        var ct = newest("CT");
        stage.run(() -> worklist.chosenProperty().set(ct));
        stage.until("priors of the chosen patient", () -> worklist.timeline().size() == 2);
        stage.photograph("01-worklist");
        return stage.on(() -> worklist.rows().size() + " studies listed by QIDO-RS");
    }

    private String search() throws Exception {
        var worklist = stage.desk().worklist();
        stage.type("ødeg");
        stage.until(
                "the search narrows the list",
                () -> worklist.rows().size() == 2 && !worklist.askingProperty().get());
        stage.photograph("02-search");
        stage.key(KeyCode.ESCAPE);
        stage.until("all again", () -> worklist.rows().size() >= 8);
        return "typed a name, found 2 studies, Escape brought all back";
    }

    private WorklistRow row(Predicate<WorklistRow> wanted) throws Exception {
        return stage.on(
                () ->
                        stage.desk().worklist().rows().stream()
                                .filter(wanted)
                                .max(
                                        java.util.Comparator.comparing(
                                                r -> r.study().when().orElseThrow()))
                                .orElseThrow());
    }

    private WorklistRow newest(String modality) throws Exception {
        return row(r -> r.study().modalities().contains(modality));
    }

    private String open(WorklistRow row) throws Exception {
        long begin = System.nanoTime();
        stage.run(() -> stage.desk().worklist().chosenProperty().set(row));
        stage.run(() -> stage.desk().workstation().read(row));
        var report = stage.desk().report();
        stage.until("the referral", () -> report.referralProperty().get().isPresent());
        long referral = millis(begin);
        stage.until("the first image", () -> painted() > 0);
        long first = millis(begin);
        var opening = stage.on(() -> model().opening().orElseThrow());
        stage.until("the end of the fetch", () -> opening.retrieval().job().ended());
        long last = millis(begin);
        var here = opening.retrieval().completeness();
        if (!here.complete())
            throw new IllegalStateException(here.received() + " of " + here.expected());
        return "referral after %d ms, first image after %d ms, all %d after %d ms"
                .formatted(referral, first, here.received(), last);
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private long painted() {
        return viewports().stream().mapToLong(ViewportPane::framesShown).sum();
    }

    private List<ViewportPane> viewports() {
        return stage.desk().workstation().grid().viewports();
    }

    private OpenCase openCase() {
        return model().opening().orElseThrow().openCase().orElseThrow();
    }

    private String prior() throws Exception {
        stage.until(
                "the prior hangs",
                () ->
                        openCase().viewports().stream()
                                .anyMatch(
                                        v ->
                                                v.placement().isPresent()
                                                        && v.placement().get().prior()));
        settled();
        stage.photograph("03-ct-with-prior");
        return stage.on(() -> describe(openCase()));
    }

    private static String describe(OpenCase open) {
        return "%s, %s, %d stacks"
                .formatted(open.hang().protocol(), open.layout(), open.hang().stacks().size());
    }

    /// Waits until no more images come and every viewport that hangs something has painted.
    private void settled() throws Exception {
        int before = -1;
        for (int same = 0; same < 3; ) {
            int now =
                    stage.on(
                            () ->
                                    openCase().hang().stacks().stream()
                                            .mapToInt(ImageStack::size)
                                            .sum());
            same = now == before ? same + 1 : 0;
            before = now;
            Thread.sleep(300);
        }
    }

    private String window() throws Exception {
        stage.key(KeyCode.DIGIT2);
        var pane = viewports().getFirst();
        stage.until("the lung window", () -> pane.model().window().orElseThrow().width() == 1500);
        stage.drag(pane, pane.getWidth() / 2, pane.getHeight() / 2, 40, -30);
        Window dragged = stage.on(() -> pane.model().window().orElseThrow());
        if (!(dragged.width() > 1500 && dragged.center() < -600))
            throw new IllegalStateException("dragging gave " + dragged);
        stage.key(KeyCode.DIGIT2);
        return String.format(
                Locale.ROOT,
                "preset 2, then dragged to W %.0f L %.0f, then preset 2",
                dragged.width(),
                dragged.center());
    }

    private String scroll() throws Exception {
        var pane = viewports().getFirst();
        int before = stage.on(() -> pane.model().state().view().frame());
        stage.wheel(pane, 5);
        stage.until("five further", () -> pane.model().state().view().frame() == before + 5);
        stage.run(
                () -> {
                    var stack = pane.model().state().stack().orElseThrow();
                    openCase().goTo(0, nodule(stack));
                });
        Thread.sleep(400);
        stage.photograph("04-lung-window");
        return "the wheel scrolled 5 images; on to the nodule, image "
                + (1 + stage.on(() -> pane.model().state().view().frame()));
    }

    private static int nodule(ImageStack stack) {
        int best = 0;
        for (int i = 1; i < stack.size(); i++)
            if (distance(stack, i) < distance(stack, best)) best = i;
        return best;
    }

    private static double distance(ImageStack stack, int frame) {
        return Math.abs(stack.frame(frame).plane().orElseThrow().distanceAlongNormal(NODULE));
    }

    private String link() throws Exception {
        int other =
                stage.on(
                        () -> {
                            var all = openCase().viewports();
                            for (int i = 0; i < all.size(); i++)
                                if (all.get(i).placement().isPresent()
                                        && all.get(i).placement().get().prior()) return i;
                            throw new IllegalStateException("no prior hangs");
                        });
        stage.run(
                () -> {
                    var prior = openCase().viewport(other).stack().orElseThrow();
                    openCase().goTo(other, nodule(prior) + 5);
                    openCase().activate(0);
                });
        stage.key(KeyCode.Y);
        if (stage.on(() -> openCase().link().isEmpty()))
            throw new IllegalStateException("current and prior are not linked");
        int before = stage.on(() -> openCase().viewport(other).view().frame());
        stage.wheel(viewports().getFirst(), 2);
        stage.until("the prior follows", () -> openCase().viewport(other).view().frame() != before);
        stage.wheel(viewports().getFirst(), -2);
        stage.run(
                () -> {
                    openCase().activate(other);
                    stage.desk().workstation().perform(org.tyde.ui.Action.PRESET_2);
                    openCase().activate(0);
                });
        Thread.sleep(400);
        stage.photograph("05-linked-prior");
        return "Y linked current and prior; the prior followed the wheel";
    }

    private String measure() throws Exception {
        stage.key(KeyCode.F11);
        Thread.sleep(400);
        var pane = viewports().getFirst();
        var plane =
                stage.on(() -> pane.model().state().frame().orElseThrow().plane().orElseThrow());
        var whole = stage.on(() -> pane.model().shown().orElseThrow()).pose();
        stage.run(() -> pane.model().commands().zoomBy(4, whole.toScreen(plane.toImage(NODULE))));
        Thread.sleep(400);
        var pose = stage.on(() -> pane.model().shown().orElseThrow()).pose();
        var from = pose.toScreen(plane.toImage(NODULE.plus(new Vector3(-NODULE_MM / 2, 0, 0))));
        var to = pose.toScreen(plane.toImage(NODULE.plus(new Vector3(NODULE_MM / 2, 0, 0))));
        stage.key(KeyCode.D);
        stage.click(pane, from.x(), from.y());
        stage.click(pane, to.x(), to.y());
        stage.until("the length", () -> !openCase().marks().measurements().isEmpty());
        Thread.sleep(300);
        stage.photograph("06-measured");
        var figure = stage.on(() -> openCase().marks().measurements().getFirst().figure());
        stage.key(KeyCode.F);
        stage.key(KeyCode.F11);
        if (!(figure instanceof Length length))
            throw new IllegalStateException("no length was drawn");
        double millimetres = plane.toPatient(length.from()).distance(plane.toPatient(length.to()));
        if (Math.abs(millimetres - NODULE_MM) > 0.3)
            throw new IllegalStateException("the nodule measured " + millimetres);
        return String.format(Locale.ROOT, "a length across the nodule, %.1f mm", millimetres);
    }

    private String keyImage() throws Exception {
        stage.key(KeyCode.K);
        stage.until("a key image", () -> openCase().marks().keyImages().size() == 1);
        return "1 key image";
    }

    private String look(String modality, String picture) throws Exception {
        var worklist = stage.desk().worklist();
        stage.run(worklist::refresh);
        stage.until("the list", () -> !worklist.askingProperty().get());
        var row = newest(modality);
        var said = open(row);
        settled();
        Thread.sleep(600);
        stage.photograph(picture);
        return stage.on(() -> describe(openCase())) + "; " + said;
    }

    private String twoWindows() throws Exception {
        look("CT", "25-ct-again");
        stage.key(KeyCode.F9);
        var desk = stage.desk().workstation();
        stage.until("the second window", () -> desk.imageScene().isPresent());
        var second = stage.on(() -> desk.imageScene().orElseThrow());
        Thread.sleep(600);
        stage.photograph("26-second-window", second);
        stage.photograph("27-first-window");
        stage.run(() -> desk.perform(org.tyde.ui.Action.SECOND_WINDOW));
        stage.until("one window again", () -> desk.imageScene().isEmpty());
        return "pictures in a window of their own, and back";
    }

    private String overlays() throws Exception {
        stage.key(KeyCode.F1);
        stage.photograph("28-keys");
        stage.key(KeyCode.ESCAPE);
        stage.key(KeyCode.CONTROL, KeyCode.K);
        stage.type("vindu");
        stage.photograph("29-commands");
        stage.key(KeyCode.ESCAPE);
        return "F1 and Ctrl+K";
    }

    private String english() throws Exception {
        var desk = stage.desk();
        stage.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        stage.until("English", () -> desk.messages().locale().getLanguage().equals("en"));
        stage.run(() -> desk.settings().setOthers(o -> o.withTextScale(1.3)));
        Thread.sleep(400);
        stage.photograph("30-english-130-percent");
        stage.run(
                () -> {
                    desk.settings().setOthers(o -> o.withTextScale(1));
                    desk.settings().switchLanguage();
                });
        return "switched at run time, 130 %, and back";
    }

    private String settings() throws Exception {
        stage.run(stage.desk().workstation()::goToSettings);
        stage.photograph("31-settings");
        return "the settings";
    }

    private String nothing() throws Exception {
        var worklist = stage.desk().worklist();
        stage.key(KeyCode.F4);
        stage.run(() -> worklist.searchProperty().set("ingen heter dette"));
        stage.until(
                "no match", () -> worklist.rows().isEmpty() && !worklist.askingProperty().get());
        stage.photograph("32-no-match");
        stage.run(worklist::clear);
        stage.until("all again", () -> worklist.rows().size() >= 8);
        return "no match said in words";
    }

    private String dead() throws Exception {
        stage.house().stopDemo();
        var worklist = stage.desk().worklist();
        stage.run(worklist::refresh);
        stage.until("the answer", () -> !worklist.askingProperty().get());
        stage.photograph("33-dead-archive");
        if (!stage.on(() -> worklist.offlineProperty().get()))
            throw new IllegalStateException("a dead archive was not noticed");
        if (model().stateProperty().get() instanceof CaseState.Failed)
            throw new IllegalStateException("the open case was lost");
        return "said in words; the list and the open case stay";
    }
}
