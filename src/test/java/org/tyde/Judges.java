package org.tyde;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Judges written in Java by others (veraPDF, HAPI): run in a process of their own, so that their libraries
/// meet none of ours. Laid out by `mvn -f packaging/judges/pom.xml`; absent ones skip a test with that
/// sentence, and fail it where the environment says `CI=true`.
public final class Judges {
    private static final Path LIBRARIES = Path.of("target", "judges");

    private Judges() {}

    /// @param judge a program under packaging/judges
    /// @param arguments of it
    /// @return what it said
    public static Programs.Said ask(String judge, String... arguments)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(LIBRARIES)) {
            var sentence = "skipped: needs the judges (mvn -f packaging/judges/pom.xml)";
            if ("true".equals(System.getenv("CI"))) Assertions.fail(sentence);
            Assumptions.abort(sentence);
        }
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                LIBRARIES.resolve("*").toString(),
                                Path.of("packaging", "judges", judge + ".java").toString()));
        command.addAll(List.of(arguments));
        return Programs.run(command.toArray(String[]::new));
    }
}
