package org.tyde.codec.video;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;
import org.tyde.work.ChildCommand;
import org.tyde.work.ChildEvents;
import org.tyde.work.ChildProcess;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The workstation's end of the video process: one question at a time. A process that dies over a question is
/// started again, the question is not asked again.
final class VideoClient implements ChildEvents {
    private static final int START_SECONDS = 30;
    private static final int FRAME_SECONDS = 60;
    private final Path folder;
    private final ChildProcess child;
    private CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private @Nullable CompletableFuture<VideoMessage> pending;
    private int request;

    /// @param folder of the libraries
    /// @param command starts the process
    VideoClient(Path folder, ChildCommand command) {
        this.folder = folder;
        child = ChildProcess.start("video", command, VideoChild.LIMITS, this);
    }

    /// @param file the stream
    /// @param frame 1-based
    /// @param job asked while waiting
    /// @return what the process said
    /// @throws Refusal when it cannot work, or not in time
    VideoMessage ask(Path file, int frame, JobContext job) throws Refusal {
        CompletableFuture<Boolean> start;
        synchronized (this) {
            start = ready;
        }
        await(start, START_SECONDS, job);
        var answer = new CompletableFuture<VideoMessage>();
        synchronized (this) {
            pending = answer;
            child.send(new VideoMessage.Decode(++request, file.toString(), frame).toBytes());
        }
        return await(answer, FRAME_SECONDS, job);
    }

    private <T> T await(CompletableFuture<T> future, int seconds, JobContext job) throws Refusal {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            job.checkpoint();
            try {
                return future.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                if (System.nanoTime() > end) {
                    child.restart("too slow");
                    throw new Refusal(VideoReason.TOO_SLOW, seconds).because(waiting);
                }
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Refusal refusal) throw refusal;
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new java.util.concurrent.CancellationException();
            }
        }
    }

    /// @param file to be let go
    void close(Path file) {
        child.send(new VideoMessage.Close(file.toString()).toBytes());
    }

    @Override
    public List<byte[]> greeting() {
        return List.of(new VideoMessage.Load(folder.toString()).toBytes());
    }

    @Override
    public synchronized void ready(int start) {
        ready.complete(true);
    }

    @Override
    public void frame(byte[] payload) {
        try {
            switch (VideoMessage.parse(payload)) {
                case VideoMessage.Decoded decoded -> answer(decoded.request(), decoded);
                case VideoMessage.Ended ended -> answer(ended.request(), ended);
                case VideoMessage.Refused refused when refused.request() == 0 -> {
                    child.close();
                    fail(new Refusal(refused.reason(), refused.arguments().toArray()));
                }
                case VideoMessage.Refused refused -> answer(refused.request(), refused);
                case VideoMessage.Load _, VideoMessage.Decode _, VideoMessage.Close _ ->
                        throw new IOException("not for the workstation");
            }
        } catch (IOException | IllegalArgumentException broken) {
            child.restart("broken message");
        }
    }

    private synchronized void answer(int to, VideoMessage message) {
        if (pending != null && to == request) pending.complete(message);
    }

    @Override
    public synchronized void lost(int start, String why) {
        if (pending != null)
            pending.completeExceptionally(new Refusal(VideoReason.PROCESS_ENDED, why));
        if (ready.isDone() && !ready.isCompletedExceptionally()) ready = new CompletableFuture<>();
    }

    @Override
    public void gaveUp(Refusal why) {
        fail(why);
    }

    private synchronized void fail(Refusal why) {
        ready.completeExceptionally(why);
        if (pending != null) pending.completeExceptionally(why);
        if (ready.isDone() && !ready.isCompletedExceptionally())
            ready = CompletableFuture.failedFuture(why);
    }
}
