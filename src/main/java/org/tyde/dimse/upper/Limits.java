package org.tyde.dimse.upper;

import java.time.Duration;

/// How long a peer is waited for, and how long a PDU may be.
///
/// @param connect until the transport connection stands, TLS included
/// @param negotiate until the answer to a request or to a release; the ARTIM timer of PS3.8 9.1.5
/// @param silence within a message: between two reads, and within one write
/// @param idle until the next message begins
/// @param maxReceive the longest P-DATA-TF we take, in bytes as PS3.8 D.1 counts; 0: no limit
/// @param maxSend the longest P-DATA-TF we send, where the peer takes longer ones
public record Limits(
        Duration connect,
        Duration negotiate,
        Duration silence,
        Duration idle,
        int maxReceive,
        int maxSend) {
    /// For archives on a local network.
    public static final Limits USUAL =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(10),
                    1 << 18,
                    1 << 17);

    /// The shortest P-DATA-TF that carries anything: one value of two bytes.
    static final int SHORTEST = 8;

    /// @throws IllegalArgumentException for a time that is not positive or a PDU that carries nothing
    public Limits {
        for (var time : new Duration[] {connect, negotiate, silence, idle})
            if (!time.isPositive()) throw new IllegalArgumentException("not a time: " + time);
        if (maxReceive != 0 && maxReceive < SHORTEST || maxSend < SHORTEST)
            throw new IllegalArgumentException("a PDU of less than " + SHORTEST + " bytes");
    }

    /// @param time until the transport connection stands
    /// @return with it
    public Limits withConnect(Duration time) {
        return new Limits(time, negotiate, silence, idle, maxReceive, maxSend);
    }

    /// @param time until an answer to a request or a release
    /// @return with it
    public Limits withNegotiate(Duration time) {
        return new Limits(connect, time, silence, idle, maxReceive, maxSend);
    }

    /// @param time of silence within a message
    /// @return with it
    public Limits withSilence(Duration time) {
        return new Limits(connect, negotiate, time, idle, maxReceive, maxSend);
    }

    /// @param time until the next message begins
    /// @return with it
    public Limits withIdle(Duration time) {
        return new Limits(connect, negotiate, silence, time, maxReceive, maxSend);
    }

    /// @param bytes of the longest PDU we take; 0: no limit
    /// @return with it
    public Limits withMaxReceive(int bytes) {
        return new Limits(connect, negotiate, silence, idle, bytes, maxSend);
    }

    /// @param bytes of the longest PDU we send
    /// @return with it
    public Limits withMaxSend(int bytes) {
        return new Limits(connect, negotiate, silence, idle, maxReceive, bytes);
    }
}
