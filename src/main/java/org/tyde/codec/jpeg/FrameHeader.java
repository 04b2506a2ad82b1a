package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// The frame header (T.81 B.2.2).
///
/// @param process 0 baseline, 1 extended sequential, 2 progressive, 3 lossless
/// @param precision bits of a sample
/// @param lines of the image, 0 where a DNL segment says them
/// @param columns of the image
/// @param components 1 to 4
record FrameHeader(int process, int precision, int lines, int columns, List<Component> components) {
    private static final String SECTION = "B.2.2";

    FrameHeader {
        components = List.copyOf(components);
    }

    static FrameHeader of(Segment segment) throws Refusal {
        int process = segment.marker() - Marker.SOF0;
        if (process > 3)
            throw segment.refused(
                    JpegReason.UNSUPPORTED_PROCESS, "4.11", Marker.name(segment.marker()));
        int precision = segment.u8();
        int lines = segment.u16();
        int columns = segment.u16();
        int count = segment.u8();
        boolean fits = process == 3 ? precision >= 2 && precision <= 16 : twelveOrEight(precision);
        if (!fits || columns == 0 || count == 0 || count > 4) throw segment.wrong(SECTION);
        var components = new ArrayList<Component>();
        for (int i = 0; i < count; i++) {
            int id = segment.u8();
            int sampling = segment.u8();
            var one = new Component(id, sampling >> 4, sampling & 15, segment.u8());
            if (!legal(one) || components.stream().anyMatch(c -> c.id() == id))
                throw segment.wrong(SECTION);
            components.add(one);
        }
        return new FrameHeader(process, precision, lines, columns, components);
    }

    private static boolean twelveOrEight(int precision) {
        return precision == 8 || precision == 12;
    }

    private static boolean legal(Component c) {
        return c.horizontal() >= 1
                && c.horizontal() <= 4
                && c.vertical() >= 1
                && c.vertical() <= 4
                && c.quantization() <= 3;
    }

    FrameHeader withLines(int said) {
        return new FrameHeader(process, precision, said, columns, components);
    }

    boolean lossless() {
        return process == 3;
    }

    int mostHorizontal() {
        int most = 1;
        for (var c : components) most = Math.max(most, c.horizontal());
        return most;
    }

    int mostVertical() {
        int most = 1;
        for (var c : components) most = Math.max(most, c.vertical());
        return most;
    }

    /// @return samples in a line of a component (A.1.1)
    int width(Component c) {
        return ceil(columns * c.horizontal(), mostHorizontal());
    }

    /// @return lines of a component (A.1.1)
    int height(Component c) {
        return ceil(lines * c.vertical(), mostVertical());
    }

    /// @return samples of all components
    long samples() {
        long sum = 0;
        for (var c : components) sum += (long) width(c) * height(c);
        return sum;
    }

    static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }
}
