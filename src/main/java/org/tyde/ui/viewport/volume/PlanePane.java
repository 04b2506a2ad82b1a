package org.tyde.ui.viewport.volume;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.imaging.picture.Sampling;
import org.tyde.reading.Derivation;
import org.tyde.ui.Messages;
import org.tyde.ui.viewport.PictureLayer;
import org.tyde.ui.viewport.badge.Fidelity;
import org.tyde.ui.viewport.state.ScreenPoint;
import org.tyde.ui.viewport.text.OverlayLayer;
import org.tyde.ui.viewport.text.OverlayText;
import org.tyde.volume.Reformat;
import org.tyde.volume.Volume;
import org.tyde.volume.VolumeSlice;
import org.tyde.work.Priority;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// One of the three planes on screen: pixels, the lines of the two others, words.
public final class PlanePane extends Region {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    /// A picture that took longer is made coarse first.
    private static final long SLOW_NANOS = 40_000_000;

    private static final int COARSE = 4;

    private final MprModel model;
    private final AnatomicPlane plane;
    private final MprWords writer;
    private final PictureLayer<PlaneCaption> picture;
    private final CrossLines lines;
    private final PlaneRuler ruler;
    private final OverlayLayer overlay = new OverlayLayer();
    private final Region activeLine = new Region();
    private Optional<PlaneCaption> shown = Optional.empty();
    private long fineTook;
    private long asked;

    PlanePane(MprModel model, AnatomicPlane plane) {
        this.model = model;
        this.plane = plane;
        writer = new MprWords(model);
        picture = new PictureLayer<>(model.desk().runner(), this::painted, model::failed);
        lines = new CrossLines(plane);
        ruler = new PlaneRuler(model, this);
        getStyleClass().addAll("viewport", "plane");
        activeLine.getStyleClass().add("active-line");
        activeLine.setMouseTransparent(true);
        getChildren().addAll(picture, lines, ruler, overlay, activeLine);
        var edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        new PlaneGestures(model, this);
        addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    /// @return which of the three
    public AnatomicPlane plane() {
        return plane;
    }

    /// @return the words on the picture now shown
    public OverlayText words() {
        return overlay.shown();
    }

    /// @param x pixel of the device
    /// @param y pixel of the device
    /// @return the pixel there, ARGB; 0 where nothing is shown
    public int argb(int x, int y) {
        return picture.argb(x, y);
    }

    /// @return whether what is on screen is what the model wants, in full detail
    public boolean settled() {
        return shown.isPresent() && shown.get().asked() == asked && !shown.get().coarse();
    }

    CrossLines lines() {
        return lines;
    }

    PlaneRuler ruler() {
        return ruler;
    }

    Messages messages() {
        return model.desk().messages();
    }

    /// @return how the plane stands now
    Optional<PlaneLook> look() {
        if (model.volume().isEmpty() || getWidth() < 2 || getHeight() < 2) return Optional.empty();
        return Optional.of(
                new PlaneLook(
                        plane,
                        model.view(),
                        model.centre(),
                        fit(model.volume().get()) / model.zoom(),
                        getWidth(),
                        getHeight()));
    }

    /// @return mm for each px at which the whole volume just fits, as it lies while nothing is turned
    private double fit(Volume volume) {
        var straight = MprView.at(model.centre());
        double across = 0;
        double down = 0;
        for (var corner : volume.grid().corners()) {
            var way = corner.minus(volume.grid().centre());
            across = Math.max(across, Math.abs(way.dot(straight.across(plane))));
            down = Math.max(down, Math.abs(way.dot(straight.down(plane))));
        }
        return Math.max(2 * across / getWidth(), 2 * down / getHeight());
    }

    /// What is drawn changed.
    void refresh() {
        pseudoClassStateChanged(ACTIVE, model.active() == plane && !model.alone());
        var look = look();
        if (look.isEmpty() || !isVisible()) {
            if (model.volume().isEmpty()) blank();
            return;
        }
        lines.show(look);
        ruler.show(look);
        asked = System.nanoTime();
        request(look.get(), fineTook > SLOW_NANOS);
    }

    private void blank() {
        picture.blank();
        shown = Optional.empty();
        lines.show(Optional.empty());
        ruler.unarm();
        overlay.show(OverlayText.NONE);
        overlay.badge("", "");
    }

    private void request(PlaneLook look, boolean coarse) {
        var volume = model.volume().orElseThrow();
        double scale = picture.scale();
        var fine =
                new Reformat(
                        volume,
                        look.pixels(scale),
                        (int) Math.max(1, Math.ceil(look.width() * scale)),
                        (int) Math.max(1, Math.ceil(look.height() * scale)),
                        model.slab());
        var pipeline = model.pipeline().on(model.desk().display());
        var over = model.over();
        picture.request(
                new PlaneDrawing(
                        coarse ? fine.coarser(COARSE) : fine,
                        () -> model.greys(volume, pipeline),
                        over,
                        model.desk().runner().pieces(Priority.VISIBLE),
                        new PlaneCaption(
                                look,
                                writer.write(volume, look, pipeline),
                                derivation(fine, over.isPresent()),
                                over.map(f -> volume.loss().worse(f.loss())).orElse(volume.loss()),
                                coarse,
                                asked)));
    }

    private static Derivation derivation(Reformat fine, boolean covered) {
        var volume = fine.volume();
        var within =
                volume.slicesIn(fine.plane(), fine.slab()).stream().map(VolumeSlice::key).toList();
        var plane =
                new Derivation.ThroughVolume(
                        fine.slab(), within, volume.unread().size(), volume.inPart().size());
        return covered ? new Derivation.Covered(plane) : plane;
    }

    private void painted(PlaneCaption caption, Sampling how) {
        shown = Optional.of(caption);
        overlay.show(caption.text());
        sayBadge(caption, how);
        if (!caption.coarse() && !how.coarse())
            model.desk().openCase().ifPresent(c -> c.shown(caption.derivation()));
        setAccessibleText(caption.text().spoken() + ". " + overlay.badge());
        if (!caption.coarse()) fineTook = System.nanoTime() - caption.asked();
        else if (caption.asked() == asked) look().ifPresent(look -> request(look, false));
    }

    private void sayBadge(PlaneCaption caption, Sampling how) {
        if (model.volume().isEmpty()) return;
        var volume = model.volume().get();
        int rows = volume.grid().rows();
        var badge =
                new Fidelity(
                                caption.loss(),
                                how,
                                caption.derivation(),
                                new Fidelity.Part(rows, rows, false),
                                new Fidelity.Received(volume.slicesHere(), volume.grid().slices()),
                                model.desk().monitor(),
                                false)
                        .badge(LocalDate.now(ZoneId.systemDefault()));
        overlay.badge(badge.line(messages()), badge.graveLine(messages()));
    }

    /// @return the line that says how far the picture is the images
    public String badge() {
        return overlay.badge();
    }

    @Override
    protected void layoutChildren() {
        for (var layer : new Region[] {picture, lines, ruler, overlay, activeLine})
            layer.resizeRelocate(0, 0, getWidth(), getHeight());
        var look = look();
        boolean resized =
                look.isPresent() && shown.map(s -> !sameSize(s.look(), look.get())).orElse(true);
        if (resized) refresh();
    }

    private static boolean sameSize(PlaneLook a, PlaneLook b) {
        return a.width() == b.width() && a.height() == b.height();
    }

    /// @param at px
    /// @return what is there to take hold of, for tests
    Optional<CrossLines.Hold> holdAt(ScreenPoint at) {
        return lines.at(at);
    }
}
