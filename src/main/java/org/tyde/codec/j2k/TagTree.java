package org.tyde.codec.j2k;

import org.tyde.refusal.Refusal;

/// A tag tree: numbers on a grid, each node above four the least of them, told little by little
/// (T.800 B.10.2).
final class TagTree {
    private final int[] offsets;
    private final int[] widths;
    private final int[] lower;
    private final boolean[] known;

    TagTree(int width, int height) {
        int levels = 1;
        for (int w = width, h = height; w > 1 || h > 1; w = w + 1 >> 1, h = h + 1 >> 1) levels++;
        offsets = new int[levels];
        widths = new int[levels];
        int nodes = 0;
        int h = height;
        int w = width;
        for (int level = 0; level < levels; level++) {
            offsets[level] = nodes;
            widths[level] = w;
            nodes += w * h;
            w = w + 1 >> 1;
            h = h + 1 >> 1;
        }
        lower = new int[nodes];
        known = new boolean[nodes];
    }

    /// @return whether the number at the leaf is below the threshold
    boolean below(HeaderBits bits, int x, int y, int threshold) throws Refusal {
        int low = 0;
        boolean told = false;
        for (int level = offsets.length - 1; level >= 0; level--) {
            int node = offsets[level] + (y >> level) * widths[level] + (x >> level);
            low = Math.max(low, lower[node]);
            told = known[node];
            while (low < threshold && !told) {
                if (bits.bit() == 1) told = true;
                else low++;
            }
            lower[node] = low;
            known[node] = told;
        }
        return told && low < threshold;
    }

    /// @return the number at the leaf, or `most + 1` where it is greater than `most`
    int value(HeaderBits bits, int x, int y, int most) throws Refusal {
        for (int value = 0; value <= most; value++) if (below(bits, x, y, value + 1)) return value;
        return most + 1;
    }
}
