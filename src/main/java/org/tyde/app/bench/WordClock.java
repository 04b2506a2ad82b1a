package org.tyde.app.bench;

import org.tyde.refusal.Refusal;
import org.tyde.speech.Recognizer;
import org.tyde.speech.Utterance;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;

/// Notes when each word appeared first, as long as it was not corrected later.
final class WordClock implements Recognizer.Listener {
    private record Seen(String text, long at) {}

    private final List<Seen> growing = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private long begun;

    void begin() {
        begun = System.nanoTime();
    }

    synchronized List<Double> waits() {
        return new ArrayList<>(waits);
    }

    @Override
    public synchronized void heard(Utterance utterance) {
        var words = utterance.words();
        switch (utterance.state()) {
            case PARTIAL -> grow(words);
            case FINAL -> {
                for (int i = 0; i < Math.min(words.size(), growing.size()); i++)
                    if (words.get(i).text().equals(growing.get(i).text()))
                        waits.add((growing.get(i).at() - begun) / 1e6 - 1e3 * words.get(i).end());
                growing.clear();
            }
            case END -> growing.clear();
        }
    }

    private void grow(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            var text = words.get(i).text();
            if (i < growing.size() && growing.get(i).text().equals(text)) continue;
            while (growing.size() > i) growing.removeLast();
            growing.add(new Seen(text, System.nanoTime()));
        }
    }

    @Override
    public void became(Recognizer.State state) {}

    @Override
    public void failed(Refusal why) {}
}
