package org.tyde.codec.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// One decoded picture as FFmpeg gives it, before colour conversion.
///
/// @param width columns of luma
/// @param height rows of luma
/// @param shape how the planes lie
/// @param matrix matrix_coefficients of the stream (ITU-T H.273 Table 4), 2 when it does not say
/// @param full whether values span the whole range instead of 16 to 235 (H.273 VideoFullRangeFlag)
/// @param planes Y, Cb and Cr, or Y alone, after each other without gaps; above 8 bits each value takes two
///     bytes, little endian
@SuppressWarnings("ArrayRecordComponent") // megabytes, handed over and not kept
record Picture(int width, int height, Shape shape, int matrix, boolean full, byte[] planes) {
    /// Bits of a value and how often chroma is halved.
    enum Shape {
        YUV420P(8, 1, 1),
        YUV422P(8, 1, 0),
        YUV444P(8, 0, 0),
        GRAY(8, -1, -1),
        YUV420P10LE(10, 1, 1),
        YUV422P10LE(10, 1, 0),
        YUV444P10LE(10, 0, 0);

        private final int bits;
        private final int acrossShift;
        private final int downShift;

        Shape(int bits, int acrossShift, int downShift) {
            this.bits = bits;
            this.acrossShift = acrossShift;
            this.downShift = downShift;
        }

        /// @return bits of a value
        int bits() {
            return bits;
        }

        /// @return whether there is no chroma
        boolean grey() {
            return acrossShift < 0;
        }

        /// @return columns of chroma
        int chromaWidth(int width) {
            return grey() ? 0 : -(-width >> acrossShift);
        }

        /// @return rows of chroma
        int chromaHeight(int height) {
            return grey() ? 0 : -(-height >> downShift);
        }

        /// @return halvings of chroma from left to right
        int across() {
            return Math.max(0, acrossShift);
        }

        /// @return halvings of chroma from top to bottom
        int down() {
            return Math.max(0, downShift);
        }

        /// @return bytes all planes take
        long bytes(int width, int height) {
            long chroma = 2L * chromaWidth(width) * chromaHeight(height);
            return ((long) width * height + chroma) * (bits > 8 ? 2 : 1);
        }
    }

    /// @throws IllegalArgumentException when the planes are not as large as they must be
    Picture {
        if (width < 1 || height < 1 || planes.length != shape.bytes(width, height))
            throw new IllegalArgumentException(
                    planes.length + " bytes of " + width + " x " + height + " " + shape);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(width);
        out.writeInt(height);
        out.writeUTF(shape.name());
        out.writeByte(matrix);
        out.writeBoolean(full);
        out.writeInt(planes.length);
        out.write(planes);
    }

    static Picture read(DataInputStream in) throws IOException {
        int width = in.readInt();
        int height = in.readInt();
        var shape = in.readUTF();
        int matrix = in.readUnsignedByte();
        boolean full = in.readBoolean();
        int length = in.readInt();
        if (length < 0 || length > in.available()) throw new IOException("torn picture");
        try {
            return new Picture(
                    width, height, Shape.valueOf(shape), matrix, full, in.readNBytes(length));
        } catch (IllegalArgumentException impossible) {
            throw new IOException(impossible);
        }
    }
}
