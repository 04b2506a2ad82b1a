package org.tyde.ui.viewport;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

import org.tyde.measure.Ellipse;
import org.tyde.measure.Measurement;
import org.tyde.measure.UserCalibration;
import org.tyde.reading.Derivation;
import org.tyde.reading.FrameMeasurement;
import org.tyde.ui.viewport.state.FigureNode;
import org.tyde.ui.viewport.state.FigureNumbers;
import org.tyde.ui.viewport.text.LabelRoom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The figures drawn on the picture now shown, and the one being drawn.
final class MeasurementLayer extends Region {
    private record Counted(
            Derivation picture,
            Measurement figure,
            Optional<UserCalibration> known,
            String language) {}

    private final Map<Counted, List<String>> counted = new HashMap<>();
    private final ViewportModel model;
    private List<Object> drawn = List.of();
    private Map<Measurement, List<String>> live = Map.of();

    MeasurementLayer(ViewportModel model) {
        this.model = model;
        getStyleClass().add("overlay");
        setMouseTransparent(true);
    }

    /// Draws what the model says now; nothing is done when nothing changed.
    void refresh() {
        var shown = model.shown();
        if (shown.isEmpty()) {
            drawn = List.of();
            live = Map.of();
            getChildren().clear();
            return;
        }
        var s = shown.get();
        var marks =
                model.desk()
                        .openCase()
                        .map(c -> c.marks().on(s.key()))
                        .orElse(List.<FrameMeasurement>of());
        var draft = model.drawing().draftProperty().get().filter(d -> d.key().equals(s.key()));
        var selected = model.drawing().selectedProperty().get();
        var pointed = model.desk().pointed().filter(p -> p.key().equals(s.key()));
        var found = model.desk().found(s.key());
        var language = model.desk().messages().locale();
        List<Object> wanted =
                List.of(
                        s.pose(),
                        s.derivation(),
                        marks,
                        draft,
                        selected,
                        pointed,
                        found,
                        known(s),
                        language,
                        getWidth(),
                        getHeight());
        if (wanted.equals(drawn)) return;
        drawn = wanted;
        var nodes = new ArrayList<FigureNode>();
        var said = new LinkedHashMap<Measurement, List<String>>();
        getChildren().clear();
        pointed.ifPresent(p -> point(p, s));
        var others = FoundRegions.nodes(found, s, model.desk().messages());
        getChildren().addAll(others);
        FoundRegions.write(others, getWidth());
        for (var m : marks) {
            var lines = lines(s, m.figure());
            said.put(m.figure(), lines);
            boolean held = selected.equals(Optional.of(m.id()));
            nodes.add(new FigureNode(m.figure(), s.pose(), lines, held));
        }
        live = said;
        draft.ifPresent(
                d -> nodes.add(new FigureNode(d.figure(), s.pose(), lines(s, d.figure()), true)));
        getChildren().addAll(nodes);
        var room = new LabelRoom(getWidth(), getHeight());
        nodes.stream()
                .sorted(Comparator.comparingDouble(FigureNode::level))
                .forEach(node -> node.write(room));
    }

    private void point(PointedRegion region, Shown s) {
        for (var style : List.of("measurement-shade", "pointed-region"))
            for (var line : region.lines()) {
                var outline = new Polyline();
                for (var point : line) {
                    var at = s.pose().toScreen(point);
                    outline.getPoints().addAll(at.x(), at.y());
                }
                outline.getStyleClass().add(style);
                getChildren().add(outline);
            }
    }

    /// @return the figures that are drawn, with their words; without the one being drawn
    Map<Measurement, List<String>> live() {
        return Collections.unmodifiableMap(live);
    }

    private Optional<UserCalibration> known(Shown s) {
        return model.desk().openCase().flatMap(c -> c.marking().calibration(s.key()));
    }

    private List<String> lines(Shown s, Measurement figure) {
        if (counted.size() > 200) counted.clear();
        var locale = model.desk().messages().locale();
        var known = known(s);
        return counted.computeIfAbsent(
                new Counted(s.derivation(), figure, known, locale.toLanguageTag()),
                _ -> numbers(s, figure, known));
    }

    /// What lies in a region is told of the values that are seen, and said to be what they are; of differences
    /// from a mask it means nothing.
    private List<String> numbers(Shown s, Measurement figure, Optional<UserCalibration> known) {
        var messages = model.desk().messages();
        boolean means = !(s.derivation().uncovered() instanceof Derivation.Subtracted);
        var lines =
                new ArrayList<>(
                        FigureNumbers.of(
                                s.header(),
                                s.key().frame(),
                                figure,
                                Optional.of(s.frame()).filter(_ -> means),
                                known,
                                messages.locale()));
        boolean through = !s.derivation().stored() && means;
        if (through && figure instanceof Ellipse)
            lines.add(messages.in(MeasurementLayer.class).text("region.through"));
        return List.copyOf(lines);
    }
}
