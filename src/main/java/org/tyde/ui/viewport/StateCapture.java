package org.tyde.ui.viewport;

import org.tyde.dicom.PersonName;
import org.tyde.evidence.presentation.Annotation;
import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.evidence.presentation.GraphicLayer;
import org.tyde.evidence.presentation.NewPresentation;
import org.tyde.imaging.lut.Ink;
import org.tyde.reading.FrameMeasurement;
import org.tyde.reading.Zoom;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Takes down how a viewport shows its image: window, turn, what part of it, figures with their numbers,
/// overlays.
final class StateCapture {
    private static final GraphicLayer LAYER =
            new GraphicLayer("MEASUREMENTS", 1, Optional.of(new Ink(0xFFE27A)), Optional.empty());

    private final ViewportModel model;
    private final Glass glass;
    private final Function<FrameFeed.Ready, Optional<Presented.Shown>> through;

    StateCapture(
            ViewportModel model,
            Glass glass,
            Function<FrameFeed.Ready, Optional<Presented.Shown>> through) {
        this.model = model;
        this.glass = glass;
        this.through = through;
    }

    /// @return what is on screen now; empty where nothing is
    Optional<NewPresentation> now(String name, Optional<PersonName> creator, LocalDateTime when) {
        if (model.shown().isEmpty() || model.ready().isEmpty()) return Optional.empty();
        var s = model.shown().get();
        var ready = model.ready().get();
        if (!ready.key().equals(s.key())) return Optional.empty();
        return Optional.of(
                new NewPresentation(
                        name,
                        creator,
                        when,
                        s.header(),
                        s.pipeline(),
                        s.pose().turn(),
                        area(s),
                        drawn(s),
                        overlays(ready),
                        through.apply(ready)
                                .filter(p -> p.presentation().isPresent())
                                .map(Presented.Shown::state)));
    }

    /// The whole image where it fits, else the part of it that the glass shows, to the nearest pixel.
    private DisplayedArea area(Shown s) {
        var zoom = model.state().view().zoom();
        var stated = s.presentation().flatMap(p -> p.area());
        var aspect = stated.map(DisplayedArea::aspect).orElse(OptionalDouble.empty());
        int columns = s.pose().columns();
        int rows = s.pose().rows();
        boolean moved = model.state().view().centre().isPresent();
        if (zoom instanceof Zoom.OfState && !moved && stated.isPresent()) return stated.get();
        boolean fits = zoom instanceof Zoom.Fit || zoom instanceof Zoom.OfState;
        if (fits && !moved)
            return ordered(s, 1, 1, columns, rows, new DisplayedArea.Size.ScaleToFit(), aspect);
        var a = s.pose().toImage(new ScreenPoint(0, 0));
        var b = s.pose().toImage(glass.corner());
        int[] across = {first(a.column(), b.column()), last(a.column(), b.column())};
        int[] down = {first(a.row(), b.row()), last(a.row(), b.row())};
        // the other direction alone keeps the size, so this one need not reach beyond the image
        if (within(down, rows)) across = drawnIn(across, columns);
        else if (within(across, columns)) down = drawnIn(down, rows);
        return ordered(s, across[0], down[0], across[1], down[1], size(s, zoom), aspect);
    }

    private static int first(double a, double b) {
        return (int) Math.rint(Math.min(a, b) + 1.5);
    }

    private static int last(double a, double b) {
        return (int) Math.rint(Math.max(a, b) + 0.5);
    }

    private static boolean within(int[] range, int size) {
        return range[0] >= 1 && range[1] <= size;
    }

    /// As much less on both sides, so that the middle stays.
    private static int[] drawnIn(int[] range, int size) {
        int beyond = Math.max(0, Math.max(1 - range[0], range[1] - size));
        return range[1] - range[0] < 2 * beyond
                ? range
                : new int[] {range[0] + beyond, range[1] - beyond};
    }

    private DisplayedArea.Size size(Shown s, Zoom zoom) {
        var spacing = s.header().spacing(s.key().frame());
        return switch (zoom) {
            case Zoom.OneToOne() -> new DisplayedArea.Size.Magnify(1);
            case Zoom.LifeSize() ->
                    spacing.<DisplayedArea.Size>map(
                                    p -> new DisplayedArea.Size.TrueSize(p.row(), p.column()))
                            .orElseGet(DisplayedArea.Size.ScaleToFit::new);
            case Zoom.Fit _, Zoom.OfState _, Zoom.Times _ -> new DisplayedArea.Size.ScaleToFit();
        };
    }

    /// The corners as they are seen: upper left, lower right.
    private static DisplayedArea ordered(
            Shown s,
            int left,
            int top,
            int right,
            int bottom,
            DisplayedArea.Size size,
            OptionalDouble aspect) {
        var turn = s.pose().turn();
        boolean backColumns = turn.xx() + turn.yx() < 0;
        boolean backRows = turn.xy() + turn.yy() < 0;
        return new DisplayedArea(
                backColumns ? right : left,
                backRows ? bottom : top,
                backColumns ? left : right,
                backRows ? top : bottom,
                size,
                aspect);
    }

    private Map<Integer, List<Annotation>> drawn(Shown s) {
        var marks =
                model.desk()
                        .openCase()
                        .map(c -> c.marks().measurements())
                        .orElse(List.<FrameMeasurement>of());
        var drawn = new HashMap<Integer, List<Annotation>>();
        for (var mark : marks) {
            if (!mark.frame().sopInstanceUid().equals(s.key().sopInstanceUid())) continue;
            var figures = new FigureAnnotations(s.pose());
            int frame = mark.frame().frame();
            var lines =
                    FigureNumbers.of(
                            s.header(),
                            frame,
                            mark.figure(),
                            mark.frame().equals(s.key())
                                    ? Optional.of(s.frame())
                                    : Optional.empty(),
                            model.desk()
                                    .openCase()
                                    .flatMap(c -> c.marking().calibration(mark.frame())),
                            model.desk().messages().locale());
            drawn.computeIfAbsent(frame, _ -> new ArrayList<>())
                    .add(figures.of(LAYER, mark.figure(), lines));
        }
        return drawn;
    }

    private List<Integer> overlays(FrameFeed.Ready ready) {
        var choice = model.desk().overlaysProperty().get();
        var planes = ready.over().planes();
        var groups = new ArrayList<Integer>();
        for (int i = 0; i < planes.size(); i++)
            if (choice.shows(i)) groups.add(planes.get(i).group());
        return groups;
    }
}
