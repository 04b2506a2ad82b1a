package org.tyde.ui.viewport.state;

import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.Annotation;
import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.evidence.presentation.GraphicLayer;
import org.tyde.evidence.presentation.NewPresentation;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.Ink;
import org.tyde.measure.UserCalibration;
import org.tyde.reading.Derivation;
import org.tyde.reading.FrameMeasurement;
import org.tyde.reading.Zoom;
import org.tyde.refusal.Refusal;
import org.tyde.work.Priority;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Takes down how a viewport shows its image: window, turn, what part of it, figures with their numbers,
/// overlays.
final class StateCapture {
    private static final GraphicLayer LAYER =
            new GraphicLayer("MEASUREMENTS", 1, Optional.of(new Ink(0xFFE27A)), Optional.empty());

    /// @param figure of the case
    /// @param known what the reader says of the scale of its image
    record Mark(FrameMeasurement figure, Optional<UserCalibration> known) {}

    private final OnScreen s;
    private final List<Mark> marks;
    private final Locale locale;

    /// @param seen on screen now
    /// @param marks of the case
    /// @param locale of numbers
    StateCapture(OnScreen seen, List<Mark> marks, Locale locale) {
        this.s = seen;
        this.marks = List.copyOf(marks);
        this.locale = locale;
    }

    /// Waits for the frames whose figures tell of values.
    ///
    /// @param others images that are to be shown likewise
    /// @param source of frames
    /// @return what is on screen
    NewPresentation named(
            String name,
            Optional<PersonName> creator,
            LocalDateTime when,
            List<ImageHeader> others,
            FrameSource source)
            throws Refusal {
        return new NewPresentation(
                name,
                creator,
                when,
                s.header(),
                others,
                s.pipeline(),
                s.derivation().uncovered() instanceof Derivation.Subtracted,
                s.pose().turn(),
                area(),
                drawn(others, source),
                overlays(),
                s.through().filter(p -> p.presentation().isPresent()).map(Presented.Shown::state));
    }

    /// The whole image where it fits, else the part of it that the glass shows, to the nearest pixel.
    private DisplayedArea area() {
        var zoom = s.view().zoom();
        var stated = s.through().flatMap(Presented.Shown::presentation).flatMap(p -> p.area());
        var aspect = stated.map(DisplayedArea::aspect).orElse(OptionalDouble.empty());
        int columns = s.pose().columns();
        int rows = s.pose().rows();
        boolean moved = s.view().centre().isPresent();
        if (zoom instanceof Zoom.OfState && !moved && stated.isPresent()) return stated.get();
        boolean fits = zoom instanceof Zoom.Fit || zoom instanceof Zoom.OfState;
        if (fits && !moved)
            return ordered(1, 1, columns, rows, new DisplayedArea.Size.ScaleToFit(), aspect);
        var a = s.pose().toImage(new ScreenPoint(0, 0));
        var b = s.pose().toImage(s.corner());
        int[] across = {first(a.column(), b.column()), last(a.column(), b.column())};
        int[] down = {first(a.row(), b.row()), last(a.row(), b.row())};
        // the other direction alone keeps the size, so this one need not reach beyond the image
        if (within(down, rows)) across = drawnIn(across, columns);
        else if (within(across, columns)) down = drawnIn(down, rows);
        return ordered(across[0], down[0], across[1], down[1], size(zoom), aspect);
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

    private DisplayedArea.Size size(Zoom zoom) {
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
    private DisplayedArea ordered(
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

    private Map<FrameKey, List<Annotation>> drawn(List<ImageHeader> others, FrameSource source)
            throws Refusal {
        var headers = new HashMap<String, ImageHeader>();
        headers.put(s.key().sopInstanceUid(), s.header());
        for (var other : others)
            headers.put(other.dataSet().textOr(Tag.SOP_INSTANCE_UID, ""), other);
        var figures = new FigureAnnotations(s.pose());
        // a state shows the image again, not the slices seen through each other
        boolean thick = s.derivation().uncovered() instanceof Derivation.ThroughStack;
        var drawn = new HashMap<FrameKey, List<Annotation>>();
        for (var mark : marks) {
            var key = mark.figure.frame();
            var header = headers.get(key.sopInstanceUid());
            if (header == null) continue;
            var frame =
                    key.equals(s.key()) && !thick
                            ? s.frame()
                            : source.frame(new FrameRequest(key, 0, Priority.NEXT)).await();
            var lines =
                    FigureNumbers.of(
                            header,
                            key.frame(),
                            mark.figure.figure(),
                            Optional.of(frame),
                            mark.known,
                            locale);
            drawn.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(figures.of(LAYER, mark.figure.figure(), lines));
        }
        return drawn;
    }

    private List<Integer> overlays() {
        var planes = s.own().planes();
        var groups = new ArrayList<Integer>();
        for (int i = 0; i < planes.size(); i++)
            if (s.overlays().shows(i)) groups.add(planes.get(i).group());
        return groups;
    }
}
