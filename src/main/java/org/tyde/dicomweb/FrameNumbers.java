package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which frame a part is: as its Content-Location says, else by its place.
final class FrameNumbers {
    private static final Pattern LOCATION = Pattern.compile(".*/frames/([0-9]{1,9})/?");

    private final Endpoint endpoint;
    private final int[] wanted;
    private final Set<Integer> open = new HashSet<>();

    FrameNumbers(Endpoint endpoint, int[] wanted) {
        this.endpoint = endpoint;
        this.wanted = wanted.clone();
        for (int frame : wanted)
            if (frame < 1 || !open.add(frame))
                throw new IllegalArgumentException("frame " + frame + ", or twice");
    }

    /// @param index of the part, 0-based
    /// @param headers of the part
    /// @return the frame's number; each is given once
    int of(int index, Map<String, String> headers) throws Refusal {
        if (index >= wanted.length) throw others(index + 1);
        var location = LOCATION.matcher(headers.getOrDefault("content-location", ""));
        int number = location.matches() ? Integer.parseInt(location.group(1)) : wanted[index];
        if (open.remove(number)) return number;
        for (int frame : wanted)
            if (frame == number) throw DicomwebReason.PART_TWICE.of(endpoint, number);
        throw others(index + 1);
    }

    private Refusal others(int came) {
        return DicomwebReason.OTHER_PARTS
                .of(endpoint, wanted.length, came)
                .withRule("PS3.18 10.4.1.1.6");
    }
}
