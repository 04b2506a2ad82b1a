package org.tyde.dimse;

import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads the beginning of an instance as far as a few text attributes, and keeps what it read. It looks
/// and does not judge: where it cannot follow, it stops, and whoever parses the instance says why.
final class HeadScan {
    private static final int MOST = 1 << 18;
    private static final int PIECE = 1 << 13;
    private static final int META = 132;
    private static final int UNDEFINED = 0xFFFFFFFF;
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_END = 0xFFFEE00D;
    private static final int SEQUENCE_END = 0xFFFEE0DD;

    private final InputStream in;
    private final Set<Tag> wanted;
    private final int last;
    private byte[] read = new byte[PIECE];
    private int filled;
    private int at;
    private final Map<Tag, String> found = new HashMap<>();

    /// @param in a PS3.10 file
    /// @param wanted text attributes at the top level
    HeadScan(InputStream in, Set<Tag> wanted) {
        this.in = in;
        this.wanted = wanted;
        this.last = wanted.stream().map(Tag::value).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// What was read so far: it belongs before the rest of the stream.
    byte[] read() {
        return Arrays.copyOf(read, filled);
    }

    /// @return those that have a value
    /// @throws IOException where the stream breaks
    Map<Tag, String> values(TransferSyntax syntax) throws IOException {
        try {
            var meta = new Form(true, false);
            need(META);
            tag(meta); // (0002,0000), always there: we made it
            length(meta);
            need(int32(meta));
            elements(new Form(syntax.explicit(), syntax.bigEndian()));
        } catch (CannotFollow _) {
            // what was found until there counts
        }
        return found;
    }

    private record Form(boolean explicit, boolean bigEndian) {}

    private static final class CannotFollow extends Exception {
        private static final long serialVersionUID = 1;
    }

    private void elements(Form form) throws IOException, CannotFollow {
        while (true) {
            int tag = tag(form);
            if (Integer.compareUnsigned(tag, last) > 0) return;
            int length = length(form);
            if (length == UNDEFINED) skipItems(form, 0);
            else take(new Tag(tag), length);
        }
    }

    private void take(Tag tag, int length) throws IOException, CannotFollow {
        int from = need(length);
        if (!wanted.contains(tag)) return;
        var text =
                new String(read, from, length, StandardCharsets.ISO_8859_1)
                        .replace('\0', ' ')
                        .strip();
        if (!text.isEmpty()) found.put(tag, text);
    }

    private void skipItems(Form form, int depth) throws IOException, CannotFollow {
        if (depth > 64) throw new CannotFollow();
        while (true) {
            int tag = tag(form);
            int length = int32(form);
            if (tag == SEQUENCE_END) return;
            if (tag != ITEM) throw new CannotFollow();
            if (length != UNDEFINED) need(length);
            else skipItem(form, depth);
        }
    }

    private void skipItem(Form form, int depth) throws IOException, CannotFollow {
        while (true) {
            int tag = tag(form);
            if (tag == ITEM_END) {
                int32(form);
                return;
            }
            int length = length(form);
            if (length == UNDEFINED) skipItems(form, depth + 1);
            else need(length);
        }
    }

    private int length(Form form) throws IOException, CannotFollow {
        if (!form.explicit()) return int32(form);
        int name = need(2);
        var vr = Vr.of(read[name], read[name + 1]).orElseThrow(CannotFollow::new);
        if (!vr.longForm()) return int16(form);
        need(2);
        return int32(form);
    }

    private int tag(Form form) throws IOException, CannotFollow {
        return int16(form) << 16 | int16(form);
    }

    private int int16(Form form) throws IOException, CannotFollow {
        int from = need(2);
        int first = read[from] & 0xFF;
        int second = read[from + 1] & 0xFF;
        return form.bigEndian() ? first << 8 | second : second << 8 | first;
    }

    private int int32(Form form) throws IOException, CannotFollow {
        int first = int16(form);
        int second = int16(form);
        return form.bigEndian() ? first << 16 | second : second << 16 | first;
    }

    /// Moves on by so many bytes, which are there then.
    private int need(int length) throws IOException, CannotFollow {
        if (length < 0 || at + length > MOST) throw new CannotFollow();
        if (at + length > read.length)
            read = Arrays.copyOf(read, Math.max(at + length, 2 * read.length));
        while (filled < at + length) {
            int count = in.read(read, filled, read.length - filled);
            if (count < 0) throw new CannotFollow();
            filled += count;
        }
        at += length;
        return at - length;
    }
}
