package org.tyde.report.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.report.documents.DocumentText.Part;
import org.tyde.report.documents.TextDifference.Kind;
import org.tyde.report.documents.TextDifference.Piece;

import java.util.List;
import java.util.stream.Collectors;

class TextDifferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # before | after | difference: [-only before-] {+only after+}
                    Knute på 8 mm. | Knute på 8 mm. | Knute på 8 mm.
                    Knute på 8 mm i høyre overlapp. | Knute på 11 mm i høyre overlapp. | Knute på [-8 mm-]{+11 mm+} i høyre overlapp.
                    Knute på 8,4 mm. Ingen væske. | Ingen væske. | [-Knute på -][-8,4 mm-][-. -]Ingen væske.
                    Ingen væske. | Ingen væske. Nytt infiltrat basalt. | Ingen væske. {+Nytt infiltrat basalt.+}
                    Normale nyrer. | Stor tumor i lever. | [-Normale nyrer.-]{+Stor tumor i lever.+}
                    Ingen sikker endring siden sist. | Sikker endring siden sist. | [-Ingen sikker-]{+Sikker+} endring siden sist.
                    Venstre lunge er uten infiltrat. | Høyre lunge er uten infiltrat. | [-Venstre-]{+Høyre+} lunge er uten infiltrat.
                    """)
    void whatDiffersIsToldByWords(String before, String after, String difference) {
        assertEquals(difference, marked(TextDifference.of(before, after)));
    }

    @Test
    void aNumberStandsByItselfWithItsUnit() {
        var pieces = TextDifference.of("Måler 12 mm.", "Måler 12,5 mm.");
        var numbers = pieces.stream().filter(Piece::number).map(Piece::text).toList();
        assertEquals(List.of("12 mm", "12,5 mm"), numbers);
        assertTrue(!TextDifference.of("L4 er intakt.", "L4 er intakt.").getFirst().number());
    }

    @Test
    void whiteSpaceIsNoDifference() {
        assertTrue(TextDifference.same(TextDifference.of("En  linje.\nTo.", "En linje. To.")));
    }

    @Test
    void aTextWithoutEndIsComparedInBoundedTime() {
        var before = "1.1".repeat(100_000) + " a".repeat(5_000);
        var after = "2.1".repeat(100_000) + " b".repeat(5_000);
        assertTrue(!TextDifference.same(TextDifference.of(before, after)));
    }

    @Property(tries = 300)
    void bothTextsComeOutOfTheirDifferenceAgain(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = 'a', to = 'c')
                    @Chars({' ', '.', '\n', '1'})
                    String before,
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = 'a', to = 'c')
                    @Chars({' ', '.', '\n', '1'})
                    String after) {
        var pieces = TextDifference.of(before, after);
        assertEquals(after, without(pieces, Kind.REMOVED));
        assertEquals(bare(before), bare(without(pieces, Kind.ADDED)));
    }

    @Test
    void reportsAreComparedHeadingByHeading() {
        var before =
                text(
                        new Part("Problemstilling", "Hoste."),
                        new Part("Funn", "Knute på 8 mm."),
                        new Part("Konklusjon", "Lungeknute."));
        var after = text(new Part("Funn", "Knute på 9 mm."), new Part("Konklusjon", "Lungeknute."));
        var difference = DocumentDifference.of(before, after);
        assertEquals(
                List.of("Funn", "Konklusjon", "Problemstilling"),
                difference.parts().stream().map(DocumentDifference.Section::heading).toList());
        assertEquals(2, difference.changed());
        assertTrue(difference.parts().get(1).same());
    }

    private static DocumentText text(Part... parts) {
        return new DocumentText(List.of(parts));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(p -> p.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String marked(List<Piece> pieces) {
        return pieces.stream()
                .map(
                        p ->
                                switch (p.kind()) {
                                    case SAME -> p.text();
                                    case REMOVED -> "[-" + p.text() + "-]";
                                    case ADDED -> "{+" + p.text() + "+}";
                                })
                .collect(Collectors.joining());
    }
}
