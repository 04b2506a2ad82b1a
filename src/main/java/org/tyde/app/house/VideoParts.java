package org.tyde.app.house;

import org.tyde.codec.FrameDecoder;
import org.tyde.codec.video.VideoDecoder;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// FFmpeg and what binds it, an optional part of an installation: `lib/video` beside the other libraries.
/// Its classes are loaded in the video process only, by a loader of their own.
public final class VideoParts {
    private static final String CHILD = "org.tyde.codec.video.VideoChild";

    private VideoParts() {}

    /// @return where the parts belong, whether they are there or not
    public static Path folder() {
        var app = Natives.application().orElse(Path.of(""));
        var installed = app.resolve("video");
        return Files.isDirectory(installed) ? installed : app.resolve("lib", "video");
    }

    /// @return decodes video, or says that the parts are missing
    static FrameDecoder decoder() {
        return new VideoDecoder(folder().toAbsolutePath(), ChildCommands.video());
    }

    /// Serves as the video process until its parent is gone. Tyde's classes are loaded once more, beside the
    /// parts: an installed launcher cannot lengthen its class path.
    ///
    /// @param in from the parent
    /// @param out to the parent
    /// @throws Exception what ended it
    public static void serve(InputStream in, OutputStream out) throws Exception {
        try (var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(CHILD)
                    .getMethod("run", InputStream.class, OutputStream.class)
                    .invoke(null, in, out);
        }
    }

    private static URL[] classPath() throws IOException {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator))
            urls.add(url(Path.of(entry)));
        try (var parts = Files.list(folder())) {
            for (var part : parts.filter(f -> f.toString().contains(".jar")).toList())
                urls.add(url(part));
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toAbsolutePath().toUri().toURL();
    }
}
