package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.Arrays;

/// A frame of the progressive process (T.81 Annex G): scans add to the coefficients, which are transformed last.
final class ProgressiveFrame implements FrameDecoding {
    private static final int NOT_YET = -1;

    private final FrameHeader frame;
    private final DctPlanes planes;
    private final Coefficients[] coefficients;
    private final int[][] quantization;
    private final Delivered delivered;

    /// The lowest bit known of each coefficient of each component.
    private final int[][] low;

    ProgressiveFrame(FrameHeader frame, int reduction, boolean toRgb) {
        int count = frame.components().size();
        this.frame = frame;
        this.planes = new DctPlanes(frame, reduction, toRgb);
        this.coefficients = new Coefficients[count];
        this.quantization = new int[count][];
        this.low = new int[count][64];
        this.delivered = new Delivered(frame);
        int wide = FrameHeader.ceil(frame.columns(), 8 * frame.mostHorizontal());
        int high = FrameHeader.ceil(frame.lines(), 8 * frame.mostVertical());
        for (int i = 0; i < count; i++) {
            var c = frame.components().get(i);
            coefficients[i] = new Coefficients(wide * c.horizontal(), high * c.vertical());
            quantization[i] = new int[0];
            Arrays.fill(low[i], NOT_YET);
        }
    }

    @Override
    public void scan(ScanHeader scan, Tables tables, EntropyData entropy, JobContext job)
            throws Refusal {
        for (var part : scan.parts()) {
            int i = part.index();
            if (quantization[i].length == 0)
                quantization[i] = tables.quantization(frame.components().get(i).quantization());
            for (int k = scan.first(); k <= scan.last(); k++) {
                boolean dcFirst = k == 0 || low[i][0] != NOT_YET;
                int wanted = scan.high() == 0 ? NOT_YET : scan.high();
                if (!dcFirst || low[i][k] != wanted)
                    throw new Refusal(JpegReason.SCAN_OUT_OF_ORDER, i + 1)
                            .withRule("ITU-T T.81 G.1.1.1");
                low[i][k] = scan.low();
            }
        }
        var layout = ScanLayout.of(frame, scan, tables);
        var decoding = new ProgressiveScan(entropy, scan);
        try {
            decoding.decode(layout, coefficients, job);
        } finally {
            if (scan.first() == 0 && scan.high() == 0) delivered.by(scan, decoding.lines(), 8);
        }
    }

    /// Those of which the mean of each block is known.
    @Override
    public int rows() {
        return delivered.rows();
    }

    @Override
    public boolean complete() {
        for (var component : low) for (int bit : component) if (bit != 0) return false;
        return true;
    }

    @Override
    public Pixels pixels(JobContext job) {
        for (int i = 0; i < coefficients.length; i++) {
            job.checkpoint();
            coefficients[i].transform(planes.transform(i, quantization[i]));
        }
        return planes.pixels(job);
    }
}
