package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.BlockStyle;
import org.tyde.codec.j2k.header.Rectangle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the packets have told of one code-block so far (T.800 B.10).
final class Block {
    private static final int OPEN = Integer.MAX_VALUE;

    /// Passes coded before bypass begins (T.800 Table D.9).
    private static final int BEFORE_BYPASS = 10;

    /// Where it lies in its sub-band's samples.
    final Rectangle place;

    boolean included;
    int zeroPlanes;
    int lengthBits = 3;
    int passes;

    /// Passes the last segment may still take.
    private int room;

    private int segments;
    private int[] segmentPasses = new int[1];

    /// Segment, first byte and length of each contribution.
    private int[] chunks = new int[3];

    private int chunkCount;

    Block(Rectangle place) {
        this.place = place;
    }

    /// @param wanted passes of this packet not yet in a segment
    /// @return how many of them belong to the segment now open
    int open(BlockStyle style, int wanted) {
        if (room == 0) {
            if (segments == segmentPasses.length)
                segmentPasses = Arrays.copyOf(segmentPasses, 2 * segments);
            segmentPasses[segments++] = 0;
            room = capacity(style, wanted);
        }
        int taken = Math.min(wanted, room);
        if (room != OPEN) room -= taken;
        segmentPasses[segments - 1] += taken;
        passes += taken;
        return taken;
    }

    /// How many passes a segment takes that begins with the next pass (T.800 D.4.2, Table D.9; T.814
    /// B.3, where placeholder passes stand before the cleanup pass in its segment).
    private int capacity(BlockStyle style, int wanted) {
        if (style.highThroughput()) return segments == 1 ? (wanted - 1) / 3 * 3 + 1 : 2;
        if (style.terminateAll()) return 1;
        if (!style.bypass()) return OPEN;
        if (passes < BEFORE_BYPASS) return BEFORE_BYPASS - passes;
        return passes % 3 == 1 ? 2 : 1;
    }

    /// @return number of the open segment
    int lastSegment() {
        return segments - 1;
    }

    /// @param segment the bytes belong to
    /// @param offset of the first of them in the packets
    void add(int segment, int offset, int length) {
        if (length == 0) return;
        if (3 * chunkCount == chunks.length) chunks = Arrays.copyOf(chunks, 2 * chunks.length);
        chunks[3 * chunkCount] = segment;
        chunks[3 * chunkCount + 1] = offset;
        chunks[3 * chunkCount + 2] = length;
        chunkCount++;
    }

    /// @return room for the bytes of all segments, with what must follow them
    int bytes() {
        int sum = CodeBlock.SPARE + 2 * segments;
        for (int i = 0; i < chunkCount; i++) sum += chunks[3 * i + 2];
        return sum;
    }

    /// @param data the packets
    /// @param into at least as long as [#bytes()]
    /// @param band its sub-band
    CodeBlock assemble(byte[] data, byte[] into, Subband band) {
        var list = new ArrayList<CodeBlock.Segment>(segments);
        int at = 0;
        int chunk = 0;
        for (int segment = 0; segment < segments; segment++) {
            int from = at;
            for (; chunk < chunkCount && chunks[3 * chunk] == segment; chunk++) {
                System.arraycopy(data, chunks[3 * chunk + 1], into, at, chunks[3 * chunk + 2]);
                at += chunks[3 * chunk + 2];
            }
            list.add(new CodeBlock.Segment(from, at - from, segmentPasses[segment]));
            at += 2;
        }
        var style = band.style();
        int planes = band.planes();
        if (style.highThroughput()) return withoutPlaceholders(list, into, style, planes, band);
        return new CodeBlock(
                place.width(),
                place.height(),
                band.orientation(),
                style,
                planes,
                zeroPlanes,
                passes,
                into,
                list);
    }

    private CodeBlock withoutPlaceholders(
            List<CodeBlock.Segment> list, byte[] into, BlockStyle style, int planes, Subband band) {
        var cleanup = list.getFirst();
        int placeholders = cleanup.passes() - 1;
        list.set(0, new CodeBlock.Segment(cleanup.offset(), cleanup.length(), 1));
        return new CodeBlock(
                place.width(),
                place.height(),
                band.orientation(),
                style,
                planes,
                zeroPlanes + placeholders / 3,
                passes - placeholders,
                into,
                list);
    }
}
