package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// 100 ms are 1600 samples. Every sample's value is the number of its 100 ms.
class PushedMicrophoneTest {
    private final JobRunner runner = new JobRunner(1);
    private final HandDevice device = new HandDevice();
    private final PushedMicrophone microphone = new PushedMicrophone(device);

    @AfterEach
    void close() {
        runner.close();
    }

    /// Gives sound when told to.
    private static final class HandDevice implements AudioSource {
        private final List<Sink> open = new ArrayList<>();
        int opened;
        private short number;

        @Override
        public String name() {
            return "hand";
        }

        @Override
        public boolean live() {
            return true;
        }

        @Override
        public Capture open(JobRunner runner, Sink sink) {
            opened++;
            open.add(sink);
            return () -> {
                if (open.remove(sink)) sink.ended();
            };
        }

        void hear(int tenths) {
            for (int i = 0; i < tenths; i++) {
                var block = new short[1_600];
                Arrays.fill(block, ++number);
                for (var sink : List.copyOf(open)) sink.samples(block, block.length);
            }
        }

        void pullOut() {
            for (var sink : List.copyOf(open)) {
                sink.broke(new Refusal(SpeechReason.MICROPHONE_LOST, name()));
                open.remove(sink);
                sink.ended();
            }
        }
    }

    private static void assertHeard(Listened heard, int... tenths) {
        var expected = new short[1_600 * tenths.length];
        for (int i = 0; i < tenths.length; i++)
            Arrays.fill(expected, 1_600 * i, 1_600 * (i + 1), (short) tenths[i]);
        assertArrayEquals(expected, heard.all());
    }

    @Test
    void theThreeTenthsAfterTheKeyWentUpAreHeard() throws Exception {
        var heard = new Listened();
        var press = microphone.open(runner, heard);
        device.hear(2);
        press.close();
        assertFalse(heard.isOver());
        device.hear(6);
        assertTrue(heard.isOver());
        assertHeard(heard, 1, 2, 3, 4, 5);
        assertFalse(microphone.open());
    }

    @Test
    void theThreeTenthsBeforeTheKeyWentDownAreHeardWhereTheLineMayStayOpen() throws Exception {
        microphone.stayOpen(runner, true);
        device.hear(10);
        var heard = new Listened();
        var press = microphone.open(runner, heard);
        device.hear(1);
        press.close();
        device.hear(3);
        assertHeard(heard, 8, 9, 10, 11, 12, 13, 14);
        assertEquals(1, device.opened);
        assertTrue(microphone.open());
        microphone.stayOpen(runner, false);
        assertFalse(microphone.open());
    }

    @Test
    void withoutLeaveNothingIsHeardBeforeTheKeyGoesDown() throws Exception {
        device.hear(5);
        var heard = new Listened();
        microphone.open(runner, heard);
        device.hear(1);
        assertHeard(heard, 6);
    }

    @Test
    void soundGoesToOnePressOnly() throws Exception {
        microphone.stayOpen(runner, true);
        var first = new Listened();
        var press = microphone.open(runner, first);
        device.hear(1);
        press.close();
        device.hear(1);
        var second = new Listened();
        microphone.open(runner, second);
        device.hear(2);
        assertTrue(first.isOver());
        assertHeard(first, 1, 2);
        assertHeard(second, 3, 4);
    }

    @Test
    void aDevicePulledOutWhileTheKeyIsDownIsSaidAndEndsThePress() throws Exception {
        var heard = new Listened();
        var _ = microphone.open(runner, heard);
        device.hear(2);
        device.pullOut();
        assertEquals(SpeechReason.MICROPHONE_LOST, heard.broken.getFirst().reason());
        assertTrue(heard.isOver());
        assertHeard(heard, 1, 2);
    }

    @Test
    void aDevicePulledOutBetweenPressesIsOpenedAnewByTheNext() throws Exception {
        microphone.stayOpen(runner, true);
        device.hear(4);
        device.pullOut();
        assertFalse(microphone.open());
        var heard = new Listened();
        microphone.open(runner, heard);
        device.hear(1);
        assertHeard(heard, 5);
        assertEquals(2, device.opened);
    }

    @Test
    void whatWasHeardWhileTheLineStoodOpenIsForgottenWhenItCloses() throws Exception {
        microphone.stayOpen(runner, true);
        device.hear(3);
        microphone.stayOpen(runner, false);
        var heard = new Listened();
        microphone.open(runner, heard);
        device.hear(1);
        assertHeard(heard, 4);
    }
}
