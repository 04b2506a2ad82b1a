package org.tyde.imaging.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// PNG without AWT: 8-bit grey where every pixel is grey, else 8-bit RGB; always opaque.
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private PngFile() {}

    /// @param to written beside and renamed
    /// @param bgra `width * height` pixels from index 0
    /// @param width in pixels
    /// @param height in pixels
    /// @throws IOException when it cannot be written
    public static void write(Path to, IntBuffer bgra, int width, int height) throws IOException {
        var beside = to.resolveSibling(to.getFileName() + ".part");
        Files.write(beside, bytes(bgra, width, height));
        Files.move(beside, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /// @param bgra `width * height` pixels from index 0
    /// @param width in pixels
    /// @param height in pixels
    /// @return the file's bytes
    public static byte[] bytes(IntBuffer bgra, int width, int height) {
        boolean grey = grey(bgra, width * height);
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            var head = new ByteArrayOutputStream();
            var h = new DataOutputStream(head);
            h.writeInt(width);
            h.writeInt(height);
            h.writeByte(8);
            h.writeByte(grey ? 0 : 2);
            h.writeByte(0);
            h.writeByte(0);
            h.writeByte(0);
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", pixels(bgra, width, height, grey));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static boolean grey(IntBuffer bgra, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int p = bgra.get(i) & 0xFFFFFF;
            if (p != (p & 0xFF) * 0x010101) return false;
        }
        return true;
    }

    private static byte[] pixels(IntBuffer bgra, int width, int height, boolean grey)
            throws IOException {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(6);
        int samples = grey ? 1 : 3;
        var line = new byte[1 + width * samples];
        try (var out = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int p = bgra.get(y * width + x);
                    if (grey) {
                        line[1 + x] = (byte) p;
                    } else {
                        line[1 + 3 * x] = (byte) (p >> 16);
                        line[2 + 3 * x] = (byte) (p >> 8);
                        line[3 + 3 * x] = (byte) p;
                    }
                }
                out.write(line);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
