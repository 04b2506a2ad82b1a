package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads what follows the PDU-length of A-ASSOCIATE-RQ and A-ASSOCIATE-AC (PS3.8 9.3.2, 9.3.3). Items of types that are
/// none are passed over (9.3.1).
final class AssociateReader {
    private final ItemReader in;
    private final boolean request;
    private final List<PresentationContext> contexts = new ArrayList<>();
    private final List<ContextAnswer> answers = new ArrayList<>();
    private final HashSet<Integer> ids = new HashSet<>();
    private Optional<String> applicationContext = Optional.empty();
    private Optional<UserInformation> user = Optional.empty();

    private AssociateReader(String peer, byte[] body, boolean request) {
        this.in = new ItemReader(peer, body, 0, body.length, request ? 0x01 : 0x02);
        this.request = request;
    }

    static Pdu.AssociateRq request(String peer, byte[] body) throws Refusal {
        var reader = new AssociateReader(peer, body, true);
        int version = reader.in.two();
        reader.in.skip(2);
        var called = reader.in.title();
        var calling = reader.in.title();
        reader.items();
        if (reader.contexts.isEmpty()) throw reader.missing(0x20);
        return new Pdu.AssociateRq(
                version,
                called,
                calling,
                reader.applicationContext.orElseThrow(() -> reader.missing(0x10)),
                List.copyOf(reader.contexts),
                reader.user.orElseThrow(() -> reader.missing(0x50)));
    }

    static Pdu.AssociateAc acceptance(String peer, byte[] body) throws Refusal {
        var reader = new AssociateReader(peer, body, false);
        int version = reader.in.two();
        reader.in.skip(2);
        var called = reader.in.text(Peer.TITLE_LENGTH);
        var calling = reader.in.text(Peer.TITLE_LENGTH);
        reader.items();
        if (reader.answers.isEmpty()) throw reader.missing(0x21);
        return new Pdu.AssociateAc(
                version,
                called,
                calling,
                reader.applicationContext.orElseThrow(() -> reader.missing(0x10)),
                List.copyOf(reader.answers),
                reader.user.orElseThrow(() -> reader.missing(0x50)));
    }

    private void items() throws Refusal {
        in.skip(32);
        while (in.left() > 0) {
            var item = in.next();
            switch (item.item()) {
                case 0x10 -> {
                    if (applicationContext.isPresent()) throw twice(item);
                    applicationContext = Optional.of(item.uid(item.left()));
                }
                case 0x20 -> {
                    if (request) contexts.add(context(item));
                }
                case 0x21 -> {
                    if (!request) answers.add(answer(item));
                }
                case 0x50 -> {
                    if (user.isPresent()) throw twice(item);
                    user = Optional.of(new UserReader(item, request).read());
                }
                default -> {} // PS3.8 9.3.1: unrecognized items shall be ignored
            }
        }
    }

    private PresentationContext context(ItemReader item) throws Refusal {
        int id = id(item);
        item.skip(3);
        Optional<String> abstractSyntax = Optional.empty();
        var transferSyntaxes = new ArrayList<String>();
        while (item.left() > 0) {
            var sub = item.next();
            if (sub.item() == 0x30) {
                if (abstractSyntax.isPresent()) throw twice(sub);
                abstractSyntax = Optional.of(sub.uid(sub.left()));
            } else if (sub.item() == 0x40) transferSyntaxes.add(sub.uid(sub.left()));
        }
        if (transferSyntaxes.isEmpty()) throw missing(0x40);
        return new PresentationContext(
                id, abstractSyntax.orElseThrow(() -> missing(0x30)), transferSyntaxes);
    }

    private ContextAnswer answer(ItemReader item) throws Refusal {
        int id = id(item);
        item.skip(1);
        int code = item.one();
        item.skip(1);
        var result = ContextAnswer.Result.of(code);
        boolean accepted = result == ContextAnswer.Result.ACCEPTANCE;
        Optional<String> transferSyntax = Optional.empty();
        // where it is not accepted the transfer syntax is not significant, and some send none
        while (accepted && item.left() > 0) {
            var sub = item.next();
            if (sub.item() != 0x40) continue;
            if (transferSyntax.isPresent()) throw twice(sub);
            transferSyntax = Optional.of(sub.uid(sub.left()));
        }
        if (accepted && transferSyntax.isEmpty()) throw missing(0x40);
        return new ContextAnswer(id, result, transferSyntax.orElse(""));
    }

    private int id(ItemReader item) throws Refusal {
        int id = item.one();
        if (!PresentationContext.valid(id))
            throw item.refused(UpperReason.BAD_CONTEXT_ID, "PS3.8 9.3.2.2", id);
        if (!ids.add(id)) throw item.refused(UpperReason.CONTEXT_TWICE, "PS3.8 9.3.2.2", id);
        return id;
    }

    private Refusal missing(int item) {
        return in.refused(
                UpperReason.ITEM_MISSING,
                request ? "PS3.8 9.3.2" : "PS3.8 9.3.3",
                ItemReader.hex(item));
    }

    private Refusal twice(ItemReader item) {
        return in.refused(
                UpperReason.ITEM_TWICE,
                request ? "PS3.8 9.3.2" : "PS3.8 9.3.3",
                ItemReader.hex(item.item()));
    }
}
