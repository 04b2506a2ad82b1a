package org.tyde.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.TestJvm;
import org.tyde.refusal.Refusal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A real child JVM that misbehaves in every way costs a restart and nothing else.
@Timeout(60)
class ChildProcessTest implements ChildEvents {
    private static final ChildLimits LIMITS =
            new ChildLimits(1 << 16, 1 << 20, Duration.ofSeconds(30), Duration.ofSeconds(4), 3);
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private List<ChildProcess> children = List.of();
    private volatile boolean spares = true;

    @Override
    public List<byte[]> greeting() {
        return List.of(bytes("hello"));
    }

    @Override
    public void ready(int start) {
        told.add("ready " + start);
    }

    @Override
    public void frame(byte[] payload) {
        told.add("said " + new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void lost(int start, String why) {
        told.add("lost " + start + ": " + why);
    }

    @Override
    public void gaveUp(Refusal why) {
        told.add("gave up: " + why.getMessage());
    }

    @AfterEach
    void endChildren() {
        children.forEach(ChildProcess::close);
    }

    private ChildProcess start() {
        return start(TestJvm.command(List.of("-Xmx32m"), EchoChild.class.getName()));
    }

    private ChildProcess start(ChildCommand command) {
        var child = ChildProcess.start("echo", command, LIMITS, this);
        children = List.of(child);
        return child;
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void framesComeBackInOrder() throws Exception {
        var child = start();
        assertEquals("ready 1", next());
        for (int i = 0; i < 200; i++) assertTrue(child.send(bytes("word " + i)));
        for (int i = 0; i < 200; i++) assertEquals("said word " + i, next());
    }

    @Test
    void aKilledChildIsStartedAgain() throws Exception {
        var child = start();
        assertEquals("ready 1", next());
        long first = child.pid().orElseThrow();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        assertTrue(next().startsWith("lost 1"));
        assertEquals("ready 2", next());
        assertNotEquals(first, child.pid().orElseThrow());
        child.send(bytes("still here"));
        assertEquals("said still here", next());
    }

    @Test
    void whatTheChildSaidBeforeItsDeathIsHeard() throws Exception {
        var child = start();
        assertEquals("ready 1", next());
        for (int i = 0; i < 50; i++) child.send(bytes("last words " + i));
        child.send(bytes("die"));
        for (int i = 0; i < 50; i++) assertEquals("said last words " + i, next());
        assertEquals("lost 1: exit code 3", next());
    }

    @Test
    void aChildThatFallsSilentIsKilled() throws Exception {
        var child = start();
        assertEquals("ready 1", next());
        child.send(bytes("hang"));
        assertEquals("lost 1: fell silent", next());
        assertEquals("ready 2", next());
    }

    @Test
    void aChildThatKeepsDyingIsGivenUpWithASentence() throws Exception {
        var child = start();
        for (int i = 1; i <= 4; i++) {
            assertEquals("ready " + i, next());
            child.send(bytes("throw"));
            assertTrue(next().startsWith("lost " + i));
        }
        assertEquals(
                "gave up: The helper process \"echo\" keeps ending (exit code 1) and is not started"
                        + " again.",
                next());
    }

    @Test
    void aProgramThatIsNotThereIsGivenUp() throws Exception {
        start(new ChildCommand(List.of("/no/such/program")));
        for (int i = 1; i <= 4; i++) assertTrue(next().startsWith("lost " + i));
        assertTrue(next().startsWith("gave up"));
    }

    private ChildProcess startWithSpare() throws Exception {
        var command = TestJvm.command(List.of("-Xmx32m"), EchoChild.class.getName());
        var child = ChildProcess.start("echo", command, LIMITS, this, () -> spares);
        children = List.of(child);
        assertEquals("ready 1", next());
        return child;
    }

    private static long spareOf(ChildProcess child) throws InterruptedException {
        while (child.sparePid().isEmpty()) Thread.sleep(10);
        return child.sparePid().getAsLong();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void theSpareStepsInForAChildThatDied() throws Exception {
        var child = startWithSpare();
        for (int start = 1; start <= 2; start++) {
            long spare = spareOf(child);
            assertNotEquals(spare, child.pid().orElseThrow());
            kill(child.pid().orElseThrow());
            assertTrue(next().startsWith("lost " + start));
            assertEquals("ready " + (start + 1), next());
            assertEquals(spare, child.pid().orElseThrow());
            child.send(bytes("word " + start));
            assertEquals("said word " + start, next());
        }
    }

    @Test
    void aSpareThatDiedIsReplacedAndNobodyIsTold() throws Exception {
        var child = startWithSpare();
        long spare = spareOf(child);
        kill(spare);
        while (child.sparePid().isEmpty() || child.sparePid().getAsLong() == spare)
            Thread.sleep(10);
        child.send(bytes("still here"));
        assertEquals("said still here", next());
    }

    @Test
    void aSpareThatDiesTogetherWithTheChildIsNotTaken() throws Exception {
        var child = startWithSpare();
        kill(spareOf(child));
        kill(child.pid().orElseThrow());
        assertTrue(next().startsWith("lost 1"));
        assertEquals("ready 2", next());
        child.send(bytes("still here"));
        assertEquals("said still here", next());
    }

    @Test
    void aSpareGoesWhenThereIsNoMoreRoomAndEndsWithTheChild() throws Exception {
        var child = startWithSpare();
        long spare = spareOf(child);
        spares = false;
        ProcessHandle.of(spare).ifPresent(p -> p.onExit().join());
        assertTrue(child.sparePid().isEmpty());
        spares = true;
        long next = spareOf(child);
        child.close();
        ProcessHandle.of(next).ifPresent(p -> p.onExit().join());
        assertTrue(child.sparePid().isEmpty());
    }

    @Test
    void wordsOnStderrDoNotTearFrames() throws Exception {
        var child = start();
        assertEquals("ready 1", next());
        child.send(bytes("chatter"));
        child.send(bytes("blåbær"));
        assertEquals("said blåbær", next());
    }

    @Test
    void closingEndsTheChildAndStartsNoOther() throws Exception {
        var child = start();
        assertEquals("ready 1", next());
        var process = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();
        child.close();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(process.isAlive());
        assertTrue(told.isEmpty(), told::toString);
    }

    @Test
    void aFrameOverTheLimitIsAMistakeOfOurs() throws Exception {
        var child = start();
        assertEquals("ready 1", next());
        assertThrows(IllegalArgumentException.class, () -> child.send(new byte[(1 << 16) + 1]));
    }

    @Test
    void theChildDiesWithItsParent() throws Exception {
        var line = TestJvm.command(List.of("-Xmx32m"), ParentOfEchoChild.class.getName()).line();
        var parent =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var said =
                new BufferedReader(
                        new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            var child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            parent.destroyForcibly();
            child.onExit().get(10, TimeUnit.SECONDS);
            assertFalse(child.isAlive());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
