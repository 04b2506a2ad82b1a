package org.tyde.work;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The child's end of a [ChildProcess]: hands each frame to the work, on one thread and in order, and
/// answers pings in between, so that a ping answered means the work is not stuck. When the parent is
/// gone the process ends at once, whatever it is doing.
public final class ChildHost {
    /// What the child does with a frame.
    @FunctionalInterface
    public interface Work {
        /// @param payload what the parent sent
        /// @param host to answer through
        /// @throws Exception ends the child; the parent starts another
        void frame(byte[] payload, ChildHost host) throws Exception;
    }

    private final DataOutputStream out;

    private ChildHost(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /// Serves until the parent closes the pipe, then halts this JVM.
    ///
    /// @param in the process's standard input
    /// @param out the process's standard output; nothing else may write to it
    /// @param frameBytes longest frame accepted
    /// @param work what is done with each frame
    /// @throws Exception what the work threw
    public static void serve(InputStream in, OutputStream out, int frameBytes, Work work)
            throws Exception {
        var host = new ChildHost(out);
        var frames = new LinkedBlockingQueue<ChildFrame>();
        Thread.ofPlatform()
                .daemon()
                .name("tyde-child-in")
                .start(
                        () ->
                                readAll(
                                        new DataInputStream(new BufferedInputStream(in)),
                                        frameBytes,
                                        frames));
        while (true) {
            var frame = frames.take();
            if (frame.kind() == ChildFrame.Kind.DATA) work.frame(frame.payload(), host);
            else host.write(new ChildFrame(ChildFrame.Kind.PONG));
        }
    }

    private static void readAll(DataInputStream in, int limit, BlockingQueue<ChildFrame> frames) {
        int exit = 0;
        try {
            while (true) {
                var frame = ChildFrame.read(in, limit);
                if (frame.isEmpty()) break;
                frames.add(frame.get());
            }
        } catch (IOException torn) {
            exit = 1;
        }
        Runtime.getRuntime()
                .halt(exit); // no parent, nothing to save: the work may be stuck in native code
    }

    /// Says that the child can work now.
    ///
    /// @throws IOException when the parent is gone
    public void ready() throws IOException {
        write(new ChildFrame(ChildFrame.Kind.READY));
    }

    /// @param payload what the parent gets
    /// @throws IOException when the parent is gone
    public void send(byte[] payload) throws IOException {
        write(new ChildFrame(ChildFrame.Kind.DATA, payload));
    }

    private synchronized void write(ChildFrame frame) throws IOException {
        frame.write(out);
        out.flush();
    }
}
