package org.tyde.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// One recording made of stretches of others, with a pause behind each, as of one who dictates and looks.
public final class JoinedRecording {
    private static final double PAUSE = 0.9;
    private static final AudioFormat FORMAT =
            new AudioFormat(AudioSource.SAMPLE_RATE, 16, 1, true, false);

    private JoinedRecording() {}

    /// A stretch of a recording.
    ///
    /// @param file 16 kHz, mono, 16 bits
    /// @param from second it begins at
    /// @param to second it ends at; beyond the end it means the end
    public record Stretch(Path file, double from, double to) {}

    /// @param stretches in the order in which they are said
    /// @param to the recording, written anew
    /// @return the recording
    public static Path write(List<Stretch> stretches, Path to)
            throws IOException, UnsupportedAudioFileException {
        var all = new ByteArrayOutputStream();
        var pause = new byte[bytes(PAUSE)];
        all.write(pause);
        for (var stretch : stretches) {
            all.write(sound(stretch));
            all.write(pause);
        }
        var sound =
                new AudioInputStream(
                        new ByteArrayInputStream(all.toByteArray()), FORMAT, all.size() / 2);
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, to.toFile());
        return to;
    }

    /// @param file 16 kHz, mono, 16 bits
    /// @param from second it begins at
    /// @param to second it ends at; beyond the end it means the end
    /// @return the sound
    public static short[] samples(Path file, double from, double to)
            throws IOException, UnsupportedAudioFileException {
        var sound = ByteBuffer.wrap(sound(new Stretch(file, from, to)));
        var samples = new short[sound.remaining() / 2];
        sound.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    private static byte[] sound(Stretch stretch) throws IOException, UnsupportedAudioFileException {
        try (var in = AudioSystem.getAudioInputStream(stretch.file().toFile())) {
            if (!in.getFormat().matches(FORMAT))
                throw new IOException(stretch.file() + " is " + in.getFormat());
            in.skipNBytes(bytes(stretch.from()));
            double seconds = Math.min(stretch.to() - stretch.from(), 3600);
            return in.readNBytes(bytes(seconds));
        }
    }

    private static int bytes(double seconds) {
        return 2 * (int) Math.round(seconds * AudioSource.SAMPLE_RATE);
    }
}
