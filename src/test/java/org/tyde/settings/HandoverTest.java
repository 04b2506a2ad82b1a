package org.tyde.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class HandoverTest {
    @TempDir Path folder;

    @Test
    void whoHoldsTheHomeTakesWhatASecondStartAsks() throws Exception {
        var home = TydeHome.at(folder).create();
        var files = List.of(Path.of("/data/ett bilde.dcm"), Path.of("/data/ø.dcm"));
        var asked = new CopyOnWriteArrayList<List<Path>>();
        try (var runner = new JobRunner(1)) {
            runner.every(Duration.ofMillis(20), () -> asked.addAll(new Handover(home).take()));
            assertTrue(new Handover(home).ask(files, Duration.ofSeconds(20)));
            assertTrue(new Handover(home).ask(List.of(), Duration.ofSeconds(20)));
        }
        assertEquals(List.of(files, List.of()), List.copyOf(asked));
    }

    @Test
    void aRequestThatNobodyTakesIsWithdrawn() throws Exception {
        var home = TydeHome.at(folder).create();
        assertFalse(new Handover(home).ask(List.of(), Duration.ofMillis(120)));
        assertEquals(new ArrayList<>(), new Handover(home).take());
        try (var left = Files.list(home.state().resolve("requests"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aHomeWhereNobodyEverAskedHasNoRequests() throws Exception {
        assertEquals(List.of(), new Handover(TydeHome.at(folder)).take());
    }
}
