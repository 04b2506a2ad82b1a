package org.tyde.dicom.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/// Bytes of DICOM files put together by hand, little endian, for what no writer would write.
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// Preamble, `DICM`, and meta information that names that transfer syntax.
    static Bytes partTen(String transferSyntax) {
        return new Bytes().zeros(128).text("DICM").group2(transferSyntax);
    }

    /// Meta information that names that transfer syntax.
    Bytes group2(String transferSyntax) {
        var uid = transferSyntax.length() % 2 == 0 ? transferSyntax : transferSyntax + "\0";
        return shortForm(0x00020000, "UL", 4)
                .int32(8 + uid.length())
                .shortForm(0x00020010, "UI", uid.length())
                .text(uid);
    }

    /// One good element.
    Bytes modality() {
        return shortForm(0x00080060, "CS", 2).text("CT");
    }

    /// Raw deflated (PS3.5 A.5), the same bytes on every machine.
    Bytes deflated(Bytes plain) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain.all());
        deflater.finish();
        var piece = new byte[1 << 12];
        for (int count; (count = deflater.deflate(piece)) > 0; ) out.write(piece, 0, count);
        deflater.end();
        return this;
    }

    static Bytes explicit() {
        return partTen("1.2.840.10008.1.2.1");
    }

    static Bytes implicit() {
        return partTen("1.2.840.10008.1.2");
    }

    Bytes zeros(int count) {
        out.writeBytes(new byte[count]);
        return this;
    }

    Bytes text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Bytes text(Bytes other) {
        out.writeBytes(other.all());
        return this;
    }

    Bytes hex(String digits) {
        out.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
        return this;
    }

    Bytes int16(int value) {
        out.write(value);
        out.write(value >>> 8);
        return this;
    }

    Bytes int32(int value) {
        return int16(value).int16(value >>> 16);
    }

    Bytes tag(int tag) {
        return int16(tag >>> 16).int16(tag);
    }

    /// Tag, representation and length of 16 bits.
    Bytes shortForm(int tag, String vr, int length) {
        return tag(tag).text(vr).int16(length);
    }

    /// Tag, representation and length of 32 bits.
    Bytes longForm(int tag, String vr, int length) {
        return tag(tag).text(vr).int16(0).int32(length);
    }

    /// Tag and length, as implicit syntaxes, items and delimiters have them.
    Bytes bare(int tag, int length) {
        return tag(tag).int32(length);
    }

    Bytes item(int length) {
        return bare(0xFFFEE000, length);
    }

    Bytes itemEnd() {
        return bare(0xFFFEE00D, 0);
    }

    Bytes sequenceEnd() {
        return bare(0xFFFEE0DD, 0);
    }

    /// RFC 1950: the check behind a zlib stream.
    Bytes adler(Bytes plain) {
        var check = new Adler32();
        check.update(plain.all());
        int value = (int) check.getValue();
        return int16(value >>> 24 | value >>> 8 & 0xFF00).int16(value >>> 8 & 0xFF | value << 8);
    }

    /// All but that many bytes at the end.
    Bytes cut(int less) {
        var whole = all();
        var cut = new Bytes();
        cut.out.write(whole, 0, whole.length - less);
        return cut;
    }

    int size() {
        return out.size();
    }

    byte[] all() {
        return out.toByteArray();
    }
}
