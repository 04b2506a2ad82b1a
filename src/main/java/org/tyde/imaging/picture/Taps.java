package org.tyde.imaging.picture;

/// For each screen pixel along one axis, the image pixels along the same axis that make it and their
/// weights, which add up to 1: the neighbours when magnifying, the covered interval when reducing. Outside
/// the image there are none.
final class Taps {
    /// Screen pixels `from` to `to` (exclusive) see the image.
    final int from;

    final int to;

    /// First image pixel of each screen pixel; for cubics it may lie one beyond an edge, where the pixel of
    /// the edge is repeated.
    final int[] first;

    /// `most` weights for each screen pixel, those it has no use for being 0.
    final float[] weights;

    final int most;

    final Kind kind;

    /// Whether screen pixels and image pixels fall on each other one to one.
    final boolean whole;

    /// Whether image pixels in sight have no part in any screen pixel.
    final boolean skips;

    /// What the weights are of.
    enum Kind {
        /// Image pixels one to one, and in order.
        STRAIGHT,
        NEAREST,
        LINEAR,
        CUBIC,
        AREA
    }

    /// @param screen pixels of the axis
    /// @param image pixels of the axis
    /// @param scale image pixels for each screen pixel, negative when mirrored
    /// @param offset image place of screen place 0, whole numbers are pixel centres
    /// @param skipping when reducing, one image pixel for each screen pixel instead of all
    Taps(
            int screen,
            int image,
            double scale,
            double offset,
            Interpolation interpolation,
            boolean skipping) {
        double step = Math.abs(scale);
        boolean reducing = step > 1 + 1e-9;
        var wanted =
                switch (interpolation) {
                    case NEAREST -> Kind.NEAREST;
                    case LINEAR -> Kind.LINEAR;
                    case CUBIC -> Kind.CUBIC;
                };
        if (reducing) wanted = skipping ? Kind.NEAREST : Kind.AREA;
        whole = Math.abs(step - 1) <= 1e-9 && onGrid(scale * 0.5 + offset);
        skips = reducing && skipping;
        if (whole) wanted = scale > 0 ? Kind.STRAIGHT : Kind.NEAREST;
        kind = wanted;
        most =
                switch (kind) {
                    case STRAIGHT, NEAREST -> 1;
                    case LINEAR -> 2;
                    case CUBIC -> 4;
                    case AREA -> (int) Math.ceil(step) + 1;
                };
        first = new int[screen];
        weights = new float[screen * most];
        int start = screen;
        int end = 0;
        for (int i = 0; i < screen; i++) {
            double place = scale * (i + 0.5) + offset;
            if (place < -0.5 || place >= image - 0.5) continue;
            start = Math.min(start, i);
            end = i + 1;
            switch (kind) {
                case STRAIGHT, NEAREST -> nearest(i, place, image);
                case LINEAR -> linear(i, Math.clamp(snapped(place), 0, image - 1));
                case CUBIC -> cubic(i, Math.clamp(snapped(place), 0, image - 1));
                case AREA -> cover(i, place + 0.5, step, image);
            }
        }
        from = Math.min(start, end);
        to = end;
    }

    private static boolean onGrid(double place) {
        return Math.abs(place - Math.rint(place)) < 1e-6;
    }

    private static double snapped(double place) {
        return onGrid(place) ? Math.rint(place) : place;
    }

    private void nearest(int i, double place, int image) {
        first[i] = (int) Math.clamp(Math.floor(snapped(place) + 0.5), 0, image - 1);
        weights[i] = 1;
    }

    private void linear(int i, double place) {
        int at = (int) place;
        float second = (float) (place - at);
        first[i] = at;
        weights[2 * i] = 1 - second;
        weights[2 * i + 1] = second;
    }

    private void cubic(int i, double place) {
        int at = (int) place;
        var cubic = Cubic.at(place - at);
        first[i] = at - 1;
        weights[4 * i] = cubic.first();
        weights[4 * i + 1] = cubic.second();
        weights[4 * i + 2] = cubic.third();
        weights[4 * i + 3] = cubic.fourth();
    }

    private void cover(int i, double centre, double step, int image) {
        double low = Math.max(0, centre - step / 2);
        double high = Math.min(image, centre + step / 2);
        int at = (int) Math.floor(low);
        first[i] = at;
        for (int k = 0; k < most && at + k < high; k++) {
            double part = Math.min(high, at + k + 1.0) - Math.max(low, at + k);
            weights[i * most + k] = (float) (part / (high - low));
        }
    }

    /// @return whether several image pixels make a screen pixel
    boolean weighs() {
        return switch (kind) {
            case STRAIGHT, NEAREST -> false;
            case LINEAR, CUBIC, AREA -> true;
        };
    }

    /// @return whether any screen pixel sees the image
    boolean any() {
        return from < to;
    }

    /// @return the least image pixel any screen pixel needs, -1 where an edge is repeated
    int least() {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) least = Math.min(least, first[i]);
        return least;
    }

    /// @return one beyond the greatest image pixel any screen pixel needs or reads with weight 0
    int end() {
        int end = 0;
        for (int i = from; i < to; i++) end = Math.max(end, first[i] + most);
        return end;
    }
}
