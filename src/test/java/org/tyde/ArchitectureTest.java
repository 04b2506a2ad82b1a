package org.tyde;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The house plan and the rules of the house, held against the compiled classes and the sources.
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern METHOD_START =
            Pattern.compile("^ {4}(?! )[^=;]*\\)[^;=]*\\{\\s*$");
    private static List<HouseClasses.House> classes = List.of();

    private static final Set<String> NETWORK =
            Set.of("tls", "dimse.upper", "dimse", "dicomweb", "hl7", "kith", "access", "audit");

    /// What may name a library: prefix of the library's classes to the rooms that may.
    private static final Map<String, Set<String>> LIBRARIES =
            Map.ofEntries(
                    Map.entry("java.sql.", Set.of("store")),
                    Map.entry("javax.sql.", Set.of("store")),
                    Map.entry("org.sqlite.", Set.of("store")),
                    Map.entry("java.net.http.", NETWORK),
                    Map.entry("java.net.Socket", NETWORK),
                    Map.entry("java.net.ServerSocket", NETWORK),
                    Map.entry("java.nio.channels.SocketChannel", NETWORK),
                    Map.entry("java.nio.channels.ServerSocketChannel", NETWORK),
                    Map.entry("com.sun.net.httpserver.", NETWORK),
                    Map.entry("javax.imageio.", Set.of("codec", "codec.jpeg", "codec.imageio")),
                    Map.entry("com.twelvemonkeys.", Set.of("codec")),
                    Map.entry("javax.sound.", Set.of("speech")),
                    Map.entry("org.vosk.", Set.of("speech")),
                    Map.entry("com.sun.jna.", Set.of("speech")),
                    Map.entry("org.hid4java.", Set.of("speech.hid")),
                    Map.entry("org.bytedeco.", Set.of("codec.video")),
                    Map.entry("com.nimbusds.", Set.of("access")),
                    Map.entry("net.minidev.", Set.of("access")),
                    Map.entry("ca.uhn.", Set.of("hl7")),
                    Map.entry("org.apache.pdfbox.", Set.of("report.out")),
                    Map.entry("java.util.concurrent.Executors", Set.of("work")),
                    Map.entry("java.util.concurrent.ThreadPoolExecutor", Set.of("work")),
                    Map.entry("java.util.concurrent.ForkJoinPool", Set.of("work")),
                    Map.entry("java.util.Timer", Set.of("work")),
                    Map.entry("java.lang.Process", Set.of("work")),
                    Map.entry("java.lang.ProcessBuilder", Set.of("work")));

    @BeforeAll
    static void readTheHouse() throws Exception {
        classes = HouseClasses.all();
    }

    @Test
    void everyPackageIsARowOfThePlan() {
        var rows = HousePlan.rows().keySet();
        var strangers =
                packages()
                        .filter(p -> !rows.contains(HousePlan.room(p)))
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), strangers);
    }

    @Test
    void everyPackageUsesOnlyWhatItsRowAllows() {
        var plan = HousePlan.rows();
        var known = packages().collect(Collectors.toSet());
        var broken = new TreeSet<String>();
        for (var c : classes) {
            var room = HousePlan.room(c.packageName());
            for (var used : c.uses()) {
                int dot = used.lastIndexOf('.');
                var other = dot < 0 ? "" : used.substring(0, dot);
                if (!known.contains(other) || HousePlan.room(other).equals(room)) continue;
                if (!plan.getOrDefault(room, Set.of()).contains(HousePlan.room(other)))
                    broken.add(room + " -> " + HousePlan.room(other) + " (" + c.name() + ")");
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void librariesAreUsedOnlyWhereTheyLive() {
        var broken = new TreeSet<String>();
        for (var c : classes) {
            var room = HousePlan.room(c.packageName());
            for (var used : c.uses()) {
                LIBRARIES.forEach(
                        (library, rooms) -> {
                            if (used.startsWith(library)
                                    && !rooms.contains(room)
                                    && !room.equals("app"))
                                broken.add(room + " uses " + used + " (" + c.name() + ")");
                        });
                if (used.startsWith("javafx.") && !room.startsWith("ui") && !room.equals("app"))
                    broken.add(room + " uses " + used + " (" + c.name() + ")");
                if (used.startsWith("java.awt.") && !mayUseAwt(room, c.name(), used))
                    broken.add(room + " uses " + used + " (" + c.name() + ")");
            }
        }
        assertEquals(Set.of(), broken);
    }

    private static boolean mayUseAwt(String room, String name, String used) {
        return room.startsWith("codec")
                || room.equals("imaging") && name.startsWith("IccTransform")
                || room.equals("report.out") && name.startsWith("ReportPdf")
                || room.equals("app") && used.equals("java.awt.Desktop");
    }

    @Test
    void onlyTheApplicationSpeaksToTheConsole() {
        assertEquals(
                Set.of(),
                callers(
                        m -> m.equals("java.lang.System.out") || m.equals("java.lang.System.err"),
                        room -> room.equals("app")));
    }

    @Test
    void thereIsOneDoorToTheJavaFxThread() {
        var others =
                classes.stream()
                        .filter(c -> c.members().contains("javafx.application.Platform.runLater"))
                        .map(c -> c.packageName() + "." + c.name())
                        .filter(n -> !n.startsWith("org.tyde.ui.FxThread"))
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), others);
    }

    @Test
    void threadsAreStartedOnlyInWork() {
        assertEquals(
                Set.of(),
                callers(
                        m ->
                                m.equals("java.lang.Thread.<init>")
                                        || m.equals("java.lang.Thread.ofVirtual")
                                        || m.equals("java.lang.Thread.ofPlatform")
                                        || m.equals("java.lang.Thread.startVirtualThread")
                                        || m.equals(
                                                "java.util.concurrent.CompletableFuture.supplyAsync")
                                        || m.equals(
                                                "java.util.concurrent.CompletableFuture.runAsync"),
                        room -> room.equals("work") || room.equals("app")));
    }

    @Test
    void everyPackageOpensWithItsCharter() throws IOException {
        var without = new TreeSet<String>();
        for (var p : packages().collect(Collectors.toSet())) {
            var charter = SOURCES.resolve(p.replace('.', '/')).resolve("package-info.java");
            if (!Files.exists(charter)) without.add(p);
            else {
                var text = Files.readString(charter);
                if (!text.startsWith("///") || !text.contains("@NullMarked")) without.add(p);
            }
        }
        assertEquals(Set.of(), without);
    }

    @Test
    void roomsAndFilesAndMethodsStaySmall() throws IOException {
        var broken = new TreeSet<String>();
        for (var p : packages().collect(Collectors.toSet())) {
            try (var files = Files.list(SOURCES.resolve(p.replace('.', '/')))) {
                long count = files.filter(f -> f.toString().endsWith(".java")).count();
                if (count > 46) broken.add(p + " has " + (count - 1) + " files");
            }
        }
        for (var file : sources()) {
            var lines = Files.readAllLines(file);
            if (lines.size() > 700) broken.add(file + " has " + lines.size() + " lines");
            broken.addAll(longMethods(file, lines));
        }
        assertEquals(Set.of(), broken);
    }

    private static Set<String> longMethods(Path file, List<String> lines) {
        var found = new TreeSet<String>();
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (METHOD_START.matcher(line).matches()
                    && !line.contains(" class ")
                    && !line.contains(" record ")) start = i;
            if (line.equals("    }") && start >= 0) {
                if (i - start > 80)
                    found.add(file + ":" + (start + 1) + " has " + (i - start) + " lines");
                start = -1;
            }
        }
        return found;
    }

    @Test
    void nothingReturnsNullAndNoSingletons() throws IOException {
        var broken = new TreeSet<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i).strip();
                if (line.startsWith("//")) continue;
                if (line.contains("return null;") || line.contains("getInstance() {"))
                    broken.add(file + ":" + (i + 1) + " " + line);
            }
        }
        assertEquals(Set.of(), broken);
    }

    private static Set<String> callers(Predicate<String> member, Predicate<String> allowed) {
        return classes.stream()
                .filter(c -> !allowed.test(HousePlan.room(c.packageName())))
                .filter(c -> c.members().stream().anyMatch(member))
                .map(c -> c.packageName() + "." + c.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> packages() {
        return classes.stream().map(HouseClasses.House::packageName).distinct();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
