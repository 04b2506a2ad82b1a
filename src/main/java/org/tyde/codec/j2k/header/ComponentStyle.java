package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// How a tile-component is coded: the SPcod and SPcoc parameters (T.800 A.6.1, Table A.15).
///
/// @param levels decomposition levels, 0 to 32
/// @param blockWidth log2 of the nominal columns of a code-block, 2 to 10
/// @param blockHeight log2 of the nominal rows of a code-block, 2 to 10
/// @param block how its code-blocks are coded
/// @param reversible whether the wavelet is 5-3 reversible, else 9-7 irreversible
/// @param precincts log2 of the columns (low four bits) and rows of a precinct, for each resolution
public record ComponentStyle(
        int levels,
        int blockWidth,
        int blockHeight,
        BlockStyle block,
        boolean reversible,
        List<Integer> precincts) {
    private static final int MAXIMAL = 0xFF;

    /// @param ownPrecincts bit 0 of Scod or Scoc
    static ComponentStyle of(MarkerSegment segment, boolean ownPrecincts) throws Refusal {
        int levels = segment.u8();
        int width = segment.u8() + 2;
        int height = segment.u8() + 2;
        int style = segment.u8();
        int wavelet = segment.u8();
        if (levels > 32) throw segment.bad("decomposition levels", levels, "T.800 Table A.15");
        if (width > 10 || width + height > 12)
            throw segment.bad("code-block width", width - 2, "T.800 Table A.18");
        if (height > 10) throw segment.bad("code-block height", height - 2, "T.800 Table A.18");
        if (wavelet > 1) throw segment.bad("wavelet", wavelet, "T.800 Table A.20");
        var block = new BlockStyle(style);
        if (block.mixed())
            throw segment.unsupported("HTJ2K and JPEG 2000 code-blocks in one component");
        var precincts = new ArrayList<Integer>();
        for (int r = 0; r <= levels; r++) {
            int size = ownPrecincts ? segment.u8() : MAXIMAL;
            if (r > 0 && (size & 0x0F) == 0 || r > 0 && size >> 4 == 0)
                throw segment.bad("precinct size", size, "T.800 Table A.21");
            precincts.add(size);
        }
        return new ComponentStyle(
                levels, width, height, block, wavelet == 1, List.copyOf(precincts));
    }

    /// @param resolution 0 is the lowest
    /// @return log2 of the columns of a precinct of that resolution
    public int precinctWidth(int resolution) {
        return precincts.get(resolution) & 0x0F;
    }

    /// @param resolution 0 is the lowest
    /// @return log2 of the rows of a precinct of that resolution
    public int precinctHeight(int resolution) {
        return precincts.get(resolution) >> 4;
    }
}
