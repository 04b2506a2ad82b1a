package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.ChildHost;
import org.tyde.work.ChildLimits;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// The speech process: the one place where the native library runs. It owns the model and one
/// recogniser at a time on one thread, since the library ends the JVM for a call out of order.
public final class SpeechChild {
    private static final int BLOCK = AudioSource.SAMPLE_RATE / 10;
    private final ChildHost host;
    private final Model model;
    private CommandGrammar commands = CommandGrammar.of(List.of());
    private Ears ears;
    private int press;
    private long samples;
    private String lastPartial = "";
    private boolean open;

    private SpeechChild(ChildHost host, String folder) throws Refusal {
        this.host = host;
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        var step = SpeechReason.MODEL_UNREADABLE;
        try {
            model = new Model(folder);
            // a broken graph shows only here
            step = SpeechReason.MODEL_GRAPH_UNREADABLE;
            ears = new Ears(model, commands);
            step = SpeechReason.MODEL_DECODES_NOTHING;
            ears.hear(new short[AudioSource.SAMPLE_RATE], AudioSource.SAMPLE_RATE);
            VoskResult.words(ears.last().speech(), 0, 1);
        } catch (IOException refused) {
            throw new Refusal(step, folder, String.valueOf(refused.getMessage())).because(refused);
        }
    }

    /// Serves until the workstation is gone; does not return.
    ///
    /// @param in the process's standard input
    /// @param out the process's standard output; nothing else may write to it
    /// @throws Exception what ended it
    public static void run(InputStream in, OutputStream out) throws Exception {
        var loaded = new SpeechChild[1];
        ChildHost.serve(
                in,
                out,
                ChildLimits.SMALL_FRAMES.frameBytes(),
                (payload, host) -> {
                    if (SpeechFrame.parse(payload) instanceof SpeechFrame.Load(var folder))
                        load(host, folder, loaded);
                    else if (loaded[0] != null) loaded[0].take(SpeechFrame.parse(payload));
                });
    }

    private static void load(ChildHost host, String folder, SpeechChild[] into) throws IOException {
        try {
            into[0] = new SpeechChild(host, folder);
            host.ready();
        } catch (Refusal refused) {
            refuse(host, (SpeechReason) refused.reason(), refused.arguments().toArray());
        } catch (LinkageError missing) {
            refuse(host, SpeechReason.NO_NATIVE_LIBRARY, String.valueOf(missing.getMessage()));
        }
    }

    private static void refuse(ChildHost host, SpeechReason reason, Object... arguments)
            throws IOException {
        var texts = List.of(arguments).stream().map(String::valueOf).toList();
        host.send(new SpeechFrame.Refused(reason, texts).toBytes());
    }

    private void take(SpeechFrame frame) throws IOException {
        switch (frame) {
            case SpeechFrame.Begin(var number) -> begin(number);
            case SpeechFrame.Sound(var sound) -> sound(sound);
            case SpeechFrame.End(var number) -> end(number);
            case SpeechFrame.Commands(var phrases) -> commands = CommandGrammar.of(phrases);
            case SpeechFrame.Anew anew -> hearAnew(anew);
            case SpeechFrame.Load _,
                    SpeechFrame.Heard _,
                    SpeechFrame.Readings _,
                    SpeechFrame.Done _,
                    SpeechFrame.Refused _ ->
                    throw new IOException("not for the speech process: " + frame);
        }
    }

    private void hearAnew(SpeechFrame.Anew anew) throws IOException {
        var json = Ears.readings(model, anew.samples(), anew.most());
        host.send(new SpeechFrame.Readings(anew.question(), json).toBytes());
    }

    private void begin(int number) throws IOException {
        ears.close();
        ears = new Ears(model, commands);
        press = number;
        samples = 0;
        lastPartial = "";
        open = true;
    }

    private void sound(Samples sound) throws IOException {
        if (!open) return;
        for (int from = 0; from < sound.length(); from += BLOCK) {
            int count = Math.min(BLOCK, sound.length() - from);
            boolean endpoint = ears.hear(sound.copy(from, count), count);
            samples += count;
            if (endpoint) settled(ears.settled());
            else partial(ears.partial());
        }
    }

    private void end(int number) throws IOException {
        if (!open || number != press) return;
        settled(ears.last());
        open = false;
        host.send(new SpeechFrame.Done(press).toBytes());
    }

    private void partial(String json) throws IOException {
        if (json.equals(lastPartial)) return;
        lastPartial = json;
        host.send(new SpeechFrame.Heard(press, false, samples, json, "").toBytes());
    }

    private void settled(Ears.Heard heard) throws IOException {
        lastPartial = "";
        var frame = new SpeechFrame.Heard(press, true, samples, heard.speech(), heard.commands());
        host.send(frame.toBytes());
    }
}
