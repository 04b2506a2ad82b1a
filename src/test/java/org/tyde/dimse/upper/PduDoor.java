package org.tyde.dimse.upper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What arrives at an association, for the fuzz target in another room.
public final class PduDoor {
    private static final int MAX_LENGTH = 16384;

    private PduDoor() {}

    /// Reads PDUs to the end; what was read of a negotiation is written and read again.
    public static void readPdus(byte[] input) throws IOException {
        var reader = new PduReader("fuzz", new ByteArrayInputStream(input), MAX_LENGTH);
        try {
            for (var pdu = reader.next(); pdu.isPresent(); pdu = reader.next()) {
                if (pdu.get() instanceof Pdu.PDataTf) readValues(reader);
                else writeAgain(pdu.get());
            }
        } catch (EOFException cut) {
            // the line ended within a PDU
        }
    }

    private static void readValues(PduReader reader) throws IOException {
        var some = new byte[100];
        while (reader.value())
            if (reader.last() && reader.valueLeft() > 0) reader.read(some, 0, some.length);
    }

    private static void writeAgain(Pdu pdu) throws IOException {
        var bytes = PduWriter.bytes(pdu);
        var again =
                new PduReader("fuzz", new ByteArrayInputStream(bytes), MAX_LENGTH)
                        .next()
                        .orElseThrow();
        if (!Arrays.equals(bytes, PduWriter.bytes(again)))
            throw new AssertionError("written otherwise than read: " + pdu);
    }

    /// Reads messages to the end, with the contexts 1 and 3 accepted; every second data set is passed over.
    public static void readMessages(byte[] input) throws IOException {
        var reader = new PduReader("fuzz", new ByteArrayInputStream(input), MAX_LENGTH);
        var incoming =
                new Incoming(
                        "fuzz",
                        reader,
                        _ -> reader.next().filter(Pdu.PDataTf.class::isInstance).isPresent(),
                        Set.of(1, 3));
        boolean read = false;
        try {
            for (var m = incoming.message(); m.isPresent(); m = incoming.message()) {
                read = !read;
                if (read) m.get().data().readAllBytes();
            }
        } catch (EOFException cut) {
            // the line ended within a message
        }
    }

    /// @return a request and an acceptance with every item, messages, and the short ones
    public static List<byte[]> seeds() throws IOException {
        var proposal =
                Proposal.of()
                        .with(CommandBytes.VERIFICATION, CommandBytes.IMPLICIT)
                        .with(CommandBytes.CT, CommandBytes.EXPLICIT, CommandBytes.IMPLICIT)
                        .withRole(CommandBytes.CT, true, true)
                        .withWindow(new AsyncWindow(2, 2))
                        .withExtended(new ExtendedNegotiation(CommandBytes.CT, new byte[] {1}))
                        .withCommonExtended(
                                new CommonExtendedNegotiation(
                                        CommandBytes.CT, "1.2.840.10008.4.2", List.of("1.2.3")))
                        .withIdentity(UserIdentity.ofUser("kari", "hemmelig"));
        var request =
                new Pdu.AssociateRq(
                        1,
                        "ARCHIVE",
                        "TYDE",
                        Requesting.APPLICATION_CONTEXT,
                        proposal.contexts(),
                        UserInformation.ofRequest(proposal, MAX_LENGTH));
        var answer =
                (Answer.Accept)
                        Offer.of(
                                        Support.of(CommandBytes.VERIFICATION),
                                        Support.of(CommandBytes.CT).withRoles(true, true))
                                .answer(
                                        new AssociationRequest(
                                                "ARCHIVE", "TYDE", "127.0.0.1", proposal, false));
        var acceptance =
                new Pdu.AssociateAc(
                        1,
                        "ARCHIVE",
                        "TYDE",
                        Requesting.APPLICATION_CONTEXT,
                        answer.contexts(),
                        UserInformation.ofAcceptance(answer, 0));
        var seeds = new ArrayList<byte[]>();
        for (var pdu :
                List.of(
                        request,
                        acceptance,
                        Rejection.LIMIT.pdu(),
                        new Pdu.ReleaseRq(),
                        new Pdu.ReleaseRp(),
                        AbortReason.USER.pdu())) seeds.add(PduWriter.bytes(pdu));
        seeds.add(message());
        return seeds;
    }

    private static byte[] message() throws IOException {
        var out = new ByteArrayOutputStream();
        var output = new MessageOutput(out::write, 64);
        for (int id : new int[] {1, 3}) {
            output.begin(id, true);
            output.write(CommandBytes.storeRequest(1, CommandBytes.CT, "2.25.1"));
            output.end();
            output.begin(id, false);
            output.write(new byte[200]);
            output.end();
        }
        return out.toByteArray();
    }
}
