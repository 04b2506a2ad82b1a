package org.tyde.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// How the workstation is configured. Immutable; change by `with...`.
///
/// @param archives studies come from these; none means the embedded demo archive
/// @param station this workstation on the DICOM network
/// @param signer who signs, absent until asked for
/// @param language of the screens
/// @param monitors how each monitor is used
/// @param presets CT windows on number keys in place of those that come with Tyde, by key, none twice
/// @param speech how speech is heard
/// @param dragRightNarrows whether dragging right makes the window narrower instead of wider
/// @param headFeetLetters whether edges say H and F instead of S and I
/// @param encryptCache whether studies that are kept on this machine are encrypted; empty: as they are
/// @param signing how reports are signed
/// @param reportOutputs what leaves with a signed report besides its structured report
/// @param templates how templates are used
/// @param numbers how measured numbers stand in reports
public record Settings(
        List<ArchiveNode> archives,
        Station station,
        Optional<Signer> signer,
        Locale language,
        Monitors monitors,
        List<WindowPreset> presets,
        SpeechSettings speech,
        boolean dragRightNarrows,
        boolean headFeetLetters,
        Optional<Boolean> encryptCache,
        SigningSettings signing,
        ReportOutputs reportOutputs,
        TemplateSettings templates,
        MeasuredNumbers numbers) {
    /// With nothing configured.
    public static final Settings DEFAULTS =
            new Settings(
                    List.of(),
                    Station.USUAL,
                    Optional.empty(),
                    Locale.of("nb", "NO"),
                    Monitors.DEFAULT,
                    List.of(),
                    SpeechSettings.USUAL,
                    false,
                    false,
                    Optional.empty(),
                    SigningSettings.USUAL,
                    ReportOutputs.NONE,
                    TemplateSettings.USUAL,
                    MeasuredNumbers.USUAL);

    /// @throws IllegalArgumentException when a key has two windows
    public Settings {
        archives = List.copyOf(archives);
        presets = presets.stream().sorted(Comparator.comparingInt(WindowPreset::key)).toList();
        if (presets.stream().mapToInt(WindowPreset::key).distinct().count() != presets.size())
            throw new IllegalArgumentException("two windows on one key");
    }

    /// @param next the archives
    /// @return these settings with it
    public Settings withArchives(List<ArchiveNode> next) {
        return changed(p -> p.archives = next);
    }

    /// @param next this workstation on the DICOM network
    /// @return these settings with it
    public Settings withStation(Station next) {
        return changed(p -> p.station = next);
    }

    /// @param next who signs
    /// @return these settings with it
    public Settings withSigner(Signer next) {
        return changed(p -> p.signer = Optional.of(next));
    }

    /// @param next language of the screens
    /// @return these settings with it
    public Settings withLanguage(Locale next) {
        return changed(p -> p.language = next);
    }

    /// @param next how each monitor is used
    /// @return these settings with it
    public Settings withMonitors(Monitors next) {
        return changed(p -> p.monitors = next);
    }

    /// @param next windows on number keys in place of Tyde's own
    /// @return these settings with it
    public Settings withPresets(List<WindowPreset> next) {
        return changed(p -> p.presets = next);
    }

    /// @param next how speech is heard
    /// @return these settings with it
    public Settings withSpeech(SpeechSettings next) {
        return changed(p -> p.speech = next);
    }

    /// @param next whether dragging right narrows
    /// @return these settings with it
    public Settings withDragRightNarrows(boolean next) {
        return changed(p -> p.dragRightNarrows = next);
    }

    /// @param next whether edges say H and F
    /// @return these settings with it
    public Settings withHeadFeetLetters(boolean next) {
        return changed(p -> p.headFeetLetters = next);
    }

    /// @param next whether studies that are kept on this machine are encrypted; empty: as they are
    /// @return these settings with it
    public Settings withEncryptCache(Optional<Boolean> next) {
        return changed(p -> p.encryptCache = next);
    }

    /// @param next how reports are signed
    /// @return these settings with it
    public Settings withSigning(SigningSettings next) {
        return changed(p -> p.signing = next);
    }

    /// @param next what leaves with a signed report besides its structured report
    /// @return these settings with it
    public Settings withReportOutputs(ReportOutputs next) {
        return changed(p -> p.reportOutputs = next);
    }

    /// @param next how templates are used
    /// @return these settings with it
    public Settings withTemplates(TemplateSettings next) {
        return changed(p -> p.templates = next);
    }

    /// @param next how measured numbers stand in reports
    /// @return these settings with it
    public Settings withNumbers(MeasuredNumbers next) {
        return changed(p -> p.numbers = next);
    }

    private Settings changed(Consumer<Parts> change) {
        var parts = new Parts(this);
        change.accept(parts);
        return parts.settings();
    }

    /// All of them while one is exchanged.
    private static final class Parts {
        private List<ArchiveNode> archives;
        private Station station;
        private Optional<Signer> signer;
        private Locale language;
        private Monitors monitors;
        private List<WindowPreset> presets;
        private SpeechSettings speech;
        private boolean dragRightNarrows;
        private boolean headFeetLetters;
        private Optional<Boolean> encryptCache;
        private SigningSettings signing;
        private ReportOutputs reportOutputs;
        private TemplateSettings templates;
        private MeasuredNumbers numbers;

        Parts(Settings of) {
            archives = of.archives;
            station = of.station;
            signer = of.signer;
            language = of.language;
            monitors = of.monitors;
            presets = of.presets;
            speech = of.speech;
            dragRightNarrows = of.dragRightNarrows;
            headFeetLetters = of.headFeetLetters;
            encryptCache = of.encryptCache;
            signing = of.signing;
            reportOutputs = of.reportOutputs;
            templates = of.templates;
            numbers = of.numbers;
        }

        Settings settings() {
            return new Settings(
                    archives,
                    station,
                    signer,
                    language,
                    monitors,
                    presets,
                    speech,
                    dragRightNarrows,
                    headFeetLetters,
                    encryptCache,
                    signing,
                    reportOutputs,
                    templates,
                    numbers);
        }
    }
}
