package org.tyde.speech;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A Vosk model directory whose files are all there. Whether the library can load it is only known
/// where it does: in the child process.
///
/// @param folder where it is, absolute
/// @param vocabulary what it can hear
/// @param language of its words, where they give it away
/// @param trial made for trying out: of synthetic speech or of a handful of words, not for clinical use
public record SpeechModel(
        Path folder, Vocabulary vocabulary, Optional<Locale> language, boolean trial) {
    /// A model of fewer words than this cannot be one for dictating reports.
    static final int WORDS_OF_A_REAL_MODEL = 5_000;

    private static final List<String> ALWAYS =
            List.of("am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/words.txt");
    private static final List<String> STATIC_GRAPH = List.of("graph/HCLG.fst");
    private static final List<String> DYNAMIC_GRAPH =
            List.of("graph/HCLr.fst", "graph/Gr.fst", "graph/disambig_tid.int");

    /// @param folder said to hold a model
    /// @return the model
    /// @throws Refusal when it is no model directory, or an incomplete one
    public static SpeechModel check(Path folder) throws Refusal {
        var root = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(root) || !Files.isDirectory(root.resolve("am")))
            throw new Refusal(SpeechReason.NO_MODEL, root.toString());
        require(root, ALWAYS);
        if (!Files.exists(root.resolve(STATIC_GRAPH.getFirst()))) require(root, DYNAMIC_GRAPH);
        try {
            var vocabulary = Vocabulary.read(root.resolve("graph/words.txt"));
            return new SpeechModel(
                    root, vocabulary, language(vocabulary), isTrial(root, vocabulary));
        } catch (IOException unreadable) {
            throw new Refusal(
                            SpeechReason.MODEL_UNREADABLE,
                            root.toString(),
                            String.valueOf(unreadable.getMessage()))
                    .because(unreadable);
        }
    }

    /// @return the folder's name
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /// @return whether its graph is put together while it decodes: only then can it listen for commands
    public boolean dynamicGraph() {
        return !Files.exists(folder.resolve(STATIC_GRAPH.getFirst()));
    }

    /// @return size of its files
    long bytes() {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        } catch (IOException gone) {
            return Long.MAX_VALUE >> 8;
        }
    }

    private static void require(Path root, List<String> files) throws Refusal {
        for (var file : files) {
            var path = root.resolve(file);
            if (!Files.isReadable(path) || path.toFile().length() == 0)
                throw new Refusal(SpeechReason.MODEL_INCOMPLETE, root.toString(), file);
        }
    }

    private static boolean isTrial(Path root, Vocabulary vocabulary) {
        return vocabulary.words().size() < WORDS_OF_A_REAL_MODEL
                || String.valueOf(root.getFileName()).contains("synthetic");
    }

    private static Optional<Locale> language(Vocabulary words) {
        if (words.knows("og") && words.knows("ikke")) return Optional.of(Locale.of("nb"));
        if (words.knows("the") && words.knows("and")) return Optional.of(Locale.ENGLISH);
        return Optional.empty();
    }
}
