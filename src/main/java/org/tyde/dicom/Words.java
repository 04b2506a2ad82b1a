package org.tyde.dicom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Binary numbers in bytes, little endian.
final class Words {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("HHmmss.SSSSSS", Locale.ROOT);
    private static final VarHandle SHORT = handle(short[].class);
    private static final VarHandle INT = handle(int[].class);
    private static final VarHandle LONG = handle(long[].class);

    /// Where a value is, for what is said of it.
    record Place(Tag tag, long offset) {
        DicomFormatException refuse(DicomReason reason, Object... arguments) {
            return new DicomFormatException(reason, offset, arguments)
                    .at(tag.toString())
                    .withRule("PS3.5 6.2");
        }
    }

    private Words() {}

    private static VarHandle handle(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }

    static String time(LocalTime time) {
        return (time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS).format(time);
    }

    private static int count(byte[] bytes, Vr vr, Place place) throws DicomFormatException {
        int unit = vr == Vr.AT ? 4 : vr.unit();
        boolean padded = vr == Vr.OB || bytes.length % unit == 0;
        if (!padded) throw place.refuse(DicomReason.BAD_LENGTH, bytes.length, vr.name());
        return bytes.length / unit;
    }

    private static long integer(byte[] bytes, int i, Vr vr) {
        return switch (vr) {
            case SS -> (short) SHORT.get(bytes, i * 2);
            case US, OW -> (short) SHORT.get(bytes, i * 2) & 0xFFFF;
            case SL -> (int) INT.get(bytes, i * 4);
            case UL, OL -> (int) INT.get(bytes, i * 4) & 0xFFFFFFFFL;
            case AT -> // group, then element, each little endian
                    ((int) INT.get(bytes, i * 4) << 16 | (int) INT.get(bytes, i * 4) >>> 16)
                            & 0xFFFFFFFFL;
            case SV, UV, OV -> (long) LONG.get(bytes, i * 8);
            case AE,
                    AS,
                    CS,
                    DA,
                    DS,
                    DT,
                    FD,
                    FL,
                    IS,
                    LO,
                    LT,
                    OB,
                    OD,
                    OF,
                    PN,
                    SH,
                    SQ,
                    ST,
                    TM,
                    UC,
                    UI,
                    UN,
                    UR,
                    UT ->
                    bytes[i] & 0xFF;
        };
    }

    static int[] integers(byte[] bytes, Vr vr, Place place) throws DicomFormatException {
        var values = new int[count(bytes, vr, place)];
        for (int i = 0; i < values.length; i++) {
            long value = integer(bytes, i, vr);
            boolean fits = vr == Vr.AT || value == (int) value;
            if (!fits) throw place.refuse(DicomReason.NOT_AN_INTEGER);
            values[i] = (int) value;
        }
        return values;
    }

    static double[] decimals(byte[] bytes, Vr vr, Place place) throws DicomFormatException {
        var values = new double[count(bytes, vr, place)];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (vr) {
                        case FL, OF -> Float.intBitsToFloat((int) INT.get(bytes, i * 4));
                        case FD, OD -> Double.longBitsToDouble((long) LONG.get(bytes, i * 8));
                        case AE,
                                AS,
                                AT,
                                CS,
                                DA,
                                DS,
                                DT,
                                IS,
                                LO,
                                LT,
                                OB,
                                OL,
                                OV,
                                OW,
                                PN,
                                SH,
                                SL,
                                SQ,
                                SS,
                                ST,
                                SV,
                                TM,
                                UC,
                                UI,
                                UL,
                                UN,
                                UR,
                                US,
                                UT,
                                UV ->
                                integer(bytes, i, vr);
                    };
        }
        return values;
    }

    static List<String> texts(byte[] bytes, Vr vr, Place place) throws DicomFormatException {
        int count = count(bytes, vr, place);
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            texts.add(
                    switch (vr) {
                        case FL ->
                                Float.toString(Float.intBitsToFloat((int) INT.get(bytes, i * 4)));
                        case FD ->
                                Double.toString(
                                        Double.longBitsToDouble((long) LONG.get(bytes, i * 8)));
                        case AT -> new Tag((int) integer(bytes, i, vr)).hex();
                        case UV -> Long.toUnsignedString(integer(bytes, i, vr));
                        case AE,
                                AS,
                                CS,
                                DA,
                                DS,
                                DT,
                                IS,
                                LO,
                                LT,
                                OB,
                                OD,
                                OF,
                                OL,
                                OV,
                                OW,
                                PN,
                                SH,
                                SL,
                                SQ,
                                SS,
                                ST,
                                SV,
                                TM,
                                UC,
                                UI,
                                UL,
                                UN,
                                UR,
                                US,
                                UT ->
                                Long.toString(integer(bytes, i, vr));
                    });
        }
        return texts;
    }

    static byte[] ofIntegers(int[] values, Vr vr) {
        int unit = vr == Vr.AT ? 4 : vr.unit();
        var bytes = new byte[values.length * unit];
        for (int i = 0; i < values.length; i++) {
            int value = values[i];
            boolean fits =
                    switch (vr) {
                        case US, OW -> value >= 0 && value <= 0xFFFF;
                        case SS -> value == (short) value;
                        case UL, UV, OL -> value >= 0;
                        case SL, SV, AT -> true;
                        case AE,
                                AS,
                                CS,
                                DA,
                                DS,
                                DT,
                                FD,
                                FL,
                                IS,
                                LO,
                                LT,
                                OB,
                                OD,
                                OF,
                                OV,
                                PN,
                                SH,
                                SQ,
                                ST,
                                TM,
                                UC,
                                UI,
                                UN,
                                UR,
                                UT ->
                                throw new IllegalArgumentException(vr + " holds no integers");
                    };
            if (!fits) throw new IllegalArgumentException(value + " is out of the range of " + vr);
            if (vr == Vr.AT) INT.set(bytes, i * 4, value << 16 | value >>> 16);
            else if (unit == 2) SHORT.set(bytes, i * 2, (short) value);
            else if (unit == 4) INT.set(bytes, i * 4, value);
            else LONG.set(bytes, i * 8, (long) value);
        }
        return bytes;
    }

    static byte[] ofDecimals(double[] values, Vr vr) {
        if (vr != Vr.FL && vr != Vr.OF && vr != Vr.FD && vr != Vr.OD)
            throw new IllegalArgumentException(vr + " holds no decimals");
        var bytes = new byte[values.length * vr.unit()];
        for (int i = 0; i < values.length; i++) {
            if (vr.unit() == 4) INT.set(bytes, i * 4, Float.floatToRawIntBits((float) values[i]));
            else LONG.set(bytes, i * 8, Double.doubleToRawLongBits(values[i]));
        }
        return bytes;
    }
}
