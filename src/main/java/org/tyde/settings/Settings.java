package org.tyde.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the workstation is configured. Immutable; change by `with...`.
///
/// @param archives studies come from these; none means the embedded demo archive
/// @param signer who signs, absent until asked for
/// @param language of the screens
/// @param textScale 1 to 2
/// @param speechModel a Vosk model directory; absent means the one that comes with Tyde
/// @param dragRightNarrows whether dragging right makes the window narrower instead of wider
/// @param headFeetLetters whether edges say H and F instead of S and I
/// @param monitorPixelMm mm from pixel to pixel of the image monitor, 0.05 to 1; absent while unknown
public record Settings(
        List<ArchiveNode> archives,
        Optional<Signer> signer,
        Locale language,
        double textScale,
        Optional<String> speechModel,
        boolean dragRightNarrows,
        boolean headFeetLetters,
        OptionalDouble monitorPixelMm) {
    /// mm, the finest pixels a monitor can be said to have.
    public static final double FINEST_PIXEL = 0.05;

    /// mm, the coarsest pixels a monitor can be said to have.
    public static final double COARSEST_PIXEL = 1;

    /// With nothing configured.
    public static final Settings DEFAULTS =
            new Settings(
                    List.of(),
                    Optional.empty(),
                    Locale.of("nb", "NO"),
                    1,
                    Optional.empty(),
                    false,
                    false,
                    OptionalDouble.empty());

    /// @throws IllegalArgumentException for a text scale outside 1 to 2, or pixels outside 0.05 to 1 mm
    public Settings {
        archives = List.copyOf(archives);
        if (!(textScale >= 1 && textScale <= 2))
            throw new IllegalArgumentException("text scale must be 1 to 2: " + textScale);
        if (monitorPixelMm.isPresent() && !canBePixel(monitorPixelMm.getAsDouble()))
            throw new IllegalArgumentException("pixels must be 0.05 to 1 mm: " + monitorPixelMm);
    }

    /// @param mm from pixel to pixel
    /// @return whether a monitor can have such pixels
    public static boolean canBePixel(double mm) {
        return mm >= FINEST_PIXEL && mm <= COARSEST_PIXEL;
    }

    /// @param next the archives
    /// @return these settings with them
    public Settings withArchives(List<ArchiveNode> next) {
        return new Settings(
                next,
                signer,
                language,
                textScale,
                speechModel,
                dragRightNarrows,
                headFeetLetters,
                monitorPixelMm);
    }

    /// @param next who signs
    /// @return these settings with it
    public Settings withSigner(Signer next) {
        return new Settings(
                archives,
                Optional.of(next),
                language,
                textScale,
                speechModel,
                dragRightNarrows,
                headFeetLetters,
                monitorPixelMm);
    }

    /// @param next language of the screens
    /// @return these settings with it
    public Settings withLanguage(Locale next) {
        return new Settings(
                archives,
                signer,
                next,
                textScale,
                speechModel,
                dragRightNarrows,
                headFeetLetters,
                monitorPixelMm);
    }

    /// @param next 1 to 2
    /// @return these settings with it
    public Settings withTextScale(double next) {
        return new Settings(
                archives,
                signer,
                language,
                next,
                speechModel,
                dragRightNarrows,
                headFeetLetters,
                monitorPixelMm);
    }

    /// @param next a Vosk model directory
    /// @return these settings with it
    public Settings withSpeechModel(Optional<String> next) {
        return new Settings(
                archives,
                signer,
                language,
                textScale,
                next,
                dragRightNarrows,
                headFeetLetters,
                monitorPixelMm);
    }

    /// @param narrows whether dragging right narrows
    /// @return these settings with it
    public Settings withDragRightNarrows(boolean narrows) {
        return new Settings(
                archives,
                signer,
                language,
                textScale,
                speechModel,
                narrows,
                headFeetLetters,
                monitorPixelMm);
    }

    /// @param headFeet whether edges say H and F
    /// @return these settings with it
    public Settings withHeadFeetLetters(boolean headFeet) {
        return new Settings(
                archives,
                signer,
                language,
                textScale,
                speechModel,
                dragRightNarrows,
                headFeet,
                monitorPixelMm);
    }

    /// @param next mm from pixel to pixel of the image monitor, 0.05 to 1; empty: unknown
    /// @return these settings with it
    public Settings withMonitorPixelMm(OptionalDouble next) {
        return new Settings(
                archives,
                signer,
                language,
                textScale,
                speechModel,
                dragRightNarrows,
                headFeetLetters,
                next);
    }
}
