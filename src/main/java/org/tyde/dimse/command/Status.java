package org.tyde.dimse.command;

import org.tyde.refusal.Sentences;

import java.util.List;
import java.util.Locale;

/// How an operation stands or ended: Status (0000,0900) (PS3.7 C; PS3.4 for each service).
///
/// @param code 0 to FFFF
public record Status(int code) {
    public static final Status SUCCESS = new Status(0x0000);
    public static final Status CANCELLED = new Status(0xFE00);
    public static final Status PENDING = new Status(0xFF00);

    /// Pending, and some optional keys are not matched (PS3.4 C.4.1.1.4).
    public static final Status PENDING_WITHOUT_SOME_KEYS = new Status(0xFF01);

    public static final Status PROCESSING_FAILURE = new Status(0x0110);
    public static final Status DUPLICATE_INSTANCE = new Status(0x0111);
    public static final Status NO_SUCH_INSTANCE = new Status(0x0112);
    public static final Status NO_SUCH_EVENT = new Status(0x0113);
    public static final Status INVALID_ARGUMENT = new Status(0x0115);
    public static final Status INVALID_INSTANCE = new Status(0x0117);
    public static final Status CLASS_NOT_SUPPORTED = new Status(0x0122);
    public static final Status NOT_AUTHORIZED = new Status(0x0124);
    public static final Status DUPLICATE_INVOCATION = new Status(0x0210);
    public static final Status UNRECOGNIZED_OPERATION = new Status(0x0211);
    public static final Status LIMITED_RESOURCES = new Status(0x0213);
    public static final Status OUT_OF_RESOURCES = new Status(0xA700);
    public static final Status CANNOT_COUNT_MATCHES = new Status(0xA701);
    public static final Status CANNOT_PERFORM = new Status(0xA702);
    public static final Status DESTINATION_UNKNOWN = new Status(0xA801);

    /// The data set, or the identifier, does not match the SOP class.
    public static final Status MISMATCH = new Status(0xA900);

    /// Some sub-operations failed or warned (PS3.4 C.4.2.1.5).
    public static final Status SOME_FAILED = new Status(0xB000);

    public static final Status CANNOT_UNDERSTAND = new Status(0xC000);

    /// Attribute list error and attribute value out of range: done all the same (PS3.7 C.4).
    private static final List<Integer> WARNINGS = List.of(0x0001, 0x0107, 0x0116);

    /// What a status means for whoever waits.
    public enum Kind {
        SUCCESS,
        PENDING,
        CANCELLED,
        /// Done, and something is to be said about it.
        WARNING,
        /// Not done; so is every code the standard does not know.
        FAILURE
    }

    /// @param code 0 to FFFF
    public Status {
        if ((code & 0xFFFF) != code) throw new IllegalArgumentException("not a status: " + code);
    }

    /// @return what it means (PS3.7 C)
    public Kind kind() {
        if (code == 0) return Kind.SUCCESS;
        if (code == PENDING.code || code == PENDING_WITHOUT_SOME_KEYS.code) return Kind.PENDING;
        if (code == CANCELLED.code) return Kind.CANCELLED;
        return code >>> 12 == 0xB || WARNINGS.contains(code) ? Kind.WARNING : Kind.FAILURE;
    }

    /// @return whether no more answers follow it
    public boolean last() {
        return kind() != Kind.PENDING;
    }

    /// @return four hexadecimal digits
    public String hex() {
        return "%04X".formatted(code);
    }

    /// @param service whose table of statuses counts
    /// @param locale the reader's language
    /// @return what the standard calls it, then its code; for one the standard does not know only the
    ///     code
    public String text(Service service, Locale locale) {
        for (var key : List.of(service + "." + hex(), service + "." + range(), hex(), range())) {
            var full = "status." + key;
            var text = Sentences.text(Status.class, full, locale);
            if (!text.endsWith("/" + full)) return text + " (" + hex() + ")";
        }
        return Sentences.text(Status.class, "status.unknown", locale, hex());
    }

    /// One code stands for all of A7xx, A9xx and Cxxx in the tables of PS3.4.
    private String range() {
        return hex().startsWith("C") ? "Cxxx" : hex().substring(0, 2) + "xx";
    }

    @Override
    public String toString() {
        return hex();
    }
}
