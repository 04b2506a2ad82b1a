package org.tyde.codec.jpeg;

import org.tyde.work.JobContext;

/// The planes of a frame coded by DCT, and how they become a picture: upsampled, converted, put together.
final class DctPlanes {
    private final FrameHeader frame;
    private final int block;
    private final int columns;
    private final int rows;
    private final boolean toRgb;
    private final Plane[] planes;
    private final InverseDct.Workspace work = new InverseDct.Workspace();

    /// @param reduction 0 to 3: blocks of 8, 4, 2 or 1 samples a side
    /// @param toRgb whether three components are YCbCr and wanted as RGB
    DctPlanes(FrameHeader frame, int reduction, boolean toRgb) {
        this.frame = frame;
        this.block = 8 >> reduction;
        this.toRgb = toRgb;
        int whole = 1 << reduction;
        this.columns = FrameHeader.ceil(frame.columns(), whole);
        this.rows = FrameHeader.ceil(frame.lines(), whole);
        int wide = FrameHeader.ceil(frame.columns(), 8 * frame.mostHorizontal());
        int high = FrameHeader.ceil(frame.lines(), 8 * frame.mostVertical());
        this.planes = new Plane[frame.components().size()];
        for (int i = 0; i < planes.length; i++) {
            var c = frame.components().get(i);
            planes[i] =
                    new Plane(
                            FrameHeader.ceil(frame.width(c), whole),
                            FrameHeader.ceil(frame.height(c), whole),
                            wide * c.horizontal() * block,
                            high * c.vertical() * block,
                            frame.precision() > 8);
        }
    }

    /// @param component index in the frame
    /// @param quantization 64 factors, row by row
    BlockTransform transform(int component, int[] quantization) {
        var plane = planes[component];
        return block == 8
                ? new InverseDct(quantization, frame.precision(), plane, work)
                : new ReducedDct(quantization, frame.precision(), plane, block);
    }

    Pixels pixels(JobContext job) {
        int count = planes.length;
        if (count == 1 && planes[0].is(columns, rows))
            return new Pixels(frame, columns, rows, planes[0]);
        var pixels = new Pixels(frame, columns, rows);
        if (count == 1) {
            cut(planes[0], pixels);
            return pixels;
        }
        var sources = new Upsampling[count];
        for (int i = 0; i < count; i++)
            sources[i] = new Upsampling(planes[i], frame, frame.components().get(i));
        var lines = new int[count][columns + 1];
        var rgb = new int[count][columns + 1];
        for (int y = 0; y < rows; y++) {
            if (y % 64 == 0) job.checkpoint();
            for (int i = 0; i < count; i++) sources[i].line(y, lines[i]);
            if (toRgb)
                ColourTransform.toRgb(
                        lines[0], lines[1], lines[2], rgb, columns, frame.precision());
            pixels.line(y, toRgb ? rgb : lines);
        }
        return pixels;
    }

    /// A plane without what fills its last blocks.
    private void cut(Plane plane, Pixels pixels) {
        for (int y = 0; y < rows; y++) {
            int from = y * plane.stride();
            int to = y * columns;
            if (plane.wide()) System.arraycopy(plane.shorts(), from, pixels.shorts(), to, columns);
            else System.arraycopy(plane.bytes(), from, pixels.bytes(), to, columns);
        }
    }
}
