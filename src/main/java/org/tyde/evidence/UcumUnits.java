package org.tyde.evidence;

import org.tyde.measure.Unit;

import java.util.Map;
import java.util.Optional;

/// The units of the Unified Code for Units of Measure that measurements are written in, and what people
/// call them (PS3.16 CID 82 and the context groups below it).
public final class UcumUnits {
    private static final Map<String, String> MEANINGS =
            Map.ofEntries(
                    Map.entry("1", "no units"),
                    Map.entry("mm", "millimeter"),
                    Map.entry("cm", "centimeter"),
                    Map.entry("m", "meter"),
                    Map.entry("um", "micrometer"),
                    Map.entry("mm2", "square millimeter"),
                    Map.entry("cm2", "square centimeter"),
                    Map.entry("mm3", "cubic millimeter"),
                    Map.entry("cm3", "cubic centimeter"),
                    Map.entry("ml", "milliliter"),
                    Map.entry("l", "liter"),
                    Map.entry("deg", "degree"),
                    Map.entry("[hnsf'U]", "Hounsfield unit"),
                    Map.entry("{pixels}", "pixels"),
                    Map.entry("{pixels}2", "square pixels"),
                    Map.entry("{SUVbw}g/ml", "Standardized Uptake Value body weight"),
                    Map.entry("{SUVlbm}g/ml", "Standardized Uptake Value lean body mass"),
                    Map.entry("{SUVbsa}cm2/ml", "Standardized Uptake Value body surface area"),
                    Map.entry("{counts}", "counts"),
                    Map.entry("Bq/ml", "Becquerels/milliliter"),
                    Map.entry("kBq/ml", "kilobecquerels/milliliter"),
                    Map.entry("mm2/s", "square millimeter per second"),
                    Map.entry("um2/s", "square micrometer per second"),
                    Map.entry("10-6.mm2/s", "square micrometer per second"),
                    Map.entry("g/ml", "gram per milliliter"),
                    Map.entry("mg/ml", "milligram per milliliter"),
                    Map.entry("cm/s", "centimeter per second"),
                    Map.entry("m/s", "meter per second"),
                    Map.entry("s", "second"),
                    Map.entry("ms", "millisecond"),
                    Map.entry("Hz", "Hertz"),
                    Map.entry("mm[Hg]", "millimeter of mercury"),
                    Map.entry("%", "percent"),
                    Map.entry("[OD]", "optical density"),
                    Map.entry("{ratio}", "ratio"),
                    Map.entry("{0:9}", "range 0:9"),
                    Map.entry("g", "gram"),
                    Map.entry("kg", "kilogram"),
                    Map.entry("d", "day"),
                    Map.entry("wk", "week"),
                    Map.entry("mo", "month"),
                    Map.entry("a", "year"),
                    Map.entry("/min", "per minute"),
                    Map.entry("{H.B.}/min", "Heart beats per minute"),
                    Map.entry("mGy", "milligray"),
                    Map.entry("mGy.cm", "milligray centimeter"),
                    Map.entry("kPa", "kilopascal"));

    /// Where people write a unit otherwise than its code.
    private static final Map<String, String> SHOWN =
            Map.ofEntries(
                    Map.entry("1", ""),
                    Map.entry("um", "µm"),
                    Map.entry("mm2", "mm²"),
                    Map.entry("cm2", "cm²"),
                    Map.entry("mm3", "mm³"),
                    Map.entry("cm3", "cm³"),
                    Map.entry("deg", "°"),
                    Map.entry("[hnsf'U]", "HU"),
                    Map.entry("{pixels}", "px"),
                    Map.entry("{pixels}2", "px²"),
                    Map.entry("{SUVbw}g/ml", "SUV"),
                    Map.entry("{SUVlbm}g/ml", "SUL"),
                    Map.entry("{SUVbsa}cm2/ml", "SUV BSA"),
                    Map.entry("{counts}", ""),
                    Map.entry("{ratio}", ""),
                    Map.entry("mm2/s", "mm²/s"),
                    Map.entry("um2/s", "µm²/s"),
                    Map.entry("10-6.mm2/s", "10⁻⁶ mm²/s"),
                    Map.entry("mm[Hg]", "mmHg"),
                    Map.entry("{H.B.}/min", "/min"),
                    Map.entry("mGy.cm", "mGy·cm"));

    private UcumUnits() {}

    /// @param code of a unit
    /// @return the unit, as a person writes it
    public static Unit unit(String code) {
        return new Unit(code, SHOWN.getOrDefault(code, code));
    }

    /// @param code of a unit
    /// @return whether measurements are written in it
    public static boolean known(String code) {
        return MEANINGS.containsKey(code);
    }

    /// @param code of a unit
    /// @return its name, empty for one that is not known here
    public static Optional<String> meaning(String code) {
        return Optional.ofNullable(MEANINGS.get(code));
    }
}
