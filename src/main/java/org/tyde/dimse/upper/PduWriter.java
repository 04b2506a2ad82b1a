package org.tyde.dimse.upper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes PDUs, each into one array, so that it goes over the line in one piece.
final class PduWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PduWriter() {}

    /// @throws IllegalArgumentException where an item does not fit its 16-bit length, and for P-DATA-TF, which
    ///     [MessageOutput] writes
    static byte[] bytes(Pdu pdu) {
        return switch (pdu) {
            case Pdu.AssociateRq rq -> {
                var body = start(rq.protocolVersion(), rq.calledTitle(), rq.callingTitle());
                body.item(0x10, ascii(rq.applicationContext()));
                for (var context : rq.contexts()) body.item(0x20, context(context));
                yield whole(pdu, body.item(0x50, user(rq.user())).array());
            }
            case Pdu.AssociateAc ac -> {
                var body = start(ac.protocolVersion(), ac.calledTitle(), ac.callingTitle());
                body.item(0x10, ascii(ac.applicationContext()));
                for (var answer : ac.contexts()) body.item(0x21, answer(answer));
                yield whole(pdu, body.item(0x50, user(ac.user())).array());
            }
            case Pdu.AssociateRj rj -> whole(pdu, four(0, rj.result(), rj.source(), rj.reason()));
            case Pdu.PDataTf _ -> throw new IllegalArgumentException("values are written apart");
            case Pdu.ReleaseRq _, Pdu.ReleaseRp _ -> whole(pdu, four(0, 0, 0, 0));
            case Pdu.Abort abort -> whole(pdu, four(0, 0, abort.source(), abort.reason()));
        };
    }

    private static PduWriter start(int version, String called, String calling) {
        return new PduWriter()
                .two(version)
                .two(0)
                .raw(title(called))
                .raw(title(calling))
                .raw(new byte[32]);
    }

    private static byte[] context(PresentationContext context) {
        var body = new PduWriter().raw(four(context.id(), 0, 0, 0));
        body.item(0x30, ascii(context.abstractSyntax()));
        for (var syntax : context.transferSyntaxes()) body.item(0x40, ascii(syntax));
        return body.array();
    }

    private static byte[] answer(ContextAnswer answer) {
        return new PduWriter()
                .raw(four(answer.id(), 0, answer.result().code(), 0))
                .item(0x40, ascii(answer.transferSyntax()))
                .array();
    }

    private static byte[] user(UserInformation user) {
        var body = new PduWriter();
        long max = user.maxLength();
        body.item(0x51, new PduWriter().two((int) (max >>> 16)).two((int) max).array());
        user.implementationClass().ifPresent(uid -> body.item(0x52, ascii(uid)));
        user.window().ifPresent(w -> body.item(0x53, window(w)));
        for (var role : user.roles()) body.item(0x54, role(role));
        user.implementationVersion().ifPresent(name -> body.item(0x55, ascii(name)));
        for (var one : user.extended())
            body.item(
                    0x56,
                    new PduWriter().counted(ascii(one.sopClass())).raw(one.information()).array());
        for (var one : user.commonExtended()) body.item(0x57, common(one));
        user.identity().ifPresent(who -> body.item(0x58, identity(who)));
        user.identityAnswer().ifPresent(a -> body.item(0x59, new PduWriter().counted(a).array()));
        return body.array();
    }

    private static byte[] window(AsyncWindow window) {
        return new PduWriter().two(window.invoked()).two(window.performed()).array();
    }

    private static byte[] role(RoleSelection role) {
        return new PduWriter()
                .counted(ascii(role.sopClass()))
                .raw(new byte[] {bit(role.scu()), bit(role.scp())})
                .array();
    }

    private static byte[] common(CommonExtendedNegotiation one) {
        var related = new PduWriter();
        for (var uid : one.relatedGeneral()) related.counted(ascii(uid));
        return new PduWriter()
                .counted(ascii(one.sopClass()))
                .counted(ascii(one.serviceClass()))
                .counted(related.array())
                .array();
    }

    private static byte[] identity(UserIdentity who) {
        return new PduWriter()
                .raw(new byte[] {(byte) who.type().number(), bit(who.answerWanted())})
                .counted(who.primary())
                .counted(who.secondary())
                .array();
    }

    private PduWriter item(int type, byte[] content) {
        return raw(new byte[] {(byte) type, 0}).counted(content);
    }

    private PduWriter counted(byte[] content) {
        if (content.length > 0xffff)
            throw new IllegalArgumentException("an item of " + content.length + " bytes");
        return two(content.length).raw(content);
    }

    private PduWriter two(int value) {
        out.write(value >>> 8);
        out.write(value);
        return this;
    }

    private PduWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private byte[] array() {
        return out.toByteArray();
    }

    private static byte[] whole(Pdu pdu, byte[] body) {
        int length = body.length;
        return new PduWriter()
                .raw(new byte[] {(byte) pdu.type(), 0})
                .two(length >>> 16)
                .two(length)
                .raw(body)
                .array();
    }

    private static byte[] four(int a, int b, int c, int d) {
        return new byte[] {(byte) a, (byte) b, (byte) c, (byte) d};
    }

    private static byte[] title(String title) {
        return ascii((title + " ".repeat(Peer.TITLE_LENGTH)).substring(0, Peer.TITLE_LENGTH));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte bit(boolean set) {
        return (byte) (set ? 1 : 0);
    }
}
