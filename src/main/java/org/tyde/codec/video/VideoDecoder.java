package org.tyde.codec.video;

import org.jspecify.annotations.Nullable;
import org.tyde.codec.CodecReason;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameDecoder;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.ChildCommand;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Video (PS3.5 8.2.5 to 8.2.11): MPEG-2, H.264 and HEVC, all frames in one stream. Colour comes as RGB. Stereo
/// (.106) is refused, for FFmpeg decodes one of its two views.
public final class VideoDecoder implements FrameDecoder {
    private final Path folder;
    private final ChildCommand command;
    private final ReentrantLock turn = new ReentrantLock();
    private final StreamFiles files = new StreamFiles(this::closing);
    private @Nullable VideoClient client;

    /// @param folder where the video parts lie if this Tyde has them
    /// @param command starts the video process; it is started with the first frame
    public VideoDecoder(Path folder, ChildCommand command) {
        this.folder = folder;
        this.command = command;
    }

    /// @return whether the folder holds the parts
    /// @param folder where they belong
    public static boolean partsIn(Path folder) {
        if (!Files.isDirectory(folder)) return false;
        try (var files = Files.list(folder)) {
            return files.anyMatch(f -> String.valueOf(f.getFileName()).startsWith("javacpp"));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.video();
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        var name = frame.syntax().name();
        if (frame.syntax().stereo()) throw new Refusal(VideoReason.STEREO, name);
        if (!partsIn(folder))
            throw new Refusal(VideoReason.NO_VIDEO_PARTS, name, folder.toString());
        while (!takeTurn()) job.checkpoint();
        try {
            return samples(picture(frame, job), format);
        } finally {
            turn.unlock();
        }
    }

    private boolean takeTurn() {
        try {
            return turn.tryLock(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException();
        }
    }

    private Picture picture(EncodedFrame frame, JobContext job) throws IOException {
        var file = files.of(frame.parts(), job);
        var asked = client;
        if (asked == null) client = asked = new VideoClient(folder, command);
        return switch (asked.ask(file, frame.number(), job)) {
            case VideoMessage.Decoded decoded -> decoded.picture();
            case VideoMessage.Ended ended ->
                    throw new Refusal(CodecReason.NO_SUCH_FRAME, frame.number(), ended.frames())
                            .withPlace("(7FE0,0010)");
            case VideoMessage.Refused refused ->
                    throw new Refusal(refused.reason(), refused.arguments().toArray())
                            .withPlace("(7FE0,0010)");
            case VideoMessage.Load _, VideoMessage.Decode _, VideoMessage.Close _ ->
                    throw new IllegalStateException("the client lets none of these through");
        };
    }

    private void closing(Path file) {
        var asked = client;
        if (asked != null) asked.close(file);
    }

    static Samples samples(Picture picture, FrameFormat format) throws Refusal {
        if (picture.width() != format.columns() || picture.height() != format.rows())
            throw new Refusal(
                    CodecReason.SIZE_DIFFERS,
                    picture.width(),
                    picture.height(),
                    format.columns(),
                    format.rows());
        if (format.samplesPerPixel() == 1) return grey(picture, format);
        boolean bytes = format.bitsAllocated() == 8;
        if (!bytes && format.bitsAllocated() != 16)
            throw new Refusal(
                    VideoReason.UNSUPPORTED_STREAM,
                    "in cells of " + format.bitsAllocated() + " bits");
        var rgb = format.with(Photometric.RGB);
        var convert = new YuvToRgb(picture, bytes ? 8 : format.bitsStored());
        int n = Math.toIntExact(rgb.samples());
        if (bytes) {
            var values = new byte[n];
            convert.convert(
                    picture,
                    (at, red, green, blue) -> {
                        values[at] = (byte) red;
                        values[at + 1] = (byte) green;
                        values[at + 2] = (byte) blue;
                    });
            return new Samples.Bytes(rgb, values);
        }
        var values = new short[n];
        convert.convert(
                picture,
                (at, red, green, blue) -> {
                    values[at] = (short) red;
                    values[at + 1] = (short) green;
                    values[at + 2] = (short) blue;
                });
        return new Samples.Shorts(rgb, values);
    }

    /// Luma as it is, of a stream that has nothing else.
    private static Samples grey(Picture picture, FrameFormat format) throws Refusal {
        boolean fits = picture.shape() == Picture.Shape.GRAY && format.bitsAllocated() == 8;
        if (!fits)
            throw new Refusal(
                    VideoReason.UNSUPPORTED_STREAM,
                    picture.shape() + ", " + format.bitsAllocated() + "-bit grey in the header");
        return new Samples.Bytes(format.with(format.photometric()), picture.planes());
    }
}
