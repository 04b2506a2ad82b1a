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

    /// The number of the first pass in the last T.814 cleanup segment, and which segment that is.
    private int cleanupPass;

    private int cleanupSegment = -1;

    /// Segment, first byte and length of each contribution.
    private int[] chunks = new int[3];

    private int chunkCount;

    /// Passes, segments, passes of the last segment, its room, cleanup pass and segment, before the last packet.
    private int[] before = {};

    Block(Rectangle place) {
        this.place = place;
    }

    /// Remembers what the packets before the next one have told.
    void mark() {
        int last = segments > 0 ? segmentPasses[segments - 1] : 0;
        before = new int[] {passes, segments, last, room, cleanupPass, cleanupSegment, chunkCount};
    }

    /// Forgets what was told since [#mark()], because the packet's bytes are not all there.
    void drop() {
        passes = before[0];
        segments = before[1];
        if (segments > 0) segmentPasses[segments - 1] = before[2];
        room = before[3];
        cleanupPass = before[4];
        cleanupSegment = before[5];
        chunkCount = before[6];
    }

    /// @param wanted passes of this packet not yet in a segment
    /// @return how many of them belong to the segment now open
    int open(BlockStyle style, int wanted) {
        if (room == 0) {
            room = capacity(style);
            if (style.highThroughput() && room == 1) beginCleanup(passes);
            else beginSegment();
        }
        int taken = Math.min(wanted, room);
        if (room != OPEN) room -= taken;
        segmentPasses[segments - 1] += taken;
        passes += taken;
        return taken;
    }

    /// How many passes a segment takes that begins with the next pass (T.800 D.4.2, Table D.9; T.814 B.3).
    private int capacity(BlockStyle style) {
        if (style.highThroughput()) return passes % 3 == 0 ? 1 : 3 - passes % 3;
        if (style.terminateAll()) return 1;
        if (!style.bypass()) return OPEN;
        if (passes < BEFORE_BYPASS) return BEFORE_BYPASS - passes;
        return passes % 3 == 1 ? 2 : 1;
    }

    private void beginSegment() {
        if (segments == segmentPasses.length)
            segmentPasses = Arrays.copyOf(segmentPasses, 2 * segments);
        segmentPasses[segments++] = 0;
    }

    private void beginCleanup(int pass) {
        cleanupPass = pass;
        cleanupSegment = segments;
        beginSegment();
    }

    /// Whether a T.814 block has had nothing but placeholder passes so far.
    boolean waiting() {
        return cleanupSegment < 0;
    }

    /// While [#waiting()]: how many of the next passes share the first length, which are placeholders and the
    /// cleanup pass after them, or all when no cleanup pass can be among them (T.814 B.3).
    int upToCleanup(int wanted) {
        int taken = wanted - (passes + wanted - 1) % 3;
        return taken < 1 ? wanted : taken;
    }

    /// @param count passes that were placeholders
    void skip(int count) {
        passes += count;
    }

    /// The last of some passes is the first cleanup pass, those before it are placeholders.
    ///
    /// @return whether it can be
    boolean begin(int count) {
        passes += count;
        beginCleanup(passes - 1);
        segmentPasses[0] = 1;
        return cleanupPass % 3 == 0;
    }

    /// @return whether any pass but placeholders came
    boolean coded() {
        return segments > 0;
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
        if (style.highThroughput()) return lastSet(list, into, band);
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

    /// Every set of T.814 passes holds the whole block, each one bit-plane finer than the one before: the last
    /// is decoded, the bit-planes of those before it and of placeholders are taken as zero planes.
    private CodeBlock lastSet(List<CodeBlock.Segment> all, byte[] into, Subband band) {
        var set = all.subList(Math.max(0, cleanupSegment), segments);
        int inSet = 0;
        for (var segment : set) inSet += segment.passes();
        return new CodeBlock(
                place.width(),
                place.height(),
                band.orientation(),
                band.style(),
                band.planes(),
                zeroPlanes + cleanupPass / 3,
                inSet,
                into,
                set);
    }
}
