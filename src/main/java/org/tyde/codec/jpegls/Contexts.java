package org.tyde.codec.jpegls;

/// The statistics of one scan (T.87 A.2, A.6, A.7.2): 365 contexts of regular mode and two of run
/// interruption, each [#WIDTH] numbers in one array, from `context * WIDTH`. The Golomb parameter and
/// the inversion of the error mapping are kept as they will be needed next, so that the sample that
/// needs them does not wait for them.
final class Contexts {
    static final int WIDTH = 8;

    /// Sum of error magnitudes.
    static final int A = 0;

    /// Sum of errors, for the bias; in the contexts of run interruption Nn, the count of negative errors.
    static final int B = 1;

    /// Prediction correction.
    static final int C = 2;

    /// Samples counted.
    static final int N = 3;

    /// Golomb parameter k of the next error.
    static final int K = 4;

    /// -1 where the next error is mapped in reverse, else 0.
    static final int FLIP = 5;

    /// Context of a run interrupted where its two neighbours differ; the next is where they do not.
    static final int INTERRUPTION = 365;

    /// J: how long a run each bit stands for, as a power of two (T.87 A.2.1).
    static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12,
        13, 14, 15
    };

    private static final int COUNT = 367;

    private Contexts() {}

    static int[] fresh(CodingParameters parameters) {
        var contexts = new int[COUNT * WIDTH];
        reset(contexts, parameters);
        return contexts;
    }

    static void reset(int[] contexts, CodingParameters parameters) {
        for (int i = 0; i < COUNT * WIDTH; i += WIDTH) {
            int a = parameters.firstMagnitude();
            contexts[i + A] = a;
            contexts[i + B] = 0;
            contexts[i + C] = 0;
            contexts[i + N] = 1;
            contexts[i + K] = golomb(1, a);
            contexts[i + FLIP] = 0;
        }
    }

    /// The least k with `n << k >= a` (T.87 A.5.1), for n of at least 1.
    static int golomb(int n, int a) {
        int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
        return k + (((n << k) - a) >>> 31);
    }

    /// Counts an error in a context of regular mode (T.87 A.6), without a branch on the data.
    ///
    /// @param at where the context begins
    /// @param error in the context's sign, in steps
    /// @param step distance of neighbouring errors; 1 for lossless
    /// @param reset as of the coding parameters
    static void count(int[] contexts, int at, int error, int step, int reset) {
        int a = contexts[at + A] + Math.abs(error);
        int b = contexts[at + B] + error * step;
        int n = contexts[at + N];
        if (n == reset) {
            a >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        int low = (b + n - 1) >> 31;
        int high = -b >> 31;
        b = Math.max(1 - n, Math.min(0, b + (n & low) - (n & high)));
        int k = golomb(n, a);
        contexts[at + A] = a;
        contexts[at + B] = b;
        contexts[at + C] = Math.max(-128, Math.min(127, contexts[at + C] + low - high));
        contexts[at + N] = n;
        contexts[at + K] = k;
        contexts[at + FLIP] = step == 1 ? ((2 * b + n - 1) & (k - 1)) >> 31 : 0;
    }

    /// The Golomb parameter of the sample that interrupts a run (T.87 A.7.2.1).
    ///
    /// @param type 1 where its two neighbours are alike, else 0
    static int interruptionGolomb(int[] contexts, int type) {
        int at = (INTERRUPTION + type) * WIDTH;
        int n = contexts[at + N];
        return golomb(n, contexts[at + A] + (type == 1 ? n >> 1 : 0));
    }

    /// Whether a negative error of that sample is mapped to an odd number (T.87 A.7.2.2).
    static boolean negativesAreOdd(int[] contexts, int type, int k) {
        int at = (INTERRUPTION + type) * WIDTH;
        return k != 0 || 2 * contexts[at + B] >= contexts[at + N];
    }

    /// Counts the error of that sample (T.87 A.7.2.3).
    ///
    /// @param mapped as coded
    static void countInterruption(int[] contexts, int type, int error, int mapped, int reset) {
        int at = (INTERRUPTION + type) * WIDTH;
        if (error < 0) contexts[at + B]++;
        contexts[at + A] += (mapped + 1 - type) >> 1;
        if (contexts[at + N] == reset) {
            contexts[at + A] >>= 1;
            contexts[at + B] >>= 1;
            contexts[at + N] >>= 1;
        }
        contexts[at + N]++;
    }

    /// The median edge detector (T.87 A.4.1).
    static int predict(int ra, int rb, int rc) {
        return Math.max(Math.min(ra, rb), Math.min(Math.max(ra, rb), ra + rb - rc));
    }
}
