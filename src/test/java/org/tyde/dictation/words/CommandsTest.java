package org.tyde.dictation.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.speech.SpokenPhrase;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A command stands alone; the same words inside a sentence are text. `|` is a silence of half a second.
class CommandsTest {
    private static final TextNormalizer NB = TextNormalizer.of(Spoken.BOKMAAL);
    private static final TextNormalizer EN = TextNormalizer.of(Locale.ENGLISH);
    private static final SpokenContext HERE =
            new SpokenContext(
                    List.of("Lever", "Største mål"),
                    List.of("normal lever", "kontroll"),
                    "Nodul i høyre overlapp måler 12 mm.",
                    List.of());

    private static List<Word> words(String said) {
        var words = new ArrayList<Word>();
        double at = 0;
        for (var word : said.split(" ")) {
            if (word.equals("|")) at += 0.5;
            else words.add(new Word(word, at, at += 0.4, 1));
        }
        return words;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    neste bilde                               ; <Screen[action=NEXT_IMAGE]>
                    vi ser på neste bilde                     ; Vi ser på neste bilde
                    neste bilde viser fraktur                 ; Neste bilde viser fraktur
                    ingen fraktur | neste bilde               ; Ingen fraktur<Screen[action=NEXT_IMAGE]>
                    ingen fraktur | neste bilde | ingen ødem  ; Ingen fraktur<Screen[action=NEXT_IMAGE]>Ingen ødem
                    ingen fraktur punktum neste bilde         ; Ingen fraktur.<Screen[action=NEXT_IMAGE]>
                    lungevindu                                ; <Window[name=LUNG]>
                    sett i lungevindu er det normalt          ; Sett i lungevindu er det normalt
                    beinvindu                                 ; <Window[name=BONE]>
                    nøkkelbilde                               ; <Screen[action=KEY_IMAGE]>
                    mål avstand                               ; <Screen[action=TOOL_LENGTH]>
                    signer rapport                            ; <SIGN>
                    jeg skal signer rapport i morgen          ; Jeg skal signer rapport i morgen
                    hva kan jeg si                            ; <HELP>
                    hva kan jeg si om dette                   ; Hva kan jeg si om dette
                    angre                                     ; <UNDO>
                    gjør om                                   ; <REDO>
                    pasienten angre                           ; Pasienten angre
                    stryk det                                 ; <DELETE_LAST>
                    stor bokstav                              ; <CAPITAL>
                    sett inn normaltekst                      ; <INSERT_NORMAL>
                    sett inn normal lever                     ; <Insert[name=normal lever]>
                    sett inn stent i venstre                  ; Sett inn stent i venstre
                    sett inn kontroll om tre måneder          ; Sett inn kontroll om 3 måneder
                    gå til lever                              ; <GoTo[place=Lever]>
                    gå til største mål tolv millimeter        ; <GoTo[place=Største mål]>12 mm
                    gå til leveren                            ; Gå til leveren
                    det skal gå til lever                     ; Det skal gå til lever
                    gå til funn                               ; <GoTo[place=FINDINGS]>
                    gå til anbefaling kontroll                ; <GoTo[place=RECOMMENDATION]>Kontroll
                    velg høyre overlapp                       ; <Select[words=høyre overlapp]>
                    velg tolv millimeter                      ; <Select[words=12 mm]>
                    velg venstre overlapp                     ; Velg venstre overlapp
                    vi må velg nodul                          ; Vi må velg nodul
                    velg nodul | liten cyste                  ; <Select[words=nodul]>Liten cyste
                    neste felt tolv millimeter                ; <NEXT_FIELD>12 mm
                    i neste felt                              ; I neste felt
                    """)
    void bokmaal(String said, String expected) {
        assertEquals(expected, Spoken.written(NB, words(said), HERE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    next image                        ; <Screen[action=NEXT_IMAGE]>
                    on the next image                 ; On the next image
                    lung window                       ; <Window[name=LUNG]>
                    seen in lung window               ; Seen in lung window
                    scratch that                      ; <DELETE_LAST>
                    go to impression no fracture      ; <GoTo[place=IMPRESSION]>No fracture
                    insert normal                     ; <INSERT_NORMAL>
                    sign report                       ; <SIGN>
                    what can i say                    ; <HELP>
                    """)
    void english(String said, String expected) {
        assertEquals(expected, Spoken.written(EN, words(said), HERE));
    }

    @Test
    void whatTheRecogniserOfCommandsHeardAloneTakesThePlaceOfFreeSpeech() {
        var heard = List.of(new SpokenPhrase("neste bilde", 0, 0.8, 0.97));
        assertEquals(
                "<Screen[action=NEXT_IMAGE]>",
                Spoken.written(NB, words("neste vilde"), HERE.withHeard(heard)));
    }

    @Test
    void whatItHeardInsideASentenceChangesNothing() {
        var heard = List.of(new SpokenPhrase("neste bilde", 0.8, 1.6, 0.97));
        assertEquals(
                "På det neste vilde",
                Spoken.written(NB, words("på det neste vilde"), HERE.withHeard(heard)));
    }

    @Test
    void whatItWasNotSureOfChangesNothing() {
        var heard = List.of(new SpokenPhrase("neste bilde", 0, 0.8, 0.6));
        assertEquals(
                "Neste vilde", Spoken.written(NB, words("neste vilde"), HERE.withHeard(heard)));
    }

    @Test
    void allPhrasesAreAmongThoseToListenFor() {
        var phrases = NB.phrases(HERE);
        assertTrue(
                phrases.containsAll(List.of("neste bilde", "gå til lever", "sett inn kontroll")));
        assertFalse(phrases.contains("punktum"), "marks are text");
    }
}
