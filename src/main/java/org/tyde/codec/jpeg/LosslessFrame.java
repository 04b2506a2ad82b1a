package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// A frame of the lossless process (T.81 Annex H).
final class LosslessFrame implements FrameDecoding {
    private final FrameHeader frame;
    private final Pixels pixels;
    private final Delivered delivered;

    LosslessFrame(FrameHeader frame) {
        this.frame = frame;
        this.pixels = new Pixels(frame, frame.columns(), frame.lines());
        this.delivered = new Delivered(frame);
    }

    @Override
    public void scan(ScanHeader scan, Tables tables, EntropyData entropy, JobContext job)
            throws Refusal {
        boolean even = true;
        for (var part : scan.parts()) {
            var c = frame.components().get(part.index());
            even &=
                    c.horizontal() == frame.mostHorizontal()
                            && c.vertical() == frame.mostVertical();
        }
        if (even
                && (scan.parts().size() == 1
                        || frame.mostHorizontal() * frame.mostVertical() == 1)) {
            var decoding = new LosslessScan(frame, scan, tables, entropy);
            try {
                decoding.decode(pixels, job);
            } finally {
                delivered.by(scan, decoding.lines(), 1);
            }
        } else {
            var decoding = new SubsampledLosslessScan(frame, scan, tables, entropy);
            decoding.decode(pixels, job);
            delivered.by(scan, frame.lines(), 1);
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
        return pixels;
    }
}
