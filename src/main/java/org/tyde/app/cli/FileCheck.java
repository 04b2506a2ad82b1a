package org.tyde.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.app.house.Failures;
import org.tyde.codec.CodecRegistry;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomFile;
import org.tyde.dicom.io.DicomReader;
import org.tyde.imaging.InstanceFrames;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What `tyde check` found out about one file.
///
/// @param path as given
/// @param status how it went
/// @param sentence why not, or the first oddity; empty when all is well
/// @param offset bytes from the start of the file, where known
/// @param millis it took
/// @param pixels first and last frame, where asked for and there
record FileCheck(
        Path path,
        Status status,
        String sentence,
        OptionalLong offset,
        double millis,
        Optional<Pixels> pixels) {
    /// How it went.
    enum Status {
        OK,
        WARNED,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The digest of an image.
    record Pixels(
            int rows,
            int columns,
            int frames,
            String first,
            String last,
            FrameDigest.Statistics statistics) {}

    static FileCheck of(
            Path path, boolean frames, boolean digest, CodecRegistry codecs, Locale locale) {
        long start = System.nanoTime();
        try {
            var read = DicomReader.read(path);
            var incomplete = new ArrayList<String>();
            Optional<Pixels> pixels =
                    frames || digest
                            ? pixels(read, frames, digest, codecs, locale, incomplete)
                            : Optional.empty();
            var odd = read.warnings();
            var said = new ArrayList<>(incomplete);
            for (var warning : odd) said.add(warning.sentence(locale));
            return new FileCheck(
                    path,
                    said.isEmpty() ? Status.OK : Status.WARNED,
                    said.isEmpty() ? "" : said.getFirst(),
                    odd.isEmpty() ? OptionalLong.empty() : OptionalLong.of(odd.getFirst().offset()),
                    millis(start),
                    pixels);
        } catch (Refusal refusal) {
            var offset =
                    refusal instanceof DicomFormatException format && format.offset() >= 0
                            ? OptionalLong.of(format.offset())
                            : OptionalLong.empty();
            return refused(path, Sentences.of(refusal, locale), offset, start);
        } catch (IOException | RuntimeException failed) {
            return refused(path, Failures.sentence(failed, locale), OptionalLong.empty(), start);
        }
    }

    private static FileCheck refused(Path path, String sentence, OptionalLong offset, long start) {
        return new FileCheck(
                path, Status.REFUSED, sentence, offset, millis(start), Optional.empty());
    }

    private static double millis(long start) {
        return Math.rint((System.nanoTime() - start) / 1e3) / 1e3;
    }

    /// @param incomplete told of frames that are there in part; no digest is given then
    private static Optional<Pixels> pixels(
            DicomFile file,
            boolean frames,
            boolean digest,
            CodecRegistry codecs,
            Locale locale,
            List<String> incomplete)
            throws IOException {
        if (!hasPixels(file.dataSet())) return Optional.empty();
        var image = InstanceFrames.of(file.dataSet(), file.transferSyntax());
        int count = image.header().frames();
        var first = FrameDigest.of(image, 1, codecs);
        var last = count == 1 ? first : FrameDigest.of(image, count, codecs);
        first.incomplete(locale).ifPresent(incomplete::add);
        last.incomplete(locale).ifPresent(incomplete::add);
        for (int f = 2; frames && f < count; f++)
            FrameDigest.of(image, f, codecs).incomplete(locale).ifPresent(incomplete::add);
        if (!digest || !incomplete.isEmpty()) return Optional.empty();
        return Optional.of(
                new Pixels(
                        first.format().rows(),
                        first.format().columns(),
                        count,
                        first.sha256(),
                        last.sha256(),
                        first.statistics()));
    }

    private static boolean hasPixels(DataSet dataSet) {
        return dataSet.has(Tag.PIXEL_DATA)
                || dataSet.has(Tag.FLOAT_PIXEL_DATA)
                || dataSet.has(Tag.DOUBLE_FLOAT_PIXEL_DATA);
    }

    ObjectNode json() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("path", path.toString());
        node.put("status", status.word());
        node.put("sentence", sentence);
        if (offset.isPresent()) node.put("offset", offset.getAsLong());
        else node.putNull("offset");
        node.put("ms", millis);
        pixels.ifPresent(
                p -> {
                    node.put("rows", p.rows());
                    node.put("columns", p.columns());
                    node.put("frames", p.frames());
                    node.put("sha256First", p.first());
                    node.put("sha256Last", p.last());
                    node.put("min", p.statistics().min());
                    node.put("max", p.statistics().max());
                    node.put("mean", p.statistics().mean());
                    node.put("grid4x4", p.statistics().grid4x4());
                });
        return node;
    }

    String line() {
        var text = new StringBuilder(status.word()).append('\t').append(path);
        if (!sentence.isEmpty()) text.append('\t').append(sentence.replace('\n', ' '));
        pixels.ifPresent(
                p ->
                        text.append('\t')
                                .append(p.columns())
                                .append('x')
                                .append(p.rows())
                                .append('x')
                                .append(p.frames())
                                .append('\t')
                                .append(p.first()));
        return text.toString();
    }
}
