package org.tyde.app.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Native libraries are loaded from where the application was installed; nothing executable is unpacked
/// into a user's folder. Without an installation (tests, an IDE) each library unpacks its own.
public final class Natives {
    private Natives() {}

    /// @return the installed application's folder, as its launcher says in `tyde.app`
    public static Optional<Path> application() {
        return Optional.ofNullable(System.getProperty("tyde.app")).map(Path::of);
    }

    /// Tells SQLite and JNA (Vosk) where their libraries lie. Call before either is touched.
    public static void use() {
        application()
                .flatMap(app -> firstFolder(app.resolve("lib/native"), app.resolve("native")))
                .ifPresent(
                        folder -> {
                            var path = folder.toString();
                            System.setProperty("org.sqlite.lib.path", path);
                            System.setProperty(
                                    "org.sqlite.lib.name", System.mapLibraryName("sqlitejdbc"));
                            System.setProperty("jna.boot.library.path", path);
                            System.setProperty("jna.library.path", path);
                            System.setProperty("jna.nounpack", "true");
                            System.setProperty("jna.noclasspath", "true");
                        });
    }

    private static Optional<Path> firstFolder(Path... folders) {
        for (var folder : folders) if (Files.isDirectory(folder)) return Optional.of(folder);
        return Optional.empty();
    }
}
