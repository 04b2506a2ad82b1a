package org.tyde.dimse.message;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.stream.IntStream;

/// The character set of queries (PS3.3 C.12.1.1.2).
public final class Identifiers {
    private Identifiers() {}

    /// Text outside ASCII goes as Latin-1 where that suffices, which more archives read than UTF-8.
    ///
    /// @param keys any
    /// @return a builder of them with (0008,0005) where it is needed
    public static DataSetBuilder declared(DataSet keys) throws Refusal {
        var all = keys.toBuilder();
        if (hasLetterOutsideAscii(keys))
            all.asFound().text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
        return all;
    }

    private static boolean hasLetterOutsideAscii(DataSet keys) throws Refusal {
        for (var element : keys) {
            if (!element.vr().usesCharacterSet() && element.vr() != Vr.SQ) continue;
            if (hasLetterOutsideAscii(element)) return true;
        }
        return false;
    }

    private static boolean hasLetterOutsideAscii(Element element) throws Refusal {
        return switch (element.value()) {
            case Value.Bytes bytes -> {
                try {
                    var all = bytes.data().all();
                    yield IntStream.range(0, all.length).anyMatch(i -> all[i] < 0 || all[i] == 27);
                } catch (IOException unreadable) {
                    yield true;
                }
            }
            case Value.Items items -> {
                boolean any = false;
                for (var item : items.items()) any |= hasLetterOutsideAscii(item);
                yield any;
            }
            case Value.Bulk _, Value.Fragments _ -> false;
        };
    }
}
