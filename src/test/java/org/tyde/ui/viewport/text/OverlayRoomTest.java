package org.tyde.ui.viewport.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.OutlinedText;
import org.tyde.ui.viewport.ViewportGrid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words over a picture, in pictures of every size that a grid makes.
class OverlayRoomTest {
    private static final String LINE =
            "lagret tapsfritt · omregnet · interpolert · skjerm ikke kontrollert";
    private static final List<String> LETTERS = List.of("R", "SAR", "L", "ILP");
    private static OverlayLayer layer;
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        Screens.start();
        layer = Screens.on(OverlayLayer::new);
        var root =
                Screens.on(
                        () -> {
                            var pane = new StackPane(layer);
                            ControlStyles.wear(pane, ViewportGrid.class, "viewport.css");
                            return pane;
                        });
        stage = Screens.show(root, 900, 700);
    }

    @AfterAll
    static void close() throws Exception {
        Screens.run(stage::close);
    }

    private static OverlayText words(List<String> edges) {
        return new OverlayText(
                List.of("ØDEGÅRD, Åse Marie", "178658 10091"),
                List.of("20.11.2026 09:14", "CT thorax med iv kontrast"),
                List.of("Koronal", "P 89,0 mm", "Tynt plan"),
                List.of("W 400 L 40  Bløtdeler", "Zoom 137 %"),
                List.of("REFORMATERT"),
                List.of(),
                edges,
                Optional.empty());
    }

    /// Of a line, without the room above and below its letters.
    private static Bounds place(OutlinedText text) {
        double inset = 3;
        return new BoundingBox(
                text.getLayoutX(),
                text.getLayoutY() - text.ascent() + inset,
                text.textWidth(),
                text.lineHeight() - 2 * inset);
    }

    @ParameterizedTest
    @EnumSource(TextSide.class)
    void lettersGiveWayToTheWordsAndToOneAnother(TextSide side) throws Exception {
        var clashes = new ArrayList<String>();
        Screens.run(() -> layer.setSide(side));
        for (int width = 160; width <= 620; width += 20)
            for (int height = 200; height <= 500; height += 60)
                clashes.addAll(clashes(side, width, height));
        assertEquals(List.of(), clashes);
    }

    private static List<String> clashes(TextSide side, int width, int height) throws Exception {
        return Screens.on(
                () -> {
                    var found = new ArrayList<String>();
                    layer.setMaxSize(width, height);
                    layer.setMinSize(width, height);
                    layer.show(words(LETTERS));
                    layer.badge(LINE, width % 40 == 0 ? "skjerm ikke kontrollert" : "");
                    layer.getScene().getRoot().applyCss();
                    layer.getScene().getRoot().layout();
                    var texts = new ArrayList<OutlinedText>();
                    for (var node : layer.getChildrenUnmodifiable())
                        if (node instanceof OutlinedText text
                                && text.isVisible()
                                && !text.getText().isEmpty()) texts.add(text);
                    if (width >= 260
                            && height >= 320
                            && texts.stream().filter(t -> LETTERS.contains(t.getText())).count()
                                    < (side == TextSide.BOTH ? 4 : 3))
                        found.add("%d x %d: a letter is missing".formatted(width, height));
                    for (var letter : texts)
                        if (LETTERS.contains(letter.getText()))
                            for (var other : texts)
                                if (other != letter && place(other).intersects(place(letter)))
                                    found.add(
                                            "%d x %d: %s on %s"
                                                    .formatted(
                                                            width,
                                                            height,
                                                            letter.getText(),
                                                            other.getText()));
                    return found;
                });
    }
}
