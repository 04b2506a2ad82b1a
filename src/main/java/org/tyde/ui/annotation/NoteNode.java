package org.tyde.ui.annotation;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.transform.Rotate;

import org.tyde.evidence.presentation.TextNote;
import org.tyde.imaging.lut.Ink;
import org.tyde.ui.control.OutlinedText;

import java.util.ArrayList;
import java.util.List;

/// Words of a presentation state: in their box, turned as it is turned, with a line to what they are about.
/// Words too long for their box become smaller, to a size that is still read, then leave it.
final class NoteNode extends Group {
    private static final double LEAST = 0.8;
    private static final double BESIDE = 14;
    private static final double PAD = 2;
    private static final double HEAD = 7;
    private static final double THICKNESS = 1.2;

    private final TextNote note;
    private final Ink ink;
    private final Ground ground;
    private final Group words = new Group();
    private final List<OutlinedText> lines = new ArrayList<>();

    NoteNode(TextNote note, Ink ink, Ground ground) {
        this.note = note;
        this.ink = ink;
        this.ground = ground;
        setAutoSizeChildren(false);
        words.getStyleClass().add("note");
        words.setAutoSizeChildren(false);
        for (var line : note.lines()) {
            var text = new OutlinedText(line);
            text.setInk(Colours.of(ink), Colours.shade(ink));
            lines.add(text);
        }
        words.getChildren().addAll(lines);
        getChildren().add(words);
    }

    /// To be called once it is in a scene.
    ///
    /// @param room px the words may be wide before they are moved
    void write(double room) {
        if (note.box().isPresent()) inBox(note.box().get(), room);
        else besideAnchor(ground.at(note.anchor().orElseThrow().at()), room);
    }

    private double width() {
        return lines.stream().mapToDouble(OutlinedText::textWidth).max().orElse(0);
    }

    private double height() {
        return lines.stream().mapToDouble(OutlinedText::lineHeight).sum();
    }

    private void inBox(TextNote.Box box, double room) {
        var first = ground.at(box.first());
        var last = ground.at(box.last());
        int quarters = quarters(first, last);
        boolean upright = quarters % 2 == 0;
        double across = Math.abs(upright ? last.getX() - first.getX() : last.getY() - first.getY());
        double down = Math.abs(upright ? last.getY() - first.getY() : last.getX() - first.getX());
        double shrink = Math.clamp(across / width(), LEAST, 1);
        if (shrink < 1 && across > 1) {
            words.setStyle("-fx-font-size: " + shrink + "em;");
            words.applyCss();
        }
        double wide = width();
        double x =
                switch (box.justification()) {
                    case LEFT -> 0;
                    case CENTER -> (across - wide) / 2;
                    case RIGHT -> across - wide;
                };
        double slack = down - height();
        double y = slack > 0 && slack < height() ? slack / 2 : 0;
        var at = new Point2D(first.getX() + x, first.getY() + y);
        if (quarters == 0) at = new Point2D(inside(at.getX(), wide, room), at.getY());
        else words.getTransforms().add(new Rotate(90.0 * quarters, first.getX(), first.getY()));
        lay(at, box.justification(), wide);
        if (note.anchor().isEmpty() || !note.anchor().get().visible()) return;
        var anchor = ground.at(note.anchor().get().at());
        lead(
                new Point2D(
                        nearest(anchor.getX(), first.getX(), last.getX()),
                        nearest(anchor.getY(), first.getY(), last.getY())),
                anchor);
    }

    /// Words run from the first corner to the last: to the right, down, to the left or up.
    private static int quarters(Point2D first, Point2D last) {
        boolean right = last.getX() >= first.getX();
        boolean down = last.getY() >= first.getY();
        if (right) return down ? 0 : 3;
        return down ? 1 : 2;
    }

    private void besideAnchor(Point2D anchor, double room) {
        double wide = width();
        boolean fits = room <= 0 || anchor.getX() + BESIDE + wide <= room;
        double x = fits ? anchor.getX() + BESIDE : anchor.getX() - BESIDE - wide;
        double y = anchor.getY() - BESIDE - height();
        lay(new Point2D(x, Math.max(0, y)), TextNote.Justification.LEFT, wide);
        if (note.anchor().orElseThrow().visible())
            lead(
                    new Point2D(fits ? x - PAD : x + wide + PAD, Math.max(0, y) + height() / 2),
                    anchor);
    }

    private static double inside(double x, double wide, double room) {
        return room <= 0 || x >= room || x + wide <= room
                ? x
                : Math.max(Math.min(x, 0), room - wide);
    }

    private static double nearest(double to, double a, double b) {
        return Math.clamp(to, Math.min(a, b), Math.max(a, b));
    }

    private void lay(Point2D at, TextNote.Justification justification, double wide) {
        double top = at.getY();
        for (var line : lines) {
            double slack = wide - line.textWidth();
            double x =
                    at.getX()
                            + switch (justification) {
                                case LEFT -> 0;
                                case CENTER -> slack / 2;
                                case RIGHT -> slack;
                            };
            line.relocateBaseline(Math.rint(x), Math.rint(top + line.ascent()));
            top += line.lineHeight();
        }
    }

    private void lead(Point2D from, Point2D to) {
        if (from.distance(to) < 1) return;
        var back = from.subtract(to).normalize();
        var side = new Point2D(-back.getY(), back.getX());
        var left = to.add(back.multiply(HEAD)).add(side.multiply(HEAD / 3));
        var right = to.add(back.multiply(HEAD)).subtract(side.multiply(HEAD / 3));
        for (boolean shade : new boolean[] {true, false}) {
            var path =
                    new Path(
                            new MoveTo(from.getX(), from.getY()),
                            new LineTo(to.getX(), to.getY()),
                            new MoveTo(left.getX(), left.getY()),
                            new LineTo(to.getX(), to.getY()),
                            new LineTo(right.getX(), right.getY()));
            path.setStroke(shade ? Colours.shade(ink) : Colours.of(ink));
            path.setStrokeWidth(shade ? THICKNESS + 2 : THICKNESS);
            getChildren().add(getChildren().size() - 1, path);
        }
    }
}
