package org.tyde.settings.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Functions of system libraries, open for the life of the process.
final class NativeLibrary {
    private final SymbolLookup symbols;

    /// @param names of libraries, as the system's loader finds them
    /// @throws IllegalArgumentException one of them is not there
    @SuppressWarnings("restricted")
    NativeLibrary(String... names) {
        var all =
                Arrays.stream(names)
                        .map(name -> SymbolLookup.libraryLookup(name, Arena.global()))
                        .toList();
        symbols = name -> all.stream().flatMap(one -> one.find(name).stream()).findFirst();
    }

    /// @return a function
    /// @throws IllegalArgumentException it is not there
    @SuppressWarnings("restricted")
    MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(symbol(name), shape, options);
    }

    MemorySegment symbol(String name) {
        return symbols.find(name)
                .orElseThrow(() -> new IllegalArgumentException("no function " + name));
    }

    static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(List.of(arguments));
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable never) {
            throw new IllegalStateException(never);
        }
    }

    /// @return what an address points to, so many bytes of it
    @SuppressWarnings("restricted")
    static MemorySegment sized(MemorySegment address, long bytes) {
        return address.reinterpret(bytes);
    }

    static FunctionDescriptor returns(MemoryLayout result, MemoryLayout... arguments) {
        return FunctionDescriptor.of(result, arguments);
    }

    /// UTF-8 with a zero at the end; the caller overwrites it.
    static MemorySegment utf8(Arena arena, char[] text) {
        var bytes = utf8(text);
        var segment = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        Arrays.fill(bytes, (byte) 0);
        return segment;
    }

    /// @return UTF-8, in an array that is the caller's to overwrite
    static byte[] utf8(char[] text) {
        var room = ByteBuffer.allocate(3 * text.length);
        var encoder =
                StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        encoder.encode(CharBuffer.wrap(text), room, true);
        var bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return bytes;
    }

    /// @return the characters, in an array that is the caller's to overwrite
    static char[] chars(byte[] utf8) {
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        var chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        Arrays.fill(utf8, (byte) 0);
        return chars;
    }
}
