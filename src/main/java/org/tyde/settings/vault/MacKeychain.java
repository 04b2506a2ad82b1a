package org.tyde.settings.vault;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Keychain of macOS (Security framework, SecItem): generic passwords of the service "Tyde".
final class MacKeychain implements Secrets {
    private static final int DONE = 0;
    private static final int NOT_FOUND = -25300;
    private static final int UTF8 = 0x08000100;

    private final NativeLibrary library =
            new NativeLibrary(
                    "/System/Library/Frameworks/Security.framework/Security",
                    "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation");
    private final MethodHandle add = item("SecItemAdd");
    private final MethodHandle find = item("SecItemCopyMatching");
    private final MethodHandle delete =
            library.function("SecItemDelete", NativeLibrary.returns(JAVA_INT, ADDRESS));
    private final MethodHandle string =
            library.function(
                    "CFStringCreateWithBytes",
                    NativeLibrary.returns(
                            ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_BYTE));
    private final MethodHandle data =
            library.function(
                    "CFDataCreate", NativeLibrary.returns(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
    private final MethodHandle bytes =
            library.function("CFDataGetBytePtr", NativeLibrary.returns(ADDRESS, ADDRESS));
    private final MethodHandle length =
            library.function("CFDataGetLength", NativeLibrary.returns(JAVA_LONG, ADDRESS));
    private final MethodHandle dictionary =
            library.function(
                    "CFDictionaryCreate",
                    NativeLibrary.returns(
                            ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    private final MethodHandle release =
            library.function("CFRelease", FunctionDescriptor.ofVoid(ADDRESS));

    private MethodHandle item(String name) {
        return library.function(name, NativeLibrary.returns(JAVA_INT, ADDRESS, ADDRESS));
    }

    @Override
    public Kind kind() {
        return Kind.KEYCHAIN;
    }

    @Override
    public Optional<char[]> read(String name) throws Refusal {
        try (var query = new Query(name)) {
            query.put("kSecReturnData", constant("kCFBooleanTrue"));
            var found = query.arena.allocate(ADDRESS);
            int said = (int) NativeLibrary.call(find, query.dictionary(), found);
            if (said == NOT_FOUND) return Optional.empty();
            if (said != DONE) throw failed(said);
            var kept = query.owned(found.get(ADDRESS, 0));
            long count = (long) NativeLibrary.call(length, kept);
            var content = (MemorySegment) NativeLibrary.call(bytes, kept);
            return Optional.of(
                    NativeLibrary.chars(NativeLibrary.sized(content, count).toArray(JAVA_BYTE)));
        }
    }

    @Override
    public void write(String name, char[] secret) throws Refusal {
        delete(name);
        try (var query = new Query(name)) {
            var text = NativeLibrary.utf8(query.arena, secret);
            query.put(
                    "kSecValueData",
                    query.owned(
                            (MemorySegment)
                                    NativeLibrary.call(
                                            data, MemorySegment.NULL, text, text.byteSize() - 1)));
            int said = (int) NativeLibrary.call(add, query.dictionary(), MemorySegment.NULL);
            text.fill((byte) 0);
            if (said != DONE) throw failed(said);
        }
    }

    @Override
    public void delete(String name) throws Refusal {
        try (var query = new Query(name)) {
            int said = (int) NativeLibrary.call(delete, query.dictionary());
            if (said != DONE && said != NOT_FOUND) throw failed(said);
        }
    }

    private static Refusal failed(int said) {
        return new Refusal(VaultReason.STORE_FAILED, "OSStatus " + said);
    }

    /// The value of a constant of the frameworks.
    private MemorySegment constant(String name) {
        return NativeLibrary.sized(library.symbol(name), ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    /// What is looked for; releases all it made.
    private final class Query implements AutoCloseable {
        private final Arena arena = Arena.ofConfined();
        private final List<MemorySegment> made = new ArrayList<>();
        private final Map<MemorySegment, MemorySegment> entries = new LinkedHashMap<>();

        Query(String name) {
            put("kSecClass", constant("kSecClassGenericPassword"));
            put("kSecAttrService", text("Tyde"));
            put("kSecAttrAccount", text(name));
        }

        void put(String key, MemorySegment value) {
            entries.put(constant(key), value);
        }

        MemorySegment owned(MemorySegment object) {
            made.add(object);
            return object;
        }

        private MemorySegment text(String plain) {
            var utf8 = NativeLibrary.utf8(arena, plain.toCharArray());
            return owned(
                    (MemorySegment)
                            NativeLibrary.call(
                                    string,
                                    MemorySegment.NULL,
                                    utf8,
                                    utf8.byteSize() - 1,
                                    UTF8,
                                    (byte) 0));
        }

        MemorySegment dictionary() {
            var keys = arena.allocate(ADDRESS, entries.size());
            var values = arena.allocate(ADDRESS, entries.size());
            int i = 0;
            for (var entry : entries.entrySet()) {
                keys.setAtIndex(ADDRESS, i, entry.getKey());
                values.setAtIndex(ADDRESS, i++, entry.getValue());
            }
            return owned(
                    (MemorySegment)
                            NativeLibrary.call(
                                    dictionary,
                                    MemorySegment.NULL,
                                    keys,
                                    values,
                                    (long) entries.size(),
                                    library.symbol("kCFTypeDictionaryKeyCallBacks"),
                                    library.symbol("kCFTypeDictionaryValueCallBacks")));
        }

        @Override
        public void close() {
            for (var one : made.reversed()) NativeLibrary.call(release, one);
            arena.close();
        }
    }
}
