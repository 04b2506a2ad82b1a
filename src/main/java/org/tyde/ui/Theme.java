package org.tyde.ui;

import atlantafx.base.theme.PrimerDark;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// The dark reading room: AtlantaFX's Primer Dark below, Tyde's roles for colours, type and spacing above.
/// Nothing is ever white, not before the first paint either.
public final class Theme {
    /// What a window shows before anything is painted.
    public static final Color NIGHT = Color.web("#101214");

    /// Family of running text; `IBM Plex Sans SmBld` is the other weight.
    public static final String FAMILY = "IBM Plex Sans";

    private static final double BASE_PX = 13;

    private final String sheet = resource("tyde.css");

    /// Loads the fonts and sets the look of all controls. Call once, on the JavaFX thread.
    public Theme() {
        Font.loadFont(resource("fonts/IBMPlexSans-Regular.ttf"), BASE_PX);
        Font.loadFont(resource("fonts/IBMPlexSans-SemiBold.ttf"), BASE_PX);
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    }

    /// @param scene made dark and dressed
    /// @param scale 1 to 2, of all text
    public void dress(Scene scene, double scale) {
        scene.setFill(NIGHT);
        if (!scene.getStylesheets().contains(sheet)) scene.getStylesheets().add(sheet);
        scale(scene, scale);
    }

    /// @param scene whose text is scaled
    /// @param scale 1 to 2
    public void scale(Scene scene, double scale) {
        if (!(scale >= 1 && scale <= 2))
            throw new IllegalArgumentException("scale must be 1 to 2: " + scale);
        scene.getRoot()
                .setStyle(
                        "-fx-font-size: %spx;".formatted(Math.round(BASE_PX * scale * 10) / 10.0));
    }

    private static String resource(String name) {
        var url = Theme.class.getResource(name);
        if (url == null) throw new IllegalStateException("resource missing: " + name);
        return url.toExternalForm();
    }
}
