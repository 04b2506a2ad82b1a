package org.tyde.hl7;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A message: its segments in order, each ended by a carriage return (HL7 v2.5.1 2.5.3).
///
/// @param segments the first is MSH
public record Hl7Message(List<Segment> segments) {
    /// Copies the segments.
    public Hl7Message {
        segments = List.copyOf(segments);
    }

    /// @param text of a message; line feeds instead of carriage returns, as editors leave them, are taken
    /// @return its segments, whatever they are
    public static Hl7Message parse(String text) {
        return new Hl7Message(
                Arrays.stream(text.split("\r\n|\r|\n"))
                        .filter(line -> !line.isBlank())
                        .map(Segment::parse)
                        .toList());
    }

    /// @param name of a segment
    /// @return the first of that name
    public Optional<Segment> first(String name) {
        return segments.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// @param name of segments
    /// @return all of that name, in order
    public List<Segment> all(String name) {
        return segments.stream().filter(s -> s.name().equals(name)).toList();
    }

    /// @return the message as it is sent
    public String encoded() {
        var text = new StringBuilder();
        for (var segment : segments) text.append(segment.encoded()).append('\r');
        return text.toString();
    }
}
