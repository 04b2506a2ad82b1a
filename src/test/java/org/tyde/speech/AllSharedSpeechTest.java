package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.tyde.SharedData;

import java.nio.file.Files;

/// All recordings at hand, through the real recogniser.
@Timeout(300)
class AllSharedSpeechTest {
    @Test
    void cleanSpeechIsHeardWordForWordAndFasterThanSpoken() throws Exception {
        var wavs = SharedData.require("speech/wavs");
        var tag = new UtteranceTag("report", "");
        var errors = WordErrorRate.NONE;
        double seconds = 0;
        long nanos = 0;
        try (var hearing = Hearing.start()) {
            int warm = hearing.recognizer.begin(tag);
            hearing.recognizer.end();
            hearing.finalText(warm);
            for (var line : Files.readAllLines(wavs.resolve("transcripts.tsv"))) {
                var fields = line.split("\t", -1);
                if (fields[1].equals("kind") || fields[1].equals("unknown")) continue;
                long begun = System.nanoTime();
                int press = hearing.recognizer.begin(tag);
                hearing.pour(wavs.resolve(fields[0]));
                hearing.recognizer.end();
                var heard = hearing.finalText(press);
                nanos += System.nanoTime() - begun;
                seconds += Double.parseDouble(fields[4]);
                errors = errors.plus(WordErrorRate.of(fields[5], heard));
            }
        }
        double realTimeFactor = nanos / 1e9 / seconds;
        LoggerFactory.getLogger(AllSharedSpeechTest.class)
                .info(
                        "{} words, {} errors, {} s of speech, real-time factor {}",
                        errors.said(),
                        errors.errors(),
                        seconds,
                        realTimeFactor);
        assertEquals(239, errors.said());
        assertEquals(0, errors.rate(), 0.005, errors::toString);
        assertTrue(realTimeFactor < 0.5, () -> "real-time factor " + realTimeFactor);
    }
}
