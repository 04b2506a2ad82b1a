package org.tyde.settings.vault;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The desktop's Secret Service (freedesktop.org Secret Service API) through libsecret 0.18 or later, which
/// every GNOME, KDE and Xfce desktop has. Entries stand in the default collection as "Tyde: name".
final class SecretService implements Secrets {
    private static final String ATTRIBUTE = "tyde-entry";

    /// `SecretSchema`: name, flags, 32 attributes of name and type, 8 reserved places.
    private static final long SCHEMA_BYTES = 16 + 32 * 16 + 8 + 7 * 8;

    private final MethodHandle store;
    private final MethodHandle lookup;
    private final MethodHandle clear;
    private final MethodHandle free;
    private final MethodHandle freeError;
    private final MemorySegment schema;

    /// @throws IllegalArgumentException there is no libsecret
    SecretService() {
        var library = new NativeLibrary("libsecret-1.so.0", "libglib-2.0.so.0");
        var int32 = JAVA_INT;
        store =
                library.function(
                        "secret_password_store_sync",
                        FunctionDescriptor.of(
                                int32, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                                ADDRESS, ADDRESS, ADDRESS),
                        Linker.Option.firstVariadicArg(6));
        lookup =
                library.function(
                        "secret_password_lookup_sync",
                        FunctionDescriptor.of(
                                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                        Linker.Option.firstVariadicArg(3));
        clear =
                library.function(
                        "secret_password_clear_sync",
                        FunctionDescriptor.of(
                                int32, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                        Linker.Option.firstVariadicArg(3));
        free = library.function("secret_password_free", FunctionDescriptor.ofVoid(ADDRESS));
        freeError = library.function("g_error_free", FunctionDescriptor.ofVoid(ADDRESS));
        schema = schema();
    }

    private static MemorySegment schema() {
        var arena = Arena.global();
        var schema = arena.allocate(SCHEMA_BYTES, 8);
        schema.set(ADDRESS, 0, arena.allocateFrom("org.tyde.Secret"));
        schema.set(ADDRESS, 16, arena.allocateFrom(ATTRIBUTE));
        return schema;
    }

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public Optional<char[]> read(String name) throws Refusal {
        try (var arena = Arena.ofConfined()) {
            var error = arena.allocate(ADDRESS);
            var found =
                    (MemorySegment)
                            NativeLibrary.call(
                                    lookup,
                                    schema,
                                    MemorySegment.NULL,
                                    error,
                                    arena.allocateFrom(ATTRIBUTE),
                                    arena.allocateFrom(name),
                                    MemorySegment.NULL);
            refuseOn(error);
            if (found.equals(MemorySegment.NULL)) return Optional.empty();
            try {
                return Optional.of(NativeLibrary.chars(text(found)));
            } finally {
                NativeLibrary.call(free, found);
            }
        }
    }

    private static byte[] text(MemorySegment zeroEnded) {
        var all = NativeLibrary.sized(zeroEnded, Long.MAX_VALUE);
        int length = 0;
        while (all.get(JAVA_BYTE, length) != 0) length++;
        return all.asSlice(0, length).toArray(JAVA_BYTE);
    }

    @Override
    public void write(String name, char[] secret) throws Refusal {
        try (var arena = Arena.ofConfined()) {
            var error = arena.allocate(ADDRESS);
            var text = NativeLibrary.utf8(arena, secret);
            NativeLibrary.call(
                    store,
                    schema,
                    MemorySegment.NULL,
                    arena.allocateFrom("Tyde: " + name),
                    text,
                    MemorySegment.NULL,
                    error,
                    arena.allocateFrom(ATTRIBUTE),
                    arena.allocateFrom(name),
                    MemorySegment.NULL);
            text.fill((byte) 0);
            refuseOn(error);
        }
    }

    @Override
    public void delete(String name) throws Refusal {
        try (var arena = Arena.ofConfined()) {
            var error = arena.allocate(ADDRESS);
            NativeLibrary.call(
                    clear,
                    schema,
                    MemorySegment.NULL,
                    error,
                    arena.allocateFrom(ATTRIBUTE),
                    arena.allocateFrom(name),
                    MemorySegment.NULL);
            refuseOn(error);
        }
    }

    /// `GError`: domain, code, message.
    private void refuseOn(MemorySegment error) throws Refusal {
        var set = error.get(ADDRESS, 0);
        if (set.equals(MemorySegment.NULL)) return;
        var text = NativeLibrary.sized(set, 16).get(ADDRESS, 8);
        var message = NativeLibrary.sized(text, Long.MAX_VALUE).getString(0);
        NativeLibrary.call(freeError, set);
        throw new Refusal(VaultReason.STORE_FAILED, message);
    }
}
