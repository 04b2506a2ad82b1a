package org.tyde.dicom;

import org.tyde.refusal.Reason;

/// Why DICOM bytes, or a value in them, are refused.
public enum DicomReason implements Reason {
    /// The file is no DICOM file.
    NOT_DICOM,
    /// `{0}` the file that is not there.
    NO_SUCH_FILE,
    /// `{0}` the folder that is no file.
    A_FOLDER,
    /// `{0}` the file that may not be read.
    ACCESS_DENIED,
    /// The file has no bytes.
    EMPTY_FILE,
    /// Nothing follows the file meta information.
    NO_DATA_SET,
    /// `{0}` bytes are missing at the end.
    TRUNCATED,
    /// The file ends within its pixel data.
    CUT_OFF,
    /// `{0}` the length said, `{1}` the bytes that are left.
    LONGER_THAN_THE_FILE,
    /// `{0}` the length said, `{1}` the bytes that are left in the item around it.
    LONGER_THAN_ITS_ITEM,
    /// `{0}` the levels allowed.
    TOO_DEEP,
    /// `{0}` the elements allowed.
    TOO_MANY_ELEMENTS,
    /// `{0}` the bytes allowed.
    TOO_LARGE_INFLATED,
    /// The deflated bytes are damaged.
    NOT_INFLATABLE,
    /// `{0}` the bytes allowed to be held in memory.
    TOO_LARGE_IN_MEMORY,
    /// `{0}` two bytes in hexadecimal where a value representation was expected.
    UNKNOWN_VR,
    /// `{0}` the tag found where an item was expected.
    NOT_AN_ITEM,
    /// `{0}` the value representation that may not have an undefined length.
    UNDEFINED_LENGTH,
    /// `{0}` the tag found where an element was expected.
    NOT_AN_ELEMENT,
    /// `{0}` the offset within the DICOMDIR that leads nowhere or in a circle.
    BAD_DIRECTORY_OFFSET,
    /// `{0}` the name that cannot be a File ID.
    BAD_FILE_ID,
    /// `{0}` the SOP class that has no directory record.
    NO_RECORD_TYPE,
    /// No text is told: the value is of representation `{0}`, wanted was `{1}`.
    WRONG_VR,
    /// `{0}` the value length, `{1}` the value representation.
    BAD_LENGTH,
    /// The value is no whole number.
    NOT_AN_INTEGER,
    /// The value is no decimal number.
    NOT_A_DECIMAL,
    /// The value is no date.
    NOT_A_DATE,
    /// The value is no time of day.
    NOT_A_TIME,
    /// The value is no date and time.
    NOT_A_DATE_TIME,
    /// `{0}` the defined term that names no character set.
    UNKNOWN_CHARACTER_SET,
    /// A required attribute is missing: `{0}` its keyword.
    MISSING,
    /// `{0}` the part of the JSON that is not as PS3.18 F says.
    BAD_JSON,
    /// A value kept elsewhere could not be read: `{0}` why.
    BULK_UNREADABLE,
    /// `{0}` the transfer syntax Tyde cannot write.
    SYNTAX_NOT_WRITABLE,
    /// `{0}` the offset of a frame that needs more than 32 bits.
    BEYOND_BASIC_OFFSETS
}
