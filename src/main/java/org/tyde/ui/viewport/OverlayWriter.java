package org.tyde.ui.viewport;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.evidence.presentation.Presentation;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayChoice;
import org.tyde.measure.Quantity;
import org.tyde.measure.Scale;
import org.tyde.measure.Unit;
import org.tyde.reading.Derivation;
import org.tyde.reading.EdgeMarks;
import org.tyde.reading.ViewportState;
import org.tyde.reading.WindowText;
import org.tyde.reading.Zoom;
import org.tyde.study.NationalId;
import org.tyde.ui.viewport.state.Pose;
import org.tyde.ui.viewport.state.Presented;
import org.tyde.ui.viewport.text.OverlayText;
import org.tyde.ui.viewport.text.PriorAge;
import org.tyde.ui.viewport.text.ScaleBar;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the words of a picture from its own header: who it is, is what these pixels say it is.
public final class OverlayWriter {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final double BAR_ROOM = 130;

    private final ImageDesk desk;

    /// @param desk whose settings and language are followed
    public OverlayWriter(ImageDesk desk) {
        this.desk = desk;
    }

    /// What holds for all pictures of a series, also for those made from several of its images.
    ///
    /// @param header of one of them
    /// @return identity, examination and what must be said; nothing else
    public OverlayText ofSeries(ImageHeader header) {
        return new OverlayText(
                lines(l -> identity(header.dataSet(), l)),
                lines(l -> examination(header.dataSet(), l)),
                List.of(),
                List.of(),
                lines(l -> processing(header.dataSet(), l)),
                List.of(),
                List.of("", "", "", ""),
                Optional.empty());
    }

    /// A malformed attribute leaves its own line out and says so.
    private interface Lines {
        void into(List<String> lines) throws DicomFormatException;
    }

    OverlayText write(
            ViewportState state,
            FrameFeed.Ready ready,
            OverPicture over,
            GrayscalePipeline pipeline,
            Pose pose,
            double deviceScale,
            List<PresentationState> states,
            Optional<Presented.Shown> through) {
        var header = ready.header();
        var key = ready.key();
        boolean grey = ready.frame().grey();
        var stack = state.stack().orElseThrow();
        var text =
                new OverlayText(
                        lines(l -> identity(header.dataSet(), l)),
                        lines(l -> examination(header.dataSet(), l)),
                        lines(l -> place(state, stack, ready, l)),
                        lines(
                                l -> {
                                    if (grey) l.add(window(header, pipeline));
                                    view(state, stack, pose, deviceScale, l);
                                }),
                        warnings(state, stack, ready, over, states, through),
                        prior(stack, header.dataSet()),
                        EdgeMarks.of(
                                header, key.frame(), pose.turn(), desk.lettersProperty().get()),
                        bar(header, key, pose));
        return desk.textShownProperty().get() ? text : text.reduced();
    }

    private List<String> lines(Lines writer) {
        var lines = new ArrayList<String>();
        try {
            writer.into(lines);
        } catch (DicomFormatException malformed) {
            lines.add(desk.messages().sentence(malformed));
        }
        return lines;
    }

    private String say(String key, Object... arguments) {
        return desk.messages().in(OverlayWriter.class).text(key, arguments);
    }

    private Locale locale() {
        return desk.messages().locale();
    }

    private void identity(DataSet data, List<String> lines) throws DicomFormatException {
        lines.add(
                data.personName(Tag.PATIENT_NAME)
                        .map(PersonName::display)
                        .filter(n -> !n.isBlank())
                        .orElseGet(() -> say("no-name")));
        lines.add(
                data.text(Tag.PATIENT_ID).map(OverlayWriter::number).orElseGet(() -> say("no-id")));
    }

    /// An identity number is read in two groups.
    private static String number(String id) {
        return NationalId.parse(id).map(NationalId::display).orElse(id).replace(' ', '\u00a0');
    }

    private static Optional<LocalDateTime> when(DataSet data) throws DicomFormatException {
        var date = data.date(Tag.STUDY_DATE);
        var time = data.time(Tag.STUDY_TIME);
        return date.map(d -> time.map(d::atTime).orElseGet(d::atStartOfDay));
    }

    private void examination(DataSet data, List<String> lines) throws DicomFormatException {
        when(data).ifPresent(w -> lines.add(w.format(DATE_TIME)));
        data.text(Tag.STUDY_DESCRIPTION).ifPresent(lines::add);
        var number = data.text(Tag.SERIES_NUMBER).orElse("");
        var description = data.text(Tag.SERIES_DESCRIPTION).orElse("");
        if (!number.isEmpty() && !description.isEmpty())
            lines.add(say("series", number, description));
        else if (!number.isEmpty()) lines.add(say("series-number", number));
        else if (!description.isEmpty()) lines.add(description);
    }

    private Optional<String> projection(DataSet data) throws DicomFormatException {
        var side = data.text(Tag.IMAGE_LATERALITY).or(() -> laterality(data));
        var words = new ArrayList<String>();
        side.filter(s -> s.equals("R") || s.equals("L"))
                .ifPresent(s -> words.add(say("side." + s)));
        data.text(Tag.VIEW_POSITION).ifPresent(words::add);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private static Optional<String> laterality(DataSet data) {
        try {
            return data.text(Tag.LATERALITY);
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }

    private void place(
            ViewportState state, ImageStack stack, FrameFeed.Ready ready, List<String> lines)
            throws DicomFormatException {
        var header = ready.header();
        projection(header.dataSet()).ifPresent(lines::add);
        lines.add(
                say(
                        "image",
                        "" + (state.view().frame() % stack.perPhase() + 1),
                        "" + stack.perPhase()));
        if (ready.derivation() instanceof Derivation.ThroughStack through) lines.add(slab(through));
        stack.frame(state.view().frame()).plane().ifPresent(p -> lines.add(position(p)));
        var thick = header.dataSet().decimal(Tag.SLICE_THICKNESS);
        if (thick.isPresent() && thick.getAsDouble() > 0)
            lines.add(say("thickness", new Quantity(thick.getAsDouble(), Unit.MM).text(locale())));
    }

    private String slab(Derivation.ThroughStack through) {
        var name = say("projection." + through.slab().projection().name());
        var mm = Quantity.number(through.slab().millimetres(), locale(), 0);
        return say("slab", name, mm, "" + through.frames().size());
    }

    /// Where the plane lies along the axis it cuts best, as `S 120,0 mm`: millimetres from the origin of
    /// the patient's coordinates (PS3.3 C.7.6.2.1.1) towards the side that the letter names.
    private String position(ImagePlane plane) {
        var cut = AnatomicPlane.nearest(plane.normal());
        double along =
                switch (cut) {
                    case AXIAL -> -plane.position().z();
                    case CORONAL -> plane.position().y();
                    case SAGITTAL -> plane.position().x();
                };
        var reading = cut.readingDirection();
        var letter = desk.lettersProperty().get().letter(along < 0 ? reading.opposite() : reading);
        return say(
                "position", letter + " " + new Quantity(Math.abs(along), Unit.MM).text(locale()));
    }

    private void view(
            ViewportState state,
            ImageStack stack,
            Pose pose,
            double deviceScale,
            List<String> lines) {
        state.cine().ifPresent(c -> lines.add(c.text(locale())));
        if (stack.axis().isPresent())
            lines.add(stack.axis().get().text(state.view().frame() / stack.perPhase(), locale()));
        desk.openCase()
                .flatMap(c -> c.link())
                .flatMap(l -> l.text(stack, locale()))
                .ifPresent(lines::add);
        var key = stack.frame(state.view().frame()).key();
        if (desk.openCase().map(c -> c.marks().isKeyImage(key)).orElse(false))
            lines.add(say("key-image"));
        var percent = Quantity.number(pose.perColumn() * deviceScale * 100, locale(), 0);
        lines.add(say("zoom", percent));
        if (pose.turn().quarters() != 0)
            lines.add(say("rotated", "" + 90 * pose.turn().quarters()));
        if (state.view().inverted()) lines.add(say("inverted"));
    }

    /// @param header of the image
    /// @param pipeline to grey
    /// @return width and level with the preset's name, or what stands in for them
    public String window(ImageHeader header, GrayscalePipeline pipeline) {
        return switch (pipeline.voi()) {
            case Voi.Windowed(var window, var _, var explanation) -> {
                var written = WindowText.of(window, locale());
                var preset =
                        header.unit().equals(PixelUnit.HU)
                                ? desk.presetsProperty()
                                        .get()
                                        .named(window)
                                        .map(p -> p.label(locale()))
                                : explanation;
                yield preset.map(p -> written + "  " + p).orElse(written);
            }
            case Voi.Table(var _, var explanation) -> say("table", explanation.orElse(""));
            case Voi.None() -> say("whole");
        };
    }

    private List<String> warnings(
            ViewportState state,
            ImageStack stack,
            FrameFeed.Ready ready,
            OverPicture over,
            List<PresentationState> states,
            Optional<Presented.Shown> through) {
        var header = ready.header();
        var lines = new ArrayList<String>();
        if (state.view().mirrored()) lines.add(say("mirrored"));
        ready.frame().incomplete(locale()).ifPresent(lines::add);
        lines.addAll(lines(l -> processing(header.dataSet(), l)));
        for (var flaw : stack.flaws()) lines.add(flaw.because().text(locale()));
        lines.addAll(presented(states, through));
        hidden(over).ifPresent(lines::add);
        subtracted(ready).ifPresent(lines::add);
        var left =
                Stream.of(
                                header.notApplied().stream(),
                                over.notApplied(ready.frame()).stream(),
                                through.flatMap(Presented.Shown::presentation).stream()
                                        .flatMap(p -> p.notApplied().stream()),
                                lifeSize(state, through).stream())
                        .flatMap(all -> all)
                        .distinct()
                        .map(n -> n.sentence(locale()))
                        .toList();
        if (!left.isEmpty()) lines.add(String.join(" · ", left));
        return lines;
    }

    /// Life size cannot be kept where nobody knows how large the screen is.
    private Optional<NotApplied> lifeSize(ViewportState state, Optional<Presented.Shown> through) {
        boolean asked =
                through.flatMap(Presented.Shown::presentation)
                        .flatMap(Presentation::area)
                        .filter(a -> a.size() instanceof DisplayedArea.Size.TrueSize)
                        .isPresent();
        boolean unknown = desk.lifeSize().isEmpty();
        return asked && unknown && state.view().zoom() instanceof Zoom.OfState
                ? Optional.of(NotApplied.TRUE_SIZE)
                : Optional.empty();
    }

    private Optional<String> subtracted(FrameFeed.Ready ready) {
        if (ready.derivation() instanceof Derivation.Subtracted(var _, var mask))
            return Optional.of(
                    say(
                            "subtracted",
                            mask.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        return FrameFeed.mask(ready.header(), ready.key().frame()).map(_ -> say("not-subtracted"));
    }

    /// What lies over the image and is not all drawn.
    private Optional<String> hidden(OverPicture over) {
        int planes = over.planes().size();
        if (planes == 0) return Optional.empty();
        return switch (desk.overlaysProperty().get()) {
            case OverlayChoice.All() -> Optional.empty();
            case OverlayChoice.Only(int nth) when nth < planes ->
                    Optional.of(
                            say(
                                    "overlay",
                                    nth + 1,
                                    planes,
                                    over.planes().get(nth).label().orElse("")));
            case OverlayChoice.Only _, OverlayChoice.Off _ ->
                    Optional.of(say("overlays-off", planes));
        };
    }

    /// @return what is said of the presentation states of a frame
    List<String> presented(List<PresentationState> states, Optional<Presented.Shown> through) {
        if (states.isEmpty()) return List.of();
        if (through.isEmpty()) return List.of(say("states", states.size()));
        var state = through.get();
        var name = state.state().label();
        return state.refused()
                .map(r -> List.of(say("state-refused", name, desk.messages().sentence(r))))
                .orElseGet(
                        () ->
                                List.of(
                                        say("state", name)
                                                + blended(state).map(b -> " · " + b).orElse("")));
    }

    private Optional<String> blended(Presented.Shown through) {
        return through.presentation()
                .flatMap(Presentation::blending)
                .map(
                        b ->
                                b.opacity().isPresent()
                                        ? say(
                                                "blended",
                                                b.others(),
                                                Math.round(100 * b.opacity().getAsDouble()))
                                        : say("blended-sets", b.inputs().size()));
    }

    private void processing(DataSet data, List<String> lines) throws DicomFormatException {
        if (data.textOr(Tag.PRESENTATION_INTENT_TYPE, "").equals("FOR PROCESSING"))
            lines.add(say("for-processing"));
    }

    private List<String> prior(ImageStack stack, DataSet data) {
        if (desk.openCase().isEmpty()) return List.of();
        var current = desk.openCase().get().current();
        if (stack.studyUid().equals(current.uid())) return List.of();
        var words = new ArrayList<String>();
        words.addAll(
                lines(
                        l -> {
                            var then = when(data);
                            l.add(
                                    then.map(t -> say("prior") + " " + t.format(DATE))
                                            .orElseGet(() -> say("prior")));
                            if (then.isPresent() && current.when().isPresent())
                                l.add(
                                        new PriorAge(then.get(), current.when().get())
                                                .text(desk.messages()));
                        }));
        return words;
    }

    private Optional<OverlayText.LabelledBar> bar(ImageHeader header, FrameKey key, Pose pose) {
        var middle = new ImagePoint(pose.columns() / 2.0, pose.rows() / 2.0);
        var known = desk.openCase().flatMap(c -> c.marking().calibration(key));
        var scale = Scale.of(header, key.frame(), List.of(middle), known);
        return switch (scale) {
            case Scale.Lengths lengths -> {
                double perUnit =
                        pose.turn().sideways()
                                ? pose.perColumn() / lengths.perColumn()
                                : pose.perRow() / lengths.perRow();
                var bar = ScaleBar.within(perUnit, BAR_ROOM);
                int decimals = bar.millimetres() < 1 ? 1 : 0;
                var words =
                        new Quantity(bar.millimetres(), lengths.unit()).text(locale(), decimals);
                var caveat = lengths.caveat().text(locale());
                yield Optional.of(
                        new OverlayText.LabelledBar(
                                bar, caveat.isEmpty() ? words : words + " " + caveat));
            }
            case Scale.Axes _ -> Optional.empty();
        };
    }
}
