package org.tyde.fuzz;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One `*Fuzz` class of this package.
record FuzzTarget(Class<?> type) {
    private static final Path FINDINGS = Path.of("samples", "broken");

    /// All of them, by name.
    static List<FuzzTarget> all() throws IOException, URISyntaxException {
        var classes =
                Path.of(
                        FuzzTarget.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        var folder = classes.resolve(FuzzTarget.class.getPackageName().replace('.', '/'));
        try (var files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(n -> n.endsWith("Fuzz.class"))
                    .map(n -> n.substring(0, n.length() - ".class".length()))
                    .sorted()
                    .map(FuzzTarget::named)
                    .toList();
        }
    }

    private static FuzzTarget named(String name) {
        try {
            return new FuzzTarget(Class.forName(FuzzTarget.class.getPackageName() + "." + name));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What good input looks like, and all that was found before.
    List<byte[]> seeds() throws Throwable {
        var seeds = new ArrayList<byte[]>();
        var own = method("seeds", MethodType.methodType(List.class));
        for (var seed : (List<?>) own.invoke()) seeds.add((byte[]) seed);
        for (var finding : findings()) seeds.add(Files.readAllBytes(finding));
        return seeds;
    }

    /// Files on which this target failed once.
    List<Path> findings() throws IOException {
        var name = toString().replace("Fuzz", "").toLowerCase(Locale.ROOT);
        var folder = FINDINGS.resolve(name);
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    void run(byte[] input) throws Throwable {
        method("fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class)).invoke(input);
    }

    private MethodHandle method(String name, MethodType form) throws ReflectiveOperationException {
        return MethodHandles.publicLookup().findStatic(type, name, form);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
