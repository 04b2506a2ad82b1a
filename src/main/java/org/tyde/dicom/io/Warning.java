package org.tyde.dicom.io;

import org.tyde.refusal.Sentences;

import java.util.Locale;

/// Something odd in a file that was read all the same.
///
/// @param kind what
/// @param place tag path; empty where it is about the file
/// @param offset bytes from the start of the file (of the inflated data set where deflated)
public record Warning(Kind kind, String place, long offset) {
    /// What can be odd. The sentence stands under `warning.NAME` in `messages_*`.
    public enum Kind {
        /// No preamble of 128 bytes and `DICM`.
        NO_PREAMBLE,
        /// No file meta information; the encoding was recognised from the data set.
        NO_META,
        /// The file meta information is not in explicit VR little endian.
        META_NOT_EXPLICIT,
        /// The length of the file meta information is missing or wrong.
        META_LENGTH,
        /// The file meta information names no transfer syntax.
        NO_TRANSFER_SYNTAX,
        /// The data set is encoded otherwise than the file meta information says.
        OTHER_SYNTAX,
        /// The transfer syntax is not one of the standard's.
        PRIVATE_SYNTAX,
        /// A value has an odd number of bytes.
        ODD_LENGTH,
        /// Elements are not in the order of their tags.
        UNSORTED,
        /// The data set holds elements of group 0002, which belong before it; they are left out.
        META_IN_DATA_SET,
        /// An element names no value representation in an encoding where all do.
        IMPLICIT_ELEMENT,
        /// The length of a value is written in 16 bits where its representation wants 32.
        LENGTH_FORM,
        /// The deflated data set has a zlib header around it.
        ZLIB_HEADER,
        /// The deflated data set ends too early; what was inflated is read.
        DEFLATED_CUT_OFF,
        /// The file ends within the pixel data; whole frames before that can be shown.
        PIXELS_CUT_OFF,
        /// It looks like an image, but the file ends before the pixel data.
        NO_PIXELS,
        /// Pixel data is encapsulated where the transfer syntax says it is not, or the reverse.
        PIXELS_OTHERWISE,
        /// Two bytes name no value representation.
        UNKNOWN_VR,
        /// A value of unknown representation was read as a sequence.
        UNKNOWN_AS_SEQUENCE,
        /// The preamble begins like a program, a script or an archive.
        EXECUTABLE_PREAMBLE,
        /// A delimiter has a length, which is not followed.
        DELIMITER_LENGTH,
        /// A delimiter or an empty item stands where none belongs.
        STRAY_DELIMITER,
        /// A sequence, item or pixel data ends without its delimiter.
        MISSING_DELIMITER,
        /// Bytes are left that are no element.
        TRAILING_BYTES,
        /// Text outside ASCII without a declared character set.
        UNDECLARED_TEXT,
        /// A record of a directory names a file in a way that could lead out of its folder.
        BAD_FILE_ID,
        /// (0008,0005) names a character set that is unknown.
        UNKNOWN_CHARACTER_SET
    }

    /// @param locale the reader's language
    /// @return one sentence with the place
    public String sentence(Locale locale) {
        var sentence = Sentences.text(Warning.class, "warning." + kind.name(), locale);
        return place.isEmpty() ? sentence : sentence + " (" + place + ")";
    }
}
