package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// Step sizes of a component's sub-bands (QCD, QCC, T.800 A.6.4, E.1).
///
/// @param derived whether all follow from that of the lowest sub-band (E-5)
/// @param guardBits G, 0 to 7
/// @param steps exponent and mantissa, sub-bands from the lowest resolution up, HL LH HH
public record Quantization(boolean derived, int guardBits, List<Step> steps) {
    /// One step size (E-3).
    ///
    /// @param exponent epsilon_b, 0 to 31
    /// @param mantissa mu_b, 0 to 2047
    public record Step(int exponent, int mantissa) {}

    static Quantization of(MarkerSegment segment) throws Refusal {
        int style = segment.u8();
        var steps = new ArrayList<Step>();
        switch (style & 0x1F) {
            case 0 -> {
                while (segment.left() > 0) steps.add(new Step(segment.u8() >> 3, 0));
            }
            case 1 -> steps.add(step(segment.u16()));
            case 2 -> {
                while (segment.left() > 1) steps.add(step(segment.u16()));
            }
            default -> throw segment.bad("quantization style", style, "T.800 Table A.28");
        }
        if (steps.isEmpty()) throw segment.bad("steps", 0, "T.800 A.6.4");
        return new Quantization((style & 0x1F) == 1, style >> 5, List.copyOf(steps));
    }

    private static Step step(int word) {
        return new Step(word >> 11, word & 0x7FF);
    }

    /// @param resolution 0 is the lowest
    /// @param orientation of the sub-band, LL only at resolution 0
    /// @return its step size
    /// @throws Refusal when the segment names fewer sub-bands
    public Step step(int resolution, Orientation orientation) throws Refusal {
        if (derived) {
            var lowest = steps.getFirst();
            int exponent = lowest.exponent - Math.max(0, resolution - 1);
            if (exponent < 0) throw few(resolution);
            return new Step(exponent, lowest.mantissa);
        }
        int index = resolution == 0 ? 0 : 3 * (resolution - 1) + orientation.index();
        if (index >= steps.size()) throw few(resolution);
        return steps.get(index);
    }

    private Refusal few(int resolution) {
        return new Refusal(
                        J2kReason.BAD_PARAMETER,
                        derived ? "QCD" : "QCD or QCC",
                        "steps for resolution " + resolution,
                        steps.size())
                .withRule("T.800 E.1");
    }
}
