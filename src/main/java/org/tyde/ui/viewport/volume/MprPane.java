package org.tyde.ui.viewport.volume;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.reading.CaseChange;
import org.tyde.refusal.Refusal;
import org.tyde.ui.Action;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.StatePane;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.ViewportGrid;
import org.tyde.volume.Slab;

import java.util.ArrayList;
import java.util.List;

/// Three planes of the active viewport's stack, over the viewports until one leaves it: the axial one at the
/// left, the coronal and the sagittal one at the right, a thin bar above.
public final class MprPane extends Region {
    private static final double GAP = 2;

    private final MprModel model;
    private final List<PlanePane> planes = new ArrayList<>();
    private final StatePane state = new StatePane();
    private final HBox bar = new HBox();
    private final Label slabWords = new Label();
    private final Slider opacity = new Slider(0, 1, 0.5);
    private final Label opacityWords = new Label();
    private final MenuButton colours = new MenuButton();
    private final MenuButton lengths = new MenuButton();
    private final MprActions actions;
    private final MprWords writer;
    private final PlainFusion plain;

    /// @param desk what viewports share
    public MprPane(ImageDesk desk) {
        model = new MprModel(desk);
        writer = new MprWords(model);
        getStyleClass().add("mpr");
        ControlStyles.wear(this, ViewportGrid.class, "viewport.css");
        ControlStyles.wear(this, MprPane.class, "mpr.css");
        for (var plane : AnatomicPlane.values()) planes.add(new PlanePane(model, plane));
        actions = new MprActions(model, this::ofActive);
        plain = new PlainFusion(desk, writer);
        makeBar();
        getChildren().addAll(planes);
        getChildren().addAll(bar, state);
        setVisible(false);
        model.listen(this::changed);
        model.statusProperty().subscribe(_ -> sayState());
        desk.openProperty().subscribe(_ -> model.close());
        var _ = desk.listen(this::caseChanged);
        desk.textShownProperty().subscribe(_ -> repaint());
        desk.lettersProperty().subscribe(_ -> repaint());
        desk.messages().localeProperty().subscribe(_ -> languageChanged());
    }

    private void makeBar() {
        bar.getStyleClass().add("mpr-bar");
        var words = model.desk().messages().in(MprPane.class);
        var notice = new Label();
        notice.getStyleClass().add("mpr-notice");
        notice.textProperty().bind(model.noticeProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        opacity.setFocusTraversable(false);
        opacity.valueProperty().subscribe(v -> model.fusion().opacity(v.doubleValue()));
        opacityWords.textProperty().bind(words.bind("bar.opacity"));
        opacityWords.setLabelFor(opacity);
        colours.setFocusTraversable(false);
        for (var preset : FusionModel.Colours.PRESETS) {
            var item = new MenuItem();
            item.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> words(preset), model.desk().messages().localeProperty()));
            item.setOnAction(_ -> model.fusion().colours(preset));
            colours.getItems().add(item);
        }
        lengths.setFocusTraversable(false);
        for (var node : List.of(opacity, opacityWords, colours, lengths)) {
            node.managedProperty().bind(node.visibleProperty());
            node.setVisible(false);
        }
        bar.getChildren()
                .addAll(
                        button(Action.SLAB_THINNER),
                        slabWords,
                        button(Action.SLAB_THICKER),
                        button(Action.SLAB_PROJECTION),
                        button(Action.FUSION),
                        opacityWords,
                        opacity,
                        colours,
                        lengths,
                        notice,
                        space,
                        button(Action.RESET_VIEW),
                        button(Action.MPR));
    }

    private Button button(Action action) {
        var button = new Button();
        button.setFocusTraversable(false);
        button.textProperty()
                .bind(model.desk().messages().in(MprPane.class).bind("bar." + action.name()));
        button.setOnAction(_ -> perform(action));
        return button;
    }

    /// @return what it shows
    public MprModel model() {
        return model;
    }

    /// @return the three planes: axial, coronal, sagittal
    public List<PlanePane> planes() {
        return List.copyOf(planes);
    }

    /// @return what is said in place of pictures
    public StatePane state() {
        return state;
    }

    /// @return what lies in colour over the images of plain stacks
    public FusionModel overStacks() {
        return plain.model();
    }

    private PlanePane ofActive() {
        return planes.stream().filter(p -> p.plane() == model.active()).findFirst().orElseThrow();
    }

    /// Does what a key, the menu or the palette asks for. While it is open, nothing that is for images reaches
    /// the viewports below.
    ///
    /// @param action any
    /// @return whether it was for this pane
    public boolean perform(Action action) {
        if (!model.isOpen()) {
            if (action != Action.MPR) return plain.perform(action);
            open();
            if (plain.model().pet().isPresent()) model.fusionWhenThere();
            return true;
        }
        model.unsay();
        actions.perform(action);
        return true;
    }

    private void open() {
        var open = model.desk().openCase();
        if (open.isEmpty()) return;
        var viewport = open.get().viewport(open.get().active());
        if (viewport.stack().isPresent()) model.open(viewport.stack().get(), viewport.view());
        else model.desk().say(model.desk().messages().sentence(new Refusal(MprReason.NO_STACK)));
    }

    // ---- what changes

    private void caseChanged(CaseChange change) {
        if (!model.isOpen()) return;
        switch (change) {
            case CaseChange.MarksChanged() -> changed();
            case CaseChange.Studies() -> model.monitorChanged();
            case CaseChange.Viewport _,
                    CaseChange.Layout(),
                    CaseChange.Active(),
                    CaseChange.Link(),
                    CaseChange.Seen _ -> {}
        }
    }

    private void changed() {
        for (var plane : planes) plane.setVisible(shown(plane));
        var slab = model.slab();
        slabWords.setText(words(slab));
        opacity.setValue(model.fusion().opacity());
        boolean fused = model.fusion().pet().isPresent();
        opacity.setVisible(fused);
        opacityWords.setVisible(fused);
        boolean suv = model.fusion().suv().isPresent();
        colours.setVisible(fused && suv);
        if (fused && suv) colours.setText(words(model.fusion().colours()));
        listLengths();
        requestLayout();
        repaint();
    }

    /// What was measured on planes of this volume; choosing one leads to it.
    private void listLengths() {
        var all = model.lengths();
        lengths.setVisible(!all.isEmpty());
        var messages = model.desk().messages();
        lengths.setText(messages.in(MprPane.class).text("bar.lengths", "" + all.size()));
        lengths.getItems().clear();
        for (var length : all) {
            var mm = new Quantity(length.millimetres(), Unit.MM).text(messages.locale());
            var item = new MenuItem(mm + " · " + writer.name(length.plane()));
            item.setOnAction(_ -> model.goTo(length));
            lengths.getItems().add(item);
        }
    }

    private String words(Slab slab) {
        var messages = model.desk().messages();
        return messages.in(MprPane.class)
                .text("bar.slab", Quantity.number(slab.millimetres(), messages.locale(), 0));
    }

    private String words(FusionModel.Colours range) {
        var messages = model.desk().messages();
        return messages.in(MprPane.class)
                .text("bar.colours", writer.suv(range.least()), writer.suv(range.greatest()));
    }

    private boolean shown(PlanePane plane) {
        return model.volume().isPresent() && (!model.alone() || plane.plane() == model.active());
    }

    private void repaint() {
        planes.forEach(PlanePane::refresh);
    }

    private void languageChanged() {
        slabWords.setText(words(model.slab()));
        listLengths();
        sayState();
        repaint();
    }

    private void sayState() {
        var words = model.desk().messages().in(MprPane.class);
        boolean nothing = model.volume().isEmpty();
        switch (model.statusProperty().get()) {
            case MprStatus.Closed() -> {
                setVisible(false);
                planes.forEach(PlanePane::refresh);
            }
            case MprStatus.Making(int done, int total) -> {
                setVisible(true);
                state.setVisible(nothing);
                if (nothing) {
                    state.show(
                            StatePane.Kind.LOADING,
                            words.text("making"),
                            words.text("making.slices", done, total));
                    state.setProgress(total == 0 ? 0 : (double) done / total);
                }
            }
            case MprStatus.Showing() -> state.setVisible(false);
            case MprStatus.Refused(var cause) -> {
                changed();
                state.show(
                        StatePane.Kind.ERROR,
                        words.text("refused"),
                        model.desk().messages().sentence(cause));
                state.offer(words.text("refused.back"), model::close);
                state.setVisible(true);
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double top = Math.ceil(bar.prefHeight(w));
        double h = getHeight() - top;
        bar.resizeRelocate(0, 0, w, top);
        double stateHeight = Math.min(h, state.prefHeight(w));
        state.resizeRelocate(0, Math.rint(top + (h - stateHeight) / 2), w, stateHeight);
        if (model.alone()) {
            ofActive().resizeRelocate(0, top, w, h);
            return;
        }
        double left = Math.rint(w * 0.5 - GAP / 2);
        double half = Math.rint(h / 2 - GAP / 2);
        planes.get(0).resizeRelocate(0, top, left, h);
        planes.get(1).resizeRelocate(left + GAP, top, w - left - GAP, half);
        planes.get(2).resizeRelocate(left + GAP, top + half + GAP, w - left - GAP, h - half - GAP);
    }
}
