package org.tyde.ui.viewport.volume;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.EdgeBearings;
import org.tyde.geometry.Turn;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.ui.viewport.OverlayWriter;
import org.tyde.ui.viewport.text.OverlayText;
import org.tyde.ui.viewport.text.ScaleBar;
import org.tyde.volume.SlabProjection;
import org.tyde.volume.Volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Writes the words on a plane: who it is, which plane, and that it is made, not taken.
final class MprWords {
    private static final double BAR_ROOM = 130;
    private static final double STRAIGHT_DEGREES = 0.5;
    private static final double TILTED_DEGREES = 0.1;
    private final MprModel model;
    private final OverlayWriter writer;

    MprWords(MprModel model) {
        this.model = model;
        writer = new OverlayWriter(model.desk());
    }

    private String say(String key, Object... arguments) {
        return model.desk().messages().in(MprWords.class).text(key, arguments);
    }

    private Locale locale() {
        return model.desk().messages().locale();
    }

    private String number(double value, int decimals) {
        return Quantity.number(value, locale(), decimals);
    }

    OverlayText write(Volume volume, PlaneLook look, GrayscalePipeline pipeline) {
        var series = writer.ofSeries(volume.header());
        var letters = model.desk().lettersProperty().get();
        var edges = EdgeBearings.of(look.pixels(1), Turn.NONE);
        var text =
                new OverlayText(
                        series.identity(),
                        series.examination(),
                        place(look),
                        view(volume, pipeline),
                        warnings(volume, series.warnings()),
                        List.of(),
                        List.of(
                                letters.text(edges.left()),
                                letters.text(edges.top()),
                                letters.text(edges.right()),
                                letters.text(edges.bottom())),
                        Optional.of(bar(look)));
        return model.desk().textShownProperty().get() ? text : text.reduced();
    }

    private List<String> place(PlaneLook look) {
        var lines = new ArrayList<String>();
        var name = say("plane." + look.plane().name());
        double oblique = look.view().obliquity(look.plane());
        lines.add(oblique < STRAIGHT_DEGREES ? name : say("oblique", name, number(oblique, 0)));
        if (oblique < STRAIGHT_DEGREES) lines.add(position(look));
        var slab = model.slab();
        lines.add(
                slab.millimetres() == 0
                        ? say("thin")
                        : say(
                                "slab",
                                projection(slab.projection()),
                                number(slab.millimetres(), 0)));
        return lines;
    }

    private String position(PlaneLook look) {
        var cross = look.view().cross();
        double along =
                switch (look.plane()) {
                    case AXIAL -> -cross.z();
                    case CORONAL -> cross.y();
                    case SAGITTAL -> cross.x();
                };
        var reading = look.plane().readingDirection();
        var letter =
                model.desk()
                        .lettersProperty()
                        .get()
                        .letter(along < 0 ? reading.opposite() : reading);
        return letter + " " + new Quantity(Math.abs(along), Unit.MM).text(locale());
    }

    private String projection(SlabProjection projection) {
        return say("projection." + projection.name());
    }

    private List<String> view(Volume volume, GrayscalePipeline pipeline) {
        var lines = new ArrayList<String>();
        lines.add(writer.window(volume.header(), pipeline));
        if (model.inverted()) lines.add(say("inverted"));
        lines.addAll(fused(model.fusion()));
        value(model.view().cross(), model.fusion()).ifPresent(lines::add);
        return lines;
    }

    /// @return what lies in colour over the greys, from which value to which; nothing where nothing does
    List<String> fused(FusionModel fusion) {
        if (fusion.pet().isEmpty()) return fusion.on() ? List.of(say("fusion.loading")) : List.of();
        var colours = fusion.colours();
        var percent = number(100 * fusion.opacity(), 0);
        return List.of(
                fusion.suv().isPresent()
                        ? say("fusion.suv", suv(colours.least()), suv(colours.greatest()), percent)
                        : say(
                                "fusion.stored",
                                number(colours.least(), 0),
                                number(colours.greatest(), 0),
                                fusion.unit().display(),
                                percent));
    }

    /// @param value an SUV
    /// @return `7` or `2,5`
    String suv(double value) {
        return number(value, value == Math.rint(value) ? 0 : 1);
    }

    private Optional<String> value(org.tyde.geometry.Point3 at, FusionModel fusion) {
        var there = fusion.pet().map(p -> p.at(at)).orElse(OptionalDouble.empty());
        if (there.isEmpty() || fusion.suv().isEmpty()) return Optional.empty();
        return Optional.of(
                say("fusion.here", number(fusion.suv().get().of(there.getAsDouble()), 1)));
    }

    private List<String> warnings(Volume volume, List<String> ofSeries) {
        var lines = new ArrayList<>(ofSeries);
        lines.add(say("reformatted"));
        var grid = volume.grid();
        if (volume.partial()) lines.add(say("partial", volume.slicesHere(), grid.slices()));
        if (!volume.unread().isEmpty())
            lines.add(
                    say(
                            "unread",
                            String.join(
                                    ", ", volume.unread().stream().map(String::valueOf).toList())));
        if (!volume.inPart().isEmpty())
            lines.add(
                    say(
                            "in-part",
                            String.join(
                                    ", ", volume.inPart().stream().map(String::valueOf).toList())));
        if (!grid.regular()) lines.add(say("irregular"));
        if (grid.tilt() > TILTED_DEGREES) lines.add(say("tilted", number(grid.tilt(), 1)));
        model.fusion().noSuv().ifPresent(why -> lines.add(model.desk().messages().sentence(why)));
        return lines;
    }

    private OverlayText.LabelledBar bar(PlaneLook look) {
        var bar = ScaleBar.within(1 / look.mm(), BAR_ROOM);
        int decimals = bar.millimetres() < 1 ? 1 : 0;
        return new OverlayText.LabelledBar(
                bar, new Quantity(bar.millimetres(), Unit.MM).text(locale(), decimals));
    }

    /// @param plane one of the three
    /// @return its name
    String name(AnatomicPlane plane) {
        return say("plane." + plane.name());
    }
}
