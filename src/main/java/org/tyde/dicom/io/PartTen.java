package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// One reading of one file: preamble, file meta information (PS3.10 7.1), and the data set in the
/// encoding that it really has.
final class PartTen {
    /// A data set may grow to that size, or to that many times its deflated size, up to the limit.
    private static final long USUAL = 64 << 20;

    private static final long RATIO = 100;

    /// Implicit VR little endian, its pixel data big endian: GE's conformance statements.
    private static final String GE_PRIVATE = "1.2.840.113619.5.2";

    private final Origin origin;
    private final ReaderLimits limits;
    private final boolean headerOnly;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Long> directoryRecords = new ArrayList<>();

    PartTen(Origin origin, ReaderLimits limits, boolean headerOnly) {
        this.origin = origin;
        this.limits = limits;
        this.headerOnly = headerOnly;
    }

    /// Offsets of the items of Directory Record Sequence (0004,1220), in order.
    List<Long> directoryRecords() {
        return directoryRecords;
    }

    DicomFile read() throws IOException {
        long size = origin.size();
        if (size == 0) throw new DicomFormatException(DicomReason.EMPTY_FILE, 0).at("");
        var window =
                origin instanceof Origin.OfBytes memory
                        ? new Window(memory.bytes())
                        : new Window(origin, limits.inMemory());
        var meta = DataSet.empty();
        long position = metaStart(window);
        boolean hasMeta = position >= 0;
        if (hasMeta) {
            var parser = metaParser(window, position);
            meta = parser.metaInformation();
            position = parser.position();
        }
        var declared = meta.text(Tag.TRANSFER_SYNTAX_UID);
        if (hasMeta && declared.isEmpty()) warn(Warning.Kind.NO_TRANSFER_SYNTAX, position);
        var start = Math.max(position, 0);
        if (declared.isPresent() && TransferSyntax.of(declared.get()).deflated()) {
            window = new Window(inflated(window, start));
            start = 0;
        }
        var guess = EncodingGuess.at(window, start, declared.map(TransferSyntax::of));
        if (!hasMeta && guess.isEmpty())
            throw new DicomFormatException(DicomReason.NOT_DICOM, 0).at("").withRule("PS3.10 7.1");
        if (!hasMeta) warn(Warning.Kind.NO_META, 0);
        var syntax =
                declared.map(TransferSyntax::of)
                        .orElseGet(
                                () ->
                                        guess.map(EncodingGuess::syntax)
                                                .orElse(TransferSyntax.EXPLICIT_LITTLE));
        boolean pixelsBigEndian = syntax.uid().equals(GE_PRIVATE);
        if (!syntax.known()) warn(Warning.Kind.PRIVATE_SYNTAX, start);
        if (pixelsBigEndian) syntax = TransferSyntax.IMPLICIT_LITTLE;
        if (declared.isPresent() && guess.isPresent() && !guess.get().agrees(syntax)) {
            warn(Warning.Kind.OTHER_SYNTAX, start);
            syntax = guess.get().like(syntax);
        }
        if (syntax.bigEndian() && window.origin() instanceof Origin.OfBytes memory)
            window = new Window(memory.bytes().clone()); // words change places in it
        var parser = parser(window, start, syntax);
        if (pixelsBigEndian) parser.pixelsBigEndian();
        var dataSet = parser.dataSet(SpecificCharacterSet.UNDECLARED, headerOnly);
        return new DicomFile(meta, dataSet, syntax, warnings);
    }

    private ElementParser parser(Window window, long start, TransferSyntax syntax) {
        return new ElementParser(
                window,
                start,
                syntax.explicit(),
                syntax.bigEndian(),
                limits,
                warnings,
                directoryRecords);
    }

    /// Where group 0002 begins, or -1 where there is none.
    private long metaStart(Window window) throws IOException {
        // a bare data set may have these letters there by chance
        if (marked(window) && (groupTwo(window, 132) || EncodingGuess.at(window, 0).isEmpty()))
            return 132;
        if (!groupTwo(window, 0)) return -1;
        warn(Warning.Kind.NO_PREAMBLE, 0);
        return 0;
    }

    private static boolean marked(Window window) throws IOException {
        if (window.size() < 132) return false;
        int i = window.need(128, 4);
        return new String(window.bytes(), i, 4, StandardCharsets.ISO_8859_1).equals("DICM");
    }

    private static boolean groupTwo(Window window, long position) throws IOException {
        if (window.size() - position < 8) return false;
        int i = window.need(position, 8);
        var bytes = window.bytes();
        return bytes[i] == 2 && bytes[i + 1] == 0;
    }

    private ElementParser metaParser(Window window, long position) throws IOException {
        boolean explicit = true;
        if (position + 8 <= window.size()) {
            int i = window.need(position, 8);
            explicit = EncodingGuess.namesVr(window.bytes(), i + 4);
        }
        if (!explicit) warn(Warning.Kind.META_NOT_EXPLICIT, position);
        return parser(
                window,
                position,
                explicit ? TransferSyntax.EXPLICIT_LITTLE : TransferSyntax.IMPLICIT_LITTLE);
    }

    private void warn(Warning.Kind kind, long offset) {
        warnings.add(new Warning(kind, "", offset));
    }

    private byte[] inflated(Window window, long start) throws IOException {
        var inflater = new Inflater(true);
        var out = new ByteArrayOutputStream();
        var in = new byte[1 << 16];
        var piece = new byte[1 << 16];
        long position = start;
        long most = Math.min(limits.inflated(), Math.max(USUAL, RATIO * (window.size() - start)));
        boolean whole = false;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int count = (int) Math.min(in.length, window.size() - position);
                    if (count <= 0) break;
                    origin.read(position, in, 0, count);
                    inflater.setInput(in, 0, count);
                    position += count;
                }
                int count = inflater.inflate(piece);
                out.write(piece, 0, count);
                if (out.size() > most)
                    throw new DicomFormatException(DicomReason.TOO_LARGE_INFLATED, start, most)
                            .at("")
                            .withRule("PS3.5 A.5");
                if (count == 0 && inflater.needsDictionary()) break;
            }
            whole = inflater.finished();
        } catch (DataFormatException damaged) {
            throw new DicomFormatException(DicomReason.NOT_INFLATABLE, start)
                    .at("")
                    .withRule("PS3.5 A.5")
                    .because(damaged);
        } finally {
            inflater.end();
        }
        if (!whole && out.size() == 0)
            throw new DicomFormatException(DicomReason.NOT_INFLATABLE, start)
                    .at("")
                    .withRule("PS3.5 A.5");
        return out.toByteArray();
    }
}
