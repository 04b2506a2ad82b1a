package org.tyde.evidence.content;

import org.tyde.dicom.Code;
import org.tyde.dicom.PersonName;

import java.util.List;
import java.util.Optional;

/// What a content item says (PS3.3 C.17.3.2.1). Numbers and times stay as they were written.
public sealed interface ContentValue {
    /// @return Value Type (0040,A040); empty of a [Pointer], as written of what is [Unread]
    String type();

    /// A heading over its children.
    ///
    /// @param separate whether they stand for themselves; else they are read as one flowing text
    ///     (Continuity of Content (0040,A050), PS3.3 C.18.8)
    record Container(boolean separate) implements ContentValue {
        @Override
        public String type() {
            return "CONTAINER";
        }
    }

    /// Words.
    ///
    /// @param text with whatever line ends it was written
    record Text(String text) implements ContentValue {
        @Override
        public String type() {
            return "TEXT";
        }
    }

    /// A coded answer.
    ///
    /// @param code what it says
    record Coded(Code code) implements ContentValue {
        @Override
        public String type() {
            return "CODE";
        }
    }

    /// A number, or why there is none (PS3.3 C.18.1).
    ///
    /// @param written as in the document; empty where nothing was measured
    /// @param unit in UCUM, as a rule
    /// @param qualifier why the value is missing, or how it is to be taken (CID 42)
    record Numeric(Optional<String> written, Optional<Code> unit, Optional<Code> qualifier)
            implements ContentValue {
        @Override
        public String type() {
            return "NUM";
        }
    }

    /// A date, a time or both.
    ///
    /// @param type `DATE`, `TIME` or `DATETIME`
    /// @param written as in the document (DA, TM, DT)
    record Moment(String type, String written) implements ContentValue {}

    /// A unique identifier.
    ///
    /// @param uid as written
    record Identifier(String uid) implements ContentValue {
        @Override
        public String type() {
            return "UIDREF";
        }
    }

    /// A person.
    ///
    /// @param name of the person
    record Name(PersonName name) implements ContentValue {
        @Override
        public String type() {
            return "PNAME";
        }
    }

    /// Another object.
    ///
    /// @param type `IMAGE`, `WAVEFORM` or `COMPOSITE`
    /// @param object which
    record Reference(String type, ReferencedObject object) implements ContentValue {}

    /// A place (PS3.3 C.18.6, C.18.9).
    ///
    /// @param type `SCOORD`: pairs of column and row, pixels from the outer corner of the first pixel;
    ///     `SCOORD3D`: triples of x, y and z, mm in the frame of reference
    /// @param graphic Graphic Type (0070,0023), as written
    /// @param data Graphic Data (0070,0022)
    /// @param frameOfReference of SCOORD3D
    record Place(String type, String graphic, List<Double> data, Optional<String> frameOfReference)
            implements ContentValue {
        /// Copies the numbers.
        public Place {
            data = List.copyOf(data);
        }
    }

    /// Times in a waveform or a run of frames (PS3.3 C.18.7).
    ///
    /// @param range Temporal Range Type (0040,A130), as written
    /// @param at samples, seconds from the start, or dates and times, as written
    record Times(String range, List<String> at) implements ContentValue {
        /// Copies the times.
        public Times {
            at = List.copyOf(at);
        }

        @Override
        public String type() {
            return "TCOORD";
        }
    }

    /// Values in rows and columns (PS3.3 C.18.10).
    ///
    /// @param rows headings of the rows; a row without one is empty
    /// @param columns headings of the columns
    /// @param cells row by row, each as many as there are columns; a cell without value is empty
    record Table(List<String> rows, List<String> columns, List<List<String>> cells)
            implements ContentValue {
        /// Copies the lists.
        public Table {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = cells.stream().map(List::copyOf).toList();
        }

        @Override
        public String type() {
            return "TABLE";
        }
    }

    /// Another item of the same document (by-reference relationship, PS3.3 C.17.3.2.5).
    ///
    /// @param target Referenced Content Item Identifier (0040,DB73): 1-based, the root is `1`
    record Pointer(List<Integer> target) implements ContentValue {
        /// Copies the place.
        public Pointer {
            target = List.copyOf(target);
        }

        @Override
        public String type() {
            return "";
        }
    }

    /// A value that is absent, malformed or of an unknown type; the item's flaws say which.
    ///
    /// @param type as written, possibly empty
    /// @param rest what the item holds besides, as far as it is text
    record Unread(String type, String rest) implements ContentValue {}
}
