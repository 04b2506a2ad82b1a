package org.tyde.codec.jpegls;

import org.jspecify.annotations.Nullable;
import org.tyde.codec.Agreement;
import org.tyde.codec.Codestream;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredLines;
import org.tyde.codec.jpegls.ScanHeader.Interleave;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.BitSet;

/// Reads one codestream marker by marker (T.87 Annex C) and decodes its scans into one frame.
final class FrameReader {
    private static final String HP_COLOUR = "mrfx";

    private final byte[] data;
    private final FrameFormat header;
    private final EntropyBits bits;
    private final JobContext job;
    private final MappingTables tables = new MappingTables();
    private final BitSet decoded = new BitSet();
    private @Nullable FrameHeader frame;
    private @Nullable StoredLines target;
    private CodingParameters.Preset preset = CodingParameters.Preset.NONE;
    private int interval;

    /// Lines of the last scan that are there.
    private int rows;

    /// Whether the last scan ended with the data, before its part of the picture did.
    private boolean cutOff;

    /// @param bits for its scans, one after the other
    FrameReader(byte[] data, FrameFormat header, EntropyBits bits, JobContext job) {
        this.data = data;
        this.bits = bits;
        this.header = header;
        this.job = job;
    }

    Samples read() throws Refusal {
        if (data.length < 4 || Segment.read(data, 0).marker() != Segment.SOI)
            throw new Refusal(JpegLsReason.NO_START).withPlace("byte 0").withRule("T.87 C.1");
        int at = 2;
        while (true) {
            var segment = Segment.read(data, at);
            at = segment.to();
            switch (segment.marker()) {
                case Segment.SOF55 -> begin(segment);
                case Segment.LSE -> preset(segment);
                case Segment.DRI -> interval = interval(segment);
                case Segment.SOS -> {
                    try {
                        at = scan(segment);
                    } catch (Refusal refusal) {
                        if (target == null || !cutOff) throw refusal;
                        return target.samples().upTo(allBegun() ? rows : 0, false, refusal);
                    }
                    if (target != null && allBegun()) return target.samples();
                }
                case Segment.DNL -> rows(segment);
                case Segment.APP8 -> refuseColourTransform(segment);
                case Segment.EOI ->
                        throw segment.refuse(
                                JpegLsReason.SCANS_MISSING,
                                "C.1",
                                decoded.cardinality(),
                                header.samplesPerPixel());
                default -> skip(segment);
            }
        }
    }

    private boolean allBegun() {
        return frame != null && decoded.cardinality() == frame.components().size();
    }

    private void begin(Segment segment) throws Refusal {
        if (frame != null)
            throw segment.refuse(JpegLsReason.UNEXPECTED_MARKER, "C.1", segment.name());
        frame = FrameHeader.of(segment);
    }

    private void preset(Segment segment) throws Refusal {
        int id = segment.number(0, 1);
        switch (id) {
            case 1 ->
                    preset =
                            new CodingParameters.Preset(
                                    segment.number(1, 2),
                                    segment.number(3, 2),
                                    segment.number(5, 2),
                                    segment.number(7, 2),
                                    segment.number(9, 2));
            case 2, 3 -> tables.add(segment, id == 3);
            case 4 -> oversize(segment);
            default -> throw segment.impossible("ID", id, "C.2.4.1");
        }
    }

    /// Dimensions that need more than 16 bits, or are not in the frame header (T.87 C.2.4.1.4).
    private void oversize(Segment segment) throws Refusal {
        int bytes = segment.number(1, 1);
        if (bytes < 2 || bytes > 4) throw segment.impossible("Wxy", bytes, "C.2.4.1.4");
        if (frame == null)
            throw segment.refuse(JpegLsReason.UNEXPECTED_MARKER, "C.2.4.1.4", segment.name());
        frame = frame.sized(segment.number(2, bytes), segment.number(2 + bytes, bytes));
    }

    /// @return lines of a restart interval, 0 for none (T.87 C.2.5)
    private static int interval(Segment segment) throws Refusal {
        if (segment.length() < 2 || segment.length() > 4)
            throw segment.impossible("Lr", segment.length() + 2, "C.2.5");
        int lines = segment.number(0, segment.length());
        if (lines < 0) throw segment.impossible("Ri", lines, "C.2.5");
        return lines;
    }

    /// The number of lines, told after the first scan (T.81 B.2.5): it has to be that of the header.
    private void rows(Segment segment) throws Refusal {
        int rows = segment.number(0, Math.clamp(segment.length(), 2, 4));
        if (rows != header.rows()) throw segment.impossible("NL", rows, "C.2.6");
    }

    private static void refuseColourTransform(Segment segment) throws Refusal {
        if (segment.length() < 5) return;
        for (int i = 0; i < HP_COLOUR.length(); i++)
            if (segment.number(i, 1) != HP_COLOUR.charAt(i)) return;
        int transform = segment.number(4, 1);
        if (transform != 0) throw segment.refuse(JpegLsReason.HP_TRANSFORM, "Annex C", transform);
    }

    private static void skip(Segment segment) throws Refusal {
        int marker = segment.marker();
        boolean skipped =
                marker >= Segment.APP0 && marker <= Segment.APP15 || marker == Segment.COM;
        if (skipped) return;
        if (marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFCC)
            throw segment.refuse(JpegLsReason.OTHER_PROCESS, "C.1", segment.name());
        throw segment.refuse(JpegLsReason.UNEXPECTED_MARKER, "C.1", segment.name());
    }

    /// Everything is known now that the size of the frame depends on; only now is it allocated.
    private StoredLines target(FrameHeader known, Segment segment) throws Refusal {
        if (target != null) return target;
        int rows = known.rows() == 0 ? header.rows() : known.rows();
        var stream =
                new Codestream(
                        rows,
                        known.columns(),
                        known.components().size(),
                        tables.precision(known.precision()),
                        false,
                        true);
        var agreement = Agreement.of(header, stream);
        // a line takes at least one bit
        if (rows > 8L * data.length)
            throw segment.refuse(JpegLsReason.TOO_FEW_BYTES, "A.7.1", data.length, rows);
        var made = agreement.lines(full(header.photometric()));
        target = made;
        return made;
    }

    /// JPEG-LS holds whole planes: YBR_FULL_422 in a header then means YBR_FULL.
    private static Photometric full(Photometric photometric) {
        return photometric == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : photometric;
    }

    private int scan(Segment segment) throws Refusal {
        var known = frame;
        if (known == null)
            throw segment.refuse(JpegLsReason.UNEXPECTED_MARKER, "C.1", segment.name());
        var scan = ScanHeader.of(segment, known);
        var parameters = CodingParameters.of(known.precision(), scan.near(), preset);
        var lines = target(known, segment);
        for (int component : scan.components()) {
            if (decoded.get(component))
                throw segment.impossible("Csj", known.components().get(component), "C.2.3");
            decoded.set(component);
        }
        int end = bits.load(data, segment.to());
        var decoder = new ScanDecoder(parameters, bits, scan.components().size());
        return new ScanReader(segment, scan, decoder, end).read(lines);
    }

    /// One scan being decoded into the frame.
    private final class ScanReader {
        private final Segment segment;
        private final ScanHeader scan;
        private final ScanDecoder decoder;
        private final int columns = header.columns();
        private int end;
        private int restarts;

        ScanReader(Segment segment, ScanHeader scan, ScanDecoder decoder, int end) {
            this.segment = segment;
            this.scan = scan;
            this.decoder = decoder;
            this.end = end;
        }

        /// @return where the next marker stands
        int read(StoredLines lines) throws Refusal {
            int components = scan.components().size();
            var up = new int[components][columns + 2];
            var now = new int[components][columns + 2];
            rows = 0;
            for (int row = 0; row < header.rows(); row++) {
                if (row % 64 == 0) job.checkpoint();
                if (interval > 0 && row > 0 && row % interval == 0) {
                    restart();
                    up = new int[components][columns + 2];
                }
                decode(up, now, row);
                for (int c = 0; c < components; c++)
                    lines.put(row, scan.components().get(c), shown(now[c], c), 1);
                var last = up;
                up = now;
                now = last;
                if (bits.certain()) rows = row + 1;
            }
            return end;
        }

        private void decode(int[][] up, int[][] now, int row) throws Refusal {
            try {
                if (scan.interleave() == Interleave.SAMPLE && now.length > 1)
                    decoder.samples(up, now, columns);
                else for (int c = 0; c < now.length; c++) decoder.line(up[c], now[c], columns, c);
            } catch (IndexOutOfBoundsException past) {
                throw early(row).because(past);
            } catch (Refusal broken) {
                if (bits.overrun()) throw early(row).because(broken);
                throw segment.refuse(JpegLsReason.BROKEN_CODE, "A.5.3", row + 1).because(broken);
            }
            if (bits.overrun()) throw early(row);
        }

        private Refusal early(int row) {
            cutOff = end >= data.length - 1;
            return segment.refuse(JpegLsReason.SCAN_ENDS_EARLY, "A.1", row + 1);
        }

        /// The samples as they are given out: mapped and shifted. The line itself predicts the next.
        private int[] shown(int[] line, int component) throws Refusal {
            int table = scan.tables().get(component);
            int shift = scan.pointTransform();
            if (table == 0 && shift == 0) return line;
            var shown = line.clone();
            if (table != 0)
                MappingTables.map(tables.table(segment, table), shown, columns, segment);
            for (int i = 1; i <= columns; i++) shown[i] <<= shift;
            return shown;
        }

        private void restart() throws Refusal {
            if (end >= data.length - 1) throw early(rows);
            int wanted = Segment.RST0 + restarts++ % 8;
            int at = end;
            while (at + 2 < data.length && data[at] == -1 && data[at + 1] == -1) at++;
            int found = at + 2 > data.length ? 0 : (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
            if (found != wanted)
                throw new Refusal(
                                JpegLsReason.RESTART_LOST,
                                Segment.hex(wanted, 4),
                                Segment.hex(found, 4))
                        .withPlace(Segment.place(at))
                        .withRule("T.87 C.2.5");
            end = bits.load(data, at + 2);
            decoder.restart();
        }
    }
}
