package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tyde.codec.CodecReason;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameDecoder;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;
import org.tyde.work.Priority;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Frames on demand, in a budget.
class DecodedFramesTest {
    private static final long FRAME = 2 * 3 * 2 + 4 + 64;
    private final JobRunner runner = new JobRunner(1);
    private final AtomicInteger decodings = new AtomicInteger();
    private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile boolean gated;

    @AfterEach
    void close() {
        gate.countDown();
        runner.close();
    }

    /// Frames whose first byte is their number.
    private final EncodedFrames stored =
            new EncodedFrames() {
                @Override
                public ImageHeader header(String uid) throws Refusal {
                    var image = ImageHeaderTest.grey(16, 16, false);
                    if (uid.equals("large"))
                        image.integer(Tag.ROWS, 1024).integer(Tag.COLUMNS, 1024);
                    return ImageHeader.of(image.build());
                }

                @Override
                public EncodedFrame encoded(FrameKey key) throws Refusal {
                    if (key.frame() > 90)
                        throw new Refusal(CodecReason.NO_SUCH_FRAME, key.frame(), 90);
                    var bytes = new byte[12];
                    bytes[0] = (byte) key.frame();
                    return EncodedFrame.of(TransferSyntax.EXPLICIT_LITTLE, bytes);
                }
            };

    private final FrameDecoder slow =
            new FrameDecoder() {
                @Override
                public boolean decodes(TransferSyntax syntax) {
                    return true;
                }

                @Override
                public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
                        throws Refusal {
                    decodings.incrementAndGet();
                    try {
                        while (gated && !gate.await(5, TimeUnit.MILLISECONDS)) job.checkpoint();
                        var bytes = frame.bytes();
                        order.add((int) bytes[0]);
                        var values = new short[(int) format.samples()];
                        values[0] = bytes[0];
                        return new Samples.Shorts(format, values);
                    } catch (InterruptedException | java.io.IOException e) {
                        throw new Refusal(CodecReason.NO_PIXELS).because(e);
                    }
                }
            };

    private DecodedFrames frames(long budget) {
        return new DecodedFrames(stored, new CodecRegistry(List.of(slow)), runner, budget);
    }

    private static FrameRequest want(int frame, Priority priority) {
        return new FrameRequest(new FrameKey("1.2", frame), 0, priority);
    }

    @Test
    void aFrameIsDecodedOnceHoweverManyAskForIt() throws Exception {
        gated = true;
        var frames = frames(1 << 20);
        var jobs = new ArrayList<Job<Frame>>();
        for (int i = 0; i < 20; i++) jobs.add(frames.frame(want(7, Priority.NEAR)));
        gate.countDown();
        var first = jobs.getFirst().await();
        assertEquals(7, first.value(0, 0, 0));
        for (var job : jobs) assertSame(first, job.await());
        assertEquals(1, decodings.get());
        assertTrue(frames.frame(want(7, Priority.VISIBLE)).ended());
    }

    @Test
    void theOldestGoesFirstWhenTheBudgetIsFullButWhatIsHeldIsFoundAgain() throws Exception {
        var frames = frames(3 * FRAME);
        var held = frames.frame(want(1, Priority.VISIBLE)).await();
        for (int i = 2; i <= 6; i++) frames.frame(want(i, Priority.NEAR)).await();
        assertTrue(frames.bytes() <= 3 * FRAME, "kept " + frames.bytes());
        int before = decodings.get();
        assertSame(held, frames.frame(want(1, Priority.VISIBLE)).await());
        assertEquals(before, decodings.get());
    }

    @Test
    void smallFramesDoNotFillTheBudgetAndLargeOnesMay() throws Exception {
        var codecs = new CodecRegistry(List.of(slow));
        var frames = new DecodedFrames(stored, codecs, runner, 64 << 20, 3 * FRAME);
        for (int i = 1; i <= 9; i++) {
            var large = new FrameKey("large", i);
            frames.frame(new FrameRequest(large, 0, Priority.NEAR)).await();
            frames.frame(want(i, Priority.NEAR)).await();
        }
        int before = decodings.get();
        long all = 9 * ((2L << 20) + (2L << 20) / 3 + 64) + 3 * FRAME;
        assertEquals(all, frames.bytes());
        for (int i = 1; i <= 9; i++) {
            var large = new FrameKey("large", i);
            assertTrue(frames.frame(new FrameRequest(large, 0, Priority.NEAR)).ended());
        }
        assertEquals(before, decodings.get());
    }

    @Test
    void cancellingOneRequestDoesNotDisturbTheOthers() throws Exception {
        gated = true;
        var frames = frames(1 << 20);
        var one = frames.frame(want(3, Priority.NEAR));
        var other = frames.frame(want(3, Priority.NEAR));
        one.cancel();
        gate.countDown();
        assertEquals(3, other.await().value(0, 0, 0));
        assertThrows(Refusal.class, one::await);
        assertInstanceOf(Outcome.Cancelled.class, one.outcome().orElseThrow());
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotDecoded() throws Exception {
        gated = true;
        var frames = frames(1 << 20);
        var visible = frames.frame(want(1, Priority.VISIBLE));
        for (int i = 0; decodings.get() == 0 && i < 2_000; i++) Thread.sleep(5);
        var unwanted = new ArrayList<Job<Frame>>();
        for (int i = 10; i < 40; i++) unwanted.add(frames.frame(want(i, Priority.NEAR)));
        unwanted.forEach(Job::cancel);
        for (var job : unwanted) assertThrows(Refusal.class, job::await);
        gate.countDown();
        visible.await();
        frames.frame(want(2, Priority.BACKGROUND)).await();
        assertEquals(List.of(1, 2), order);
    }

    @Test
    void aMoreUrgentWishOvertakes() throws Exception {
        gated = true;
        var frames = frames(1 << 20);
        var first = frames.frame(want(1, Priority.VISIBLE));
        for (int i = 0; decodings.get() == 0 && i < 2_000; i++) Thread.sleep(5);
        var near = new ArrayList<Job<Frame>>();
        for (int i = 10; i < 14; i++) near.add(frames.frame(want(i, Priority.NEAR)));
        Thread.sleep(50); // the four wait in the queue now
        var urgent = frames.frame(want(13, Priority.VISIBLE));
        gate.countDown();
        first.await();
        urgent.await();
        for (var job : near) job.await();
        assertEquals(13, order.get(1));
        assertEquals(5, decodings.get());
    }

    @Test
    void aRefusalReachesEveryoneAndIsNotRemembered() throws Exception {
        var frames = frames(1 << 20);
        var job = frames.frame(want(99, Priority.VISIBLE));
        var refusal = assertThrows(Refusal.class, job::await);
        assertEquals(CodecReason.NO_SUCH_FRAME, refusal.reason());
        assertThrows(Refusal.class, () -> frames.frame(want(99, Priority.NEAR)).await());
    }

    @Test
    void aCoarserLevelIsMadeFromTheSameDecoding() throws Exception {
        var frames = frames(1 << 20);
        var small =
                frames.frame(new FrameRequest(new FrameKey("1.2", 8), 1, Priority.NEAR)).await();
        assertEquals(1, small.level());
        assertEquals(1, small.rows());
        assertEquals(2, small.columns());
        assertEquals(2, small.value(0, 0, 0));
        assertEquals(8, frames.frame(want(8, Priority.NEAR)).await().value(0, 0, 0));
        assertEquals(1, decodings.get());
    }
}
