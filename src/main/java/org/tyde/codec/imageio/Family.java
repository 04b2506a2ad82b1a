package org.tyde.codec.imageio;

import org.tyde.codec.Codestream;
import org.tyde.codec.FrameDecoder;
import org.tyde.codec.j2k.Jpeg2000Decoder;
import org.tyde.codec.jpeg.JpegFrameDecoder;
import org.tyde.codec.jpegls.JpegLsDecoder;
import org.tyde.dicom.TransferSyntax;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The codestreams that are read, and what they say of themselves.
enum Family {
    /// ITU-T T.81 with SOF3.
    JPEG_LOSSLESS("jpeg-lossless", "image/jpeg") {
        @Override
        Optional<Codestream> codestream(byte[] data) {
            return jpeg(data, 0xFFC3);
        }

        @Override
        FrameDecoder decoder() {
            return new JpegFrameDecoder();
        }
    },
    /// ITU-T T.87.
    JPEG_LS("jpeg-ls", "image/jls") {
        @Override
        Optional<Codestream> codestream(byte[] data) {
            return jpeg(data, 0xFFF7);
        }

        @Override
        FrameDecoder decoder() {
            return new JpegLsDecoder();
        }
    },
    /// ITU-T T.800 and T.814, the bare codestream.
    JPEG_2000("jpeg2000", "image/j2c") {
        @Override
        Optional<Codestream> codestream(byte[] data) {
            var in = ByteBuffer.wrap(data);
            if (data.length < 43 || in.getInt(0) != 0xFF4FFF51) return Optional.empty();
            int precision = in.get(42);
            return Optional.of(
                    new Codestream(
                            in.getInt(12) - in.getInt(20),
                            in.getInt(8) - in.getInt(16),
                            in.getShort(40),
                            (precision & 0x7F) + 1,
                            precision < 0,
                            true));
        }

        @Override
        FrameDecoder decoder() {
            return new Jpeg2000Decoder();
        }
    };

    private final String format;
    private final String mime;

    Family(String format, String mime) {
        this.format = format;
        this.mime = mime;
    }

    /// @param data at least the beginning of a codestream
    /// @return what it says; empty where it is of another family or its header is not there
    abstract Optional<Codestream> codestream(byte[] data);

    abstract FrameDecoder decoder();

    String format() {
        return format;
    }

    String mime() {
        return mime;
    }

    TransferSyntax syntax() {
        return switch (this) {
            case JPEG_LOSSLESS -> TransferSyntax.JPEG_LOSSLESS;
            case JPEG_LS -> TransferSyntax.JPEG_LS_NEAR_LOSSLESS;
            case JPEG_2000 -> TransferSyntax.JPEG_2000;
        };
    }

    /// The frame header, if it is the first one and the wanted one.
    private static Optional<Codestream> jpeg(byte[] data, int wanted) {
        var in = ByteBuffer.wrap(data);
        if (data.length < 4 || (in.getShort(0) & 0xFFFF) != 0xFFD8) return Optional.empty();
        int at = 2;
        while (at + 10 <= data.length) {
            int marker = in.getShort(at) & 0xFFFF;
            if (marker == 0xFFFF) {
                at++;
                continue;
            }
            if (marker == wanted)
                return Optional.of(
                        new Codestream(
                                in.getShort(at + 5) & 0xFFFF,
                                in.getShort(at + 7) & 0xFFFF,
                                in.get(at + 9),
                                in.get(at + 4),
                                false,
                                true));
            boolean otherFrame =
                    marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFCC;
            if (marker < 0xFFC0 || otherFrame || marker == 0xFFDA) return Optional.empty();
            at += 2 + (in.getShort(at + 2) & 0xFFFF);
        }
        return Optional.empty();
    }
}
