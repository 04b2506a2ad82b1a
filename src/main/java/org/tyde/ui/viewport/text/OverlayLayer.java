package org.tyde.ui.viewport.text;

import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;

import org.tyde.ui.control.OutlinedText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words, letters and scale bar over a picture: nodes that are kept and rewritten, so that
/// scrolling makes none.
public final class OverlayLayer extends Region {
    private static final double PAD = 6;

    /// Lines of text that a picture is wide, and high, below which it shows fewer words.
    private static final double SMALL_WIDTH = 17.5;

    private static final double SMALL_HEIGHT = 13.5;
    private static final double TINY_WIDTH = 150;
    private static final PseudoClass TINY = PseudoClass.getPseudoClass("tiny");
    private static final PseudoClass PRIOR = PseudoClass.getPseudoClass("prior");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    /// One line of a corner and how it is meant.
    ///
    /// @param of the whole warning it is a line of
    private record Line(String words, boolean prior, boolean warning, Optional<String> of) {
        Line(String words, boolean prior, boolean warning) {
            this(words, prior, warning, Optional.empty());
        }
    }

    private final List<OutlinedText> pool = new ArrayList<>();
    private final List<OutlinedText> edges = new ArrayList<>();
    private final Path barShade = new Path();
    private final Path bar = new Path();
    private final OutlinedText barWords = new OutlinedText();
    private final OutlinedText ruler = new OutlinedText();
    private final Map<String, Double> widths = new HashMap<>();
    private double measuredAt;
    private final List<BoundingBox> taken = new ArrayList<>();
    private OverlayText text = OverlayText.NONE;
    private String badge = "";
    private String graveBadge = "";
    private final Map<BoundingBox, String> warnings = new HashMap<>();
    private BoundingBox badgePlace = new BoundingBox(0, 0, 0, 0);
    private TextSide side = TextSide.BOTH;
    private double rightMargin;
    private int used;

    public OverlayLayer() {
        getStyleClass().add("overlay");
        setMouseTransparent(true);
        setPickOnBounds(false);
        widthProperty().subscribe(w -> pseudoClassStateChanged(TINY, w.doubleValue() < TINY_WIDTH));
        barShade.getStyleClass().add("scale-bar-shade");
        bar.getStyleClass().add("scale-bar");
        for (var path : List.of(barShade, bar)) {
            path.setStrokeLineCap(StrokeLineCap.SQUARE);
            path.setCache(true);
        }
        ruler.setVisible(false);
        ruler.setText("X");
        getChildren().addAll(barShade, bar, barWords, ruler);
        for (int i = 0; i < 4; i++) {
            var letter = new OutlinedText();
            letter.getStyleClass().add("edge-letter");
            edges.add(letter);
            getChildren().add(letter);
        }
    }

    /// @param words of the picture now shown
    public void show(OverlayText words) {
        if (words.equals(text)) return;
        text = words;
        requestLayout();
    }

    /// @param line how far the picture is the image; empty: nothing
    /// @param grave what of it must stand out, and is said however small the picture is; empty: nothing
    public void badge(String line, String grave) {
        if (line.equals(badge) && grave.equals(graveBadge)) return;
        badge = line;
        graveBadge = grave;
        requestLayout();
    }

    /// @return the badge's line
    public String badge() {
        return badge;
    }

    /// @param x px
    /// @param y px
    /// @return whether the badge is there
    public boolean onBadge(double x, double y) {
        return !badge.isEmpty() && badgePlace.contains(x, y);
    }

    /// @param x px
    /// @param y px
    /// @return the whole warning of which a line is there
    public Optional<String> warningAt(double x, double y) {
        return warnings.entrySet().stream()
                .filter(e -> e.getKey().contains(x, y))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public OverlayText shown() {
        return text;
    }

    /// @param where the corner text may stand
    public void setSide(TextSide where) {
        if (side == where) return;
        side = where;
        requestLayout();
    }

    /// @param px kept free at the right edge, for the scroll bar
    public void setRightMargin(double px) {
        if (rightMargin == px) return;
        rightMargin = px;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        used = 0;
        taken.clear();
        warnings.clear();
        double line = lineHeight();
        boolean small = getWidth() < SMALL_WIDTH * line || getHeight() < SMALL_HEIGHT * line;
        var topRight = cut(small ? List.of() : text.examination());
        var topLeft = topLeft(topRight);
        var bottomLeft = new ArrayList<Line>();
        for (var warning : text.warnings())
            wrapped(warning)
                    .forEach(w -> bottomLeft.add(new Line(w, false, true, Optional.of(warning))));
        for (var place : first(text.place(), small ? 2 : 9)) bottomLeft.addAll(whole(place));
        var bottomRight = new ArrayList<Line>();
        for (var view : first(text.view(), small ? 2 : 9)) bottomRight.addAll(whole(view));
        var badgeLines = badgeLines(small);
        bottomRight.addAll(badgeLines);
        switch (side) {
            case BOTH -> {
                int shift = clash(topLeft, topRight) ? topLeft.size() : 0;
                down(topLeft, false, PAD);
                down(topRight, true, PAD + shift * lineHeight());
                int lift =
                        clash(bottomLeft.reversed(), bottomRight.reversed())
                                ? bottomRight.size()
                                : 0;
                up(bottomRight, true, 0);
                up(bottomLeft, false, lift * lineHeight());
            }
            case LEFT, RIGHT -> {
                boolean right = side == TextSide.RIGHT;
                down(topRight, right, down(topLeft, right, PAD));
                up(bottomLeft, right, up(bottomRight, right, 0));
            }
        }
        for (int i = used; i < pool.size(); i++) pool.get(i).setVisible(false);
        badgePlace = badgeBox(badgeLines);
        layoutEdges();
        layoutBar(small);
    }

    private List<Line> badgeLines(boolean small) {
        var said = small ? graveBadge : badge;
        if (said.isEmpty()) return List.of();
        return wrapped(said).stream().map(w -> new Line(w, false, !graveBadge.isEmpty())).toList();
    }

    /// Its lines are the lowest of their corner.
    private BoundingBox badgeBox(List<Line> lines) {
        double widest = lines.stream().mapToDouble(l -> width(l.words())).max().orElse(0);
        double x = side == TextSide.LEFT ? PAD : getWidth() - PAD - rightMargin - widest;
        double high = lines.size() * lineHeight();
        return new BoundingBox(x, getHeight() - PAD - high, widest, high);
    }

    private static List<String> first(List<String> lines, int most) {
        return lines.subList(0, Math.min(most, lines.size()));
    }

    /// Who it is, and that it is a prior: on one line where there is room for it, else on two.
    private List<Line> topLeft(List<Line> topRight) {
        var lines = new ArrayList<Line>();
        for (var who : text.identity())
            wrapped(who).forEach(words -> lines.add(new Line(words, false, false)));
        if (text.prior().isEmpty()) return lines;
        var whole = new Line(String.join(", ", text.prior()), true, false);
        lines.add(whole);
        boolean beside = side == TextSide.BOTH && clash(lines, topRight);
        if (!beside && width(whole.words()) < getWidth() - 2 * PAD - rightMargin) return lines;
        lines.removeLast();
        for (var said : text.prior())
            wrapped(said).forEach(words -> lines.add(new Line(words, true, false)));
        return lines;
    }

    /// A number that is cut reads as another number.
    private List<Line> whole(String words) {
        return wrapped(words).stream().map(w -> new Line(w, false, false)).toList();
    }

    private double room() {
        return getWidth() - 2 * PAD - rightMargin;
    }

    /// What may be shortened: an ellipsis where it is wider than the picture.
    private List<Line> cut(List<String> lines) {
        return lines.stream().map(l -> new Line(shortened(l), false, false)).toList();
    }

    private String shortened(String words) {
        if (width(words) <= room()) return words;
        int length = words.length();
        while (length > 1 && width(words.substring(0, length) + "…") > room()) length--;
        return words.substring(0, length).strip() + "…";
    }

    /// What may not be shortened: as many lines as it takes.
    private List<String> wrapped(String words) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : words.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > room()) {
                lines.add(line);
                line = word;
            } else line = longer;
        }
        lines.add(line);
        return lines;
    }

    /// Measuring is dear, and most lines are those of the picture before.
    private double width(String words) {
        double line = lineHeight();
        if (line != measuredAt || widths.size() > 400) widths.clear();
        measuredAt = line;
        return widths.computeIfAbsent(
                words,
                w -> {
                    ruler.setText(w);
                    return ruler.textWidth();
                });
    }

    private double lineHeight() {
        return ruler.lineHeight();
    }

    /// Whether two blocks would touch on any of their lines, counted from the edge of the picture.
    private boolean clash(List<Line> left, List<Line> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++)
            if (width(left.get(i).words()) + width(right.get(i).words()) + 3 * PAD + rightMargin
                    > getWidth()) return true;
        return false;
    }

    private double down(List<Line> lines, boolean right, double from) {
        double y = from;
        for (var line : lines) {
            var node = take(line);
            put(node, right, y);
            y += node.lineHeight();
        }
        return y;
    }

    private double up(List<Line> lines, boolean right, double below) {
        double y = getHeight() - PAD - below;
        for (var line : lines.reversed()) {
            var node = take(line);
            y -= node.lineHeight();
            put(node, right, y);
            line.of().ifPresent(whole -> warnings.put(taken.getLast(), whole));
        }
        return getHeight() - PAD - y;
    }

    private void put(OutlinedText node, boolean right, double top) {
        double x = right ? getWidth() - PAD - rightMargin - node.textWidth() : PAD;
        node.relocateBaseline(Math.rint(x), Math.rint(top + node.ascent()));
        taken.add(new BoundingBox(x, top, node.textWidth(), node.lineHeight()));
    }

    private boolean free(double x, double y, double width, double height) {
        return taken.stream().noneMatch(t -> t.intersects(x, y, width, height));
    }

    private OutlinedText take(Line line) {
        if (used == pool.size()) {
            var made = new OutlinedText();
            pool.add(made);
            getChildren().add(made);
            made.applyCss();
        }
        var node = pool.get(used++);
        node.setText(line.words());
        node.pseudoClassStateChanged(PRIOR, line.prior());
        node.pseudoClassStateChanged(WARNING, line.warning());
        node.setVisible(true);
        return node;
    }

    /// Letters give way to words and to one another, each within its half of the picture; one that finds no room
    /// is left out, for a letter on another reads as neither.
    private void layoutEdges() {
        for (int i : new int[] {0, 2, 1, 3}) {
            var letter = edges.get(i);
            letter.setText(text.edges().get(i));
            boolean atWall = i == 0 && side == TextSide.RIGHT || i == 2 && side == TextSide.LEFT;
            letter.setVisible(!atWall && !text.edges().get(i).isEmpty());
            if (!letter.isVisible()) continue;
            double w = letter.textWidth();
            double h = letter.lineHeight();
            double x =
                    switch (i) {
                        case 0 -> PAD;
                        case 2 -> getWidth() - rightMargin - PAD - w;
                        default -> (getWidth() - w) / 2;
                    };
            double y =
                    switch (i) {
                        case 1 -> PAD;
                        case 3 -> getHeight() - PAD - h;
                        default -> (getHeight() - h) / 2;
                    };
            double least = i == 3 ? getHeight() / 2 : PAD;
            double most = i == 1 ? getHeight() / 2 - h : getHeight() - PAD - h;
            double step = i == 1 ? 4 : -4;
            while (!free(x, y, w, h) && y >= least && y <= most) y += step;
            letter.setVisible(y >= least && y <= most);
            if (!letter.isVisible()) continue;
            taken.add(new BoundingBox(x, y, w, h));
            letter.relocateBaseline(Math.rint(x), Math.rint(y + letter.ascent()));
        }
    }

    private void layoutBar(boolean small) {
        boolean visible = text.scaleBar().isPresent() && !small;
        for (var node : List.of(barShade, bar, barWords)) node.setVisible(visible);
        if (!visible) return;
        var labelled = text.scaleBar().orElseThrow();
        double length = labelled.bar().pixels();
        // upright, half way down the left edge below the letter: no words stand there
        boolean atLeft = side != TextSide.RIGHT;
        double x = atLeft ? PAD + 3.5 : getWidth() - rightMargin - PAD - 3.5;
        double bottom = Math.rint(getHeight() / 2 + 1.3 * lineHeight() + length) + 0.5;
        barWords.setText(labelled.words());
        double wordsHeight = barWords.lineHeight();
        if (!free(PAD, bottom - length, 20, length)
                || !free(PAD, bottom - wordsHeight, getWidth() / 3, wordsHeight)) {
            for (var node : List.of(barShade, bar, barWords)) node.setVisible(false);
            return;
        }
        int parts = labelled.bar().parts();
        double tick = atLeft ? 5 : -5;
        for (var path : List.of(barShade, bar)) {
            path.getElements().setAll(new MoveTo(x, bottom), new LineTo(x, bottom - length));
            for (int i = 0; i <= parts; i++) {
                double y = Math.rint(bottom - length * i / parts - 0.5) + 0.5;
                double reach = i == 0 || i == parts ? 1.6 * tick : tick;
                path.getElements().addAll(new MoveTo(x, y), new LineTo(x + reach, y));
            }
        }
        double wx = atLeft ? x + 12 : x - 12 - barWords.textWidth();
        barWords.relocateBaseline(Math.rint(wx), Math.rint(bottom));
    }
}
