package org.tyde.work;

import org.tyde.TestJvm;
import org.tyde.refusal.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A parent that prints its child's process number and then does nothing.
public final class ParentOfEchoChild {
    private ParentOfEchoChild() {}

    static void main() throws Exception {
        var command = TestJvm.command(List.of("-Xmx32m"), EchoChild.class.getName());
        var child = new ChildProcess[1];
        var events =
                new ChildEvents() {
                    @Override
                    public List<byte[]> greeting() {
                        return List.of("hello".getBytes(StandardCharsets.UTF_8));
                    }

                    @Override
                    public void ready(int start) {
                        System.out.println(child[0].pid().orElseThrow());
                    }

                    @Override
                    public void frame(byte[] payload) {}

                    @Override
                    public void lost(int start, String why) {}

                    @Override
                    public void gaveUp(Refusal why) {}
                };
        child[0] = ChildProcess.start("echo", command, ChildLimits.SMALL_FRAMES, events);
        Thread.sleep(60_000);
    }
}
