package org.tyde.report.template;

import org.tyde.refusal.Reason;

/// Why a template or an autotext is refused, or what was left out of one.
public enum TemplateReason implements Reason {
    /// {0} the most it may be
    TOO_LARGE,
    /// {0} how deep elements may lie in each other
    TOO_DEEP,
    /// {0} how many fields there may be
    TOO_MANY_FIELDS,
    /// Neither words nor fields.
    EMPTY,
    /// {0} the file
    UNREADABLE,
    /// {0} the file
    NOT_WRITABLE,
    /// A script was left out.
    SCRIPT,
    /// {0} the element: what lies elsewhere is never loaded
    ELSEWHERE,
    /// {0} the section's name
    SECTION_UNKNOWN,
    /// {0} the section's name
    SECTION_OF_REFERRAL,
    /// It has no identifier; one was made.
    NO_ID,
    /// It has no title; the file's name is its title.
    NO_TITLE,
    /// {0} the label, {1} what the later field is called
    LABEL_TWICE,
    /// {0} the field, {1} what it asks for
    MERGE_UNKNOWN,
    /// {0} the field
    NO_OPTIONS,
    /// {0} the field, {1} the bound
    BOUND_UNREADABLE,
    /// {0} the field
    BOUNDS_TURNED,
    /// {0} the field: its smallest number is above its largest, both are left out
    BOUNDS_LEFT_OUT,
    /// Its signs are in another encoding.
    NOT_UTF8,
    /// {0} what stands there: a bracket is not closed
    NOT_CLOSED,
    /// {0} the label
    KIND_UNREADABLE,
    /// {0} the label
    FIELD_TWICE,
    /// A field has no label.
    NO_LABEL,
    /// {0} the name in braces
    NO_SUCH_VALUE,
    /// {0} what was written
    NOT_A_NUMBER,
    /// {0} what was written, {1} the unit of the field
    OTHER_UNIT,
    /// {0} the number, {1} smallest, {2} largest
    OUT_OF_RANGE,
    /// {0} what was written
    NOT_A_DAY,
    /// {0} what was written, {1} what can be chosen
    NOT_AN_OPTION,
    /// {0} the names, one referring to the next
    REFERS_TO_ITSELF,
    /// {0} the name
    NO_SUCH_AUTOTEXT,
    /// {0} the name
    NAME_TOO_SHORT,
    /// {0} the name
    NAME_UNUSABLE,
    /// {0} how long it may become
    TOO_LONG,
    /// {0} how many pieces there may be
    TOO_MANY_PIECES
}
