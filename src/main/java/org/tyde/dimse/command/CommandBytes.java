package org.tyde.dimse.command;

import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Command sets as bytes (PS3.7 6.3.1): implicit VR little endian, by tag, group length first.
final class CommandBytes {
    /// The longest of PS3.7 E.1 takes some 600 bytes; comments and lists of tags may add to it.
    static final int LONGEST = 1 << 16;

    private static final int HEAD = 8;

    private CommandBytes() {}

    static byte[] write(SortedMap<Tag, Object> values) {
        var body = new ByteArrayOutputStream();
        values.forEach((tag, value) -> put(body, tag, encoded(tag, value)));
        var whole = new ByteArrayOutputStream();
        put(whole, Tag.COMMAND_GROUP_LENGTH, int32(body.size()));
        whole.writeBytes(body.toByteArray());
        return whole.toByteArray();
    }

    static SortedMap<Tag, Object> read(byte[] bytes) throws Refusal {
        if (bytes.length > LONGEST)
            throw new Refusal(CommandReason.TOO_LONG, bytes.length, LONGEST)
                    .withRule("PS3.7 6.3.1");
        var values = new TreeMap<Tag, Object>();
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int offset = in.position();
            if (in.remaining() < HEAD) throw cutOff(offset);
            var tag = Tag.of(in.getShort() & 0xFFFF, in.getShort() & 0xFFFF);
            long length = in.getInt() & 0xFFFFFFFFL;
            if (tag.group() != 0)
                throw new Refusal(CommandReason.NOT_A_COMMAND)
                        .withPlace(tag.toString(), offset)
                        .withRule("PS3.7 6.3.1");
            if (length > in.remaining()) throw cutOff(offset);
            var value = new byte[(int) length];
            in.get(value);
            if (tag.equals(Tag.COMMAND_GROUP_LENGTH)) continue;
            if (values.put(tag, decoded(tag, value, offset)) != null)
                throw new Refusal(CommandReason.TWICE)
                        .withPlace(tag.toString(), offset)
                        .withRule("PS3.5 7.1");
        }
        return values;
    }

    private static Refusal cutOff(int offset) {
        return new Refusal(CommandReason.CUT_OFF).withPlace("", offset).withRule("PS3.7 6.3.1");
    }

    private static Object decoded(Tag tag, byte[] value, int offset) throws Refusal {
        return switch (vr(tag)) {
            case US -> {
                if (value.length != 2) throw wrongLength(tag, offset, value.length);
                yield ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
            }
            case UL -> {
                if (value.length != 4) throw wrongLength(tag, offset, value.length);
                yield ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
            }
            case AT -> {
                if (value.length % 4 != 0) throw wrongLength(tag, offset, value.length);
                var in = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
                var named = new ArrayList<Tag>();
                while (in.hasRemaining())
                    named.add(Tag.of(in.getShort() & 0xFFFF, in.getShort() & 0xFFFF));
                yield named;
            }
            case Vr _ -> trimmed(new String(value, StandardCharsets.ISO_8859_1));
        };
    }

    private static Refusal wrongLength(Tag tag, int offset, int length) {
        return new Refusal(CommandReason.WRONG_LENGTH, tag.keyword(), length)
                .withPlace(tag.toString(), offset)
                .withRule("PS3.7 E.1");
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') end--;
        return text.substring(0, end).stripLeading();
    }

    private static byte[] encoded(Tag tag, Object value) {
        return switch (value) {
            case Integer number -> vr(tag) == Vr.UL ? int32(number) : int16(number);
            case String text -> padded(text, vr(tag));
            case List<?> named -> {
                var out = ByteBuffer.allocate(4 * named.size()).order(ByteOrder.LITTLE_ENDIAN);
                for (var one : named)
                    if (one instanceof Tag t)
                        out.putShort((short) t.group()).putShort((short) t.element());
                yield out.array();
            }
            default -> throw new IllegalStateException(tag + ": " + value.getClass());
        };
    }

    private static byte[] padded(String text, Vr vr) {
        var even = (text.length() & 1) == 0 ? text : text + (vr == Vr.UI ? '\0' : ' ');
        return even.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] int16(int value) {
        return new byte[] {(byte) value, (byte) (value >>> 8)};
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static void put(ByteArrayOutputStream out, Tag tag, byte[] value) {
        out.writeBytes(int16(tag.group()));
        out.writeBytes(int16(tag.element()));
        out.writeBytes(int32(value.length));
        out.writeBytes(value);
    }

    /// Elements that PS3.7 E does not know are kept as text and used by nobody.
    private static Vr vr(Tag tag) {
        return Dictionary.standard().implicitVr(tag.value(), false);
    }
}
