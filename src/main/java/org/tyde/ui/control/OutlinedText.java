package org.tyde.ui.control;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Group;
import javafx.scene.effect.BlurType;
import javafx.scene.effect.DropShadow;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Light grey text with a dark outline: readable on lung and on bone. Draws one line, its baseline at
/// the group's y.
public final class OutlinedText extends Group {
    /// A shadow on all sides: an outline that costs no stroking of letters for each picture.
    private static final double OUTLINE = 2.2;

    private static final double SPREAD = 0.85;
    private final Text face = new Text();
    private final DropShadow shade =
            new DropShadow(BlurType.THREE_PASS_BOX, Color.BLACK, OUTLINE, SPREAD, 0, 0);

    /// Starts empty.
    public OutlinedText() {
        this("");
    }

    /// @param words first shown
    public OutlinedText(String words) {
        getStyleClass().add("outlined-text");
        face.getStyleClass().add("face");
        face.setEffect(shade);
        setMouseTransparent(true);
        setCache(true);
        setAutoSizeChildren(false);
        getChildren().add(face);
        ControlStyles.wear(this);
        face.setText(words);
    }

    /// @param ink of the letters, instead of the style sheet's
    /// @param outline of the letters
    public void setInk(Color ink, Color outline) {
        face.setStyle("-fx-fill: #" + ink.toString().substring(2, 8) + ";");
        shade.setColor(Color.color(outline.getRed(), outline.getGreen(), outline.getBlue()));
    }

    /// @param words now shown; the same words cost nothing
    public void setText(String words) {
        if (!face.getText().equals(words)) face.setText(words);
    }

    /// @return the words shown
    public String getText() {
        return face.getText();
    }

    /// @return the words shown
    public ReadOnlyStringProperty textProperty() {
        return face.textProperty();
    }

    /// @param font of the letters
    public void setFont(Font font) {
        face.setFont(font);
    }

    /// @param x px of the first letter's left in the parent
    /// @param baseline px of the baseline in the parent
    public void relocateBaseline(double x, double baseline) {
        setLayoutX(x);
        setLayoutY(baseline);
    }

    /// @return px, of the widest the words need
    public double textWidth() {
        return face.getLayoutBounds().getWidth();
    }

    /// @return px from one line to the next
    public double lineHeight() {
        return Math.ceil(face.getLayoutBounds().getHeight());
    }

    /// @return px from the top of the line to its baseline
    public double ascent() {
        return face.getBaselineOffset();
    }
}
