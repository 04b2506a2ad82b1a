package org.tyde.store;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/// The two databases: their migrations, numbered SQL resources, and how hard each commit is made.
enum Schema {
    /// Can be rebuilt from the blobs: the last commits may be lost to a power cut, never torn.
    INDEX("NORMAL", 2, 65_536, "instance"),
    /// Can be lost only once: every commit is on disk when it returns, and copied before a migration.
    /// Its table `learned_word` is of the first version and no longer used.
    WORK("FULL", 6, 2_048, "draft");

    private final String synchronous;
    private final int newest;
    private final int cacheKib;
    private final String table;

    Schema(String synchronous, int newest, int cacheKib, String table) {
        this.table = table;
        this.cacheKib = cacheKib;
        this.synchronous = synchronous;
        this.newest = newest;
    }

    String synchronous() {
        return synchronous;
    }

    /// How much of the file a connection may keep in memory.
    int cacheKib() {
        return cacheKib;
    }

    /// Brings the file to the newest schema, one transaction a step.
    ///
    /// @return whether anything was to be done
    boolean migrate(Connection connection, Path file) throws SQLException, Refusal {
        int version = version(connection);
        if (version > 0) refuseAnother(connection);
        if (version > newest)
            throw new Refusal(StoreReason.NEWER_SCHEMA, file.getFileName(), version, newest);
        if (version == newest) return false;
        if (this == WORK && version > 0)
            copy(connection, file, file.getFileName() + ".before-" + (version + 1));
        for (int step = version + 1; step <= newest; step++) apply(connection, step);
        return true;
    }

    /// A log of another database, lying beside this one, is read as if it were its own: the tables tell.
    void refuseAnother(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 0").close();
        } catch (SQLException another) {
            throw new SQLiteException(
                    "the file is another database's: " + another.getMessage(),
                    SQLiteErrorCode.SQLITE_NOTADB);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private void apply(Connection connection, int step) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (var sql : script(step).split(";\\s*\\n")) {
                if (!sql.isBlank()) statement.execute(sql);
            }
            statement.execute("PRAGMA user_version = " + step);
            statement.execute("COMMIT");
        }
    }

    private String script(int step) {
        var name = "%s/%03d.sql".formatted(name().toLowerCase(Locale.ROOT), step);
        try (var in = Schema.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no migration " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Copies the whole database beside it, as of now.
    static void copy(Connection connection, Path file, String name) throws SQLException, Refusal {
        var copy = file.resolveSibling(name);
        try (var statement = connection.createStatement()) {
            var beside = copy.resolveSibling(copy.getFileName() + ".part");
            Files.deleteIfExists(beside);
            statement.execute("VACUUM INTO '" + beside.toString().replace("'", "''") + "'");
            Files.move(beside, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw Disk.refusal(copy, failed);
        }
    }
}
