package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The directory of a CD or folder: DICOMDIR (PS3.3 F, PS3.10 8).
///
/// @param entries of the root, in order: patients as a rule
/// @param warnings what was odd and read all the same; a record that names a file out of the folder is
///     there without that file
public record DicomDirectory(List<Entry> entries, List<Warning> warnings) {
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
    /// @param warnings copied
    public DicomDirectory {
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
    }

    /// @return every file it names, in its order
    public List<Path> files() {
        return entries.stream().flatMap(Entry::files).toList();
    }

    /// @param path of the DICOMDIR
    /// @return its records as a tree; those not in use are left out
    /// @throws IOException where it cannot be read, or its offsets lead nowhere or in a circle
    public static DicomDirectory read(Path path) throws IOException {
        var folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
        try (var origin = Origin.OfFile.open(path)) {
            return read(origin, folder);
        }
    }

    /// @param bytes of a DICOMDIR; not copied: nobody writes to them any more
    /// @param folder in which its files lie
    /// @return its records as a tree; those not in use are left out
    /// @throws IOException where it is malformed, or its offsets lead nowhere or in a circle
    public static DicomDirectory read(byte[] bytes, Path folder) throws IOException {
        return read(new Origin.OfBytes(bytes), folder);
    }

    private static DicomDirectory read(Origin origin, Path folder) throws IOException {
        var reading = new PartTen(origin, ReaderLimits.USUAL, false);
        var file = reading.read();
        return new DirectoryWalk(file, reading.directoryRecords(), folder).directory();
    }
}
