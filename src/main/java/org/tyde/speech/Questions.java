package org.tyde.speech;

import org.tyde.refusal.Refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/// Questions to the speech process that somebody waits for. Thread-safe.
final class Questions {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Map<Integer, List<List<Word>>> answers = new HashMap<>();
    private int asked;
    private int dropped;

    /// Waits for the answer.
    ///
    /// @param sends sends the question of that number; false where nobody takes it
    /// @throws Refusal nobody took it, or the process ended or fell silent before it answered
    List<List<Word>> ask(IntPredicate sends) throws Refusal {
        int number;
        synchronized (this) {
            number = ++asked;
        }
        if (!sends.test(number)) throw new Refusal(SpeechReason.NOT_HEARD_ANEW);
        return await(number);
    }

    private synchronized List<List<Word>> await(int number) throws Refusal {
        long deadline = System.nanoTime() + PATIENCE;
        try {
            while (!answers.containsKey(number) && dropped < number) {
                long left = deadline - System.nanoTime();
                if (left <= 0) throw new Refusal(SpeechReason.NOT_HEARD_ANEW);
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal(SpeechReason.NOT_HEARD_ANEW).because(stopped);
        }
        var answer = answers.remove(number);
        if (answer == null) throw new Refusal(SpeechReason.NOT_HEARD_ANEW);
        return answer;
    }

    synchronized void answer(int number, List<List<Word>> answer) {
        answers.put(number, answer);
        notifyAll();
    }

    /// The process is gone: nobody will answer what was asked.
    synchronized void drop() {
        dropped = asked;
        notifyAll();
    }
}
