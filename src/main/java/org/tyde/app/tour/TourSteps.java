package org.tyde.app.tour;

import javafx.scene.input.KeyCode;

import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.ui.shell.CaseState;
import org.tyde.worklist.WorklistRow;

import java.util.Set;
import java.util.function.Predicate;

/// The main job, step by step.
final class TourSteps {
    private final TourStage stage;
    private final Tour tour;

    TourSteps(TourStage stage, Tour tour) {
        this.stage = stage;
        this.tour = tour;
    }

    void all() throws Refusal {
        tour.step("list", this::list);
        tour.step("open", () -> open("CT", "ct"));
    }

    private String list() throws Exception {
        stage.house().demoFilled().await();
        var worklist = stage.desk().worklist();
        stage.run(worklist::refresh);
        stage.until(
                "the list holds the demo studies",
                () -> worklist.rows().size() >= 8 && !worklist.askingProperty().get());
        stage.run(() -> worklist.chosenProperty().set(worklist.rows().getFirst()));
        stage.until("priors of the chosen patient", () -> !worklist.timeline().isEmpty());
        stage.photograph("01-worklist");
        return stage.on(() -> worklist.rows().size() + " studies listed");
    }

    private WorklistRow row(Predicate<WorklistRow> wanted) throws Exception {
        return stage.on(
                () ->
                        stage.desk().worklist().rows().stream()
                                .filter(wanted)
                                .findFirst()
                                .orElseThrow());
    }

    private String open(String modality, String picture) throws Exception {
        var row = row(r -> r.study().modalities().contains(modality));
        stage.run(() -> stage.desk().workstation().read(row));
        var model = stage.desk().workstation().caseModel();
        stage.until("the first image", () -> model.stateProperty().get() instanceof CaseState.Open);
        stage.until("all images", () -> model.opening().orElseThrow().retrieval().job().ended());
        Thread.sleep(1500);
        stage.photograph("02-" + picture);
        var open = stage.on(() -> model.opening().orElseThrow().openCase().orElseThrow());
        return stage.on(() -> describe(open));
    }

    private static String describe(OpenCase open) {
        return open.hang().protocol() + ", " + open.layout() + ", " + open.currentStacks().size();
    }

    static final Set<KeyCode> KEYS = Set.of();
}
