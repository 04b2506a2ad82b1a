package org.tyde.archive.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.settings.Settings;
import org.tyde.settings.Station;
import org.tyde.settings.TlsFiles;
import org.tyde.settings.TydeHome;
import org.tyde.settings.vault.Vaults;
import org.tyde.store.Cache;
import org.tyde.store.Instances;
import org.tyde.store.StudyFilter;
import org.tyde.store.WorkDatabase;
import org.tyde.work.JobRunner;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// DCMTK's storescu as a modality that pushes to this workstation.
class PushedTest {
    @TempDir Path folder;

    private int push(int port, String from, Path file) throws Exception {
        var builder =
                new ProcessBuilder(
                                Programs.require("storescu").toString(),
                                "-aet",
                                from,
                                "-aec",
                                "ROM3",
                                "127.0.0.1",
                                String.valueOf(port),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TCP_NODELAY", "1");
        return builder.start().waitFor();
    }

    @Test
    void namedSendersMayPushAndOthersMayNot() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var station =
                new Station("ROM3", OptionalInt.of(port), false, TlsFiles.USUAL, List.of("CT1"));
        var settings = Settings.DEFAULTS.withStation(station);
        var secrets = Vaults.of(TydeHome.at(folder.resolve("home")));
        var first = folder.resolve("1.dcm");
        var second = folder.resolve("2.dcm");
        Files.write(first, Instances.part10(1, 1).readAllBytes());
        Files.write(second, Instances.part10(2, 1).readAllBytes());
        try (var runner = new JobRunner(2);
                var cache = Cache.open(folder.resolve("cache"), runner);
                var work = WorkDatabase.open(folder.resolve("data"));
                var open =
                        MovePort.open(settings, secrets, cache, work.pins(), runner)
                                .orElseThrow()) {
            assertEquals(port, open.server().port());
            assertEquals(0, push(port, "CT1", first));
            assertEquals(1, cache.index().studies(StudyFilter.ALL).size());
            assertEquals(
                    Set.of(cache.index().studies(StudyFilter.ALL).getFirst().uid()),
                    work.pins().all());
            assertNotEquals(0, push(port, "STRANGER", second));
            cache.flush();
            assertEquals(1, cache.index().studies(StudyFilter.ALL).size());
        }
    }
}
