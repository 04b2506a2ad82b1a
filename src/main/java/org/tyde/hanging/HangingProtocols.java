package org.tyde.hanging;

import java.util.List;

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
    /// @return how it hangs
    public Hang hang(HangInput input) {
        return protocols.stream()
                .filter(p -> p.suits(input.current()))
                .findFirst()
                .orElseThrow()
                .hang(input);
    }
}
