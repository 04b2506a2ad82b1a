package org.tyde.evidence.document;

import org.tyde.dicom.Code;
import org.tyde.evidence.content.ContentItem;
import org.tyde.evidence.content.ContentValue;
import org.tyde.evidence.content.Relationship;

import java.util.function.Function;
import java.util.stream.Collectors;

/// Coded modifiers and properties that stand behind what they belong to, in parentheses, and take no line of
/// their own: the side of a site, the method of a number.
final class Remarks {
    private Remarks() {}

    static boolean isOne(ContentItem item) {
        return item.value() instanceof ContentValue.Coded
                && item.children().isEmpty()
                && item.flaws().isEmpty()
                && item.relationship().filter(Remarks::qualifies).isPresent();
    }

    private static boolean qualifies(Relationship relationship) {
        return switch (relationship) {
            case HAS_CONCEPT_MOD, HAS_PROPERTIES -> true;
            case CONTAINS, HAS_OBS_CONTEXT, HAS_ACQ_CONTEXT, INFERRED_FROM, SELECTED_FROM -> false;
        };
    }

    static String of(
            ContentItem item, Function<ContentItem, String> label, Function<Code, String> name) {
        return item.children().stream()
                .filter(Remarks::isOne)
                .map(c -> said(c, label, name))
                .collect(Collectors.joining("; "));
    }

    private static String said(
            ContentItem item, Function<ContentItem, String> label, Function<Code, String> name) {
        var answer =
                item.value() instanceof ContentValue.Coded coded ? name.apply(coded.code()) : "";
        var asked = label.apply(item);
        return asked.isEmpty() ? answer : asked + ": " + answer;
    }
}
