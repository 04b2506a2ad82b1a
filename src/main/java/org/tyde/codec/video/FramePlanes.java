package org.tyde.codec.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.tyde.refusal.Refusal;

import java.util.Locale;

/// The planes of an FFmpeg frame without the gaps between their lines.
final class FramePlanes {
    private FramePlanes() {}

    static Picture picture(AVFrame frame) throws Refusal {
        var name = av_get_pix_fmt_name(frame.format());
        var format = name == null ? "?" : name.getString();
        boolean full = frame.color_range() == AVCOL_RANGE_JPEG || format.startsWith("yuvj");
        var shape = shape(format);
        int width = frame.width();
        int height = frame.height();
        long bytes = shape.bytes(width, height);
        if (bytes > VideoChild.LIMITS.frameBytes() - 64)
            throw new Refusal(VideoReason.UNSUPPORTED_STREAM, width + " x " + height);
        var planes = new byte[(int) bytes];
        int wide = shape.bits() > 8 ? 2 : 1;
        int at = copy(frame, 0, width * wide, height, planes, 0);
        int across = shape.chromaWidth(width) * wide;
        int down = shape.chromaHeight(height);
        for (int plane = 1; plane <= 2 && !shape.grey(); plane++)
            at = copy(frame, plane, across, down, planes, at);
        return new Picture(width, height, shape, frame.colorspace(), full, planes);
    }

    private static int copy(
            AVFrame frame, int plane, int width, int height, byte[] into, int start) {
        int at = start;
        try (var data = new BytePointer(frame.data(plane))) {
            for (int y = 0; y < height; y++) {
                data.position((long) y * frame.linesize(plane)).get(into, at, width);
                at += width;
            }
        }
        return at;
    }

    private static Picture.Shape shape(String format) throws Refusal {
        var plain = format.replace("yuvj", "yuv").toUpperCase(Locale.ROOT);
        for (var shape : Picture.Shape.values()) if (shape.name().equals(plain)) return shape;
        throw new Refusal(VideoReason.UNSUPPORTED_STREAM, format);
    }
}
