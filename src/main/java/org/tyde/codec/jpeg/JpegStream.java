package org.tyde.codec.jpeg;

import org.tyde.codec.CodecReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.Arrays;
import java.util.Optional;

/// One JPEG image from SOI to EOI (T.81 B.2): reads the markers up to the first scan, so that the frame header can
/// be judged before anything is allocated, then decodes. Used once.
final class JpegStream {
    /// Far more than any encoder writes; bounds the work hostile bytes can ask for.
    private static final int MOST_SCANS = 128;

    private final byte[] data;
    private final MarkerReader markers;
    private final Tables tables = new Tables();
    private final EntropyData entropy;
    private FrameHeader frame;
    private Optional<Integer> adobeTransform = Optional.empty();
    private boolean jfif;
    private Optional<Refusal> cut = Optional.empty();
    private int rows;

    /// @param entropy for its scans, one after the other
    /// @throws Refusal where there is no frame header, or one of a process that is not decoded
    JpegStream(byte[] data, EntropyData entropy) throws Refusal {
        this.data = data;
        this.entropy = entropy;
        this.markers = new MarkerReader(data);
        this.frame = readFrame();
    }

    /// What precedes the frame header.
    private FrameHeader readFrame() throws Refusal {
        while (true) {
            int marker = markers.next();
            if (Marker.isFrame(marker)) return FrameHeader.of(markers.segment());
            switch (marker) {
                case Marker.SOS, Marker.EOI, Marker.DNL ->
                        throw new Refusal(JpegReason.NO_FRAME_HEADER, Marker.name(marker))
                                .withPlace("offset " + markers.offset())
                                .withRule("ITU-T T.81 B.2.1");
                default -> misc(marker);
            }
        }
    }

    private void misc(int marker) throws Refusal {
        if (marker == Marker.TEM || marker == Marker.SOI || Marker.isRestart(marker)) return;
        var segment = markers.segment();
        switch (marker) {
            case Marker.DAC, Marker.DHP, Marker.EXP ->
                    throw segment.refused(
                            JpegReason.UNSUPPORTED_PROCESS, "4.11", Marker.name(marker));
            case Marker.APP14 -> adobe(segment);
            case Marker.APP0 -> jfif |= segment.left() >= 5 && segment.u16() == 0x4A46;
            default -> tables.read(segment);
        }
    }

    /// "Adobe", version and flags of two bytes each, then the transform: 0 none, 1 YCbCr.
    private void adobe(Segment segment) throws Refusal {
        if (segment.left() < 12 || segment.u16() != 0x4164 || segment.u16() != 0x6F62) return;
        for (int i = 0; i < 7; i++) segment.u8();
        adobeTransform = Optional.of(segment.u8());
    }

    /// @return what the stream says it holds
    FrameHeader frame() {
        return frame;
    }

    /// @return the transform of an Adobe segment, where there is one
    Optional<Integer> adobeTransform() {
        return adobeTransform;
    }

    /// @return whether there is a JFIF segment
    boolean jfif() {
        return jfif;
    }

    /// @param lines what the image's header says, for streams that say it only after the first scan
    /// @param reduction 0 to 3, how often to halve; lossless streams are not reduced
    /// @param toRgb whether three components are YCbCr and wanted as RGB
    /// @return the samples, as far as [#cut()] says
    Pixels decode(int lines, int reduction, boolean toRgb, JobContext job) throws Refusal {
        boolean late = frame.lines() == 0;
        if (late) frame = frame.withLines(lines);
        FrameDecoding decoding =
                switch (frame.process()) {
                    case 2 -> new ProgressiveFrame(frame, reduction, toRgb);
                    case 3 -> new LosslessFrame(frame);
                    default -> new SequentialFrame(frame, reduction, toRgb);
                };
        try {
            scans(decoding, late, job);
        } catch (Refusal refusal) {
            var reason = refusal.reason();
            if (reason != JpegReason.CUT_OFF && reason != JpegReason.SEGMENT_CUT) throw refusal;
            rows = decoding.rows() >> reduction;
            if (rows < 1) throw refusal;
            cut = Optional.of(refusal);
        }
        return decoding.pixels(job);
    }

    private void scans(FrameDecoding decoding, boolean linesFollow, JobContext job) throws Refusal {
        boolean late = linesFollow;
        var seen = new int[frame.components().size()];
        int scans = 0;
        while (true) {
            int marker = markers.next();
            if (marker == Marker.EOI) break;
            if (marker == Marker.SOS) {
                if (++scans > MOST_SCANS)
                    throw new Refusal(JpegReason.TOO_MANY_SCANS, MOST_SCANS)
                            .withPlace("offset " + markers.offset());
                var scan = ScanHeader.of(markers.segment(), frame);
                entropy.take(data, markers.offset());
                markers.moveTo(entropy.stop());
                for (var part : scan.parts())
                    if (seen[part.index()]++ > 0 && frame.process() != 2)
                        throw new Refusal(JpegReason.SCAN_OUT_OF_ORDER, part.index() + 1)
                                .withRule("ITU-T T.81 B.2.3");
                decoding.scan(scan, tables, entropy, job);
            } else if (marker == Marker.DNL) {
                checkLines(markers.segment());
                late = false;
            } else if (Marker.isFrame(marker)) {
                throw markers.segment().wrong("B.2.1");
            } else misc(marker);
            // all that the picture needs is there; what follows is another's
            if (!late && frame.process() != 2 && Arrays.stream(seen).allMatch(n -> n > 0)) break;
        }
        for (int i = 0; i < seen.length; i++)
            if (seen[i] == 0)
                throw new Refusal(JpegReason.SCAN_MISSING, i + 1).withRule("ITU-T T.81 B.2.3");
        if (markers.ended() && !decoding.complete()) throw EntropyData.cutOff(data.length);
    }

    /// @return why not all of the picture came out
    Optional<Refusal> cut() {
        return cut;
    }

    /// @return lines of the picture that did, where it was cut off
    int rows() {
        return rows;
    }

    /// The number of lines, said after the first scan (B.2.5).
    private void checkLines(Segment segment) throws Refusal {
        int said = segment.u16();
        if (said != frame.lines())
            throw segment.refused(
                    CodecReason.SIZE_DIFFERS,
                    "B.2.5",
                    frame.columns(),
                    said,
                    frame.columns(),
                    frame.lines());
    }
}
