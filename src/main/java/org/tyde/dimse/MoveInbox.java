package org.tyde.dimse;

import org.tyde.dimse.command.MessageIds;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where the instances of our C-MOVEs come in: the sink of our own storage port. Each goes to the move
/// that asked for it, by Move Originator (0000,1030) and (0000,1031); from an archive that leaves these
/// out, to the one move that runs and wants it; all others to whom takes what is pushed. Thread-safe.
public final class MoveInbox implements InstanceSink {
    /// Takes nothing that nobody asked for.
    public static final InstanceSink NOTHING_PUSHED = (_, _) -> Status.NOT_AUTHORIZED;

    private final String title;
    private final InstanceSink pushed;
    private final MessageIds ids = new MessageIds();
    private final Map<Integer, Receiving> expected = new ConcurrentHashMap<>();

    /// @param title our application entity title, as archives know the port under it
    /// @param pushed takes what no move asked for
    public MoveInbox(String title, InstanceSink pushed) {
        this.title = title;
        this.pushed = pushed;
    }

    /// @return our application entity title
    public String title() {
        return title;
    }

    /// A Message ID that no other move of ours has now.
    int nextId() {
        return ids.next();
    }

    /// Until it is closed, what comes for that move goes there.
    AutoCloseable expect(int messageId, Receiving receiving) {
        expected.put(messageId, receiving);
        return () -> expected.remove(messageId);
    }

    @Override
    public Status take(Arrival arrival, InputStream partTen) throws IOException {
        var asked = asked(arrival);
        if (asked.isPresent()) return asked.get().take(arrival, partTen);
        boolean anonymous = arrival.moveOriginator().isEmpty();
        var running = expected.values().stream().limit(2).toList();
        if (!anonymous || running.size() != 1) return pushed.take(arrival, partTen);
        var look = running.getFirst().wanted().look(arrival, partTen);
        return look.asked()
                ? running.getFirst().take(arrival, look)
                : pushed.take(arrival, look.whole());
    }

    private Optional<Receiving> asked(Arrival arrival) {
        if (!arrival.moveOriginator().equals(title) || arrival.moveMessage().isEmpty())
            return Optional.empty();
        return Optional.ofNullable(expected.get(arrival.moveMessage().getAsInt()));
    }
}
