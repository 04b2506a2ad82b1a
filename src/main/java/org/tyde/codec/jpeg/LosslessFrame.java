package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// A frame of the lossless process (T.81 Annex H).
final class LosslessFrame implements FrameDecoding {
    private final FrameHeader frame;
    private final Pixels pixels;

    LosslessFrame(FrameHeader frame) {
        this.frame = frame;
        this.pixels = new Pixels(frame, frame.columns(), frame.lines());
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
                && (scan.parts().size() == 1 || frame.mostHorizontal() * frame.mostVertical() == 1))
            new LosslessScan(frame, scan, tables, entropy).decode(pixels, job);
        else new SubsampledLosslessScan(frame, scan, tables, entropy).decode(pixels, job);
    }

    @Override
    public Pixels pixels(JobContext job) {
        return pixels;
    }
}
