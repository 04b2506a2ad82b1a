package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.io.OutputStream;

/// Elements as bytes in one transfer syntax (PS3.5 7 and A).
final class ElementWriter {
    private static final int PIECE = 1 << 16;
    private static final int ITEM = 0xFFFEE000;
    private static final int SEQUENCE_END = 0xFFFEE0DD;

    private final OutputStream out;
    private final TransferSyntax syntax;
    private int bitsAllocated;
    private int depth;

    ElementWriter(OutputStream out, TransferSyntax syntax) {
        this.out = out;
        this.syntax = syntax;
    }

    /// Bytes of the elements, without those that are not written.
    long length(DataSet set) throws DicomFormatException {
        long sum = 0;
        for (var element : set) {
            if (left(element.tag())) continue;
            sum += headLength(element) + valueLength(element);
        }
        return sum;
    }

    void write(DataSet set) throws IOException {
        int around = bitsAllocated;
        depth++;
        for (var element : set) {
            if (left(element.tag())) continue;
            if (syntax.bigEndian() && element.tag().equals(Tag.BITS_ALLOCATED))
                bitsAllocated = set.integer(Tag.BITS_ALLOCATED).orElse(0);
            write(element);
        }
        depth--;
        bitsAllocated = around;
    }

    /// Group lengths are retired (PS3.5 7.2); they would have to be computed anew.
    private static boolean left(Tag tag) {
        return tag.element() == 0 && tag.group() > 2;
    }

    private int headLength(Element element) throws DicomFormatException {
        return syntax.explicit() && written(element).longForm() ? 12 : 8;
    }

    /// A value too long for the 16-bit length of its representation goes as UN (PS3.5 6.2.2).
    private Vr written(Element element) throws DicomFormatException {
        boolean fits = element.vr().longForm() || valueLength(element) <= 0xFFFE;
        return fits ? element.vr() : Vr.UN;
    }

    private long valueLength(Element element) throws DicomFormatException {
        return switch (element.value()) {
            case Value.Bytes bytes -> even(bytes.data().length());
            case Value.Bulk bulk -> even(bulk.data().length());
            case Value.Items items -> {
                long sum = 0;
                for (var item : items.items()) sum += 8 + length(item);
                yield sum;
            }
            case Value.Fragments fragments -> {
                long sum = 8 + even(fragments.offsetTable().length()) + 8;
                for (var fragment : fragments.data()) sum += 8 + even(fragment.length());
                yield sum;
            }
        };
    }

    private static long even(long length) {
        return length + (length & 1);
    }

    private void write(Element element) throws IOException {
        boolean pixels = element.tag().equals(Tag.PIXEL_DATA);
        boolean fragments = element.value() instanceof Value.Fragments;
        // an icon within an encapsulated file may be uncompressed (PS3.5 A.4)
        boolean mustAgree = fragments || pixels && depth == 1;
        if (fragments != syntax.encapsulated() && mustAgree) throw notWritable(element);
        long length = valueLength(element);
        if (length > 0xFFFFFFFEL && !fragments) throw notWritable(element);
        if (!fits(element)) throw notWritable(element);
        head(element, fragments ? 0xFFFFFFFF : (int) length);
        switch (element.value()) {
            case Value.Bytes bytes -> words(bytes.data(), element);
            case Value.Bulk bulk -> words(bulk.data(), element);
            case Value.Items items -> {
                for (var item : items.items()) {
                    long itemLength = length(item);
                    item(ITEM, itemLength);
                    write(item);
                }
            }
            case Value.Fragments all -> {
                fragment(all.offsetTable());
                for (var fragment : all.data()) fragment(fragment);
                item(SEQUENCE_END, 0);
            }
        }
    }

    private static boolean fits(Element element) {
        return !(element.value() instanceof Value.Fragments all)
                || all.data().stream().allMatch(f -> f.length() <= 0xFFFFFFFEL);
    }

    private DicomFormatException notWritable(Element element) {
        return new DicomFormatException(DicomReason.SYNTAX_NOT_WRITABLE, -1, syntax.name())
                .at(element.tag().toString())
                .withRule("PS3.5 A");
    }

    private void head(Element element, int length) throws IOException {
        tag(element.tag().value());
        var vr = written(element);
        if (!syntax.explicit()) {
            int32(length);
            return;
        }
        out.write(vr.name().charAt(0));
        out.write(vr.name().charAt(1));
        if (vr.longForm()) {
            int16(0);
            int32(length);
        } else int16(length);
    }

    private void item(int tag, long length) throws IOException {
        tag(tag);
        int32((int) length);
    }

    private void fragment(BulkData data) throws IOException {
        item(ITEM, even(data.length()));
        copy(data, 1);
        if ((data.length() & 1) != 0) out.write(0);
    }

    private void words(BulkData data, Element element) throws IOException {
        copy(data, syntax.bigEndian() ? unit(element) : 1);
        if ((data.length() & 1) != 0) out.write(element.vr().padding());
    }

    private int unit(Element element) {
        boolean wideCells =
                element.tag().equals(Tag.PIXEL_DATA) && element.vr() == Vr.OW && bitsAllocated > 16;
        return wideCells ? bitsAllocated / 8 : element.vr().unit();
    }

    private void copy(BulkData data, int unit) throws IOException {
        long length = data.length();
        for (long at = 0; at < length; at += PIECE) {
            var piece = data.read(at, (int) Math.min(PIECE, length - at));
            if (unit > 1) SwappedBulk.swap(piece, 0, piece.length, unit);
            out.write(piece);
        }
    }

    private void tag(int tag) throws IOException {
        int16(tag >>> 16);
        int16(tag & 0xFFFF);
    }

    private void int16(int value) throws IOException {
        out.write(syntax.bigEndian() ? value >>> 8 : value);
        out.write(syntax.bigEndian() ? value : value >>> 8);
    }

    private void int32(int value) throws IOException {
        int16(syntax.bigEndian() ? value >>> 16 : value & 0xFFFF);
        int16(syntax.bigEndian() ? value & 0xFFFF : value >>> 16);
    }
}
