package org.tyde.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A second Java process on the test's class path, to be killed without warning.
public final class ChildJvm implements AutoCloseable {
    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    public static ChildJvm start(Class<?> main, Object... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(main),
                        main.getName()));
        for (var argument : arguments) command.add(argument.toString());
        return new ChildJvm(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /// That of the JVM, or of the class loader a test launcher has put between.
    public static String classPath(Class<?> main) {
        if (!(main.getClassLoader() instanceof URLClassLoader loader))
            return System.getProperty("java.class.path");
        return Arrays.stream(loader.getURLs())
                .map(url -> Path.of(URI.create(url.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Reads what the child says until it has said `count` lines, then kills it (`SIGKILL`).
    ///
    /// @return every whole line it had said before it died
    public List<String> killAfter(int count, long thenMillis) throws Exception {
        var lines = new ArrayList<String>();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            while (lines.size() < count) {
                var line = said.readLine();
                if (line == null) break;
                lines.add(line);
            }
            Thread.sleep(thenMillis);
            process.toHandle().destroyForcibly(); // unlike Process, leaves the pipe open
            rest(said, lines);
            process.waitFor();
        }
        if (lines.isEmpty()) throw new IOException("the child said nothing");
        return lines;
    }

    /// The pipe still holds what was said last; an unfinished line says nothing.
    private static void rest(BufferedReader said, List<String> lines) throws IOException {
        var text = new StringBuilder();
        for (int c; (c = said.read()) >= 0; ) {
            if (c == '\n') {
                lines.add(text.toString());
                text.setLength(0);
            } else text.append((char) c);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
