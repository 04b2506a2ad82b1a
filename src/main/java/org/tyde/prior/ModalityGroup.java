package org.tyde.prior;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Modalities as the reading room groups them: what counts as the same kind of examination, what is
/// worth comparing with, and the words people search by.
public enum ModalityGroup {
    /// Projection radiography.
    RADIOGRAPHY(
            Set.of("DX", "CR", "RG", "DR", "IO", "PX"),
            "rtg",
            "rg",
            "røntgen",
            "rontgen",
            "xray",
            "x-ray",
            "dx",
            "cr"),
    /// Computed tomography.
    CT(Set.of("CT"), "ct"),
    /// Magnetic resonance.
    MR(Set.of("MR"), "mr", "mri"),
    /// Ultrasound.
    ULTRASOUND(Set.of("US", "IVUS"), "us", "ul", "ultralyd", "ultrasound"),
    /// Mammography.
    MAMMOGRAPHY(Set.of("MG"), "mg", "mammo", "mammografi", "mammography"),
    /// Angiography and fluoroscopy.
    ANGIOGRAPHY(Set.of("XA", "RF"), "xa", "rf", "angio", "angiografi", "gjennomlysning"),
    /// Nuclear medicine and PET.
    NUCLEAR(Set.of("PT", "NM"), "pt", "pet", "nm", "scintigrafi");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> codes;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> words;

    ModalityGroup(Set<String> codes, String... words) {
        this.codes = codes;
        this.words = List.of(words);
    }

    /// @return its DICOM codes (PS3.3 C.7.3.1.1.1)
    public Set<String> codes() {
        return codes;
    }

    /// @param code a DICOM code
    /// @return its group
    public static Optional<ModalityGroup> of(String code) {
        return Arrays.stream(values()).filter(g -> g.codes.contains(code)).findFirst();
    }

    /// @param word as typed
    /// @return the group it names
    public static Optional<ModalityGroup> named(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(g -> g.words.contains(lower)).findFirst();
    }
}
