package org.tyde.evidence.content;

import org.tyde.dicom.DicomFormatException;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.util.List;
import java.util.Locale;

/// What is wrong with a content item. As small as it can be: a hostile document has many.
///
/// @param reason what is wrong
/// @param arguments what its sentence names
/// @param place of the item, such as `1.2.4`
/// @param rule section of the standard
/// @param below what lay below, in its room's words; at most one
public record Flaw(
        ContentReason reason,
        List<Object> arguments,
        String place,
        String rule,
        List<Below> below) {
    /// A refusal without its trace.
    ///
    /// @param reason why
    /// @param arguments what its sentence names
    public record Below(Reason reason, List<Object> arguments) {}

    static Flaw of(ContentReason reason, List<Integer> at, String rule, Object... arguments) {
        return new Flaw(reason, List.of(arguments), ContentItem.place(at), rule, List.of());
    }

    static Flaw unreadable(DicomFormatException malformed, List<Integer> at) {
        return new Flaw(
                ContentReason.UNREADABLE,
                List.of(malformed.path().map(Object::toString).orElse("")),
                ContentItem.place(at),
                malformed.rule().orElse("PS3.3 C.17.3"),
                List.of(new Below(malformed.reason(), malformed.arguments())));
    }

    /// @param locale the reader's language
    /// @return one sentence with place and rule
    public String sentence(Locale locale) {
        var why = new Refusal(reason, arguments.toArray()).withPlace(place).withRule(rule);
        var said = Sentences.of(why, locale);
        if (below.isEmpty()) return said;
        return said + " " + Sentences.of(refused(below.getFirst()), locale);
    }

    private static Refusal refused(Below below) {
        return new Refusal(below.reason(), below.arguments().toArray());
    }
}
