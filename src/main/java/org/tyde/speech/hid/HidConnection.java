package org.tyde.speech.hid;

import org.hid4java.HidDevice;
import org.hid4java.HidException;
import org.hid4java.HidManager;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The hand microphones and pedals of this machine, through hidapi. Looks every two seconds for what was
/// plugged in or pulled out; one that is taken by another program is left alone.
public final class HidConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HidConnection.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int WAIT_MILLIS = 200;
    private static final int LONGEST = 64;
    private static final int ASKED = 10;

    private final JobRunner runner;
    private final Listener listener;
    private final HidServices services;
    private final Map<String, HidDevice> open = new ConcurrentHashMap<>();
    private final AutoCloseable clock;
    private volatile boolean closed;

    /// Who is told, on a thread of the connection's.
    public interface Listener {
        /// @param device which
        /// @param event what it says
        void happened(HandDevice device, HandEvent event);

        /// @param device that was plugged in or pulled out
        /// @param there whether it is there now
        default void present(HandDevice device, boolean there) {}
    }

    private HidConnection(JobRunner runner, Listener listener, HidServices services) {
        this.runner = runner;
        this.listener = listener;
        this.services = services;
        clock = runner.every(LOOK, this::look);
    }

    /// @param runner whose threads listen
    /// @param listener told from now on
    /// @return listening; also where nothing is plugged in
    /// @throws Refusal the library does not load on this machine
    public static HidConnection open(JobRunner runner, Listener listener) throws Refusal {
        try {
            var quiet = new HidServicesSpecification();
            quiet.setAutoStart(false);
            quiet.setAutoShutdown(false);
            return new HidConnection(runner, listener, HidManager.getHidServices(quiet));
        } catch (LinkageError | HidException without) {
            throw new Refusal(HidReason.NO_LIBRARY, String.valueOf(without.getMessage()))
                    .because(without);
        }
    }

    private void look() {
        if (closed) return;
        for (var found : services.getAttachedHidDevices()) {
            var known = known(found);
            if (known.isEmpty() || open.containsKey(found.getPath())) continue;
            if (!found.open()) continue;
            open.put(found.getPath(), found);
            var _ =
                    runner.waiting(
                            "listen to a hand microphone",
                            job -> {
                                listen(known.get(), found, job);
                                return true;
                            });
        }
    }

    private static Optional<HandDevice> known(HidDevice found) {
        return HandDevice.of(
                found.getVendorId() & 0xffff,
                found.getProductId() & 0xffff,
                found.getUsagePage() & 0xffff);
    }

    private void listen(HandDevice device, HidDevice handle, JobContext job) {
        var decoder = new HandDecoder(device, slider(device, handle, job));
        listener.present(device, true);
        try {
            var report = new byte[LONGEST];
            while (!closed && !job.cancelled()) {
                int got = handle.read(report, WAIT_MILLIS);
                if (got < 0) break;
                if (got > 0) hear(device, decoder, Arrays.copyOf(report, got));
            }
        } finally {
            open.remove(handle.getPath());
            handle.close();
            for (var event : decoder.gone()) listener.happened(device, event);
            listener.present(device, false);
        }
    }

    /// Asks for at most two seconds; what is pressed meanwhile is not heard.
    private Optional<Slider> slider(HandDevice device, HidDevice handle, JobContext job) {
        if (!device.mayHaveSlider()) return Optional.empty();
        var question = new ModelQuestion();
        boolean more = true;
        var report = new byte[LONGEST];
        for (int i = 0; i < ASKED && !question.over() && !closed && !job.cancelled(); i++) {
            var open = question.question();
            if (more) handle.write(open, open.length, (byte) 0);
            int got = handle.read(report, WAIT_MILLIS);
            if (got < 0) break;
            more = got > 0 && question.answered(Arrays.copyOf(report, got));
        }
        if (question.over()) LOG.info("{}: model {}", device, question.number());
        else LOG.warn("{}: its model is not known; its buttons are read as buttons", device);
        return question.slider();
    }

    private void hear(HandDevice device, HandDecoder decoder, byte[] report) {
        try {
            for (var event : decoder.decode(report)) listener.happened(device, event);
        } catch (Refusal malformed) {
            LOG.warn("{}: {}", device, malformed.getMessage());
        }
    }

    /// Shows on every device that has lights whether it is listened to.
    ///
    /// @param on whether the microphone is on
    public void light(boolean on) {
        var report = Light.record(on ? Light.ON : Light.OFF, Light.OFF);
        for (var handle : open.values())
            if (known(handle).filter(HandDevice::hasLights).isPresent())
                handle.write(report, report.length, (byte) 0);
    }

    @Override
    public void close() {
        closed = true;
        try {
            clock.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
    }
}
