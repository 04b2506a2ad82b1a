package org.tyde.speech;

import org.vosk.Model;
import org.vosk.Recognizer;

import java.io.IOException;
import java.util.Optional;

/// The library's recognisers for one press of the key: one for free speech and, where commands are listened
/// for, one that knows only those. Both hear the same sound and are asked at the same moments. One thread.
final class Ears implements AutoCloseable {
    private final Recognizer speech;
    private final Optional<Recognizer> commands;

    /// What both made of the sound so far, in the library's JSON.
    ///
    /// @param speech free speech
    /// @param commands of the other; empty where there is none
    record Heard(String speech, String commands) {}

    /// @param grammar of commands
    Ears(Model model, CommandGrammar grammar) throws IOException {
        speech = new Recognizer(model, AudioSource.SAMPLE_RATE);
        speech.setWords(true);
        // not setPartialWords: its lattice holds partial results back by more than a second
        commands = grammar.isEmpty() ? Optional.empty() : Optional.of(only(model, grammar));
    }

    private static Recognizer only(Model model, CommandGrammar grammar) throws IOException {
        var made = new Recognizer(model, AudioSource.SAMPLE_RATE, grammar.json());
        made.setWords(true);
        return made;
    }

    /// @param most at least 1
    /// @return so many readings of a stretch of sound, in the library's JSON
    static String readings(Model model, Samples sound, int most) throws IOException {
        try (var again = new Recognizer(model, AudioSource.SAMPLE_RATE)) {
            again.setMaxAlternatives(most);
            again.setWords(true);
            again.acceptWaveForm(sound.copy(0, sound.length()), sound.length());
            return again.getFinalResult();
        }
    }

    /// @return whether a stretch of speech has ended
    boolean hear(short[] sound, int count) {
        commands.ifPresent(c -> c.acceptWaveForm(sound, count));
        return speech.acceptWaveForm(sound, count);
    }

    String partial() {
        return speech.getPartialResult();
    }

    /// @return what was heard since the last settled stretch; the hearing goes on
    Heard settled() {
        return new Heard(speech.getResult(), commands.map(Recognizer::getResult).orElse(""));
    }

    /// @return the rest; nothing is heard after it
    Heard last() {
        return new Heard(
                speech.getFinalResult(), commands.map(Recognizer::getFinalResult).orElse(""));
    }

    @Override
    public void close() {
        speech.close();
        commands.ifPresent(Recognizer::close);
    }
}
