package org.tyde.app.cli;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;

import java.nio.file.Path;
import java.util.Optional;

/// Where the large values of a file are: the file's URI, `#`, and the path of tags and 1-based items,
/// such as `file:///x.dcm#7FE00010`.
final class BulkPlaces {
    private static final long LARGEST_INLINE = 1 << 16;

    private final String file;
    private final DataSet dataSet;

    BulkPlaces(Path file, DataSet dataSet) {
        this.file = file.toUri().toString();
        this.dataSet = dataSet;
    }

    /// @param path of a binary value
    /// @return its place, or empty for one short enough to be told inline
    Optional<String> uri(String path) {
        return large(path) ? Optional.of(file + "#" + path) : Optional.empty();
    }

    private boolean large(String path) {
        try {
            return switch (value(path)) {
                case Value.Bytes bytes -> bytes.data().length() > LARGEST_INLINE;
                case Value.Bulk bulk -> bulk.data().length() > LARGEST_INLINE;
                case Value.Fragments _ -> true;
                case Value.Items _ -> false;
            };
        } catch (DicomFormatException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }

    private Value value(String path) throws DicomFormatException {
        var steps = path.split("/");
        var set = dataSet;
        for (int i = 0; i + 2 < steps.length; i += 2)
            set = set.sequence(Tag.parse(steps[i])).get(Integer.parseInt(steps[i + 1]) - 1);
        return set.element(Tag.parse(steps[steps.length - 1])).orElseThrow().value();
    }
}
