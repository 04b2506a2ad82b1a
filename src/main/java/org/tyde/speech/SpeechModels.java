package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.ChildCommand;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The speech models that are installed side by side, each in a folder of its own; one that is being added
/// is none until it has been tried. Waits for the disk.
public final class SpeechModels {
    private static final String ADDING = ".adding-";
    private static final int MOST_TIMES = 200;
    private static final long UNASKED = 512L << 20;

    private final Path folder;
    private final Path shipped;
    private final ChildCommand command;

    /// An installed model.
    ///
    /// @param name of its folder
    /// @param model empty where it does not stand as it should
    /// @param trouble why it does not
    /// @param shipped whether it came with Tyde
    public record Installed(
            String name, Optional<SpeechModel> model, Optional<Refusal> trouble, boolean shipped) {}

    /// @param folder of the installed models; made when one is added
    /// @param shipped the model that comes with Tyde
    /// @param command starts the speech process
    public SpeechModels(Path folder, Path shipped, ChildCommand command) {
        this.folder = folder;
        this.shipped = shipped;
        this.command = command;
    }

    /// @return what is installed, by name, and the one that comes with Tyde last
    /// @throws Refusal the folder cannot be read
    public List<Installed> all() throws Refusal {
        var found = new ArrayList<Installed>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.list(folder)) {
                for (var path : entries.filter(Files::isDirectory).sorted().toList())
                    if (!name(path).startsWith(".")) found.add(look(path, false));
            } catch (IOException unreadable) {
                throw failed(folder, unreadable);
            }
        }
        if (Files.isDirectory(shipped)) found.add(look(shipped, true));
        return found;
    }

    private static Installed look(Path path, boolean shipped) {
        try {
            var model = SpeechModel.check(path);
            return new Installed(name(path), Optional.of(model), Optional.empty(), shipped);
        } catch (Refusal incomplete) {
            return new Installed(name(path), Optional.empty(), Optional.of(incomplete), shipped);
        }
    }

    /// @param wanted the name of an installed model, or a folder; empty: the one that comes with Tyde
    /// @return the model
    /// @throws Refusal there is none there, or it is incomplete
    public SpeechModel find(Optional<String> wanted) throws Refusal {
        if (wanted.isEmpty()) return SpeechModel.check(shipped);
        var name = wanted.get();
        boolean path = name.contains("/") || name.contains("\\");
        if (!path && name.equals(name(shipped))) return SpeechModel.check(shipped);
        return SpeechModel.check(path ? Path.of(name) : folder.resolve(name));
    }

    /// Copies a model, tries it in a process of its own, and only then installs it. Cancelled or refused it
    /// leaves nothing behind.
    ///
    /// @param source a folder or a ZIP archive that holds one
    /// @param job told how many bytes of how many are there; may be cancelled
    /// @return the installed model
    /// @throws Refusal one sentence: no model, an incomplete or broken one, one of that name is installed,
    ///     no room
    public SpeechModel add(Path source, JobContext job) throws Refusal {
        try (var files = ModelFiles.open(source)) {
            var to = folder.resolve(files.name());
            if (Files.exists(to)) throw new Refusal(SpeechReason.MODEL_THERE, files.name());
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).getUsableSpace() < files.bytes())
                throw new Refusal(
                        SpeechReason.MODEL_NO_ROOM, folder.toString(), files.bytes() >> 20);
            var beside = Files.createTempDirectory(folder, ADDING);
            try {
                copy(files, beside, job);
                job.checkpoint();
                ModelTrial.of(beside, command);
                job.checkpoint();
                Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(beside);
            }
            return SpeechModel.check(to);
        } catch (IOException failure) {
            throw failed(folder, failure);
        }
    }

    /// @param name of an installed model
    /// @return the model, which works
    /// @throws Refusal one sentence: what is wrong with it
    public SpeechModel test(String name) throws Refusal {
        return ModelTrial.of(find(Optional.of(name)).folder(), command);
    }

    /// @param name of an installed model, in use by nobody
    /// @throws Refusal it cannot be removed; what is left of it is no model
    public void remove(String name) throws Refusal {
        var gone = folder.resolve(name);
        if (!gone.normalize().startsWith(folder.normalize()) || !Files.isDirectory(gone))
            throw new Refusal(SpeechReason.NO_MODEL, gone.toString());
        try {
            var beside = Files.createTempDirectory(folder, ADDING);
            Files.move(gone, beside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            delete(beside);
        } catch (IOException failure) {
            throw failed(gone, failure);
        }
    }

    private static void copy(ModelFiles files, Path to, JobContext job) throws IOException {
        long total = files.bytes();
        long done = 0;
        var block = new byte[1 << 18];
        for (var entry : files.entries()) {
            var file = to.resolve(entry.name());
            if (file.getParent() != null) Files.createDirectories(file.getParent());
            long own = 0;
            try (InputStream in = entry.opener().open();
                    var out = Files.newOutputStream(file)) {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    job.checkpoint();
                    out.write(block, 0, n);
                    own += n;
                    done += n;
                    refuseBomb(entry, own, done);
                    job.progress(done, Math.max(done, total));
                }
            }
        }
    }

    private static void refuseBomb(ModelFiles.Entry entry, long own, long done) throws Refusal {
        boolean swells = own > UNASKED && own / Math.max(1, entry.packed()) > MOST_TIMES;
        if (swells || done > ModelFiles.MOST_BYTES)
            throw new Refusal(
                    SpeechReason.MODEL_TOO_LARGE, entry.name(), ModelFiles.MOST_BYTES >> 30);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static Refusal failed(Path where, IOException failure) {
        if (failure instanceof Refusal already) return already;
        var said = String.valueOf(failure.getMessage());
        if (said.toLowerCase(Locale.ROOT).contains("no space left"))
            return new Refusal(SpeechReason.MODEL_NO_ROOM, where.toString(), 0).because(failure);
        return new Refusal(SpeechReason.MODEL_UNREADABLE, where.toString(), said).because(failure);
    }
}
