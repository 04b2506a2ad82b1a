package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;

import java.util.HashMap;
import java.util.Map;

/// The tables in force, as segments set them (T.81 B.2.4).
final class Tables {
    /// Where the k-th coefficient of the zigzag sequence stands in its block (T.81 Figure A.6).
    static final int[] ZIGZAG = zigzag();

    private final Map<Integer, HuffmanCode> codes = new HashMap<>();
    private final Map<Integer, CoefficientCode> coefficientCodes = new HashMap<>();
    private final Map<Integer, int[]> quantization = new HashMap<>();
    private int restartInterval;

    private static int[] zigzag() {
        var order = new int[64];
        int k = 0;
        for (int sum = 0; sum < 15; sum++)
            for (int i = Math.max(0, sum - 7); i <= Math.min(7, sum); i++) {
                int row = sum % 2 == 0 ? sum - i : i;
                order[k++] = 8 * row + sum - row;
            }
        return order;
    }

    void read(Segment segment) throws Refusal {
        switch (segment.marker()) {
            case Marker.DHT -> {
                while (segment.left() > 0) readCode(segment);
            }
            case Marker.DQT -> {
                while (segment.left() > 0) readQuantization(segment);
            }
            case Marker.DRI -> restartInterval = segment.u16();
            default -> {} // comments and application data say nothing about coding
        }
    }

    private void readCode(Segment segment) throws Refusal {
        int kind = segment.u8();
        if (kind >> 4 > 1 || (kind & 15) > 3) throw segment.wrong("B.2.4.2");
        codes.put(kind, HuffmanCode.of(segment));
        coefficientCodes.remove(kind);
    }

    private void readQuantization(Segment segment) throws Refusal {
        int kind = segment.u8();
        if (kind >> 4 > 1 || (kind & 15) > 3) throw segment.wrong("B.2.4.1");
        var table = new int[64];
        for (int k = 0; k < 64; k++)
            table[ZIGZAG[k]] = kind >> 4 == 0 ? segment.u8() : segment.u16();
        quantization.put(kind & 15, table);
    }

    /// @return MCUs between restarts, 0 for none
    int restartInterval() {
        return restartInterval;
    }

    /// @param number of the table
    /// @return the code of lossless differences
    HuffmanCode lossless(int number) throws Refusal {
        return code(number);
    }

    /// @param number of the table
    /// @return the code of DC coefficients
    CoefficientCode dc(int number) throws Refusal {
        var code = code(number);
        return coefficientCodes.computeIfAbsent(number, _ -> CoefficientCode.dc(code));
    }

    /// @param number of the table
    /// @return the code of AC coefficients
    CoefficientCode ac(int number) throws Refusal {
        var code = code(16 | number);
        return coefficientCodes.computeIfAbsent(16 | number, _ -> CoefficientCode.ac(code));
    }

    private HuffmanCode code(int kind) throws Refusal {
        var code = codes.get(kind);
        if (code == null) throw missing("DHT", kind & 15);
        return code;
    }

    /// @return 64 factors, row by row
    int[] quantization(int number) throws Refusal {
        var table = quantization.get(number);
        if (table == null) throw missing("DQT", number);
        return table;
    }

    private static Refusal missing(String kind, int number) {
        return new Refusal(JpegReason.TABLE_MISSING, kind, number).withRule("ITU-T T.81 B.2.4");
    }
}
