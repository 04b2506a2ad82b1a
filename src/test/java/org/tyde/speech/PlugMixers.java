package org.tyde.speech;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import javax.sound.sampled.spi.MixerProvider;

/// Sound devices that a test plugs in and pulls out, as `javax.sound` sees devices: through its own service
/// interface.
public final class PlugMixers extends MixerProvider {
    private static final List<Device> PLUGGED = new CopyOnWriteArrayList<>();

    /// A microphone, or a loudspeaker.
    public static final class Device extends Mixer.Info {
        final float rate;
        final int channels;
        final boolean speaker;
        final Samples sound = new Samples();
        public volatile boolean pulled;
        volatile boolean busy;

        public Device(String name, float rate, int channels, boolean speaker) {
            super(name, "test", "a device of a test", "1");
            this.rate = rate;
            this.channels = channels;
            this.speaker = speaker;
        }

        /// Somebody speaks: mono samples at the device's rate.
        public void speak(short[] samples) {
            synchronized (sound) {
                sound.append(samples, samples.length);
            }
        }

        private boolean takes(AudioFormat format) {
            return format.getSampleRate() == rate && format.getChannels() == channels;
        }

        private int read(byte[] into, int at, int length) {
            synchronized (sound) {
                int frames = Math.min(sound.length(), length / (2 * channels));
                var some = sound.copy(0, frames);
                sound.drop(frames);
                for (int f = 0; f < frames; f++)
                    for (int c = 0; c < channels; c++) {
                        int to = at + 2 * (f * channels + c);
                        into[to] = (byte) some[f];
                        into[to + 1] = (byte) (some[f] >> 8);
                    }
                return frames * 2 * channels;
            }
        }

        private int write(byte[] from, int at, int length) {
            synchronized (sound) {
                var some = new short[length / 2];
                for (int i = 0; i < some.length; i++)
                    some[i] = (short) ((from[at + 2 * i] & 0xff) | from[at + 2 * i + 1] << 8);
                sound.append(some, some.length);
                return length;
            }
        }

        private int available() {
            synchronized (sound) {
                return pulled ? 0 : sound.length() * 2 * channels;
            }
        }
    }

    public static Device plug(Device device) {
        PLUGGED.add(device);
        return device;
    }

    public static void pullAll() {
        PLUGGED.forEach(d -> d.pulled = true);
        PLUGGED.clear();
    }

    @Override
    public Mixer.Info[] getMixerInfo() {
        return PLUGGED.toArray(Mixer.Info[]::new);
    }

    @Override
    public Mixer getMixer(Mixer.Info info) {
        var device = find(info);
        return (Mixer)
                Proxy.newProxyInstance(
                        PlugMixers.class.getClassLoader(),
                        new Class<?>[] {Mixer.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "getMixerInfo" -> device;
                                    case "isLineSupported" ->
                                            supports(device, (Line.Info) arguments[0]);
                                    case "getLine" -> line(device, (DataLine.Info) arguments[0]);
                                    case "getMaxLines" -> -1;
                                    case "getSourceLineInfo", "getTargetLineInfo" ->
                                            new Line.Info[0];
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private static Device find(Mixer.Info info) {
        return PLUGGED.stream()
                .filter(d -> d.equals(info))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not plugged in"));
    }

    private static boolean supports(Device device, Line.Info info) {
        var wanted = device.speaker ? SourceDataLine.class : TargetDataLine.class;
        return info instanceof DataLine.Info line
                && line.getLineClass() == wanted
                && device.takes(line.getFormats()[0]);
    }

    private static Line line(Device device, DataLine.Info info) {
        var open = new boolean[1];
        return (Line)
                Proxy.newProxyInstance(
                        PlugMixers.class.getClassLoader(),
                        new Class<?>[] {
                            device.speaker ? SourceDataLine.class : TargetDataLine.class
                        },
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "open" -> {
                                        if (device.busy) throw new LineUnavailableException("busy");
                                        open[0] = true;
                                        yield true;
                                    }
                                    case "close" -> {
                                        open[0] = false;
                                        yield true;
                                    }
                                    case "start", "stop", "drain", "flush" -> open[0];
                                    case "isOpen" -> open[0];
                                    case "getFormat" -> info.getFormats()[0];
                                    case "available" -> device.available();
                                    case "read" ->
                                            device.read(
                                                    (byte[]) arguments[0],
                                                    (int) arguments[1],
                                                    (int) arguments[2]);
                                    case "write" ->
                                            device.write(
                                                    (byte[]) arguments[0],
                                                    (int) arguments[1],
                                                    (int) arguments[2]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
