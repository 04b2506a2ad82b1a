package org.tyde.fuzz;

import org.tyde.report.template.Autotext;
import org.tyde.report.template.AutotextBook;
import org.tyde.report.template.FieldSpot;
import org.tyde.report.template.Notation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Templates and autotexts as people write them; what is read is written and read again as the same.
public final class NotationFuzz {
    private NotationFuzz() {}

    /// @param input lines; each is an autotext called after its number, all together a section
    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        Hostile.input(() -> FieldSpot.of(text, List.of()));
        Hostile.input(
                () -> {
                    var first = Notation.template(text, List.of());
                    var written = Notation.write(first, Locale.ENGLISH);
                    if (!Notation.template(written, List.of()).equals(first))
                        throw new AssertionError("written and read it says something else");
                });
        var texts = new ArrayList<Autotext>();
        for (var line : text.lines().limit(40).toList())
            texts.add(new Autotext("navn " + texts.size(), line));
        Hostile.input(() -> new AutotextBook(texts, List.of()).pieces("navn 0"));
    }

    /// @return every kind of field, and names in a circle
    public static List<byte[]> seeds() {
        return List.of(
                """
                Lunger: [Lunger*~lunge = Frie.] [Størrelse*: #mm 0..300 = 12] [Grad: # ..4]
                [Side~side: høyre|venstre = høyre] [Funn: +stein|ødem = stein, ødem] [Dato: @] {alder}
                [A\\: b\\|c: x\\|y|z = x\\|y] \\[ikke\\] \\{heller ikke
                """
                        .getBytes(StandardCharsets.UTF_8),
                "a {navn 1}{navn 2}\n{navn 2}\n{NAVN 0}".getBytes(StandardCharsets.UTF_8));
    }
}
