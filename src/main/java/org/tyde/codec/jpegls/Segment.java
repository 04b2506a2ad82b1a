package org.tyde.codec.jpegls;

import org.tyde.refusal.Refusal;

import java.util.HexFormat;

/// One marker segment (T.81 B.1.1.4, T.87 C.1).
final class Segment {
    static final int SOI = 0xFFD8;
    static final int EOI = 0xFFD9;
    static final int SOS = 0xFFDA;
    static final int DNL = 0xFFDC;
    static final int DRI = 0xFFDD;
    static final int RST0 = 0xFFD0;
    static final int APP0 = 0xFFE0;
    static final int APP8 = 0xFFE8;
    static final int APP15 = 0xFFEF;
    static final int SOF55 = 0xFFF7;
    static final int LSE = 0xFFF8;
    static final int COM = 0xFFFE;

    private final byte[] data;
    private final int marker;
    private final int at;
    private final int from;
    private final int to;

    private Segment(byte[] data, int marker, int at, int from, int to) {
        this.data = data;
        this.marker = marker;
        this.at = at;
        this.from = from;
        this.to = to;
    }

    /// @param at where a marker, or the FF bytes that may fill up before it, stands
    static Segment read(byte[] data, int at) throws Refusal {
        int start = at;
        while (start + 2 < data.length && data[start] == -1 && data[start + 1] == -1) start++;
        if (start + 2 > data.length) throw cut("", start);
        int marker = (data[start] & 0xFF) << 8 | data[start + 1] & 0xFF;
        if (marker < 0xFF01)
            throw new Refusal(JpegLsReason.NO_MARKER, hex(marker, 4))
                    .withPlace(place(start))
                    .withRule("T.87 C.1");
        if (marker == SOI || marker == EOI || marker >= RST0 && marker < SOI)
            return new Segment(data, marker, start, start + 2, start + 2);
        if (start + 4 > data.length) throw cut(hex(marker, 4), start);
        int length = (data[start + 2] & 0xFF) << 8 | data[start + 3] & 0xFF;
        if (length < 2 || length > data.length - start - 2) throw cut(hex(marker, 4), start);
        return new Segment(data, marker, start, start + 4, start + 2 + length);
    }

    private static Refusal cut(String marker, int at) {
        return new Refusal(JpegLsReason.CUT_SEGMENT, marker)
                .withPlace(place(at))
                .withRule("T.87 C.1");
    }

    static String hex(int value, int digits) {
        return HexFormat.of().withUpperCase().toHexDigits(value, digits);
    }

    static String place(int at) {
        return "byte " + at;
    }

    /// @return its code, 0xFF01 to 0xFFFE
    int marker() {
        return marker;
    }

    /// @return where its parameters end
    int to() {
        return to;
    }

    String name() {
        return hex(marker, 4);
    }

    int length() {
        return to - from;
    }

    /// @param index of the first byte of the number, from the start of the parameters
    /// @param bytes 1 to 4
    /// @return the number, most significant byte first
    /// @throws Refusal where the segment is shorter
    int number(int index, int bytes) throws Refusal {
        if (index + bytes > length()) throw cut(name(), at);
        int value = 0;
        for (int i = 0; i < bytes; i++) value = value << 8 | data[from + index + i] & 0xFF;
        return value;
    }

    Refusal impossible(String field, int value, String section) {
        return new Refusal(JpegLsReason.IMPOSSIBLE_VALUE, field, value, name())
                .withPlace(place(at))
                .withRule("T.87 " + section);
    }

    Refusal refuse(JpegLsReason reason, String section, Object... arguments) {
        return new Refusal(reason, arguments)
                .withPlace(name() + ", " + place(at))
                .withRule("T.87 " + section);
    }
}
