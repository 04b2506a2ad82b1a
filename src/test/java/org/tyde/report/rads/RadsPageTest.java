package org.tyde.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class RadsPageTest {
    private static Stream<List<String>> rows() {
        return Calculator.all().stream()
                .flatMap(
                        c ->
                                c instanceof Tabled(var _, var _, var table)
                                        ? table.rows().stream()
                                        : AcrTiRads.LEVELS.rows().stream());
    }

    @Test
    void thePageHasEveryRowOfEveryTable() throws Exception {
        var page = Files.readAllLines(Path.of("docs/rads.md"));
        var missing =
                rows().map(r -> "| " + String.join(" | ", r).replace("*", "any") + " |")
                        .filter(r -> !page.contains(r))
                        .toList();
        assertEquals(List.of(), missing);
    }
}
