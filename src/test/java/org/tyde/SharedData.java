package org.tyde;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real files that are not ours to commit. Tests that use them are skipped where they are absent.
public final class SharedData {
    private static final Path ROOT = Path.of("..", "shared").toAbsolutePath().normalize();

    private SharedData() {}

    /// @param relative such as `data/expected.csv`
    /// @return the file or folder; the test is skipped with a sentence where it is absent
    public static Path require(String relative) {
        var path = find(relative);
        Assumptions.assumeTrue(
                Files.exists(path), () -> "skipped: needs the shared test data (" + relative + ")");
        return path;
    }

    private static Path find(String relative) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            var here = up.resolve("shared").resolve(relative);
            if (Files.exists(here)) return here;
        }
        return ROOT.resolve(relative);
    }
}
