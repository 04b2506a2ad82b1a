package org.tyde.speech;

/// Brings a stream of samples to [AudioSource#SAMPLE_RATE] through a windowed sinc low-pass. Not
/// thread-safe.
final class Resampler {
    private static final int ZERO_CROSSINGS = 16;
    private static final int STEPS = 512;

    private final double step;
    private final double reach;
    private final double[] kernel;
    private short[] history;
    private int held;
    private double position;

    /// @param fromRate samples a second, 1 to 1,000,000
    Resampler(double fromRate) {
        if (!(fromRate >= 1 && fromRate <= 1_000_000))
            throw new IllegalArgumentException("sample rate " + fromRate);
        step = fromRate / AudioSource.SAMPLE_RATE;
        double cut = 0.95 * Math.min(1, 1 / step);
        reach = ZERO_CROSSINGS / cut;
        kernel = new double[(int) Math.ceil(reach * STEPS) + 2];
        for (int i = 0; i < kernel.length; i++) {
            double x = (double) i / STEPS;
            double window = x >= reach ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x / reach);
            kernel[i] = window * cut * sinc(cut * x);
        }
        held = (int) Math.ceil(reach);
        history = new short[held + 4096];
        position = held;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// @param in the next samples
    /// @param count how many of them
    /// @return what can be said of the output by now; lags by a few milliseconds
    short[] push(short[] in, int count) {
        if (held + count > history.length) history = java.util.Arrays.copyOf(history, held + count);
        System.arraycopy(in, 0, history, held, count);
        held += count;
        int ready = Math.max(0, (int) Math.ceil((held - 1 - reach - position) / step));
        var out = new short[ready];
        for (int i = 0; i < ready; i++, position += step) out[i] = at(position);
        int passed = Math.clamp((int) Math.floor(position - reach), 0, held);
        System.arraycopy(history, passed, history, 0, held - passed);
        held -= passed;
        position -= passed;
        return out;
    }

    /// @return the rest, once no more comes in
    short[] flush() {
        int zeros = (int) Math.ceil(reach) + 1;
        return push(new short[zeros], zeros);
    }

    private short at(double where) {
        int first = Math.max(0, (int) Math.ceil(where - reach));
        int last = Math.min(held - 1, (int) Math.floor(where + reach));
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double at = Math.abs(where - i) * STEPS;
            int k = (int) at;
            sum += history[i] * (kernel[k] + (at - k) * (kernel[k + 1] - kernel[k]));
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
