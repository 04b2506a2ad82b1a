package org.tyde.codec.video;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.tyde.refusal.Refusal;
import org.tyde.work.ChildHost;
import org.tyde.work.ChildLimits;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// The video process: the one place where FFmpeg runs. It keeps the last few streams open.
public final class VideoChild {
    /// Pictures of 8192 x 4320 in 10 bits fit into a message. A ping is answered between two frames.
    static final ChildLimits LIMITS =
            new ChildLimits(
                    112 << 20, 128L << 20, Duration.ofSeconds(30), Duration.ofSeconds(60), 5);

    private static final int OPEN = 4;
    private final ChildHost host;
    private final LinkedHashMap<String, VideoStream> open = new LinkedHashMap<>(8, 0.75f, true);

    private VideoChild(ChildHost host) {
        this.host = host;
    }

    /// Serves until the workstation is gone; does not return.
    ///
    /// @param in the process's standard input
    /// @param out the process's standard output; nothing else may write to it
    /// @throws Exception what ended it
    public static void run(InputStream in, OutputStream out) throws Exception {
        var child = new VideoChild[1];
        ChildHost.serve(
                in,
                out,
                LIMITS.frameBytes(),
                (payload, host) -> {
                    var message = VideoMessage.parse(payload);
                    if (message instanceof VideoMessage.Load(var folder))
                        child[0] = load(host, folder);
                    else child[0].take(message);
                });
    }

    /// The libraries lie unpacked in the folder, and are loaded from there.
    private static VideoChild load(ChildHost host, String folder) throws IOException {
        System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
        System.setProperty("java.library.path", folder);
        // it is made even when nothing is unpacked into it
        System.setProperty("org.bytedeco.javacpp.cachedir", folder);
        try {
            Loader.load(avutil.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            host.ready();
        } catch (LinkageError unusable) {
            var why = List.of(String.valueOf(unusable.getMessage()));
            host.send(new VideoMessage.Refused(0, VideoReason.UNUSABLE_PARTS, why).toBytes());
        }
        return new VideoChild(host);
    }

    private void take(VideoMessage message) throws IOException {
        switch (message) {
            case VideoMessage.Decode decode -> host.send(answer(decode).toBytes());
            case VideoMessage.Close(var file) -> {
                var stream = open.remove(file);
                if (stream != null) stream.close();
            }
            case VideoMessage.Load _,
                    VideoMessage.Decoded _,
                    VideoMessage.Ended _,
                    VideoMessage.Refused _ ->
                    throw new IOException("not for the video process");
        }
    }

    private VideoMessage answer(VideoMessage.Decode wanted) {
        try {
            var stream = stream(wanted.file());
            if (!stream.goTo(wanted.frame()))
                return new VideoMessage.Ended(wanted.request(), stream.frames());
            return new VideoMessage.Decoded(wanted.request(), stream.picture());
        } catch (Refusal refusal) {
            var reason =
                    refusal.reason() instanceof VideoReason ours ? ours : VideoReason.BROKEN_STREAM;
            var arguments = refusal.arguments().stream().map(String::valueOf).toList();
            return new VideoMessage.Refused(wanted.request(), reason, arguments);
        }
    }

    private VideoStream stream(String file) throws Refusal {
        var known = open.get(file);
        if (known != null) return known;
        if (open.size() == OPEN) open.pollFirstEntry().getValue().close();
        var opened = new VideoStream(file);
        open.put(file, opened);
        return opened;
    }
}
