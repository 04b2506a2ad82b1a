package org.tyde.evidence.document;

import org.tyde.evidence.content.ContentItem;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Containers whose items are one sentence: Continuity of Content CONTINUOUS (PS3.3 C.18.8). Many authors say so
/// of lists of findings as well; only what has words and no parts of its own is read as a sentence.
final class FlowingText {
    private static final Set<String> WORDS =
            Set.of("TEXT", "CODE", "NUM", "DATE", "TIME", "DATETIME", "PNAME");

    private FlowingText() {}

    static boolean flows(ContentItem container) {
        var said = container.children().stream().filter(c -> !c.isContext()).toList();
        return said.stream().anyMatch(c -> c.value().type().equals("TEXT"))
                && said.stream().allMatch(c -> WORDS.contains(c.value().type()));
    }

    static String of(ContentItem container, Function<ContentItem, String> inline) {
        return container.children().stream()
                .filter(c -> !c.isContext())
                .map(inline)
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
