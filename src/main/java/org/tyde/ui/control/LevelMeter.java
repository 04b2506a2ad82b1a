package org.tyde.ui.control;

import javafx.scene.layout.Region;

/// How loud the microphone hears: a bar from -60 to 0 dB full scale; the last tenth, where speech is
/// clipped, is drawn as a warning.
public final class LevelMeter extends Region {
    private static final double FLOOR_DB = -60;
    private final Region bar = new Region();
    private double share;

    /// Starts silent.
    public LevelMeter() {
        getStyleClass().add("level-meter");
        bar.getStyleClass().add("bar");
        getChildren().add(bar);
        setPrefSize(64, 6);
        setMinSize(32, 6);
        setMaxHeight(6);
        ControlStyles.wear(this);
    }

    /// @param decibel full scale: 0 is the loudest a sample can be, silence is far below
    public void setLevel(double decibel) {
        share = Math.clamp(1 - decibel / FLOOR_DB, 0, 1);
        bar.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("clipping"), share > 0.95);
        requestLayout();
    }

    /// @return 0 silent to 1 full scale
    public double level() {
        return share;
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
    }
}
