package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomDirectory.Entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From record to record by their offsets (PS3.3 F.3.2.2), each at most once.
final class DirectoryWalk {
    private final Map<Long, DataSet> byOffset = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final List<Warning> warnings;
    private final DataSet root;
    private final Path folder;

    /// @param offsets of the records, in their order
    DirectoryWalk(DicomFile file, List<Long> offsets, Path folder) throws DicomFormatException {
        this.root = file.dataSet();
        this.folder = folder;
        this.warnings = new ArrayList<>(file.warnings());
        var records = root.sequence(Tag.DIRECTORY_RECORD_SEQUENCE);
        for (int i = 0; i < Math.min(records.size(), offsets.size()); i++)
            byOffset.put(offsets.get(i), records.get(i));
    }

    DicomDirectory directory() throws IOException {
        var first = Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY;
        return new DicomDirectory(entries(offset(root, first), 0, 0), warnings);
    }

    private static long offset(DataSet set, Tag tag) throws DicomFormatException {
        return (long) set.decimal(tag).orElse(0); // UL: beyond the range of int
    }

    /// @param pointer the offset of the record that points here, for what is said; 0 of the root
    private List<Entry> entries(long first, long pointer, int depth) throws IOException {
        var entries = new ArrayList<Entry>();
        long from = pointer;
        for (long at = first; at != 0; ) {
            if (depth > ReaderLimits.USUAL.depth())
                throw refuse(DicomReason.TOO_DEEP, from, ReaderLimits.USUAL.depth());
            var record = byOffset.get(at);
            if (record == null || !seen.add(at))
                throw refuse(DicomReason.BAD_DIRECTORY_OFFSET, from, at);
            var below =
                    entries(
                            offset(record, Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY),
                            at,
                            depth + 1);
            boolean inUse = record.integer(Tag.RECORD_IN_USE_FLAG).orElse(0xFFFF) != 0;
            if (inUse)
                entries.add(
                        new Entry(
                                record.textOr(Tag.DIRECTORY_RECORD_TYPE, ""),
                                record,
                                file(record, at),
                                below));
            from = at;
            at = offset(record, Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD);
        }
        return entries;
    }

    private static DicomFormatException refuse(DicomReason reason, long at, Object argument) {
        return new DicomFormatException(reason, at, argument)
                .at(Tag.DIRECTORY_RECORD_SEQUENCE.toString())
                .withRule("PS3.3 F.3.2.2");
    }

    /// PS3.10 8.2 wants up to eight components of up to eight capitals, digits and underscores. Longer
    /// and other names are common and followed; what could lead out of the folder is not.
    private Optional<Path> file(DataSet record, long at) throws IOException {
        var components = record.texts(Tag.REFERENCED_FILE_ID);
        if (components.isEmpty()) return Optional.empty();
        var path = folder;
        for (var component : components) {
            if (!isName(component)) {
                warnings.add(
                        new Warning(
                                Warning.Kind.BAD_FILE_ID, Tag.REFERENCED_FILE_ID.toString(), at));
                return Optional.empty();
            }
            path = child(path, component);
        }
        return Optional.of(path);
    }

    /// No separator of any file system, no drive or stream, no control character, nothing hidden.
    private static boolean isName(String component) {
        return !component.isBlank()
                && !component.startsWith(".")
                && !component.endsWith(".")
                && component.length() <= 64
                && component
                        .chars()
                        .allMatch(c -> c >= ' ' && c < 0x7F && "/\\:*?\"<>|".indexOf(c) < 0);
    }

    /// Media written in upper case are often copied in lower case.
    private static Path child(Path parent, String name) throws IOException {
        var exact = parent.resolve(name);
        if (Files.exists(exact) || !Files.isDirectory(parent)) return exact;
        try (var children = Files.list(parent)) {
            return children.filter(c -> name.equalsIgnoreCase(String.valueOf(c.getFileName())))
                    .findFirst()
                    .orElse(exact);
        }
    }
}
