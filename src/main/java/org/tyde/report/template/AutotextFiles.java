package org.tyde.report.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where autotexts are kept: `{"version": 1, "autotexts": [{"name": ..., "text": ...}]}`, the department's
/// file read only, the user's over it.
///
/// @param department machine-wide file; need not be there
/// @param own file of this user; made when first needed
public record AutotextFiles(Path department, Path own) {
    private static final int VERSION = 1;
    private static final long MOST_BYTES = 4 << 20;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /// What was found.
    ///
    /// @param book of the files that could be read
    /// @param department why the department's could not
    /// @param own why the user's own could not; it is not written over then
    public record Found(AutotextBook book, Optional<Refusal> department, Optional<Refusal> own) {}

    /// @return both; a file that cannot be read takes nothing from the other
    public Found read() {
        var shared = new ArrayList<Autotext>();
        var mine = new ArrayList<Autotext>();
        var noDepartment = into(shared, department);
        var noOwn = into(mine, own);
        return new Found(new AutotextBook(shared, mine), noDepartment, noOwn);
    }

    private static Optional<Refusal> into(List<Autotext> texts, Path file) {
        try {
            texts.addAll(read(file));
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        }
    }

    /// @param file of either; one that is not there holds none
    /// @return what it holds
    /// @throws Refusal it cannot be read, or one in it has no name it can be put in by
    public static List<Autotext> read(Path file) throws Refusal {
        if (!Files.exists(file)) return List.of();
        try {
            if (Files.size(file) > MOST_BYTES)
                throw new Refusal(TemplateReason.TOO_LARGE, MOST_BYTES >> 20)
                        .withPlace(file.toString());
            var root = JSON.readTree(Files.readString(file));
            if (root == null || root.path("version").asInt() != VERSION)
                throw new Refusal(TemplateReason.UNREADABLE, file);
            var all = new ArrayList<Autotext>();
            for (var node : root.path("autotexts")) {
                var text = new Autotext(node.path("name").asText(), node.path("text").asText());
                if (!text.named())
                    throw new Refusal(TemplateReason.NAME_UNUSABLE, text.name())
                            .withPlace(file.toString());
                all.add(text);
            }
            return List.copyOf(all);
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException broken) {
            throw new Refusal(TemplateReason.UNREADABLE, file).because(broken);
        }
    }

    /// Keeps the user's own, beside and then renamed; a file that cannot be read is left as it is.
    ///
    /// @param book whose own ones are kept
    /// @return the same
    /// @throws Refusal the file cannot be written, or what stands in it cannot be read
    public AutotextBook keep(AutotextBook book) throws Refusal {
        read(own);
        var root = JSON.createObjectNode().put("version", VERSION);
        var list = root.putArray("autotexts");
        for (var text : book.own())
            list.addObject().put("name", text.name()).put("text", text.text());
        try {
            var folder = own.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, "autotext", ".tmp");
            Files.writeString(beside, JSON.writeValueAsString(root));
            Files.move(
                    beside,
                    own,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return book;
        } catch (IOException cannot) {
            throw new Refusal(TemplateReason.NOT_WRITABLE, own).because(cannot);
        }
    }
}
