package org.tyde.settings;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a second start asks of the process that holds the home: a file in `state/requests`, which the
/// holder takes away as it reads it.
public final class Handover {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path folder;

    /// @param home that is held
    public Handover(TydeHome home) {
        folder = home.state().resolve("requests");
    }

    /// Asks the holder to come to the front, and to open files.
    ///
    /// @param files absolute; none: only to the front
    /// @param patience how long the holder may take
    /// @return whether the holder has taken the request; if not, it is withdrawn
    /// @throws Refusal when the request cannot be written
    /// @throws InterruptedException the process is ended
    public boolean ask(List<Path> files, Duration patience) throws Refusal, InterruptedException {
        var request = folder.resolve(System.nanoTime() + "-" + UUID.randomUUID() + ENDING);
        try {
            Files.createDirectories(folder);
            var part = folder.resolve(request.getFileName() + ".part");
            Files.writeString(
                    part, JSON.writeValueAsString(files.stream().map(Path::toString).toList()));
            Files.move(part, request, StandardCopyOption.ATOMIC_MOVE);
            long end = System.nanoTime() + patience.toNanos();
            while (Files.exists(request) && System.nanoTime() < end) Thread.sleep(LOOK);
            return !Files.deleteIfExists(request);
        } catch (IOException cannot) {
            throw new Refusal(SettingsReason.NOT_WRITABLE, folder).because(cannot);
        }
    }

    /// Takes what has been asked; for the holder only.
    ///
    /// @return the files of each request, the oldest first; none of a request: only to the front
    public List<List<Path>> take() {
        if (!Files.isDirectory(folder)) return List.of();
        var taken = new ArrayList<List<Path>>();
        try (var found = Files.list(folder)) {
            for (var request : found.filter(Handover::isRequest).sorted().toList()) {
                var text = Files.readString(request);
                // withdrawn meanwhile: the other one has given up and is no longer to be served
                if (!Files.deleteIfExists(request)) continue;
                var files = new ArrayList<Path>();
                for (var file : JSON.readTree(text)) files.add(Path.of(file.asText()));
                taken.add(files);
            }
        } catch (IOException | RuntimeException unreadable) {
            return taken;
        }
        return taken;
    }

    private static boolean isRequest(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }
}
