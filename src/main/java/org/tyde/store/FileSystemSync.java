package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// Makes all that was written to a file system durable at once, files, names and folders: Linux's
/// `syncfs(2)`. One call for many files takes a small part of the time of one `fsync` for each. The folder
/// stays open: the system tells a failed write only to who had opened something there before it. Thread-safe.
final class FileSystemSync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileSystemSync.class);
    private static final int READ_ONLY = 0;
    private static final Optional<Calls> CALLS = Calls.find();

    private final Calls calls;
    private final int folder;
    private boolean closed;

    private record Calls(MethodHandle open, MethodHandle syncfs, MethodHandle close) {
        @SuppressWarnings("restricted")
        static Optional<Calls> find() {
            if (!System.getProperty("os.name", "").equals("Linux")) return Optional.empty();
            try {
                var linker = Linker.nativeLinker();
                var symbols = linker.defaultLookup();
                var number = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
                var opens =
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
                return Optional.of(
                        new Calls(
                                linker.downcallHandle(
                                        symbols.find("open").orElseThrow(),
                                        opens,
                                        Linker.Option.firstVariadicArg(2)),
                                linker.downcallHandle(symbols.find("syncfs").orElseThrow(), number),
                                linker.downcallHandle(
                                        symbols.find("close").orElseThrow(), number)));
            } catch (RuntimeException | LinkageError without) {
                LOG.warn(
                        "files are made durable one by one: {}",
                        String.valueOf(without.getMessage()));
                return Optional.empty();
            }
        }
    }

    private FileSystemSync(Calls calls, int folder) {
        this.calls = calls;
        this.folder = folder;
    }

    /// @param folder on the file system
    /// @return empty where the system has no such call
    static Optional<FileSystemSync> of(Path folder) {
        if (CALLS.isEmpty()) return Optional.empty();
        try (var arena = Arena.ofConfined()) {
            var calls = CALLS.get();
            int opened = call(calls.open(), arena.allocateFrom(folder.toString()), READ_ONLY);
            return opened < 0 ? Optional.empty() : Optional.of(new FileSystemSync(calls, opened));
        }
    }

    /// @return whether all written there is durable now; false after [#close]
    /// @throws IOException a write failed, now or since the last time
    synchronized boolean force() throws IOException {
        if (closed) return false;
        if (call(calls.syncfs(), folder) != 0) throw new IOException("syncfs failed");
        return true;
    }

    @Override
    public synchronized void close() {
        if (!closed) call(calls.close(), folder);
        closed = true;
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable never) {
            throw new IllegalStateException(never);
        }
    }
}
