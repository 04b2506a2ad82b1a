package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.util.stream.Collectors;

@Timeout(60)
class MicrophoneTest {
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void pull() {
        PlugMixers.pullAll();
        runner.close();
    }

    private static short[] ramp(int count) {
        var samples = new short[count];
        for (int i = 0; i < count; i++) samples[i] = (short) (i % 20_000);
        return samples;
    }

    private static PlugMixers.Device plug(String name, float rate, int channels) {
        return PlugMixers.plug(new PlugMixers.Device(name, rate, channels, false));
    }

    @Test
    void theDevicesThatCanCaptureAreListedByName() {
        plug("Headset", 48_000, 1);
        PlugMixers.plug(new PlugMixers.Device("Speakers", 48_000, 2, true));
        plug("SpeechMike", 16_000, 1);
        var names = Microphone.list().stream().map(Microphone::name).collect(Collectors.toSet());
        assertTrue(names.contains("Headset") && names.contains("SpeechMike"), names::toString);
        assertTrue(!names.contains("Speakers"), names::toString);
    }

    @Test
    void theChosenDeviceIsHeardAndNoOther() throws Exception {
        plug("Headset", 16_000, 1).speak(new short[8_000]);
        plug("SpeechMike", 16_000, 1).speak(ramp(8_000));
        var heard = new Listened();
        try (var _ = Microphone.named("SpeechMike").open(runner, heard)) {
            heard.awaitSamples(8_000);
        }
        heard.awaitEnd();
        assertArrayEquals(ramp(8_000), heard.all());
        assertEquals(0, heard.broken.size());
    }

    @Test
    void aDeviceThatIsNotConnectedIsNamed() {
        var refusal = assertThrows(Refusal.class, () -> Microphone.named("SpeechMike"));
        assertEquals(SpeechReason.NO_SUCH_MICROPHONE, refusal.reason());
        assertTrue(refusal.getMessage().contains("SpeechMike"), refusal.getMessage());
    }

    @Test
    void aDeviceThatIsTakenIsNamed() throws Exception {
        plug("SpeechMike", 16_000, 1).busy = true;
        var microphone = Microphone.named("SpeechMike");
        var refusal = assertThrows(Refusal.class, () -> microphone.open(runner, new Listened()));
        assertEquals(SpeechReason.MICROPHONE_BUSY, refusal.reason());
    }

    @Test
    void aMicrophonePulledOutEndsWithASentenceAndWhatWasSaidIsThere() throws Exception {
        var device = plug("SpeechMike", 16_000, 1);
        device.speak(ramp(4_000));
        var heard = new Listened();
        var _ = Microphone.named("SpeechMike").open(runner, heard);
        heard.awaitSamples(4_000);
        device.pulled = true;
        device.speak(ramp(4_000));
        heard.awaitEnd();
        assertEquals(SpeechReason.MICROPHONE_LOST, heard.broken.getFirst().reason());
        assertArrayEquals(ramp(4_000), heard.all());
    }

    @Test
    void aStereoDeviceAt48KilohertzIsHeardAt16() throws Exception {
        plug("Array", 48_000, 2).speak(new short[48_000]);
        var heard = new Listened();
        try (var _ = Microphone.named("Array").open(runner, heard)) {
            heard.awaitSamples(15_900);
        }
        heard.awaitEnd();
        assertEquals(16_000, heard.all().length, 100);
    }
}
