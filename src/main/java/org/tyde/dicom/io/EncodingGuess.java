package org.tyde.dicom.io;

import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.Optional;

/// How a data set looks encoded, from its first element: a tag of the dictionary with a plausible
/// representation or length.
///
/// @param explicit whether a value representation is named
/// @param bigEndian whether the group's bytes are most significant first
record EncodingGuess(boolean explicit, boolean bigEndian) {
    /// Empty where the bytes look like no element of the standard.
    static Optional<EncodingGuess> at(Window window, long position) throws IOException {
        return at(window, position, Optional.empty());
    }

    /// The declared byte order is believed for any attribute of the dictionary, the other one only for
    /// the groups that data sets begin with.
    static Optional<EncodingGuess> at(
            Window window, long position, Optional<TransferSyntax> declared) throws IOException {
        if (position + 8 > window.size()) return Optional.empty();
        int i = window.need(position, 8);
        var bytes = window.bytes();
        for (boolean bigEndian : order(declared)) {
            int group = two(bytes, i, bigEndian);
            int element = two(bytes, i + 2, bigEndian);
            // the first groups of a data set; element 0000 gives the group's length
            boolean believed =
                    declared.filter(d -> d.bigEndian() == bigEndian).isPresent()
                            && Dictionary.standard().has(Tag.of(group, element));
            if ((group > 0x0028 || group == 0) && !believed) continue;
            boolean known =
                    element == 0
                            || (group & 1) != 0
                            || Dictionary.standard().has(Tag.of(group, element));
            if (!known) continue;
            if (namesVr(bytes, i + 4)) return Optional.of(new EncodingGuess(true, bigEndian));
            long length =
                    bigEndian
                            ? (long) two(bytes, i + 4, true) << 16 | two(bytes, i + 6, true)
                            : (long) two(bytes, i + 6, false) << 16 | two(bytes, i + 4, false);
            if (length <= window.size() - position - 8 || length == 0xFFFFFFFFL)
                return Optional.of(new EncodingGuess(false, bigEndian));
        }
        return Optional.empty();
    }

    private static boolean[] order(Optional<TransferSyntax> declared) {
        boolean first = declared.map(TransferSyntax::bigEndian).orElse(false);
        return new boolean[] {first, !first};
    }

    static boolean namesVr(byte[] bytes, int i) {
        return Vr.of(bytes[i], bytes[i + 1]).isPresent();
    }

    private static int two(byte[] bytes, int i, boolean bigEndian) {
        int first = bytes[i] & 0xFF;
        int second = bytes[i + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    boolean agrees(TransferSyntax syntax) {
        return explicit == syntax.explicit() && bigEndian == syntax.bigEndian();
    }

    TransferSyntax syntax() {
        if (bigEndian) return TransferSyntax.EXPLICIT_BIG;
        return explicit ? TransferSyntax.EXPLICIT_LITTLE : TransferSyntax.IMPLICIT_LITTLE;
    }

    /// That syntax as it really is encoded.
    TransferSyntax like(TransferSyntax declared) {
        if (!declared.encapsulated() && !declared.deflated()) {
            return explicit || !bigEndian
                    ? syntax()
                    : new TransferSyntax(
                            declared.uid(), declared.name(), false, true, false, false);
        }
        return new TransferSyntax(
                declared.uid(),
                declared.name(),
                explicit,
                bigEndian,
                declared.deflated(),
                declared.encapsulated());
    }
}
