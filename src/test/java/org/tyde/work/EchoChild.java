package org.tyde.work;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

/// A child process that says back what it hears, and misbehaves when told to.
public final class EchoChild {
    private EchoChild() {}

    static void main() throws Exception {
        var out = new FileOutputStream(FileDescriptor.out);
        ChildHost.serve(System.in, out, 1 << 16, EchoChild::answer);
    }

    private static void answer(byte[] payload, ChildHost host) throws Exception {
        switch (new String(payload, StandardCharsets.UTF_8)) {
            case "hello" -> host.ready();
            case "die" -> Runtime.getRuntime().halt(3);
            case "throw" -> throw new IllegalStateException("told to");
            case "hang" -> Thread.sleep(60_000);
            case "chatter" -> System.err.println("a word on stderr");
            default -> host.send(payload);
        }
    }
}
