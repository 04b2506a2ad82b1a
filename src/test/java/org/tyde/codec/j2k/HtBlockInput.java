package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Orientation;
import org.tyde.refusal.Refusal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A high-throughput code-block as bytes, for fuzzing: width, height, bit-planes, zero planes, passes, length of
/// the cleanup segment (2 bytes), the segments.
public final class HtBlockInput {
    private static final int HEADER = 7;

    private HtBlockInput() {}

    /// @param input numbers outside their ranges are folded into them
    /// @throws Refusal for bytes that cannot be a block
    public static void decode(byte[] input) throws Refusal {
        if (input.length < HEADER) return;
        int width = 1 + (input[0] & 63);
        int height = 1 + (input[1] & 63);
        int planes = 1 + (input[2] & 0xFF) % 30;
        int zero = (input[3] & 0xFF) % planes;
        int passes = 1 + (input[4] & 0xFF) % 3;
        int left = input.length - HEADER;
        int first = Math.min(left, (input[5] & 0xFF) << 8 | input[6] & 0xFF);
        var data = new byte[left + 2 + CodeBlock.SPARE];
        System.arraycopy(input, HEADER, data, 0, first);
        System.arraycopy(input, HEADER + first, data, first + 2, left - first);
        var segments = new ArrayList<CodeBlock.Segment>();
        segments.add(new CodeBlock.Segment(0, first, 1));
        if (passes > 1) segments.add(new CodeBlock.Segment(first + 2, left - first, passes - 1));
        var style = HtBlockDecoderTest.style(input[0] < 0);
        var block =
                new CodeBlock(
                        width, height, Orientation.HL, style, planes, zero, passes, data, segments);
        var places = new int[width * height];
        new HtBlockDecoder().decode(block, places, 0, width);
    }

    /// @return blocks of the test encoder
    public static List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (int kind = 0; kind < 3; kind++)
            for (int passes = 1; passes <= 3; passes++) {
                var values = HtBlockDecoderTest.values(13, 9, 9, kind);
                int plane = passes > 1 ? 1 : 0;
                var block = HtBlockDecoderTest.block(13, 9, values, plane, passes, false);
                var cleanup = block.segments().getFirst();
                var out = ByteBuffer.allocate(HEADER + block.data().length);
                out.put((byte) 12).put((byte) 8).put((byte) (block.planes() - 1));
                out.put((byte) block.zeroPlanes()).put((byte) (passes - 1));
                out.putShort((short) cleanup.length()).put(block.data(), 0, cleanup.length());
                if (passes > 1) {
                    var more = block.segments().get(1);
                    out.put(block.data(), more.offset(), more.length());
                }
                seeds.add(Arrays.copyOf(out.array(), out.position()));
            }
        return seeds;
    }
}
