package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One reading of one file: preamble, file meta information (PS3.10 7.1), and the data set in the
/// encoding that it really has.
final class PartTen {
    /// Implicit VR little endian, its pixel data big endian: GE's conformance statements.
    private static final String GE_PRIVATE = "1.2.840.113619.5.2";

    /// Windows, Unix and macOS programs, scripts, archives, mark-up, PDF and JSON.
    private static final List<String> EXECUTABLE =
            List.of(
                    "MZ",
                    "\u007FELF",
                    "\u00CA\u00FE\u00BA\u00BE",
                    "\u00CF\u00FA\u00ED\u00FE",
                    "#!",
                    "PK",
                    "<",
                    "%PDF",
                    "{");

    private final Origin origin;
    private final ReaderLimits limits;
    private final boolean headerOnly;
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Long> directoryRecords = new ArrayList<>();
    private long dataSetStart;

    PartTen(Origin origin, ReaderLimits limits, boolean headerOnly) {
        this.origin = origin;
        this.limits = limits;
        this.headerOnly = headerOnly;
    }

    /// Offsets of the items of Directory Record Sequence (0004,1220), in order.
    List<Long> directoryRecords() {
        return directoryRecords;
    }

    /// Where the data set begins, in bytes from the start; deflated where it is.
    long dataSetStart() {
        return dataSetStart;
    }

    DicomFile read() throws IOException {
        if (origin.size() == 0) throw new DicomFormatException(DicomReason.EMPTY_FILE, 0).at("");
        var window = window();
        var meta = DataSet.empty();
        long found = metaStart(window);
        boolean hasMeta = found >= 0;
        long start = Math.max(found, 0);
        if (hasMeta) {
            var parser = metaParser(window, start);
            meta = parser.metaInformation();
            start = parser.position();
            if (start >= window.size())
                throw new DicomFormatException(DicomReason.NO_DATA_SET, start)
                        .at("")
                        .withRule("PS3.10 7.2");
        }
        dataSetStart = start;
        var declared = meta.text(Tag.TRANSFER_SYNTAX_UID).map(TransferSyntax::of);
        if (hasMeta && declared.isEmpty()) warn(Warning.Kind.NO_TRANSFER_SYNTAX, start);
        boolean deflated = declared.filter(TransferSyntax::deflated).isPresent();
        if (deflated && isPlain(window, start)) {
            warn(Warning.Kind.OTHER_SYNTAX, start);
            declared = Optional.of(TransferSyntax.EXPLICIT_LITTLE);
        } else if (deflated) {
            window = new Window(new Inflation(origin, start, limits, warnings).all());
            start = 0;
        }
        var syntax = syntax(window, start, declared, hasMeta);
        var parser = parser(window, start, syntax);
        if (declared.filter(d -> d.uid().equals(GE_PRIVATE)).isPresent()) parser.pixelsBigEndian();
        return new DicomFile(meta, parser.dataSet(headerOnly), syntax, warnings);
    }

    /// Whether a data set that should be deflated is not: its first element can be read.
    private static boolean isPlain(Window window, long start) throws IOException {
        return EncodingGuess.at(window, start).filter(EncodingGuess::explicit).isPresent();
    }

    /// As which the data set is read: as declared, unless its first element says otherwise.
    private TransferSyntax syntax(
            Window window, long start, Optional<TransferSyntax> declared, boolean hasMeta)
            throws IOException {
        var guess = EncodingGuess.at(window, start, declared);
        if (!hasMeta) {
            if (guess.isEmpty())
                throw new DicomFormatException(DicomReason.NOT_DICOM, 0)
                        .at("")
                        .withRule("PS3.10 7.1");
            warn(Warning.Kind.NO_META, 0);
        }
        if (declared.isEmpty())
            return guess.map(EncodingGuess::syntax).orElse(TransferSyntax.EXPLICIT_LITTLE);
        var syntax = declared.get();
        if (!syntax.known()) warn(Warning.Kind.PRIVATE_SYNTAX, start);
        if (syntax.uid().equals(GE_PRIVATE)) syntax = TransferSyntax.IMPLICIT_LITTLE;
        if (guess.isPresent() && !guess.get().agrees(syntax)) {
            warn(Warning.Kind.OTHER_SYNTAX, start);
            return guess.get().like(syntax);
        }
        return syntax;
    }

    private Window window() throws IOException {
        return origin instanceof Origin.OfBytes memory
                ? new Window(memory.bytes())
                : new Window(origin, limits.inMemory());
    }

    /// Nothing but a data set, in that syntax.
    DataSet readDataSet(TransferSyntax syntax) throws IOException {
        var window =
                syntax.deflated()
                        ? new Window(new Inflation(origin, 0, limits, warnings).all())
                        : window();
        return parser(window, 0, syntax).dataSet(headerOnly);
    }

    private ElementParser parser(Window window, long start, TransferSyntax syntax) {
        return new ElementParser(window, start, syntax, limits, warnings, directoryRecords);
    }

    /// Where group 0002 begins, or -1 where there is none.
    private long metaStart(Window window) throws IOException {
        // a bare data set may have these letters there by chance
        if (marked(window) && (groupTwo(window, 132) || EncodingGuess.at(window, 0).isEmpty())) {
            if (window.bytes()[window.need(0, 1)] != 0) preamble(window);
            return 132;
        }
        if (!groupTwo(window, 0)) return -1;
        warn(Warning.Kind.NO_PREAMBLE, 0);
        return 0;
    }

    /// PS3.10 7.1 leaves the preamble to other uses, such as a TIFF header; a program is none of them.
    private void preamble(Window window) throws IOException {
        int i = window.need(0, 4);
        var head = new String(window.bytes(), i, 4, StandardCharsets.ISO_8859_1);
        if (EXECUTABLE.stream().anyMatch(head::startsWith))
            warn(Warning.Kind.EXECUTABLE_PREAMBLE, 0);
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
}
