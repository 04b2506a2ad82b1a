package org.tyde.speech;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/// Sound of a person who speaks now.
public final class Microphone implements AudioSource {
    private static final List<AudioFormat> FORMATS =
            List.of(
                    pcm(SAMPLE_RATE, 1),
                    pcm(48_000, 1),
                    pcm(44_100, 1),
                    pcm(48_000, 2),
                    pcm(44_100, 2));

    private final Mixer.@Nullable Info device;
    private final String name;

    private Microphone(Mixer.@Nullable Info device, String name) {
        this.device = device;
        this.name = name;
    }

    /// @return the devices that can capture, in the system's order; none on a machine without
    public static List<Microphone> list() {
        var found = new ArrayList<Microphone>();
        for (var info : AudioSystem.getMixerInfo()) {
            var mixer = AudioSystem.getMixer(info);
            if (FORMATS.stream().anyMatch(f -> mixer.isLineSupported(line(f))))
                found.add(new Microphone(info, info.getName()));
        }
        return found;
    }

    /// @return the one the system would choose; opening it refuses where there is none
    public static Microphone ofSystem() {
        return new Microphone(null, "");
    }

    /// @param wanted a device's name, as [#name()] gives it; empty for the system's own choice
    /// @return the microphone; opening it refuses where there is none
    /// @throws Refusal when there is no device of that name
    public static Microphone named(String wanted) throws Refusal {
        if (wanted.isEmpty()) return ofSystem();
        return list().stream()
                .filter(m -> m.name.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(SpeechReason.NO_SUCH_MICROPHONE, wanted));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public Capture open(JobRunner runner, Sink sink) throws Refusal {
        var line = openLine();
        var job =
                runner.waiting(
                        "listen",
                        context -> {
                            capture(line, sink, context);
                            return true;
                        });
        job.onEnd(_ -> sink.ended());
        return job::cancel;
    }

    private TargetDataLine openLine() throws Refusal {
        for (var format : FORMATS) {
            if (!supported(format)) continue;
            try {
                var line =
                        device == null
                                ? AudioSystem.getTargetDataLine(format)
                                : AudioSystem.getTargetDataLine(format, device);
                line.open(format);
                line.start();
                return line;
            } catch (LineUnavailableException | IllegalArgumentException | SecurityException busy) {
                throw busy().because(busy);
            }
        }
        throw new Refusal(SpeechReason.NO_MICROPHONE);
    }

    private boolean supported(AudioFormat format) {
        return device == null
                ? AudioSystem.isLineSupported(line(format))
                : AudioSystem.getMixer(device).isLineSupported(line(format));
    }

    private void capture(TargetDataLine line, Sink sink, JobContext job) {
        var format = line.getFormat();
        try (line;
                var in = new LineStream(line, job::cancelled)) {
            var stream = new PcmStream(in, format.getSampleRate(), format.getChannels());
            while (!job.cancelled()) {
                var block = stream.next();
                if (block.length == 0) break;
                sink.samples(block, block.length);
            }
            if (in.lost() && !job.cancelled()) sink.broke(lost());
        } catch (IOException gone) {
            if (!job.cancelled()) sink.broke(lost().because(gone));
        }
    }

    private Refusal busy() {
        return name.isEmpty()
                ? new Refusal(SpeechReason.SYSTEM_MICROPHONE_BUSY)
                : new Refusal(SpeechReason.MICROPHONE_BUSY, name);
    }

    private Refusal lost() {
        return name.isEmpty()
                ? new Refusal(SpeechReason.SYSTEM_MICROPHONE_LOST)
                : new Refusal(SpeechReason.MICROPHONE_LOST, name);
    }

    private static DataLine.Info line(AudioFormat format) {
        return new DataLine.Info(TargetDataLine.class, format);
    }

    private static AudioFormat pcm(float rate, int channels) {
        return new AudioFormat(rate, 16, channels, true, false);
    }
}
