package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A key file in a folder.
///
/// @param file where
record KeysOnDisk(Path file) implements KeyFile {
    /// The keys of a cache.
    static KeysOnDisk ofCache(Path folder) {
        return new KeysOnDisk(folder.resolve("keys"));
    }

    /// The keys of `work.db`: its own, so that a cache whose keys are destroyed takes no draft with it.
    static KeysOnDisk ofWork(Path folder) {
        return new KeysOnDisk(folder.resolve("work.keys"));
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public ByteBuffer read() throws Refusal {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }

    @Override
    public void write(ByteBuffer content) throws Refusal {
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try (var channel =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) channel.write(content);
            channel.force(true);
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Disk.force(Disk.folder(file));
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }

    @Override
    public void destroy(Noise random) throws Refusal {
        try {
            if (!Files.exists(file)) return;
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                var noise = ByteBuffer.wrap(random.of(Math.toIntExact(channel.size())));
                while (noise.hasRemaining()) channel.write(noise);
                channel.force(true);
            }
            Files.delete(file);
            Disk.force(Disk.folder(file));
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }
}
