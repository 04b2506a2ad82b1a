package org.tyde.dimse.upper;

import org.tyde.dicom.Uids;
import org.tyde.refusal.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads the fields of one item within its length, never beyond.
final class ItemReader {
    private final String peer;
    private final byte[] bytes;
    private final int end;
    private final int item;
    private int at;

    /// @param item its type, for the sentences
    ItemReader(String peer, byte[] bytes, int from, int end, int item) {
        this.peer = peer;
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.item = item;
    }

    int item() {
        return item;
    }

    int left() {
        return end - at;
    }

    int one() throws Refusal {
        need(1);
        return bytes[at++] & 0xff;
    }

    int two() throws Refusal {
        return one() << 8 | one();
    }

    long four() throws Refusal {
        return (long) two() << 16 | two();
    }

    void skip(int count) throws Refusal {
        need(count);
        at += count;
    }

    byte[] bytes(int count) throws Refusal {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    byte[] rest() throws Refusal {
        return bytes(left());
    }

    /// Characters, without the spaces and zeros that pad them.
    String text(int count) throws Refusal {
        var text = new String(bytes(count), StandardCharsets.ISO_8859_1);
        int last = text.length();
        while (last > 0 && (text.charAt(last - 1) == 0 || text.charAt(last - 1) == ' ')) last--;
        return text.substring(0, last).stripLeading();
    }

    String title() throws Refusal {
        var title = text(Peer.TITLE_LENGTH);
        if (!Peer.isTitle(title)) throw refused(UpperReason.BAD_TITLE, "PS3.8 9.3.2");
        return title;
    }

    String uid(int count) throws Refusal {
        var uid = text(count);
        if (!Uids.wellFormed(uid)) throw refused(UpperReason.BAD_UID, "PS3.8 F", hex(item));
        return uid;
    }

    /// A UID after its length in two bytes.
    String lengthAndUid() throws Refusal {
        return uid(two());
    }

    /// The item or sub-item that begins here.
    ItemReader next() throws Refusal {
        int type = one();
        skip(1);
        int length = two();
        if (length > left()) throw cut(type);
        at += length;
        return new ItemReader(peer, bytes, at - length, at, type);
    }

    Refusal refused(UpperReason reason, String rule, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = peer;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Refusal(reason, all).withPlace("", at).withRule(rule);
    }

    static String hex(int type) {
        return "%02X".formatted(type);
    }

    private void need(int count) throws Refusal {
        if (count > left()) throw cut(item);
    }

    private Refusal cut(int type) {
        return refused(UpperReason.ITEM_CUT, "PS3.8 9.3.1", hex(type));
    }
}
