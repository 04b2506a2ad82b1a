package org.tyde.dicom;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One value as it is encoded, and what becomes of it in Java. Nothing but padding is no value.
final class EncodedValue {
    private static final String RULE = "PS3.5 6.2";

    /// What an element that is not there has.
    static final EncodedValue ABSENT =
            new EncodedValue(
                    Vr.UN,
                    new byte[0],
                    0,
                    0,
                    SpecificCharacterSet.UNDECLARED,
                    null,
                    new Tag(0),
                    -1);

    private final Vr vr;
    private final byte[] source;
    private final int start;
    private final int length;
    private final SpecificCharacterSet set;
    private final PlacedItems.@Nullable Place within;
    private final Tag tag;
    private final long offset;

    /// @param offset of its first byte in the file, -1 where there is none
    EncodedValue(
            Vr vr,
            byte[] source,
            int start,
            int length,
            SpecificCharacterSet set,
            PlacedItems.@Nullable Place within,
            Tag tag,
            long offset) {
        this.vr = vr;
        this.source = source;
        this.start = start;
        this.length = length;
        this.set = set;
        this.within = within;
        this.tag = tag;
        this.offset = offset;
    }

    Vr vr() {
        return vr;
    }

    Optional<String> first() throws DicomFormatException {
        if (length == 0) return Optional.empty();
        if (vr.kind() != Vr.Kind.TEXT) return texts().stream().findFirst();
        var all = decoded();
        int end = vr.severalValues() ? all.indexOf('\\') : -1;
        var first = trimmed(end < 0 ? all : all.substring(0, end));
        return first.isEmpty() ? Optional.empty() : Optional.of(first);
    }

    List<String> texts() throws DicomFormatException {
        if (length == 0) return List.of();
        return switch (vr.kind()) {
            case TEXT -> {
                var all = decoded();
                if (trimmed(all).isEmpty()) yield List.of();
                if (!vr.severalValues()) yield List.of(trimmed(all));
                yield Arrays.stream(all.split("\\\\", -1)).map(this::trimmed).toList();
            }
            case INTEGER, REAL, TAG -> {
                int count = count();
                var texts = new ArrayList<String>(count);
                for (int i = 0; i < count; i++) texts.add(vr.word().text(source, at(i)));
                yield texts;
            }
            case BYTES, ITEMS -> throw wrongVr("text");
        };
    }

    /// A tag has its group in the upper half.
    long[] integers() throws DicomFormatException {
        if (length == 0) return new long[0];
        if (vr.kind() == Vr.Kind.TEXT) {
            var texts = texts();
            var values = new long[texts.size()];
            for (int v = 0; v < values.length; v++) {
                values[v] =
                        Numbers.integer(texts.get(v))
                                .orElseThrow(() -> refused(DicomReason.NOT_AN_INTEGER));
            }
            return values;
        }
        boolean whole = vr != Vr.UN && vr.kind() != Vr.Kind.ITEMS && !vr.word().real();
        if (!whole) throw wrongVr("integer");
        var values = new long[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = vr.word().integer(source, at(i));
            boolean beyondLong = vr.word() == Word.UINT64 && values[i] < 0;
            if (beyondLong) throw refused(DicomReason.NOT_AN_INTEGER);
        }
        return values;
    }

    double[] decimals() throws DicomFormatException {
        if (length == 0) return new double[0];
        if (vr.kind() == Vr.Kind.TEXT) {
            var texts = texts();
            var values = new double[texts.size()];
            for (int v = 0; v < values.length; v++) {
                values[v] =
                        Numbers.decimal(texts.get(v))
                                .orElseThrow(() -> refused(DicomReason.NOT_A_DECIMAL));
            }
            return values;
        }
        if (vr == Vr.UN || vr.kind() == Vr.Kind.ITEMS) throw wrongVr("decimal");
        var values = new double[count()];
        for (int i = 0; i < values.length; i++) values[i] = vr.word().decimal(source, at(i));
        return values;
    }

    private int at(int i) {
        return start + i * vr.width();
    }

    private int count() throws DicomFormatException {
        if (length % vr.width() != 0) throw refused(DicomReason.BAD_LENGTH, length, vr.name());
        return length / vr.width();
    }

    private String decoded() throws DicomFormatException {
        var by = vr.usesCharacterSet() ? set : SpecificCharacterSet.UNDECLARED;
        boolean unreadable =
                by.unknown().isPresent() && !SpecificCharacterSet.isPlain(source, start, length);
        if (unreadable)
            throw refused(DicomReason.UNKNOWN_CHARACTER_SET, by.unknown().orElseThrow())
                    .withRule("PS3.3 C.12.1.1.2");
        return by.decode(source, start, length, vr);
    }

    private String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) end--;
        int from = 0;
        if (vr.severalValues()) while (from < end && text.charAt(from) == ' ') from++;
        return text.substring(from, end);
    }

    DicomFormatException refused(DicomReason reason, Object... arguments) {
        return new DicomFormatException(reason, offset, arguments)
                .at(PlacedItems.Place.path(within, tag))
                .withRule(RULE);
    }

    DicomFormatException wrongVr(String wanted) {
        return new DicomFormatException(DicomReason.WRONG_VR, offset, vr.name(), wanted)
                .at(PlacedItems.Place.path(within, tag))
                .withRule("PS3.6");
    }
}
