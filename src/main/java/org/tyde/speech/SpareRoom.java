package org.tyde.speech;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Whether this computer has the memory for a second speech process.
public final class SpareRoom {
    /// The part of the computer's memory that a spare may take.
    private static final int SHARE = 16;

    private static final long PROCESS = 100L << 20;

    /// Memory over the size of the folder: 300 MB for 40 MB, up to 16 GB for 1.8 GB, as Vosk's list of
    /// models has it.
    private static final int TIMES = 8;

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

    private final long reckoned;

    /// @param model the processes hear with
    SpareRoom(SpeechModel model) {
        reckoned = PROCESS + TIMES * model.bytes();
    }

    /// @param running the operating system's number of the process that hears now
    /// @return whether a second one would take no more than a sixteenth of the computer's memory
    boolean enough(OptionalLong running) {
        return fits(cost(running), memory());
    }

    /// @param cost bytes
    /// @param memory of the computer, bytes
    static boolean fits(long cost, long memory) {
        return cost <= memory / SHARE;
    }

    /// @return bytes that a process takes: as the running one does where the system tells (Linux), else
    ///     reckoned from the size of the model
    long cost(OptionalLong running) {
        var measured = running.isPresent() ? resident(running.getAsLong()) : OptionalLong.empty();
        return measured.orElse(reckoned);
    }

    /// @param pid of a process
    /// @return bytes of it that lie in memory (VmRSS, proc(5)); empty where the system does not tell
    public static OptionalLong resident(long pid) {
        try {
            var told = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return told.find()
                    ? OptionalLong.of(Long.parseLong(told.group(1)) << 10)
                    : OptionalLong.empty();
        } catch (IOException none) {
            return OptionalLong.empty();
        }
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
