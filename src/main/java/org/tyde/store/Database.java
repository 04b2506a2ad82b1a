package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// One SQLite file in WAL mode: one connection that writes, one that only reads, each used by one
/// thread at a time. Thread-safe; waits, so never for the JavaFX thread.
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final long SMALL = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final boolean fresh;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock checking = new ReentrantLock();
    private volatile Optional<Statement> check = Optional.empty();
    private volatile boolean closed;

    /// Some SQL on a connection.
    ///
    /// @param <T> what it finds
    interface Sql<T> {
        T run(Connection connection) throws SQLException, Refusal;
    }

    private Database(Path file, Connection writer, Connection reader, boolean fresh) {
        this.fresh = fresh;
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /// @param file made with its folder when absent
    /// @throws Refusal a newer schema, a damaged file, a full disk
    static Database open(Path file, Schema schema) throws Refusal {
        return open(file, schema, PATIENCE);
    }

    /// @param patience how long to wait for another process that writes
    static Database open(Path file, Schema schema, Duration patience) throws Refusal {
        try {
            Files.createDirectories(Disk.folder(file));
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
        Connection writer = null;
        try {
            boolean suspect = suspect(file);
            writer = connect(file, schema, false, patience);
            if (suspect) check(writer, file);
            boolean fresh = schema.migrate(writer, file);
            schema.refuseAnother(writer);
            return new Database(file, writer, connect(file, schema, true, patience), fresh);
        } catch (SQLException failed) {
            closeQuietly(writer);
            throw refusal(file, failed);
        } catch (Refusal refused) {
            closeQuietly(writer);
            throw refused;
        }
    }

    /// Whether its schema was made or changed just now.
    boolean fresh() {
        return fresh;
    }

    Path file() {
        return file;
    }

    /// Runs a query; sees every committed write.
    <T> T read(Sql<T> query) throws Refusal {
        reading.lock();
        try {
            return query.run(reader);
        } catch (SQLException failed) {
            throw noted(failed);
        } finally {
            reading.unlock();
        }
    }

    /// Runs a change as one transaction: all of it, or after a failure none.
    <T> T write(Sql<T> change) throws Refusal {
        writing.lock();
        try {
            execute(writer, "BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = change.run(writer);
                execute(writer, "COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) rollback();
            }
        } catch (SQLException failed) {
            throw noted(failed);
        } finally {
            writing.unlock();
        }
    }

    /// Copies the database, as of now, to a file beside it.
    void copy(String name) throws Refusal {
        writing.lock();
        try {
            Schema.copy(writer, file, name);
        } catch (SQLException failed) {
            throw refusal(file, failed);
        } finally {
            writing.unlock();
        }
    }

    /// Writes the file anew and empties the log, so that nothing of what was deleted or overwritten is left
    /// in either.
    void compact() throws Refusal {
        writing.lock();
        reading.lock();
        try {
            execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
            execute(writer, "VACUUM");
            execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException failed) {
            throw refusal(file, failed);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }

    /// Looks through the whole file on a connection of its own, while others go on.
    ///
    /// @return whether all of it is sound
    /// @throws Refusal it was closed meanwhile
    boolean sound(Schema schema) throws Refusal {
        checking.lock();
        try (var own = connect(file, schema, true, PATIENCE);
                var statement = own.createStatement()) {
            check = Optional.of(statement);
            if (closed) throw new SQLException("closed");
            try (var rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
                return rows.next() && rows.getString(1).equals("ok");
            }
        } catch (SQLException failed) {
            if (failed instanceof SQLiteException sqlite && damaged(sqlite)) return false;
            throw refusal(file, failed);
        } finally {
            check = Optional.empty();
            checking.unlock();
        }
    }

    private void endCheck() {
        closed = true;
        try {
            if (check.isPresent()) check.get().cancel();
        } catch (SQLException ended) {
            LOG.debug("the check had ended");
        }
    }

    static boolean damaged(Refusal refusal) {
        return refusal.getCause() instanceof SQLiteException failed && damaged(failed);
    }

    /// Renames a damaged file and what belongs to it, so that a new one can be made.
    static void setAside(Path file) throws Refusal {
        var name = file.getFileName() + ".damaged-" + System.currentTimeMillis();
        try {
            for (var suffix : List.of("", "-wal", "-shm")) {
                var part = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(part)) Files.move(part, file.resolveSibling(name + suffix));
            }
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }

    @Override
    public void close() {
        endCheck();
        checking.lock();
        writing.lock();
        reading.lock();
        try {
            closeQuietly(reader);
            closeQuietly(writer);
        } finally {
            reading.unlock();
            writing.unlock();
            checking.unlock();
        }
    }

    /// Damage that is met while the file is in use is remembered for the next start.
    private Refusal noted(SQLException failure) throws Refusal {
        if (failure instanceof SQLiteException sqlite && damaged(sqlite)) WeeklyCheck.condemn(file);
        return refusal(file, failure);
    }

    private void rollback() {
        try {
            execute(writer, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            LOG.debug("no transaction left to roll back");
        }
    }

    private static Connection connect(Path file, Schema schema, boolean readOnly, Duration patience)
            throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(schema.synchronous()));
        config.setBusyTimeout((int) patience.toMillis());
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "16777216");
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
        execute(connection, "PRAGMA trusted_schema = OFF");
        execute(connection, "PRAGMA cell_size_check = ON");
        execute(connection, "PRAGMA fullfsync = ON");
        execute(connection, "PRAGMA secure_delete = ON");
        execute(connection, "PRAGMA temp_store = MEMORY");
        execute(connection, "PRAGMA cache_size = " + -schema.cacheKib());
        if (readOnly) execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /// A process that ended well leaves no log beside the file. A large file is looked through only where
    /// one is left.
    private static boolean suspect(Path file) throws Refusal {
        try {
            if (!Files.exists(file)) return false;
            if (Files.size(file) < SMALL) return true;
            var log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }

    private static void check(Connection connection, Path file) throws SQLException, Refusal {
        var said = quickCheck(connection);
        if (!said.equals("ok"))
            throw refusal(file, new SQLiteException(said, SQLiteErrorCode.SQLITE_CORRUPT));
    }

    private static String quickCheck(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            return rows.next() ? rows.getString(1) : "no answer";
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Refusal refusal(Path file, SQLException failure) {
        if (failure instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL)
            return new Refusal(StoreReason.DISK_FULL, Disk.folder(file)).because(failure);
        return new Refusal(
                        StoreReason.DATABASE_FAILED,
                        file.getFileName(),
                        String.valueOf(failure.getMessage()))
                .because(failure);
    }

    private static boolean damaged(SQLiteException failure) {
        int primary = failure.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable Connection connection) {
        if (connection == null) return;
        try {
            connection.close();
        } catch (SQLException failed) {
            LOG.warn("a database did not close: {}", failed.getErrorCode());
        }
    }
}
