package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;

import java.util.Arrays;

/// The pixels of a grey frame with a supplemental palette, as RGB (PS3.3 C.7.6.19): values from the palette's
/// first mapped one on are its colours, the others go through the grey pipeline. Colours are interpolated and
/// averaged afterwards, since a value between a grey and an index means nothing.
final class MixedColours {
    private static final int UNKNOWN = -1;
    private static final int CELLS = 1 << 16;

    private final Frame frame;
    private final GrayscalePipeline pipeline;
    private final int[] known;

    private MixedColours(Frame frame, GrayscalePipeline pipeline) {
        this.frame = frame;
        this.pipeline = pipeline;
        this.known = new int[frame.format().bitsStored() <= 16 ? CELLS : 0];
        Arrays.fill(known, UNKNOWN);
    }

    static Frame of(Frame frame, GrayscalePipeline pipeline) {
        return new MixedColours(frame, pipeline).rgb();
    }

    private Frame rgb() {
        int columns = frame.columns();
        var row = new int[columns];
        var out = new byte[Math.multiplyExact(3 * columns, frame.rows())];
        for (int r = 0, i = 0; r < frame.rowsThere(); r++) {
            frame.copyRow(r, row);
            for (int stored : row) {
                int colour = colour(stored);
                out[i++] = (byte) (colour >> 16);
                out[i++] = (byte) (colour >> 8);
                out[i++] = (byte) colour;
            }
        }
        return Frame.of(new Samples.Bytes(FrameFormat.rgb(frame.rows(), columns), out));
    }

    private int colour(int stored) {
        if (known.length == 0) return find(stored);
        int cell = stored & (CELLS - 1);
        if (known[cell] == UNKNOWN) known[cell] = find(stored);
        return known[cell];
    }

    private int find(int stored) {
        if (frame.isPadding(stored)) return 0;
        var meaning = frame.meaning();
        return meaning.coloured(stored)
                ? meaning.supplemental().orElseThrow().rgb(stored)
                : pipeline.grey(stored) * 0x010101;
    }
}
