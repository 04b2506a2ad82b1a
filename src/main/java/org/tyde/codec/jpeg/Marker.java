package org.tyde.codec.jpeg;

/// Marker codes (T.81 Table B.1).
final class Marker {
    static final int TEM = 0x01;
    static final int SOF0 = 0xC0;
    static final int DHT = 0xC4;
    static final int SOF15 = 0xCF;
    static final int JPG = 0xC8;
    static final int DAC = 0xCC;
    static final int RST0 = 0xD0;
    static final int RST7 = 0xD7;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DNL = 0xDC;
    static final int DRI = 0xDD;
    static final int DHP = 0xDE;
    static final int EXP = 0xDF;
    static final int APP0 = 0xE0;
    static final int APP14 = 0xEE;
    static final int SOF55 = 0xF7;
    static final int COM = 0xFE;

    private Marker() {}

    /// @return whether a frame header follows, JPEG-LS included
    static boolean isFrame(int marker) {
        return marker == SOF55
                || marker >= SOF0
                        && marker <= SOF15
                        && marker != DHT
                        && marker != JPG
                        && marker != DAC;
    }

    static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    static String name(int marker) {
        if (isFrame(marker)) return "SOF" + (marker == SOF55 ? 55 : marker - SOF0);
        if (isRestart(marker)) return "RST" + (marker - RST0);
        return switch (marker) {
            case DHT -> "DHT";
            case DAC -> "DAC";
            case SOI -> "SOI";
            case EOI -> "EOI";
            case SOS -> "SOS";
            case DQT -> "DQT";
            case DNL -> "DNL";
            case DRI -> "DRI";
            case DHP -> "DHP";
            case EXP -> "EXP";
            case COM -> "COM";
            default -> marker >= APP0 && marker < APP0 + 16 ? "APP" + (marker - APP0) : hex(marker);
        };
    }

    private static String hex(int marker) {
        return String.format(java.util.Locale.ROOT, "FF%02X", marker);
    }
}
