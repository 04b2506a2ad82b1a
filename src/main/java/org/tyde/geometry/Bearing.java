package org.tyde.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/// A direction in the patient in up to three letters, the strongest first: `L`, `AL`, `HPR`. Empty
/// when it is not known; it is never guessed.
///
/// @param letters at most three, no two along one axis
public record Bearing(List<PatientDirection> letters) {
    /// The direction is not known.
    public static final Bearing UNKNOWN = new Bearing(List.of());

    /// Components below this part of the whole are no direction but rounding.
    private static final double NEGLIGIBLE = 1e-4;

    /// @throws IllegalArgumentException when a letter or its opposite comes twice
    public Bearing {
        letters = List.copyOf(letters);
        var seen = EnumSet.noneOf(PatientDirection.class);
        for (var letter : letters) {
            if (seen.contains(letter) || seen.contains(letter.opposite()))
                throw new IllegalArgumentException("no direction: " + letters);
            seen.add(letter);
        }
    }

    /// @param letters the strongest first
    /// @return that direction
    public static Bearing of(PatientDirection... letters) {
        return new Bearing(List.of(letters));
    }

    /// @param direction of any length, LPS
    /// @return its letters; unknown when it has no length
    public static Bearing of(Vector3 direction) {
        double length = direction.length();
        if (!(length > 0) || Double.isInfinite(length)) return UNKNOWN;
        var found = new ArrayList<PatientDirection>();
        for (var d : PatientDirection.values())
            if (d.vector().dot(direction) / length >= NEGLIGIBLE) found.add(d);
        found.sort(
                Comparator.comparingDouble(
                        d -> -Math.round(d.vector().dot(direction) / length / NEGLIGIBLE)));
        return new Bearing(found);
    }

    /// @param value one value of Patient Orientation (0020,0020), such as `L` or `AFR`
    /// @return its direction; unknown when it is empty, or holds anything but L R A P H F, as the
    ///     directions of animals do
    public static Bearing parse(String value) {
        var found = new ArrayList<PatientDirection>();
        for (int i = 0; i < value.strip().length(); i++) {
            var letter = value.strip().substring(i, i + 1);
            if (!"LRAPHF".contains(letter)) return UNKNOWN;
            var direction = PatientDirection.valueOf(letter);
            if (found.contains(direction) || found.contains(direction.opposite())) return UNKNOWN;
            found.add(direction);
        }
        return new Bearing(found);
    }

    /// @return whether it is known
    public boolean known() {
        return !letters.isEmpty();
    }

    /// @param direction one of the six
    /// @return whether that is its strongest part
    public boolean mainly(PatientDirection direction) {
        return known() && letters.getFirst() == direction;
    }

    /// @return the way back
    public Bearing opposite() {
        return new Bearing(letters.stream().map(PatientDirection::opposite).toList());
    }

    /// @return DICOM's letters, empty when unknown
    public String text() {
        return letters.stream().map(PatientDirection::name).collect(Collectors.joining());
    }
}
