package org.tyde.codec.video;

import org.junit.jupiter.api.Assumptions;
import org.tyde.Programs;
import org.tyde.TestJvm;
import org.tyde.work.ChildCommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The video parts of this build, where it has them, and streams to decode.
final class VideoParts {
    private static final Path APPLICATION = Path.of("target", "tyde").toAbsolutePath();

    private VideoParts() {}

    /// The test is skipped with a sentence where the build has none.
    static Path require() {
        var folder = APPLICATION.resolve("lib").resolve("video");
        Assumptions.assumeTrue(
                VideoDecoder.partsIn(folder),
                "skipped: needs the video parts (mvn -Pvideo generate-resources)");
        return folder;
    }

    static ChildCommand command() {
        return TestJvm.command(
                List.of(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dtyde.app=" + APPLICATION),
                "org.tyde.app.Main",
                "child",
                "video");
    }

    /// Moving colours with a frame counter.
    ///
    /// @param name of the file, whose extension is the container
    /// @param coding arguments of ffmpeg
    static Path stream(Path folder, String name, int frames, String size, String coding)
            throws IOException, InterruptedException {
        var file = folder.resolve(name);
        var source = "testsrc2=size=" + size + ":rate=25,format=yuv420p";
        var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi"));
        command.addAll(List.of("-i", source, "-frames:v", Integer.toString(frames)));
        command.addAll(List.of(coding.split(" ")));
        command.add(file.toString());
        var said = Programs.run(command.toArray(String[]::new));
        if (said.exitCode() != 0) Assumptions.abort("skipped: " + said.text());
        return file;
    }

    /// All frames of a file as another build of FFmpeg gives them.
    static byte[] raw(Path file, String... format) throws IOException, InterruptedException {
        var out = file.resolveSibling("out.raw");
        var command =
                new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i", file.toString()));
        command.addAll(List.of("-fps_mode", "passthrough", "-f", "rawvideo"));
        command.addAll(List.of(format));
        command.add(out.toString());
        var said = Programs.run(command.toArray(String[]::new));
        if (said.exitCode() != 0) throw new IOException(said.text());
        return Files.readAllBytes(out);
    }
}
