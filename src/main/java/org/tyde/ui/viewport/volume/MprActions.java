package org.tyde.ui.viewport.volume;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.reading.VoiChoice;
import org.tyde.ui.Action;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What the keys do to the three planes.
final class MprActions {
    private static final double STEP = 1.25;

    private final MprModel model;
    private final Map<Action, Runnable> table = new EnumMap<>(Action.class);

    MprActions(MprModel model, Supplier<PlanePane> active) {
        this.model = model;
        scroll(Action.NEXT_IMAGE, 1);
        scroll(Action.PREVIOUS_IMAGE, -1);
        scroll(Action.NEXT_TEN_IMAGES, 10);
        scroll(Action.PREVIOUS_TEN_IMAGES, -10);
        table.put(Action.NEXT_VIEWPORT, () -> stepPlane(1));
        table.put(Action.PREVIOUS_VIEWPORT, () -> stepPlane(-1));
        table.put(Action.MAXIMISE, model::toggleAlone);
        table.put(Action.INVERT, model::invert);
        table.put(Action.ZOOM_IN, () -> model.zoomBy(STEP));
        table.put(Action.ZOOM_OUT, () -> model.zoomBy(1 / STEP));
        table.put(Action.FIT, () -> model.zoomBy(1 / model.zoom()));
        table.put(Action.RESET_VIEW, model::reset);
        table.put(Action.SLAB_THICKER, () -> model.thicken(1));
        table.put(Action.SLAB_THINNER, () -> model.thicken(-1));
        table.put(Action.SLAB_PROJECTION, model::nextProjection);
        table.put(Action.FUSION, model::toggleFusion);
        table.put(Action.FUSION_MORE, () -> model.fusion().more(1));
        table.put(Action.FUSION_LESS, () -> model.fusion().more(-1));
        table.put(Action.FUSION_HOTTER, () -> model.fusion().hotter(1));
        table.put(Action.FUSION_COOLER, () -> model.fusion().hotter(-1));
        table.put(Action.PRESET_FILE, () -> model.choose(VoiChoice.first()));
        table.put(Action.TOOL_LENGTH, () -> active.get().ruler().arm());
        table.put(Action.DELETE_SELECTED, () -> active.get().ruler().drop());
        var text = model.desk().textShownProperty();
        table.put(Action.TEXT_ON_OFF, () -> text.set(!text.get()));
        table.put(Action.MPR, model::close);
        table.put(
                Action.CANCEL,
                () -> {
                    if (!active.get().ruler().unarm()) model.close();
                });
        presets();
    }

    private void scroll(Action action, int steps) {
        table.put(action, () -> model.step(model.active(), steps));
    }

    private void presets() {
        var digits = Action.presets();
        for (int i = 0; i < digits.size(); i++) {
            int digit = i;
            table.put(digits.get(i), () -> preset(digit));
        }
    }

    private void preset(int digit) {
        var volume = model.volume();
        if (volume.isEmpty()) return;
        var first = volume.get().grid().order().getFirst().key().frame();
        model.desk()
                .presetsProperty()
                .get()
                .choice(digit, volume.get().unit(), volume.get().header().vois(first).size())
                .ifPresent(model::choose);
    }

    private void stepPlane(int by) {
        var all = List.of(AnatomicPlane.values());
        model.activate(all.get(Math.floorMod(all.indexOf(model.active()) + by, all.size())));
    }

    /// @param action any; one that means nothing here does nothing
    void perform(Action action) {
        var step = table.get(action);
        boolean leaves = action == Action.CANCEL || action == Action.MPR;
        if (step != null && (leaves || model.volume().isPresent())) step.run();
    }
}
