package org.tyde.ui.viewport.volume;

import static org.tyde.ui.FxThread.FX;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.Point3;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;
import org.tyde.imaging.picture.Greys;
import org.tyde.reading.PlaneLength;
import org.tyde.reading.ViewState;
import org.tyde.reading.VoiChoice;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.volume.Fusion;
import org.tyde.volume.Reformat;
import org.tyde.volume.Slab;
import org.tyde.volume.Volume;
import org.tyde.volume.VolumeBuilder;
import org.tyde.work.Job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Other planes of one stack: the volume as it is made, where the planes lie, with what window and how thick.
/// It holds no nodes. Used on the JavaFX thread.
public final class MprModel {
    private static final double LEAST_ZOOM = 0.2;
    private static final double MOST_ZOOM = 20;

    private final ReadOnlyObjectWrapper<MprStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", new MprStatus.Closed());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final List<Runnable> listeners = new ArrayList<>();
    private final ImageDesk desk;
    private final FusionModel fusion;
    private @Nullable Job<Volume> making;
    private Optional<Volume> volume = Optional.empty();
    private MprView view = MprView.at(Point3.ORIGIN);
    private Point3 centre = Point3.ORIGIN;
    private Point3 begin = Point3.ORIGIN;
    private double zoom = 1;
    private VoiChoice voi = VoiChoice.first();
    private boolean inverted;
    private Slab slab = Slab.NONE;
    private Slab beginSlab = Slab.NONE;
    private String stackId = "";
    private AnatomicPlane active = AnatomicPlane.AXIAL;
    private boolean alone;
    private boolean fusionWanted;
    private @Nullable Greys table;

    /// @param desk where frames come from
    public MprModel(ImageDesk desk) {
        this.desk = desk;
        fusion = new FusionModel(desk, this::changed, notice::set);
    }

    // ---- what is shown

    /// @return what there is to show
    public ReadOnlyObjectProperty<MprStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// @return what must be said of the last command; empty where it was done
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// The next command begins.
    void unsay() {
        notice.set("");
    }

    /// @param listener told when anything that is drawn changed
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /// @return the desk
    public ImageDesk desk() {
        return desk;
    }

    /// @return what is here of the volume
    public Optional<Volume> volume() {
        return volume;
    }

    /// @return the three planes
    public MprView view() {
        return view;
    }

    /// @return what the middle of each pane shows
    public Point3 centre() {
        return centre;
    }

    /// @return how much larger than what fits
    public double zoom() {
        return zoom;
    }

    /// @return how thick the planes are
    public Slab slab() {
        return slab;
    }

    /// @return the plane that keys act on
    public AnatomicPlane active() {
        return active;
    }

    /// @return whether the active plane is shown alone
    public boolean alone() {
        return alone;
    }

    /// @return whether black and white are exchanged
    public boolean inverted() {
        return inverted;
    }

    /// @return what lies over it in colour
    public FusionModel fusion() {
        return fusion;
    }

    /// @return what lies over it in colour, ready to be drawn
    public Optional<Fusion> over() {
        return volume.flatMap(fusion::over);
    }

    /// @return voxel values to grey; only while there is a volume
    public GrayscalePipeline pipeline() {
        var there = volume.orElseThrow();
        var first = there.grid().order().getFirst().key().frame();
        var chosen = voi.of(there.header().vois(first), () -> Voi.whole(there.modalityRange()));
        return there.pipeline(chosen, inverted);
    }

    /// @return its greys, made when first asked for; from any thread
    synchronized Greys greys(Volume of, GrayscalePipeline pipeline) {
        var known = table;
        if (known != null) return known;
        var made = Reformat.table(of, pipeline);
        table = made;
        return made;
    }

    private synchronized void windowChanged() {
        table = null;
    }

    /// @return the window shown; the whole range where a table stands in for one
    public Window window() {
        return switch (pipeline().voi()) {
            case Voi.Windowed(var window, var _, var _) -> window;
            case Voi.Table _, Voi.None _ ->
                    Voi.whole(volume.orElseThrow().modalityRange())
                                    instanceof Voi.Windowed(var w, _, _)
                            ? w
                            : new Window(0, 1);
        };
    }

    // ---- coming and going

    /// Makes a volume of a stack and shows it as it comes.
    ///
    /// @param stack in a viewport
    /// @param as how it is looked at there: its frame is where the planes meet
    public void open(ImageStack stack, ViewState as) {
        close();
        var slices = StackSlices.of(stack, as.frame());
        voi = as.voi();
        inverted = as.inverted();
        stackId = stack.id();
        beginSlab = as.slab();
        status.set(new MprStatus.Making(0, slices.size()));
        var builder =
                new VolumeBuilder(
                        desk.source(), desk.runner(), VolumeBuilder.budgetOfThisMachine());
        var job = builder.build(slices, partial -> FX.execute(() -> arrived(partial, stack, as)));
        making = job;
        FX.watchProgress(
                job,
                p -> {
                    if (status.get() instanceof MprStatus.Making && job.equals(making))
                        status.set(new MprStatus.Making((int) p.done(), (int) p.total()));
                });
        FX.watch(
                job,
                whole -> {
                    if (!job.equals(making)) return;
                    arrived(whole, stack, as);
                    making = null;
                    status.set(new MprStatus.Showing());
                    if (fusionWanted) fusion.toggle(whole);
                    fusionWanted = false;
                    changed();
                },
                cause -> {
                    if (!job.equals(making)) return;
                    making = null;
                    volume = Optional.empty();
                    status.set(new MprStatus.Refused(cause));
                });
    }

    private void arrived(Volume next, ImageStack stack, ViewState as) {
        if (making == null) return;
        boolean first = volume.isEmpty();
        volume = Optional.of(next);
        windowChanged();
        if (first) {
            var middle = next.grid().centre();
            var plane = stack.frame(as.frame()).plane();
            begin =
                    plane.map(p -> middle.plus(p.normal().times(-p.distanceAlongNormal(middle))))
                            .orElse(middle);
            reset();
        }
        changed();
    }

    /// Back to the viewports; a volume in the making is given up.
    public void close() {
        if (making != null) making.cancel();
        making = null;
        volume = Optional.empty();
        slab = Slab.NONE;
        alone = false;
        fusionWanted = false;
        active = AnatomicPlane.AXIAL;
        windowChanged();
        fusion.clear();
        unsay();
        status.set(new MprStatus.Closed());
    }

    /// The pixels of a plane could not be made.
    ///
    /// @param cause why
    void failed(Throwable cause) {
        if (making != null) making.cancel();
        making = null;
        volume = Optional.empty();
        status.set(new MprStatus.Refused(cause));
    }

    /// Lays PET over, or takes it away.
    public void toggleFusion() {
        volume.ifPresent(fusion::toggle);
        changed();
    }

    /// Lays PET over as soon as there is something to lay it over.
    public void fusionWhenThere() {
        fusionWanted = true;
    }

    /// @return whether it is shown, in whatever state
    public boolean isOpen() {
        return !(status.get() instanceof MprStatus.Closed);
    }

    /// As it was when it opened, but for the window.
    public void reset() {
        view = MprView.at(begin);
        centre = volume.map(v -> v.grid().centre()).orElse(begin);
        zoom = 1;
        slab = beginSlab;
        changed();
    }

    // ---- what was measured

    /// @return lengths kept of planes through this volume
    public List<PlaneLength> lengths() {
        return desk.openCase().map(c -> c.marks().onPlanes(stackId)).orElse(List.of());
    }

    /// @param plane one of the three
    /// @return those that lie in it as it stands now: within half a voxel, or half the thickness
    List<PlaneLength> lengths(AnatomicPlane plane) {
        if (volume.isEmpty()) return List.of();
        var way = view.inwards(plane);
        double near = Math.max(volume.get().grid().voxelAlong(way), slab.millimetres()) / 2;
        return lengths().stream().filter(l -> l.lies(view.cross(), way, near)).toList();
    }

    /// Keeps a length with the case.
    void keep(AnatomicPlane plane, Point3 from, Point3 to) {
        var length =
                new PlaneLength(
                        UUID.randomUUID().toString(),
                        stackId,
                        plane,
                        from,
                        to,
                        view.left(),
                        view.back(),
                        view.up());
        desk.openCase().ifPresent(c -> c.marking().add(length));
        changed();
    }

    /// @param length no longer kept
    void drop(PlaneLength length) {
        desk.openCase().ifPresent(c -> c.marking().delete(length.id()));
        changed();
    }

    /// Turns and moves the planes to where a length was measured.
    ///
    /// @param length one of [#lengths()]
    public void goTo(PlaneLength length) {
        view = new MprView(length.middle(), length.left(), length.back(), length.up());
        active = length.plane();
        changed();
    }

    // ---- what hands do

    /// @param change of the three planes
    public void view(UnaryOperator<MprView> change) {
        view = change.apply(view);
        changed();
    }

    /// @param next what the middle of each pane shows
    public void centre(Point3 next) {
        centre = next;
        changed();
    }

    /// @param factor larger
    public void zoomBy(double factor) {
        zoom = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
        changed();
    }

    /// Moves a plane through the volume by whole voxels, along the way it is read.
    ///
    /// @param plane one of the three
    /// @param steps how many, forwards
    public void step(AnatomicPlane plane, int steps) {
        if (volume.isEmpty()) return;
        var grid = volume.get().grid();
        var way = view.inwards(plane);
        var next = view.cross().plus(way.times(steps * grid.voxelAlong(way)));
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (var corner : grid.corners()) {
            double at = corner.minus(next).dot(way);
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        // not out of the volume, where there is nothing to find the way back by
        double back = Math.clamp(0, least, most);
        view(v -> v.movedTo(next.plus(way.times(back))));
    }

    /// @param window to show
    public void show(Window window) {
        choose(new VoiChoice.Chosen(window));
    }

    /// @param choice of a window
    public void choose(VoiChoice choice) {
        voi = choice;
        windowChanged();
        changed();
    }

    /// The monitor may take greys otherwise.
    void monitorChanged() {
        windowChanged();
        changed();
    }

    /// White for black, and back.
    public void invert() {
        inverted = !inverted;
        windowChanged();
        changed();
    }

    /// @param steps how many thicknesses thicker
    public void thicken(int steps) {
        slab = slab.thicker(steps);
        changed();
    }

    /// The next of greatest, mean and least; a plane without thickness becomes one of 10 mm.
    public void nextProjection() {
        slab = slab.nextProjection();
        changed();
    }

    /// @param plane that keys act on
    public void activate(AnatomicPlane plane) {
        if (plane == active) return;
        active = plane;
        changed();
    }

    /// The active plane alone, or all three.
    public void toggleAlone() {
        alone = !alone;
        changed();
    }
}
