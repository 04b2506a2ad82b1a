package org.tyde.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Locale;

class FieldPartsTest {
    private static FieldParts parts(
            String label, FieldParts.Kind kind, String least, String most, String choices) {
        return new FieldParts(
                label, kind, "mm", least, most, List.of(choices.split("/")), false, "", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    [Lunger]
                    [Lunger*~lunge = Frie.]
                    [Størrelse*: #mm 0..300 = 12]
                    [Grad: # ..4]
                    [Trykk: #mm\\ Hg 0..300]
                    [Side~side: høyre|venstre = høyre]
                    [Funn: +stein|ødem|annet = stein, ødem]
                    [Dato: @]
                    [A\\: b\\|c: x\\|y|z = x\\|y]
                    """)
    void aFieldOfTheTextComesBackFromItsForm(String written) throws Exception {
        var slot = FieldSpot.of(written, List.of()).getFirst().slot().orElseThrow();
        var again = FieldParts.of(slot).slot();
        assertEquals(slot, again);
        assertEquals(written, Notation.write(List.of(again), Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    ''    ! WORDS  ! ''  ! ''  ! ''  ! A field has no name, or a bracket in it.
                    a[b]  ! WORDS  ! ''  ! ''  ! ''  ! A field has no name, or a bracket in it.
                    Grad  ! ONE    ! ''  ! ''  ! ' ' ! The field “Grad” has nothing to choose from.
                    Mål   ! NUMBER ! tre ! ''  ! ''  ! tre is no number.
                    Mål   ! NUMBER ! 9   ! 1,5 ! ''  ! The field “Mål” has its smallest number above its largest.
                    """)
    void whatIsMissingInTheFormIsSaidInOneSentence(
            String label,
            FieldParts.Kind kind,
            String least,
            String most,
            String choices,
            String sentence) {
        var refused =
                assertThrows(Refusal.class, () -> parts(label, kind, least, most, choices).slot());
        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void fieldsAreFoundWhereTheyStandAlsoThoseThatCannotBeRead() {
        var text = "A \\[ikke] [Én] og [Mål: #mm 9..1] [åpen\n[To]";
        var spots = FieldSpot.of(text, List.of());
        assertEquals(
                List.of("[Én]", "[Mål: #mm 9..1]", "[To]"),
                spots.stream().map(s -> text.substring(s.start(), s.end())).toList());
        assertEquals(
                List.of(true, false, true), spots.stream().map(s -> s.slot().isPresent()).toList());
    }
}
