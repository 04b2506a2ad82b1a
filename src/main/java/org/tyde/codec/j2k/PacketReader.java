package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.Marker;
import org.tyde.codec.j2k.header.PacketBytes;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;

/// Reads packets: the header that says which code-blocks get how many passes and bytes, and where those
/// bytes lie in the body (T.800 B.9, B.10).
final class PacketReader {
    private static final int SOP_LENGTH = 6;

    private final PacketBytes headers;
    private final PacketBytes body;
    private final int tile;
    private final boolean cut;

    /// Of a codestream that was cut off, the code-blocks of the last packet.
    private final ArrayList<Block> told = new ArrayList<>();

    private int packet;

    /// @param headers the same object as `body` where headers and bodies alternate
    /// @param cut whether bytes may be missing at the end
    PacketReader(PacketBytes headers, PacketBytes body, int tile, boolean cut) {
        this.headers = headers;
        this.body = body;
        this.tile = tile;
        this.cut = cut;
    }

    /// After a refusal for want of bytes: the code-blocks are as they were before the packet that is not whole.
    void dropLast() {
        told.forEach(Block::drop);
    }

    void read(Precinct precinct, int layer) throws Refusal {
        try {
            // no header and no segment begins with these bytes, so they need not be announced in
            // Scod
            if (body.at(Marker.SOP)) body.take(Math.min(SOP_LENGTH, body.left()));
            readBoth(precinct, layer);
            packet++;
        } catch (Refusal refusal) {
            throw refusal.withPlace("tile " + tile + ", packet " + packet);
        }
    }

    private void readBoth(Precinct precinct, int layer) throws Refusal {
        var bits = new HeaderBits(headers);
        var lengths = new Lengths();
        told.clear();
        if (bits.bit() == 1)
            for (var part : precinct.parts)
                for (int i = 0; i < part.blocks.size(); i++) {
                    var block = part.blocks.get(i);
                    if (included(bits, part, i, block, layer)) {
                        if (cut) {
                            block.mark();
                            told.add(block);
                        }
                        passes(bits, part.band, block, lengths);
                    }
                }
        bits.end();
        if (headers.at(Marker.EPH)) headers.take(2);
        lengths.place(body);
    }

    /// T.800 B.10.4, B.10.5.
    private static boolean included(
            HeaderBits bits, Precinct.Part part, int index, Block block, int layer) throws Refusal {
        if (block.included) return bits.bit() == 1;
        int x = index % part.columns;
        int y = index / part.columns;
        if (!part.inclusion.below(bits, x, y, layer + 1)) return false;
        block.included = true;
        block.zeroPlanes = part.zeroPlanes.value(bits, x, y, part.band.planes());
        return true;
    }

    /// T.800 B.10.6, B.10.7.
    private static void passes(HeaderBits bits, Subband band, Block block, Lengths lengths)
            throws Refusal {
        int wanted = passCount(bits);
        while (bits.bit() == 1) block.lengthBits++;
        checkPasses(band, block, wanted);
        if (band.style().highThroughput() && block.waiting())
            wanted -= upToCleanup(bits, block, wanted, lengths);
        while (wanted > 0) {
            int taken = block.open(band.style(), wanted);
            lengths.add(block, length(bits, block, taken));
            wanted -= taken;
        }
    }

    private static int length(HeaderBits bits, Block block, int passes) throws Refusal {
        int width = block.lengthBits + log2(passes);
        if (width > 31)
            throw new Refusal(J2kReason.BROKEN_PACKET, "a length of " + width + " bits")
                    .withRule("T.800 B.10.7");
        return bits.bits(width);
    }

    /// Placeholder passes and the first HT cleanup pass have one length; where it is nothing, it is as wide as
    /// all passes of the packet ask for, and all of them are placeholders (T.814 B.3).
    ///
    /// @return passes that were dealt with
    private static int upToCleanup(HeaderBits bits, Block block, int wanted, Lengths lengths)
            throws Refusal {
        int taken = block.upToCleanup(wanted);
        int length = length(bits, block, taken);
        boolean whole = length == 0 && bits.bits(log2(wanted) - log2(taken)) == 0;
        if (whole) {
            block.skip(wanted);
            return wanted;
        }
        if (length == 0 || !block.begin(taken))
            throw new Refusal(J2kReason.BROKEN_PACKET, "placeholder passes with bytes")
                    .withRule("T.814 B.3");
        lengths.add(block, length);
        return taken;
    }

    private static int log2(int n) {
        return 31 - Integer.numberOfLeadingZeros(n);
    }

    /// A bit-plane has three passes, the first has one (T.800 D.3); the sets of placeholder passes of
    /// T.814 have three each.
    private static void checkPasses(Subband band, Block block, int wanted) throws Refusal {
        int planes = band.planes() - block.zeroPlanes;
        int most = band.style().highThroughput() ? 3 * planes : 3 * planes - 2;
        if (planes < 1 || block.passes + wanted > most)
            throw new Refusal(
                            J2kReason.BROKEN_PACKET,
                            block.passes + wanted + " passes over " + planes + " bit-planes")
                    .withRule("T.800 B.10.6");
    }

    /// T.800 Table B.4.
    private static int passCount(HeaderBits bits) throws Refusal {
        if (bits.bit() == 0) return 1;
        if (bits.bit() == 0) return 2;
        int two = bits.bits(2);
        if (two < 3) return 3 + two;
        int five = bits.bits(5);
        return five < 31 ? 6 + five : 37 + bits.bits(7);
    }

    /// The lengths a header tells, until its end is found, after which the bytes themselves come.
    private static final class Lengths {
        private final ArrayList<Block> blocks = new ArrayList<>();
        private final ArrayList<Integer> segments = new ArrayList<>();
        private final ArrayList<Integer> lengths = new ArrayList<>();

        void add(Block block, int length) {
            blocks.add(block);
            segments.add(block.lastSegment());
            lengths.add(length);
        }

        void place(PacketBytes body) throws Refusal {
            for (int i = 0; i < blocks.size(); i++) {
                int length = lengths.get(i);
                if (length > body.left())
                    throw new Refusal(
                                    J2kReason.TRUNCATED,
                                    "a packet has "
                                            + length
                                            + " bytes, "
                                            + body.left()
                                            + " are left")
                            .withRule("T.800 B.9");
                blocks.get(i).add(segments.get(i), body.take(length), length);
            }
        }
    }
}
