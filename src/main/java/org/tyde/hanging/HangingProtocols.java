package org.tyde.hanging;

import java.util.List;
import java.util.Optional;

/// The protocols there are; the first that suits a study hangs it.
public final class HangingProtocols {
    private final List<HangingProtocol> protocols;

    /// @param protocols the more special first; the last one suits every study
    public HangingProtocols(List<HangingProtocol> protocols) {
        this.protocols = List.copyOf(protocols);
    }

    /// @return Tyde's own: mammography, radiographs, ultrasound, angiography, CT, MR, PT, and for all
    ///     else one image a viewport
    public static HangingProtocols defaults() {
        return new HangingProtocols(
                List.of(
                        new MammographyProtocol(),
                        new RadiographProtocol(),
                        new TileProtocol("US", List.of("US", "IVUS"), 6, Stage.Wheel.PAGES),
                        new TileProtocol("XA", List.of("XA", "RF"), 4, Stage.Wheel.FRAMES),
                        new SectionalProtocol("CT", "CT", 4, 2),
                        new SectionalProtocol("MR", "MR", 6, 4),
                        new SectionalProtocol("PT", "PT", 4, 2),
                        new TileProtocol("OT", List.of(), 6, Stage.Wheel.FRAMES)));
    }

    /// @return all of them
    public List<HangingProtocol> all() {
        return protocols;
    }

    /// @param input a study and its prior
    /// @return how it hangs; a prior of a kind that its protocol cannot lay beside it hangs as it would
    ///     hang alone, on the right
    public Hang hang(HangInput input) {
        var protocol = suiting(input.current());
        if (input.prior().isEmpty() || protocol.takesPrior(input.prior().get()))
            return protocol.hang(input);
        var current = protocol.hang(new HangInput(input.current(), Optional.empty()));
        var prior =
                suiting(input.prior().get())
                        .hang(new HangInput(input.prior().get(), Optional.empty()));
        return BesideEachOther.of(current, prior);
    }

    private HangingProtocol suiting(HangStudy study) {
        return protocols.stream().filter(p -> p.suits(study)).findFirst().orElseThrow();
    }
}
