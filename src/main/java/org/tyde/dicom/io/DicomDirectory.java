package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;

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
import java.util.stream.Stream;

/// The directory of a CD or folder: DICOMDIR (PS3.3 F, PS3.10 8).
///
/// @param entries of the root, in order: patients as a rule
public record DicomDirectory(List<Entry> entries) {
    /// One directory record with those below it.
    ///
    /// @param type Directory Record Type (0004,1430), such as `PATIENT`, `STUDY`, `SERIES`, `IMAGE`
    /// @param record its keys
    /// @param file what it points to, within the folder of the DICOMDIR; whether it is there has not
    ///     been looked at
    /// @param entries below it
    public record Entry(String type, DataSet record, Optional<Path> file, List<Entry> entries) {
        /// @param entries copied
        public Entry {
            entries = List.copyOf(entries);
        }

        private Stream<Path> files() {
            return Stream.concat(file.stream(), entries.stream().flatMap(Entry::files));
        }
    }

    /// @param entries copied
    public DicomDirectory {
        entries = List.copyOf(entries);
    }

    /// @return every file it names, in its order
    public List<Path> files() {
        return entries.stream().flatMap(Entry::files).toList();
    }

    /// @param path of the DICOMDIR
    /// @return its records as a tree; those not in use are left out
    /// @throws IOException where it cannot be read, or its offsets lead nowhere or in a circle
    public static DicomDirectory read(Path path) throws IOException {
        try (var origin = Origin.OfFile.open(path)) {
            var reading = new PartTen(origin, ReaderLimits.USUAL, false);
            var set = reading.read().dataSet();
            var records = set.sequence(Tag.DIRECTORY_RECORD_SEQUENCE);
            var byOffset = new HashMap<Long, DataSet>();
            for (int i = 0; i < records.size(); i++)
                byOffset.put(reading.directoryRecords().get(i), records.get(i));
            var folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
            var first =
                    offset(
                            set,
                            Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY);
            return new DicomDirectory(new Walk(byOffset, folder).entries(first, 0));
        }
    }

    private static long offset(DataSet set, Tag tag) throws DicomFormatException {
        return (long) set.decimal(tag).orElse(0); // UL: beyond the range of int
    }

    private record Walk(Map<Long, DataSet> byOffset, Path folder, Set<Long> seen) {
        Walk(Map<Long, DataSet> byOffset, Path folder) {
            this(byOffset, folder, new HashSet<>());
        }

        List<Entry> entries(long first, int depth) throws IOException {
            var entries = new ArrayList<Entry>();
            for (long at = first; at != 0; ) {
                var record = byOffset.get(at);
                if (record == null || !seen.add(at) || depth > ReaderLimits.USUAL.depth())
                    throw new DicomFormatException(DicomReason.BAD_DIRECTORY_OFFSET, at, at)
                            .at(Tag.DIRECTORY_RECORD_SEQUENCE.toString())
                            .withRule("PS3.3 F.3.2.2");
                var below =
                        entries(
                                offset(
                                        record,
                                        Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY),
                                depth + 1);
                boolean inUse = record.integer(Tag.RECORD_IN_USE_FLAG).orElse(0xFFFF) != 0;
                if (inUse)
                    entries.add(
                            new Entry(
                                    record.textOr(Tag.DIRECTORY_RECORD_TYPE, ""),
                                    record,
                                    file(record),
                                    below));
                at = offset(record, Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD);
            }
            return entries;
        }

        /// PS3.10 8.2: up to eight components, never out of the folder. Media written in upper case
        /// are often copied in lower case.
        private Optional<Path> file(DataSet record) throws IOException {
            var components = record.texts(Tag.REFERENCED_FILE_ID);
            if (components.isEmpty()) return Optional.empty();
            var path = folder;
            for (var component : components) {
                if (!component.matches("[A-Za-z0-9_.-]+") || component.startsWith("."))
                    return Optional.empty();
                path = child(path, component);
            }
            return Optional.of(path);
        }

        private static Path child(Path parent, String name) throws IOException {
            var exact = parent.resolve(name);
            if (Files.exists(exact) || !Files.isDirectory(parent)) return exact;
            try (var children = Files.list(parent)) {
                return children.filter(c -> c.endsWith(name) || sameLetters(c, name))
                        .findFirst()
                        .orElse(exact);
            }
        }

        private static boolean sameLetters(Path path, String name) {
            return name.equalsIgnoreCase(String.valueOf(path.getFileName()));
        }
    }
}
