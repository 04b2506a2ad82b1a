package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

class CommandGrammarTest {
    private static List<Word> said(String text) {
        var words = new ArrayList<Word>();
        for (var word : text.split(" "))
            words.add(new Word(word, words.size(), words.size() + 0.5, 1 - 0.1 * words.size()));
        return words;
    }

    private static List<String> found(CommandGrammar grammar, String text) {
        return grammar.in(said(text)).stream().map(SpokenPhrase::text).toList();
    }

    private static final CommandGrammar GRAMMAR =
            CommandGrammar.of(
                    List.of(" stryk det ", "stryk", "neste  felt", "gå til funn", "", "stryk"));

    @Test
    void theLongerOfTwoPhrasesIsHeard() {
        assertEquals(List.of("stryk det"), found(GRAMMAR, "[unk] stryk det"));
        assertEquals(List.of("stryk"), found(GRAMMAR, "stryk [unk] det"));
    }

    @Test
    void wordsOfAPhraseInAnotherOrderAreNone() {
        assertEquals(List.of(), found(GRAMMAR, "felt neste [unk] til funn gå det"));
    }

    @Test
    void phrasesAfterEachOtherAreAllHeard() {
        assertEquals(
                List.of("neste felt", "gå til funn", "stryk"),
                found(GRAMMAR, "neste felt gå til funn [unk] stryk"));
    }

    @Test
    void aPhraseBeginsWithItsFirstWordAndIsAsCertainAsItsLeastCertain() {
        var phrase = GRAMMAR.in(said("[unk] gå til funn")).getFirst();
        assertEquals(1, phrase.start());
        assertEquals(3.5, phrase.end());
        assertEquals(0.7, phrase.confidence(), 1e-9);
    }

    @Test
    void quotesInAPhraseStayInsideTheirText() {
        var grammar = CommandGrammar.of(List.of("si \"a\", \\b"));
        assertEquals("[\"si \\\"a\\\", \\\\b\",\"[unk]\"]", grammar.json());
    }

    @Test
    void aPhraseOfAWordTheModelLacksIsLeftOut() {
        var known =
                GRAMMAR.knownTo(new Vocabulary(new TreeSet<>(List.of("neste", "felt", "stryk"))));
        assertEquals(List.of("neste felt", "stryk"), known.phrases());
        assertTrue(GRAMMAR.knownTo(new Vocabulary(new TreeSet<>())).isEmpty());
    }
}
