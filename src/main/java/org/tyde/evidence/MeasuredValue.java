package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.measure.Unit;

import java.util.Optional;

/// One number of a measurement (PS3.16 TID 300).
///
/// @param concept what was measured
/// @param derivation how it follows from several values (121401, DCM), such as their mean
/// @param value finite
/// @param unit UCUM
public record MeasuredValue(Code concept, Optional<Code> derivation, double value, Unit unit) {
    /// @throws IllegalArgumentException for a value that is none, or a unit that no measurement has
    public MeasuredValue {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("no value: " + value);
        if (!UcumUnits.known(unit.ucum()))
            throw new IllegalArgumentException("no unit of UCUM that is used: " + unit.ucum());
    }
}
