package org.tyde.codec.video;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;

/// One video stream in a file, frame by frame. Frame n is the n-th that decoding from the beginning puts out.
///
/// Going on is cheap; going back, or far ahead, starts at a key frame where every picture has a time of its own,
/// and is recognised again by that time; where times are missing or doubled, decoding starts at the beginning.
final class VideoStream implements AutoCloseable {
    private static final int EAGAIN = -11;
    private static final int MAC_EAGAIN = -35;

    private final String file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final AVCodecContext codec;
    private final int stream;
    private final PictureTimes times;
    private int next = 1;
    private boolean drained;
    private boolean started;

    /// @param file a whole stream
    /// @throws Refusal when it holds no video of a kind DICOM knows
    VideoStream(String file) throws Refusal {
        this.file = file;
        open();
        var found = new AVCodec(null);
        stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, found, 0);
        if (stream < 0)
            throw new Refusal(VideoReason.BROKEN_STREAM, "there is no video stream in it");
        codec = decoder();
        times = survey();
        rewind();
    }

    private void open() throws Refusal {
        var options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "format_whitelist", "mpegts,mpeg,mpegvideo,h264,hevc,mov", 0);
        av_dict_set(options, "codec_whitelist", "mpeg1video,mpeg2video,h264,hevc", 0);
        int said = avformat_open_input(format, file, null, options);
        av_dict_free(options);
        check(said, "it is in no container DICOM video may be in");
        check(avformat_find_stream_info(format, (AVDictionary) null), "its header cannot be read");
    }

    private AVCodecContext decoder() throws Refusal {
        var parameters = format.streams(stream).codecpar();
        var name = avcodec_get_name(parameters.codec_id()).getString();
        var known = avcodec_find_decoder(parameters.codec_id());
        boolean ours =
                switch (name) {
                    case "mpeg1video", "mpeg2video", "h264", "hevc" -> known != null;
                    default -> false;
                };
        if (!ours) throw new Refusal(VideoReason.UNSUPPORTED_STREAM, name);
        var made = avcodec_alloc_context3(known);
        check(avcodec_parameters_to_context(made, parameters), "its parameters cannot be");
        made.thread_count(1);
        made.pkt_timebase(format.streams(stream).time_base());
        made.max_pixels(65_535L * 8192);
        check(avcodec_open2(made, known, (AVDictionary) null), "its decoder does not open");
        return made;
    }

    /// Reads all packets once, for their times.
    private PictureTimes survey() {
        var found = new PictureTimes();
        while (read()) {
            found.add(
                    packet.pts() == AV_NOPTS_VALUE ? Long.MIN_VALUE : packet.pts(),
                    (packet.flags() & AV_PKT_FLAG_KEY) != 0);
            av_packet_unref(packet);
        }
        found.sort();
        return found;
    }

    private boolean read() {
        while (av_read_frame(format, packet) >= 0) {
            if (packet.stream_index() == stream) return true;
            av_packet_unref(packet);
        }
        return false;
    }

    /// @param number 1-based
    /// @return whether [#picture] is now that frame; false when the stream ends before it
    boolean goTo(int number) throws Refusal {
        if (!go(number)) return false;
        while (next <= number) if (!decode()) return false;
        return true;
    }

    /// @return frames there were when the end was met
    int frames() {
        return next - 1;
    }

    /// Moves so that decoding on meets the frame.
    private boolean go(int number) throws Refusal {
        if (times.usable() && number > times.count()) {
            next = times.count() + 1;
            drained = true;
            return false;
        }
        if (number == next - 1 && started) return true;
        long key = times.keyBefore(number);
        boolean ahead = number >= next && !drained;
        if (ahead && (key == Long.MIN_VALUE || times.number(key) <= next)) return true;
        if (key == Long.MIN_VALUE) {
            if (!ahead) rewind();
            return true;
        }
        if (av_seek_frame(format, stream, key, AVSEEK_FLAG_BACKWARD) < 0) {
            rewind();
            return true;
        }
        avcodec_flush_buffers(codec);
        drained = false;
        started = false;
        next = 0;
        while (decodeAny()) {
            int at = times.number(frame.pts());
            if (at > number || at < 1) break;
            if (at == number) {
                next = number + 1;
                started = true;
                return true;
            }
        }
        rewind();
        return true;
    }

    private void rewind() throws Refusal {
        // seeking back enters a transport stream at its second key frame, and an edit list
        // somewhere else
        avformat_close_input(format);
        open();
        avcodec_flush_buffers(codec);
        next = 1;
        drained = false;
        started = false;
    }

    private boolean decode() throws Refusal {
        if (!decodeAny()) return false;
        next++;
        return true;
    }

    /// @return whether another frame came out
    private boolean decodeAny() throws Refusal {
        while (true) {
            av_frame_unref(frame);
            int said = avcodec_receive_frame(codec, frame);
            if (said >= 0) {
                started = true;
                return true;
            }
            if (said == AVERROR_EOF()) return false;
            if (said != EAGAIN && said != MAC_EAGAIN) check(said, "a frame cannot be decoded");
            if (drained) return false;
            if (!read()) {
                drained = true;
                avcodec_send_packet(codec, null);
                continue;
            }
            said = avcodec_send_packet(codec, packet);
            av_packet_unref(packet);
            // what comes before the first key frame cannot be decoded, and is no frame
            if (said < 0 && started) check(said, "frame " + next + " cannot be decoded");
        }
    }

    /// @return the frame last gone to
    Picture picture() throws Refusal {
        if ((frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0)
            throw new Refusal(VideoReason.BROKEN_STREAM, "frame " + (next - 1) + " is incomplete");
        return FramePlanes.picture(frame);
    }

    private static void check(int said, String what) throws Refusal {
        if (said >= 0) return;
        var text = new byte[128];
        av_strerror(said, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) end++;
        var why = new String(text, 0, end, java.nio.charset.StandardCharsets.UTF_8);
        throw new Refusal(VideoReason.BROKEN_STREAM, what + " (" + why + ")");
    }

    @Override
    public void close() {
        free(codec);
        av_frame_free(frame);
        av_packet_free(packet);
        avformat_close_input(format);
    }

    private static void free(@Nullable AVCodecContext codec) {
        if (!Pointer.isNull(codec)) avcodec_free_context(codec);
    }
}
