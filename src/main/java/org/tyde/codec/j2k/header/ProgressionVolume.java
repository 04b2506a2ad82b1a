package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// Packets that come in one progression order: those of all layers, resolutions and components below
/// the ends that have not come before (POC, T.800 A.6.6, B.12.2).
///
/// @param order in which they come
/// @param firstResolution first of the resolutions
/// @param firstComponent first of the components
/// @param layers end of the layers, excluded
/// @param resolutions end of the resolutions, excluded
/// @param components end of the components, excluded
public record ProgressionVolume(
        Progression order,
        int firstResolution,
        int firstComponent,
        int layers,
        int resolutions,
        int components) {
    /// @param order in which they come
    /// @param layers of the tile
    /// @param components of the image
    /// @return all packets of a tile
    public static ProgressionVolume whole(Progression order, int layers, int components) {
        return new ProgressionVolume(order, 0, 0, layers, 33, components);
    }

    static List<ProgressionVolume> of(MarkerSegment poc, int components) throws Refusal {
        var volumes = new ArrayList<ProgressionVolume>();
        while (poc.left() > 0) {
            int firstResolution = poc.u8();
            int firstComponent = components < 257 ? poc.u8() : poc.u16();
            int layers = poc.u16();
            int resolutions = poc.u8();
            int ends = components < 257 ? poc.u8() : poc.u16();
            int code = poc.u8();
            var order = Progression.of(code);
            if (order.isEmpty()) throw poc.bad("Ppoc", code, "T.800 Table A.32");
            // in one byte, 0 stands for 256 (T.800 Table A.32)
            int lastComponent = ends == 0 ? components : Math.min(ends, components);
            if (layers < 1) throw poc.bad("LYEpoc", layers, "T.800 Table A.32");
            if (resolutions <= firstResolution)
                throw poc.bad("REpoc", resolutions, "T.800 Table A.32");
            if (lastComponent <= firstComponent) throw poc.bad("CEpoc", ends, "T.800 Table A.32");
            volumes.add(
                    new ProgressionVolume(
                            order.get(),
                            firstResolution,
                            firstComponent,
                            layers,
                            resolutions,
                            lastComponent));
        }
        if (volumes.isEmpty()) throw poc.bad("Lpoc", 2, "T.800 A.6.6");
        return volumes;
    }
}
