package org.tyde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// `docs/faults.md` names tests that there are, and does not get shorter.
class FaultsTest {
    private static final int ROWS = 157;
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| (`.+`) \\|");
    private static final Pattern NAMED = Pattern.compile("`([\\w.]+)#(\\w+)`");

    @Test
    void everyTestNamedThereExists() throws IOException {
        var missing =
                rows().stream()
                        .flatMap(row -> NAMED.matcher(row.group(2)).results())
                        .filter(test -> !isTest(test.group(1), test.group(2)))
                        .map(MatchResult::group)
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyRowNamesATestAndNoScenarioStandsTwice() throws IOException {
        var seen = new HashSet<String>();
        for (var row : rows()) {
            assertTrue(NAMED.matcher(row.group(2)).find(), row.group());
            assertTrue(seen.add(row.group(1)), "twice: " + row.group(1));
        }
        assertTrue(seen.size() >= ROWS, seen.size() + " scenarios, there were " + ROWS);
    }

    private static List<MatchResult> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/faults.md")).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .toList();
    }

    private static boolean isTest(String className, String method) {
        try {
            return Arrays.stream(Class.forName("org.tyde." + className).getDeclaredMethods())
                    .filter(m -> m.getName().equals(method))
                    .anyMatch(m -> AnnotationSupport.isAnnotated(m, Testable.class));
        } catch (ClassNotFoundException notThere) {
            return false;
        }
    }
}
