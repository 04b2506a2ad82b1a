package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// A frame of the baseline or extended sequential process (T.81 Annex F): blocks are transformed as they come.
final class SequentialFrame implements FrameDecoding {
    private final FrameHeader frame;
    private final DctPlanes planes;
    private final Delivered delivered;

    SequentialFrame(FrameHeader frame, int reduction, boolean toRgb) {
        this.frame = frame;
        this.planes = new DctPlanes(frame, reduction, toRgb);
        this.delivered = new Delivered(frame);
    }

    @Override
    public void scan(ScanHeader scan, Tables tables, EntropyData entropy, JobContext job)
            throws Refusal {
        var transforms = new BlockTransform[frame.components().size()];
        for (var part : scan.parts()) {
            int number = frame.components().get(part.index()).quantization();
            transforms[part.index()] = planes.transform(part.index(), tables.quantization(number));
        }
        var layout = ScanLayout.of(frame, scan, tables);
        var decoding = new SequentialScan(entropy);
        try {
            decoding.decode(layout, transforms, job);
        } finally {
            delivered.by(scan, decoding.lines(), 8);
        }
    }

    @Override
    public int rows() {
        return delivered.rows();
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public Pixels pixels(JobContext job) {
        return planes.pixels(job);
    }
}
