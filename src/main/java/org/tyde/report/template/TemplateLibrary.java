package org.tyde.report.template;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Mammography;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The templates of this desk: those that come with Tyde, the department's over them, the radiologist's own
/// over both. A file that cannot be read is said and passed over. Files are read anew at each call.
public final class TemplateLibrary {
    private static final String INDEX = "ours/index.txt";

    private final Path department;
    private final Path own;
    private final Supplier<Mammography> scales;

    /// A template and where it is from.
    ///
    /// @param template what it says
    /// @param origin whose it is
    /// @param file where it stands; empty for those that come with Tyde
    /// @param warnings what of the file is not in it
    public record Held(
            Template template, Origin origin, Optional<Path> file, List<Refusal> warnings) {}

    /// All that was found.
    ///
    /// @param templates of two with one identifier only the nearest
    /// @param aside of Tyde's own, those in a scale that is not the one set; reports that follow one still do
    /// @param refused files that are no templates
    public record Read(List<Held> templates, List<Held> aside, List<Refusal> refused) {
        /// @param id of a template
        /// @return it
        public Optional<Held> find(String id) {
            return Stream.concat(templates.stream(), aside.stream())
                    .filter(h -> h.template().head().id().equals(id))
                    .findFirst();
        }
    }

    /// Mammography is scored as in Norway.
    ///
    /// @param department folder that only an administrator writes in; need not be there
    /// @param own folder of this user; made when first needed
    public TemplateLibrary(Path department, Path own) {
        this(department, own, () -> Mammography.USUAL);
    }

    /// @param department folder that only an administrator writes in; need not be there
    /// @param own folder of this user; made when first needed
    /// @param scales how mammography is scored, as it is set now
    public TemplateLibrary(Path department, Path own, Supplier<Mammography> scales) {
        this.department = department;
        this.own = own;
        this.scales = scales;
    }

    /// @return what tells whether a file of either folder is another, gone or new
    List<String> stamp() {
        return Stream.of(department, own).flatMap(TemplateLibrary::stamp).toList();
    }

    private static Stream<String> stamp(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (var files = Files.list(folder)) {
            var all = new ArrayList<String>();
            for (var file : files.filter(TemplateLibrary::named).sorted().toList())
                all.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            return all.stream();
        } catch (IOException goneMeanwhile) {
            return Stream.of(folder + " " + goneMeanwhile);
        }
    }

    /// @return all templates
    public Read read() {
        var found = new LinkedHashMap<String, Held>();
        var refused = new ArrayList<Refusal>();
        var aside = new LinkedHashMap<String, Held>();
        var now = scales.get();
        ours(now)
                .forEach(
                        (name, held) ->
                                (MammographyTemplates.aside(name, now) ? aside : found)
                                        .put(held.template().head().id(), held));
        for (var held : in(department, Origin.DEPARTMENT, refused))
            found.put(held.template().head().id(), held);
        for (var held : in(own, Origin.OWN, refused)) found.put(held.template().head().id(), held);
        return new Read(
                List.copyOf(found.values()), List.copyOf(aside.values()), List.copyOf(refused));
    }

    /// @return those that come with Tyde, in every scale
    public static List<Held> ours() {
        return List.copyOf(ours(Mammography.USUAL).values());
    }

    private static Map<String, Held> ours(Mammography scales) {
        var all = new LinkedHashMap<String, Held>();
        for (var name : new String(resource(INDEX), StandardCharsets.UTF_8).lines().toList()) {
            if (name.isBlank()) continue;
            try {
                var read = MrrtReader.read(resource("ours/" + name), name);
                var template = MammographyTemplates.scaled(name, read.template(), scales);
                all.put(name, new Held(template, Origin.TYDE, Optional.empty(), read.warnings()));
            } catch (Refusal impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return all;
    }

    private static byte[] resource(String name) {
        try (var stream = TemplateLibrary.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("no resource " + name);
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Held> in(Path folder, Origin origin, List<Refusal> refused) {
        if (!Files.isDirectory(folder)) return List.of();
        var all = new ArrayList<Held>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(TemplateLibrary::named).sorted().toList()) {
                try {
                    var read = read(file);
                    all.add(new Held(read.template(), origin, Optional.of(file), read.warnings()));
                } catch (Refusal no) {
                    refused.add(no);
                }
            }
        } catch (IOException unreadable) {
            refused.add(new Refusal(TemplateReason.UNREADABLE, folder).because(unreadable));
        }
        return all;
    }

    private static boolean named(Path file) {
        return String.valueOf(file.getFileName()).matches("(?i).+\\.x?html?");
    }

    /// @param file of anyone
    /// @return the template in it, and what is not in it
    /// @throws Refusal it cannot be read, or is no template
    public static MrrtRead read(Path file) throws Refusal {
        try {
            try (var stream = Files.newInputStream(file)) {
                return MrrtReader.read(
                        stream.readNBytes(MrrtReader.MOST_BYTES + 1),
                        String.valueOf(file.getFileName()));
            }
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException unreadable) {
            throw new Refusal(TemplateReason.UNREADABLE, file).because(unreadable);
        }
    }

    /// Keeps a template as the user's own, beside and then renamed.
    ///
    /// @param template in place of the own one with the same identifier, if there is one
    /// @return where it stands
    /// @throws Refusal it cannot be written
    public Path keep(Template template) throws Refusal {
        var file =
                own(template.head().id())
                        .orElseGet(() -> own.resolve(fresh(template.head().title())));
        write(template, file);
        return file;
    }

    /// @param template any
    /// @param file written over
    /// @throws Refusal it cannot be written
    public static void write(Template template, Path file) throws Refusal {
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, "template", ".tmp");
            Files.writeString(beside, MrrtWriter.write(template));
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cannot) {
            throw new Refusal(TemplateReason.NOT_WRITABLE, file).because(cannot);
        }
    }

    /// @param id of an own template
    /// @throws Refusal its file cannot be taken away
    public void remove(String id) throws Refusal {
        var file = own(id);
        if (file.isEmpty()) return;
        try {
            Files.delete(file.get());
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException cannot) {
            throw new Refusal(TemplateReason.NOT_WRITABLE, file.get()).because(cannot);
        }
    }

    private Optional<Path> own(String id) {
        return in(own, Origin.OWN, new ArrayList<>()).stream()
                .filter(h -> h.template().head().id().equals(id))
                .findFirst()
                .flatMap(Held::file);
    }

    private String fresh(String title) {
        var name = Notation.id(title);
        var file = name + ".html";
        for (int i = 2; Files.exists(own.resolve(file)); i++) file = name + "-" + i + ".html";
        return file;
    }
}
