package org.tyde.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Assumptions;
import org.tyde.Programs;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// CharLS, the peer that JPEG-LS is judged by, built here from a page of C.
final class CharLs {
    private static final Path FOLDER = folder();

    private CharLs() {}

    /// How CharLS is to encode; 0 is its default.
    record Options(int interleave, int near, int maxval, int t1, int t2, int t3, int reset) {
        static Options interleave(int mode) {
            return new Options(mode, 0, 0, 0, 0, 0, 0);
        }

        static Options near(int mode, int near) {
            return new Options(mode, near, 0, 0, 0, 0, 0);
        }
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("charls");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static synchronized String peer() throws IOException, InterruptedException {
        Programs.require("gcc");
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/include/charls/charls.h")),
                "skipped: needs CharLS (apt-get install libcharls-dev)");
        var program = FOLDER.resolve("peer");
        if (Files.exists(program)) return program.toString();
        var source = FOLDER.resolve("charls-peer.c");
        try (var in = Picture.class.getResourceAsStream("charls-peer.c")) {
            Files.write(source, java.util.Objects.requireNonNull(in).readAllBytes());
        }
        var built = Programs.run("gcc", "-O2", "-o", program.toString(), source + "", "-lcharls");
        assertEquals(0, built.exitCode(), built.text());
        program.toFile().deleteOnExit();
        source.toFile().deleteOnExit();
        return program.toString();
    }

    /// @return the codestream CharLS makes of a picture
    static byte[] encode(Picture picture, Options o) throws IOException, InterruptedException {
        return encode(picture.format(), picture.words(o.interleave == 0), o);
    }

    static byte[] encode(FrameFormat format, byte[] words, Options o)
            throws IOException, InterruptedException {
        var peer = peer();
        var raw = Files.createTempFile(FOLDER, "in", ".raw");
        var stream = Files.createTempFile(FOLDER, "out", ".jls");
        try {
            Files.write(raw, words);
            run(
                    peer,
                    "encode",
                    format.columns() + "",
                    format.rows() + "",
                    format.bitsStored() + "",
                    format.samplesPerPixel() + "",
                    o.interleave + "",
                    o.near + "",
                    o.maxval + "",
                    o.t1 + "",
                    o.t2 + "",
                    o.t3 + "",
                    o.reset + "",
                    raw.toString(),
                    stream.toString());
            return Files.readAllBytes(stream);
        } finally {
            Files.delete(raw);
            Files.delete(stream);
        }
    }

    /// @return what CharLS makes of a codestream: words as [Picture#words] has them
    static byte[] decode(byte[] codestream) throws IOException, InterruptedException {
        var peer = peer();
        var stream = Files.createTempFile(FOLDER, "in", ".jls");
        var raw = Files.createTempFile(FOLDER, "out", ".raw");
        try {
            Files.write(stream, codestream);
            run(peer, "decode", stream.toString(), raw.toString());
            return Files.readAllBytes(raw);
        } finally {
            Files.delete(raw);
            Files.delete(stream);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
    }
}
