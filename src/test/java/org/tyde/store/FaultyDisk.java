package org.tyde.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A disk that fails at one step of keeping a blob, as long as it is told to, or answers slowly.
final class FaultyDisk extends BlobFiles {
    /// The steps at which something is written.
    enum Step {
        CREATE,
        DATA,
        FORCE,
        FOLDER,
        RENAME,
        FORCE_FOLDER
    }

    /// How a system says what is wrong.
    interface Fault {
        IOException of(Path file);
    }

    private volatile @Nullable Step failing;
    private volatile Fault fault = file -> new IOException("Input/output error");
    private volatile int millis;
    private final AtomicInteger times = new AtomicInteger(Integer.MAX_VALUE);

    void fail(Step step, Fault how) {
        fault = how;
        failing = step;
        times.set(Integer.MAX_VALUE);
    }

    void failOnce(Step step, Fault how) {
        fail(step, how);
        times.set(1);
    }

    void mend() {
        failing = null;
    }

    void slow(int millisEachStep) {
        millis = millisEachStep;
    }

    private void step(Step step, Path file) throws IOException {
        if (millis > 0) pause();
        if (failing != step) return;
        if (times.decrementAndGet() == 0) mend();
        throw fault.of(file);
    }

    private void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }

    @Override
    FileChannel create(Path file) throws IOException {
        step(Step.CREATE, file);
        return new Channel(super.create(file), file);
    }

    @Override
    void force(Path file) throws IOException {
        step(Step.FORCE, file);
        super.force(file);
    }

    /// Each step by itself.
    @Override
    boolean forceAll() {
        return false;
    }

    @Override
    List<Path> folder(Path folder) throws IOException {
        step(Step.FOLDER, folder);
        return super.folder(folder);
    }

    @Override
    void rename(Path file, Path name) throws IOException {
        step(Step.RENAME, file);
        super.rename(file, name);
    }

    @Override
    void forceFolder(Path folder) throws IOException {
        step(Step.FORCE_FOLDER, folder);
        super.forceFolder(folder);
    }

    /// Takes the first bytes and fails at the next.
    private final class Channel extends FileChannel {
        private final FileChannel to;
        private final Path file;

        private Channel(FileChannel to, Path file) {
            this.to = to;
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (to.position() > 0) step(Step.DATA, file);
            return to.write(bytes);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            step(Step.DATA, file);
            return to.write(bytes, position);
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            step(Step.DATA, file);
            return to.write(bytes, offset, length);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return to.read(into);
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            return to.read(into, offset, length);
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return to.read(into, position);
        }

        @Override
        public long position() throws IOException {
            return to.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            return to.position(position);
        }

        @Override
        public long size() throws IOException {
            return to.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            return to.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            to.force(metaData);
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target)
                throws IOException {
            return to.transferTo(position, count, target);
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count)
                throws IOException {
            return to.transferFrom(source, position, count);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return to.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return to.lock(position, size, shared);
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared)
                throws IOException {
            return to.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            to.close();
        }
    }
}
