package org.tyde.reading;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Bearing;
import org.tyde.geometry.EdgeBearings;
import org.tyde.geometry.QuadrupedEdges;
import org.tyde.geometry.Turn;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which letters stand at the edges of a picture, from its plane or Patient Orientation (0020,0020) and how
/// it is turned now: nothing is remembered, so nothing can be out of date.
public final class EdgeMarks {
    /// Where a reader looks for the side: an edge that is not known says so.
    private static final Set<String> SIDED =
            Set.of("CR", "DX", "MG", "IO", "PX", "RG", "XA", "RF", "CT", "MR", "PT", "NM");

    /// Nothing is known of any edge of an image whose sides matter: one sign, where a reader looks for the side.
    public static final List<String> NOT_SAID = List.of(QuadrupedEdges.UNKNOWN, "", "", "");

    private EdgeMarks() {}

    /// @param header of the image
    /// @param frame 1-based
    /// @param turn how it stands on the screen
    /// @param letters for head and feet
    /// @return left, top, right, bottom; `?` where the file does not say and one of the others is known;
    ///     [#NOT_SAID] where none is and the side matters, else empty
    public static List<String> of(ImageHeader header, int frame, Turn turn, EdgeLetters letters) {
        var stated = texts(header.dataSet(), Tag.PATIENT_ORIENTATION);
        boolean animal =
                texts(header.dataSet(), Tag.ANATOMICAL_ORIENTATION_TYPE).contains("QUADRUPED");
        var plane = header.orientation(frame);
        if (animal && plane.isEmpty())
            return stated.size() == 2
                    ? QuadrupedEdges.of(stated.get(0), stated.get(1), turn)
                    : shown(List.of("", "", "", ""), header);
        var edges =
                plane.isPresent()
                        ? EdgeBearings.of(
                                Bearing.of(plane.get().row()),
                                Bearing.of(plane.get().column()),
                                turn)
                        : stated(stated, turn);
        var texts =
                Stream.of(edges.left(), edges.top(), edges.right(), edges.bottom())
                        .map(b -> animal ? onFourLegs(b) : letters.text(b))
                        .toList();
        return shown(texts, header);
    }

    private static EdgeBearings stated(List<String> two, Turn turn) {
        return two.size() == 2
                ? EdgeBearings.of(Bearing.parse(two.get(0)), Bearing.parse(two.get(1)), turn)
                : EdgeBearings.UNKNOWN;
    }

    /// The axes of an animal on four legs: left, dorsal, cranial (PS3.3 C.7.6.2.1.1).
    private static String onFourLegs(Bearing bearing) {
        var text = new StringBuilder();
        for (var direction : bearing.letters())
            text.append(
                    switch (direction) {
                        case L -> "LE";
                        case R -> "RT";
                        case P -> "D";
                        case A -> "V";
                        case H -> "CR";
                        case F -> "CD";
                    });
        return text.toString();
    }

    private static List<String> shown(List<String> texts, ImageHeader header) {
        boolean said = texts.stream().anyMatch(t -> !t.isEmpty());
        boolean sided = texts(header.dataSet(), Tag.MODALITY).stream().anyMatch(SIDED::contains);
        if (!said) return sided ? NOT_SAID : texts;
        return texts.stream().map(t -> t.isEmpty() ? QuadrupedEdges.UNKNOWN : t).toList();
    }

    private static List<String> texts(DataSet from, Tag tag) {
        try {
            return from.texts(tag);
        } catch (Refusal malformed) {
            return List.of();
        }
    }
}
