package org.tyde.dimse.command;

import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// A command set (PS3.7 6.3.1): the elements of group 0000 of one message. Immutable.
public final class Command {
    /// Of Command Data Set Type (0000,0800): no data set follows (PS3.7 E.1).
    static final int NO_DATA_SET = 0x0101;

    private static final int WITH_DATA_SET = 0x0001;

    private final Operation operation;
    private final SortedMap<Tag, Object> values;

    Command(Operation operation, SortedMap<Tag, Object> values) {
        this.operation = operation;
        this.values = values;
    }

    /// @param operation what the message is
    /// @return a builder of it
    public static Builder of(Operation operation) {
        return new Builder(operation);
    }

    /// @return what the message is
    public Operation operation() {
        return operation;
    }

    /// @return whether a data set follows
    public boolean hasDataSet() {
        return number(Tag.COMMAND_DATA_SET_TYPE).orElse(NO_DATA_SET) != NO_DATA_SET;
    }

    /// @return Message ID (0000,0110), 0 to 65,535
    /// @throws Refusal where a request has none
    public int messageId() throws Refusal {
        return required(Tag.MESSAGE_ID);
    }

    /// @return Message ID Being Responded To (0000,0120), 0 to 65,535
    /// @throws Refusal where a response or a cancel has none
    public int answersTo() throws Refusal {
        return required(Tag.MESSAGE_ID_BEING_RESPONDED_TO);
    }

    /// @return Status (0000,0900)
    /// @throws Refusal where a response has none
    public Status status() throws Refusal {
        return new Status(required(Tag.STATUS));
    }

    /// @return the SOP class it is about, empty where it does not say
    public String sopClass() {
        return text(operation.sopClassTag()).orElse("");
    }

    /// @return the SOP instance it is about, empty where it does not say
    public String sopInstance() {
        return text(Tag.AFFECTED_SOP_INSTANCE_UID)
                .or(() -> text(Tag.REQUESTED_SOP_INSTANCE_UID))
                .orElse("");
    }

    /// @param tag of UI, AE or LO
    /// @return its text without padding; empty where absent
    public Optional<String> text(Tag tag) {
        return values.get(tag) instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    /// @param tag of US or UL
    /// @return its number, unsigned
    public OptionalInt number(Tag tag) {
        return values.get(tag) instanceof Integer number
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    /// @param tag of AT, such as Offending Element (0000,0901)
    /// @return the tags it names
    public List<Tag> tags(Tag tag) {
        if (!(values.get(tag) instanceof List<?> named)) return List.of();
        var tags = new ArrayList<Tag>();
        for (var one : named) if (one instanceof Tag known) tags.add(known);
        return tags;
    }

    /// @return how it goes over the wire: implicit VR little endian with its group length (PS3.7 6.3.1)
    public byte[] encoded() {
        return CommandBytes.write(values);
    }

    /// @param bytes of a command set
    /// @return what it says
    /// @throws Refusal where it is malformed, or its Command Field unknown
    public static Command decoded(byte[] bytes) throws Refusal {
        var values = CommandBytes.read(bytes);
        var code = values.get(Tag.COMMAND_FIELD) instanceof Integer number ? number : -1;
        var operation =
                Operation.of(code)
                        .orElseThrow(
                                () ->
                                        new Refusal(CommandReason.UNKNOWN_COMMAND, hex(code))
                                                .withPlace(Tag.COMMAND_FIELD.toString())
                                                .withRule("PS3.7 E.1"));
        return new Command(operation, values);
    }

    /// @return elements by tag, for those who look closer
    Map<Tag, Object> values() {
        return values;
    }

    private int required(Tag tag) throws Refusal {
        return number(tag)
                .orElseThrow(
                        () ->
                                new Refusal(CommandReason.MISSING, operation.title(), tag.keyword())
                                        .withPlace(tag.toString())
                                        .withRule("PS3.7 9.3"));
    }

    private static String hex(int code) {
        return code < 0 ? "-" : "%04X".formatted(code);
    }

    /// @return its name and message identifiers; no UIDs and no comments
    @Override
    public String toString() {
        return operation.title()
                + " "
                + values.getOrDefault(Tag.MESSAGE_ID, "")
                + values.getOrDefault(Tag.MESSAGE_ID_BEING_RESPONDED_TO, "");
    }

    /// Makes a command set element by element.
    public static final class Builder {
        private final Operation operation;
        private final SortedMap<Tag, Object> values = new TreeMap<>();

        Builder(Operation operation) {
            this.operation = operation;
            values.put(Tag.COMMAND_FIELD, operation.code());
            values.put(Tag.COMMAND_DATA_SET_TYPE, NO_DATA_SET);
        }

        /// @param tag of UI, AE or LO
        /// @param text ASCII; left out where empty
        /// @return this
        public Builder text(Tag tag, String text) {
            if (!text.isEmpty()) values.put(tag, text);
            return this;
        }

        /// @param tag of US, 0 to 65,535
        /// @param number unsigned
        /// @return this
        public Builder number(Tag tag, int number) {
            if ((number & 0xFFFF) != number)
                throw new IllegalArgumentException("not US: " + number);
            values.put(tag, number);
            return this;
        }

        /// @param tag of AT
        /// @param named the tags
        /// @return this
        public Builder tags(Tag tag, List<Tag> named) {
            if (!named.isEmpty()) values.put(tag, List.copyOf(named));
            return this;
        }

        /// @return this, followed by a data set
        public Builder withDataSet() {
            return number(Tag.COMMAND_DATA_SET_TYPE, WITH_DATA_SET);
        }

        /// @return the command set
        public Command build() {
            return new Command(operation, new TreeMap<>(values));
        }
    }
}
