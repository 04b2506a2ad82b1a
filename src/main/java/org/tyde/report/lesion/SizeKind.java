package org.tyde.report.lesion;

import org.tyde.dicom.Code;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a lesion was measured. Only sizes of the same kind are compared.
///
/// @param concept what was measured, by its code of SNOMED CT where it has one (PS3.16 CID 7470 to 7472)
/// @param derivation how it follows from several values (121401, DCM)
/// @param unit `mm`, `mm2` or `ml`
public record SizeKind(Code concept, Optional<Code> derivation, String unit) {
    static final Code LENGTH = sct("410668003", "Length");
    static final Code LONG_AXIS = sct("103339001", "Long Axis");
    static final Code SHORT_AXIS = sct("103340004", "Short Axis");
    static final Code DIAMETER = sct("81827009", "Diameter");
    private static final Code AREA = sct("42798000", "Area");
    private static final Code VOLUME = sct("118565006", "Volume");

    /// What they were called before they had a code of SNOMED CT (PS3.16 Annex L, retired SRT).
    private static final Map<String, Code> BEFORE =
            Map.of(
                    "G-D7FE", LENGTH,
                    "G-A185", LONG_AXIS,
                    "G-A186", SHORT_AXIS,
                    "M-02550", DIAMETER,
                    "G-A166", AREA,
                    "G-D705", VOLUME);

    private static final Set<String> RETIRED = Set.of("SRT", "SNM3", "99SDM");

    private static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }

    /// @param concept as a document says it
    /// @return the concept as it is called now
    static Code now(Code concept) {
        return RETIRED.contains(concept.scheme())
                ? BEFORE.getOrDefault(concept.value(), concept)
                : concept;
    }

    /// @param other another kind
    /// @return whether sizes of both may be compared
    public boolean same(SizeKind other) {
        return concept.same(other.concept)
                && unit.equals(other.unit)
                && derivation.isPresent() == other.derivation.isPresent()
                && derivation.filter(d -> !d.same(other.derivation.orElseThrow())).isEmpty();
    }

    /// @return whether it is a length
    public boolean length() {
        return unit.equals("mm");
    }
}
