package org.tyde.settings;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The only place that knows directories. Linux: XDG; Windows: `%APPDATA%` and `%LOCALAPPDATA%`; macOS:
/// `~/Library`. One folder for all of it where a home is named (tests, tour, demo).
///
/// @param config `tyde.json`, window places
/// @param data `work.db`: what can be lost only once
/// @param cache `index.db` and blobs: what can be fetched again
/// @param state logs, lock
/// @param machine machine-wide defaults, read only
public record TydeHome(Path config, Path data, Path cache, Path state, Path machine) {
    /// @param folder holds everything
    /// @return a home of its own
    public static TydeHome at(Path folder) {
        return new TydeHome(
                folder.resolve("config"),
                folder.resolve("data"),
                folder.resolve("cache"),
                folder.resolve("state"),
                folder.resolve("machine"));
    }

    /// @return the home of this user on this system, or the one `TYDE_HOME` names
    public static TydeHome ofSystem() {
        return of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    /// @param system name as in the property `os.name`
    /// @param user the user's home folder
    /// @param environment of the process
    /// @return where that system keeps things
    public static TydeHome of(String system, Path user, Map<String, String> environment) {
        var named = environment.getOrDefault("TYDE_HOME", "");
        if (!named.isBlank()) return at(Path.of(named).toAbsolutePath());
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            var local =
                    folder(environment, "LOCALAPPDATA", user.resolve("AppData/Local"))
                            .resolve("Tyde");
            return new TydeHome(
                    folder(environment, "APPDATA", user.resolve("AppData/Roaming")).resolve("Tyde"),
                    local.resolve("data"),
                    local.resolve("cache"),
                    local.resolve("state"),
                    folder(environment, "ProgramData", Path.of("C:/ProgramData")).resolve("Tyde"));
        }
        if (name.contains("mac")) {
            var support = user.resolve("Library/Application Support/Tyde");
            return new TydeHome(
                    support,
                    support.resolve("data"),
                    user.resolve("Library/Caches/Tyde"),
                    user.resolve("Library/Logs/Tyde"),
                    Path.of("/Library/Application Support/Tyde"));
        }
        return new TydeHome(
                folder(environment, "XDG_CONFIG_HOME", user.resolve(".config")).resolve("tyde"),
                folder(environment, "XDG_DATA_HOME", user.resolve(".local/share")).resolve("tyde"),
                folder(environment, "XDG_CACHE_HOME", user.resolve(".cache")).resolve("tyde"),
                folder(environment, "XDG_STATE_HOME", user.resolve(".local/state")).resolve("tyde"),
                Path.of("/etc/tyde"));
    }

    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        var value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }

    /// The home of the demo: its own, so that it never shares a database with a configured archive.
    ///
    /// @return a home below this one
    public TydeHome demo() {
        return at(data.resolve("demo"));
    }

    /// @return rotating log files
    public Path logs() {
        return state.resolve("logs");
    }

    /// @return jars of Image I/O plug-ins, which only an administrator can put there
    public Path plugins() {
        return machine.resolve("plugins");
    }

    /// @return the user's configuration
    public Path settingsFile() {
        return config.resolve("tyde.json");
    }

    /// @return this, with its folders made
    /// @throws Refusal when one cannot be made
    public TydeHome create() throws Refusal {
        for (var folder : new Path[] {config, data, cache, state, logs()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException cannot) {
                throw new Refusal(SettingsReason.NOT_WRITABLE, folder).because(cannot);
            }
        }
        return this;
    }

    /// One process per home.
    ///
    /// @return held until closed; empty when another process holds it
    /// @throws Refusal when the lock file cannot be made
    public Optional<Lock> lock() throws Refusal {
        var file = state.resolve("lock");
        try {
            Files.createDirectories(state);
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock != null) return Optional.of(new Lock(channel, lock));
            channel.close();
            return Optional.empty();
        } catch (java.nio.channels.OverlappingFileLockException sameProcess) {
            return Optional.empty();
        } catch (IOException cannot) {
            throw new Refusal(SettingsReason.NOT_WRITABLE, file).because(cannot);
        }
    }

    /// The hold on a home.
    ///
    /// @param channel kept open
    /// @param lock released with it
    public record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
        }
    }
}
