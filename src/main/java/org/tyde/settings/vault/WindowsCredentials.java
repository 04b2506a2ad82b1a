package org.tyde.settings.vault;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The Credential Manager of Windows (wincred.h): generic credentials named "Tyde/name" that stay on this
/// machine. A credential holds 2,560 bytes; a longer secret is kept in parts.
final class WindowsCredentials implements Secrets {
    private static final int GENERIC = 1;
    private static final int LOCAL_MACHINE = 2;
    private static final int NOT_FOUND = 1168;
    private static final int PART = 2500;
    private static final int PARTS = 40;

    /// `CREDENTIALW` on 64-bit Windows.
    private static final long CREDENTIAL_BYTES = 80;

    private static final MemoryLayout CAPTURED = Linker.Option.captureStateLayout();

    private final MethodHandle read;
    private final MethodHandle write;
    private final MethodHandle delete;
    private final MethodHandle free;

    /// @throws IllegalArgumentException this is not Windows
    WindowsCredentials() {
        var library = new NativeLibrary("advapi32");
        var last = Linker.Option.captureCallState("GetLastError");
        read =
                library.function(
                        "CredReadW",
                        NativeLibrary.returns(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS),
                        last);
        write =
                library.function(
                        "CredWriteW", NativeLibrary.returns(JAVA_INT, ADDRESS, JAVA_INT), last);
        delete =
                library.function(
                        "CredDeleteW",
                        NativeLibrary.returns(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
                        last);
        free = library.function("CredFree", FunctionDescriptor.ofVoid(ADDRESS));
    }

    @Override
    public Kind kind() {
        return Kind.WINDOWS_CREDENTIALS;
    }

    @Override
    public Optional<char[]> read(String name) throws Refusal {
        var first = part(name, 0);
        if (first.isEmpty()) return Optional.empty();
        var whole = new java.io.ByteArrayOutputStream();
        whole.writeBytes(first.get());
        for (int i = 1; i < PARTS; i++) {
            var next = part(name, i);
            if (next.isEmpty()) break;
            whole.writeBytes(next.get());
        }
        return Optional.of(NativeLibrary.chars(whole.toByteArray()));
    }

    private Optional<byte[]> part(String name, int index) throws Refusal {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(CAPTURED);
            var found = arena.allocate(ADDRESS);
            int done =
                    (int)
                            NativeLibrary.call(
                                    read, state, target(arena, name, index), GENERIC, 0, found);
            if (done == 0) {
                if (error(state) == NOT_FOUND) return Optional.empty();
                throw failed(state);
            }
            var credential = NativeLibrary.sized(found.get(ADDRESS, 0), CREDENTIAL_BYTES);
            try {
                int size = credential.get(JAVA_INT, 32);
                return Optional.of(
                        NativeLibrary.sized(credential.get(ADDRESS, 40), size).toArray(JAVA_BYTE));
            } finally {
                NativeLibrary.call(free, credential);
            }
        }
    }

    @Override
    public void write(String name, char[] secret) throws Refusal {
        try (var arena = Arena.ofConfined()) {
            var text = NativeLibrary.utf8(arena, secret);
            long length = text.byteSize() - 1;
            if (length > (long) PART * PARTS)
                throw new Refusal(VaultReason.TOO_LONG, name, PART * PARTS);
            int parts = (int) Math.max(1, (length + PART - 1) / PART);
            for (int i = 0; i < parts; i++) {
                long from = (long) i * PART;
                writePart(arena, name, i, text.asSlice(from, Math.min(PART, length - from)));
            }
            for (int i = parts; i < PARTS && remove(name, i); i++) {}
            text.fill((byte) 0);
        }
    }

    private void writePart(Arena arena, String name, int index, MemorySegment bytes)
            throws Refusal {
        var credential = arena.allocate(CREDENTIAL_BYTES, 8);
        credential.set(JAVA_INT, 4, GENERIC);
        credential.set(ADDRESS, 8, target(arena, name, index));
        credential.set(JAVA_INT, 32, (int) bytes.byteSize());
        credential.set(ADDRESS, 40, bytes);
        credential.set(JAVA_INT, 48, LOCAL_MACHINE);
        credential.set(ADDRESS, 72, wide(arena, "Tyde"));
        var state = arena.allocate(CAPTURED);
        if ((int) NativeLibrary.call(write, state, credential, 0) == 0) throw failed(state);
    }

    @Override
    public void delete(String name) throws Refusal {
        for (int i = 0; i < PARTS && remove(name, i); i++) {}
    }

    /// @return whether there was such a part
    private boolean remove(String name, int index) throws Refusal {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(CAPTURED);
            int done =
                    (int) NativeLibrary.call(delete, state, target(arena, name, index), GENERIC, 0);
            if (done == 0 && error(state) != NOT_FOUND) throw failed(state);
            return done != 0;
        }
    }

    private static MemorySegment target(Arena arena, String name, int index) {
        return wide(arena, index == 0 ? "Tyde/" + name : "Tyde/" + name + "/" + index);
    }

    private static MemorySegment wide(Arena arena, String text) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    private static int error(MemorySegment state) {
        return state.get(JAVA_INT, CAPTURED.byteOffset(groupElement("GetLastError")));
    }

    private static Refusal failed(MemorySegment state) {
        return new Refusal(VaultReason.STORE_FAILED, "error " + error(state));
    }
}
