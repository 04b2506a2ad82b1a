package org.tyde.dimse.upper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Commands as PS3.7 E writes them, byte by byte: the upper layer carries them without looking.
final class CommandBytes {
    static final String VERIFICATION = "1.2.840.10008.1.1";
    static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    static final String IMPLICIT = "1.2.840.10008.1.2";
    static final String EXPLICIT = "1.2.840.10008.1.2.1";

    private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

    static byte[] echoRequest(int messageId) {
        return new CommandBytes()
                .uid(0x0002, VERIFICATION)
                .word(0x0100, 0x0030)
                .word(0x0110, messageId)
                .word(0x0800, 0x0101)
                .bytes();
    }

    static byte[] echoResponse(int messageId) {
        return new CommandBytes()
                .uid(0x0002, VERIFICATION)
                .word(0x0100, 0x8030)
                .word(0x0120, messageId)
                .word(0x0800, 0x0101)
                .word(0x0900, 0)
                .bytes();
    }

    static byte[] storeRequest(int messageId, String sopClass, String instance) {
        return new CommandBytes()
                .uid(0x0002, sopClass)
                .word(0x0100, 0x0001)
                .word(0x0110, messageId)
                .word(0x0700, 0)
                .word(0x0800, 0)
                .uid(0x1000, instance)
                .bytes();
    }

    static byte[] storeResponse(int messageId, String sopClass, String instance) {
        return new CommandBytes()
                .uid(0x0002, sopClass)
                .word(0x0100, 0x8001)
                .word(0x0120, messageId)
                .word(0x0800, 0x0101)
                .word(0x0900, 0)
                .uid(0x1000, instance)
                .bytes();
    }

    /// The value of a US element; -1 where it is absent.
    static int word(byte[] command, int element) {
        var in = ByteBuffer.wrap(command).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= 8) {
            in.getShort();
            int number = in.getShort() & 0xffff;
            int length = in.getInt();
            if (number == element) return in.getShort() & 0xffff;
            in.position(in.position() + length);
        }
        return -1;
    }

    private CommandBytes uid(int element, String uid) {
        var text = uid.length() % 2 == 0 ? uid : uid + "\0";
        return put(element, text.getBytes(StandardCharsets.US_ASCII));
    }

    private CommandBytes word(int element, int value) {
        return put(element, new byte[] {(byte) value, (byte) (value >>> 8)});
    }

    private CommandBytes put(int element, byte[] value) {
        elements.writeBytes(header(element, value.length));
        elements.writeBytes(value);
        return this;
    }

    private byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(header(0, 4));
        all.writeBytes(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(elements.size())
                        .array());
        all.writeBytes(elements.toByteArray());
        return all.toByteArray();
    }

    private static byte[] header(int element, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) element)
                .putInt(length)
                .array();
    }
}
