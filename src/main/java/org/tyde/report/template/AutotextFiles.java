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

    /// @return both
    /// @throws Refusal a file cannot be read
    public AutotextBook read() throws Refusal {
        return new AutotextBook(read(department), read(own));
    }

    /// @param file of either; one that is not there holds none
    /// @return what it holds
    /// @throws Refusal it cannot be read
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
            for (var node : root.path("autotexts"))
                all.add(new Autotext(node.path("name").asText(), node.path("text").asText()));
            return List.copyOf(all);
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException broken) {
            throw new Refusal(TemplateReason.UNREADABLE, file).because(broken);
        }
    }

    /// Keeps the user's own, beside and then renamed.
    ///
    /// @param book whose own ones are kept
    /// @return the same
    /// @throws Refusal the file cannot be written
    public AutotextBook keep(AutotextBook book) throws Refusal {
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
