package org.tyde.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the workstation is configured. Immutable; change by `with...`.
///
/// @param archives studies come from these; none means the embedded demo archive
/// @param signer who signs, absent until asked for
/// @param language of the screens
/// @param textScale 1 to 2
/// @param speechModel a Vosk model directory; absent means the one that comes with Tyde
/// @param dragRightNarrows whether dragging right makes the window narrower instead of wider
/// @param headFeetLetters whether edges say H and F instead of S and I
public record Settings(
        List<ArchiveNode> archives,
        Optional<Signer> signer,
        Locale language,
        double textScale,
        Optional<String> speechModel,
        boolean dragRightNarrows,
        boolean headFeetLetters) {
    /// With nothing configured.
    public static final Settings DEFAULTS =
            new Settings(
                    List.of(),
                    Optional.empty(),
                    Locale.of("nb", "NO"),
                    1,
                    Optional.empty(),
                    false,
                    false);

    /// @throws IllegalArgumentException for a text scale outside 1 to 2
    public Settings {
        archives = List.copyOf(archives);
        if (!(textScale >= 1 && textScale <= 2))
            throw new IllegalArgumentException("text scale must be 1 to 2: " + textScale);
    }

    /// @param next the archives
    /// @return these settings with them
    public Settings withArchives(List<ArchiveNode> next) {
        return new Settings(
                next, signer, language, textScale, speechModel, dragRightNarrows, headFeetLetters);
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
                headFeetLetters);
    }

    /// @param next language of the screens
    /// @return these settings with it
    public Settings withLanguage(Locale next) {
        return new Settings(
                archives, signer, next, textScale, speechModel, dragRightNarrows, headFeetLetters);
    }

    /// @param next 1 to 2
    /// @return these settings with it
    public Settings withTextScale(double next) {
        return new Settings(
                archives, signer, language, next, speechModel, dragRightNarrows, headFeetLetters);
    }

    /// @param next a Vosk model directory
    /// @return these settings with it
    public Settings withSpeechModel(Optional<String> next) {
        return new Settings(
                archives, signer, language, textScale, next, dragRightNarrows, headFeetLetters);
    }

    /// @param narrows whether dragging right narrows
    /// @return these settings with it
    public Settings withDragRightNarrows(boolean narrows) {
        return new Settings(
                archives, signer, language, textScale, speechModel, narrows, headFeetLetters);
    }

    /// @param headFeet whether edges say H and F
    /// @return these settings with it
    public Settings withHeadFeetLetters(boolean headFeet) {
        return new Settings(
                archives, signer, language, textScale, speechModel, dragRightNarrows, headFeet);
    }
}
