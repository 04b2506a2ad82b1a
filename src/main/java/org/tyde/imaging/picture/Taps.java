package org.tyde.imaging.picture;

/// For each screen pixel along one axis, the image pixels along the same axis that make it and their
/// weights, which add up to 1: two neighbours when magnifying, the covered interval when reducing.
/// Outside the image there are none.
final class Taps {
    /// Screen pixels `from` to `to` (exclusive) see the image.
    final int from;

    final int to;

    /// First image pixel of each screen pixel.
    final int[] first;

    /// Image pixels of each screen pixel, 1 or more inside `from` to `to`.
    final int[] count;

    /// `most` weights for each screen pixel.
    final float[] weights;

    final int most;

    /// @param screen pixels of the axis
    /// @param image pixels of the axis
    /// @param scale image pixels for each screen pixel, negative when mirrored
    /// @param offset image place of screen place 0, whole numbers are pixel centres
    Taps(int screen, int image, double scale, double offset, Interpolation interpolation) {
        double step = Math.abs(scale);
        boolean reducing = step > 1 + 1e-9;
        most = reducing ? (int) Math.ceil(step) + 1 : 2;
        first = new int[screen];
        count = new int[screen];
        weights = new float[screen * most];
        int start = screen;
        int end = 0;
        for (int i = 0; i < screen; i++) {
            double place = scale * (i + 0.5) + offset;
            if (place < -0.5 || place >= image - 0.5) continue;
            start = Math.min(start, i);
            end = i + 1;
            if (reducing) cover(i, place + 0.5, step, image);
            else between(i, snapped(place), image, interpolation);
        }
        from = Math.min(start, end);
        to = end;
    }

    private static double snapped(double place) {
        double whole = Math.rint(place);
        return Math.abs(place - whole) < 1e-6 ? whole : place;
    }

    private void between(int i, double place, int image, Interpolation interpolation) {
        double inside = Math.clamp(place, 0, image - 1);
        int at =
                switch (interpolation) {
                    case NEAREST -> (int) Math.floor(inside + 0.5);
                    case LINEAR -> (int) Math.floor(inside);
                };
        float second = interpolation == Interpolation.NEAREST ? 0 : (float) (inside - at);
        first[i] = at;
        count[i] = second > 0 ? 2 : 1;
        weights[i * 2] = 1 - second;
        weights[i * 2 + 1] = second;
    }

    private void cover(int i, double centre, double step, int image) {
        double low = Math.max(0, centre - step / 2);
        double high = Math.min(image, centre + step / 2);
        int at = (int) Math.floor(low);
        int n = 0;
        for (int p = at; p < high && n < most; p++, n++) {
            double part = Math.min(high, p + 1.0) - Math.max(low, p);
            weights[i * most + n] = (float) (part / (high - low));
        }
        first[i] = at;
        count[i] = Math.max(1, n);
    }

    /// @return the least image pixel any screen pixel needs
    int least() {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) least = Math.min(least, first[i]);
        return least;
    }

    /// @return one beyond the greatest image pixel any screen pixel needs
    int end() {
        int end = 0;
        for (int i = from; i < to; i++) end = Math.max(end, first[i] + count[i]);
        return end;
    }
}
