package org.tyde.dicom;

import java.util.List;

/// What an element holds.
public sealed interface Value {
    /// A value in memory, words little endian, even in length.
    ///
    /// @param data its bytes, padding included
    record Bytes(BulkData data) implements Value {}

    /// A large value that stays where it is.
    ///
    /// @param data its bytes
    record Bulk(BulkData data) implements Value {}

    /// The items of a sequence.
    ///
    /// @param items in order
    record Items(List<DataSet> items) implements Value {
        /// @param items copied
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Encapsulated pixel data (PS3.5 A.4).
    ///
    /// @param offsetTable the Basic Offset Table's item, often of length 0
    /// @param data the fragments after it, in order
    record Fragments(BulkData offsetTable, List<BulkData> data) implements Value {
        /// @param offsetTable the Basic Offset Table's item
        /// @param data copied
        public Fragments {
            data = List.copyOf(data);
        }
    }
}
