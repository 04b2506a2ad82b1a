package org.tyde.codec.jpeg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The shortest Huffman code for given frequencies, of at most 16 bits and never all ones (T.81 K.2, C.2).
final class OptimalCode {
    private static final int LONGEST = 16;

    private final int[] lengths;
    private final int[] codes;
    private final List<Integer> order;

    private OptimalCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = new int[lengths.length];
        this.order = new ArrayList<>();
        for (int s = 0; s < lengths.length; s++) if (lengths[s] > 0) order.add(s);
        order.sort(Comparator.comparingInt((Integer s) -> lengths[s]).thenComparing(s -> s));
        int next = 0;
        int length = 0;
        for (int s : order) {
            next <<= lengths[s] - length;
            length = lengths[s];
            codes[s] = next++;
        }
    }

    /// @param counts how often each symbol comes
    static OptimalCode of(long[] counts) {
        var weights = counts.clone();
        while (true) {
            var lengths = lengths(weights);
            int most = 0;
            for (int length : lengths) most = Math.max(most, length);
            if (most <= LONGEST) return new OptimalCode(lengths);
            // flatter frequencies make shorter codes
            for (int s = 0; s < weights.length; s++)
                if (weights[s] > 0) weights[s] = (weights[s] + 3) / 2;
        }
    }

    /// Merges the two rarest again and again. One more symbol, rarer than all, takes the code of all ones.
    private static int[] lengths(long[] weights) {
        int n = weights.length + 1;
        var weight = new long[2 * n];
        var parent = new int[2 * n];
        var open = new ArrayList<Integer>();
        for (int s = 0; s < n; s++) {
            weight[s] = s == n - 1 ? 0 : weights[s];
            if (s == n - 1 || weights[s] > 0) open.add(s);
        }
        int next = n;
        while (open.size() > 1) {
            open.sort(Comparator.comparingLong((Integer s) -> weight[s]).reversed());
            int a = open.removeLast();
            int b = open.removeLast();
            weight[next] = weight[a] + weight[b];
            parent[a] = next;
            parent[b] = next;
            open.add(next++);
        }
        var lengths = new int[weights.length];
        for (int s = 0; s < weights.length; s++)
            if (weights[s] > 0) for (int up = parent[s]; up != 0; up = parent[up]) lengths[s]++;
        return lengths;
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    int code(int symbol) {
        return codes[symbol];
    }

    /// @return the parameters of a DHT segment: 16 counts and the symbols
    byte[] table() {
        var bytes = new byte[LONGEST + order.size()];
        for (int i = 0; i < order.size(); i++) {
            bytes[lengths[order.get(i)] - 1]++;
            bytes[LONGEST + i] = (byte) (int) order.get(i);
        }
        return bytes;
    }
}
