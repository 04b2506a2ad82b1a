package org.tyde.evidence.content;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads what one content item says, by its value type. What cannot be read becomes a flaw.
final class ValueReader {
    static final int LONGEST = 1_000_000;
    private static final String TYPES = "PS3.3 C.17.3.2.1";
    private static final Tag[] SAID = {
        Tag.TEXT_VALUE, Tag.NUMERIC_VALUE, Tag.DATE_TIME, Tag.DATE, Tag.TIME, Tag.UID
    };

    private int characters;

    ContentValue of(DataSet item, List<Integer> at, List<Flaw> flaws) {
        var type = "";
        try {
            type = item.textOr(Tag.VALUE_TYPE, "");
            if (item.has(Tag.REFERENCED_CONTENT_ITEM_IDENTIFIER))
                return new ContentValue.Pointer(
                        boxed(item.integers(Tag.REFERENCED_CONTENT_ITEM_IDENTIFIER)));
            var value = value(item, type, at, flaws);
            if (value.isPresent()) return value.get();
            if (flaws.stream().noneMatch(f -> f.reason() == ContentReason.UNKNOWN_VALUE_TYPE))
                flaws.add(Flaw.of(missing(type), at, TYPES, type));
        } catch (DicomFormatException malformed) {
            flaws.add(Flaw.unreadable(malformed, at));
        }
        return new ContentValue.Unread(type, rest(item));
    }

    private static ContentReason missing(String type) {
        return type.isEmpty() ? ContentReason.NO_VALUE_TYPE : ContentReason.NO_VALUE;
    }

    private Optional<ContentValue> value(
            DataSet item, String type, List<Integer> at, List<Flaw> flaws)
            throws DicomFormatException {
        return switch (type) {
            case "" -> Optional.empty();
            case "CONTAINER" ->
                    Optional.of(
                            new ContentValue.Container(
                                    !item.textOr(Tag.CONTINUITY_OF_CONTENT, "")
                                            .equals("CONTINUOUS")));
            case "TEXT" ->
                    item.text(Tag.TEXT_VALUE).map(t -> new ContentValue.Text(cut(t, at, flaws)));
            case "CODE" -> code(item, Tag.CONCEPT_CODE_SEQUENCE).map(ContentValue.Coded::new);
            case "NUM" -> number(item);
            case "DATE" -> moment(type, item, Tag.DATE);
            case "TIME" -> moment(type, item, Tag.TIME);
            case "DATETIME" -> moment(type, item, Tag.DATE_TIME);
            case "UIDREF" -> item.text(Tag.UID).map(ContentValue.Identifier::new);
            case "PNAME" ->
                    item.personName(Tag.PERSON_NAME)
                            .filter(n -> !n.equals(PersonName.parse("")))
                            .map(ContentValue.Name::new);
            case "IMAGE", "WAVEFORM", "COMPOSITE" -> reference(type, item);
            case "SCOORD", "SCOORD3D" -> place(type, item);
            case "TCOORD" -> times(item);
            case "TABLE" -> TableReader.of(item, at, flaws);
            default -> {
                flaws.add(Flaw.of(ContentReason.UNKNOWN_VALUE_TYPE, at, TYPES, type));
                yield Optional.empty();
            }
        };
    }

    private String cut(String text, List<Integer> at, List<Flaw> flaws) {
        int room = Math.max(0, LONGEST - characters);
        characters += Math.min(room, text.length());
        if (text.length() <= room) return text;
        flaws.add(Flaw.of(ContentReason.TEXT_CUT, at, TYPES, text.length(), room));
        return text.substring(0, room);
    }

    /// @return the code of an item that may lack a value: its meaning is kept
    static Optional<Code> code(DataSet item, Tag at) throws DicomFormatException {
        var sequence = item.item(at);
        if (sequence.isEmpty()) return Optional.empty();
        var code = sequence.get().ownCode();
        if (code.isPresent()) return code;
        return sequence.get()
                .text(Tag.CODE_MEANING)
                .map(meaning -> new Code("", scheme(sequence.get()), meaning));
    }

    private static String scheme(DataSet code) {
        try {
            return code.textOr(Tag.CODING_SCHEME_DESIGNATOR, "");
        } catch (DicomFormatException malformed) {
            return "";
        }
    }

    private static Optional<ContentValue> number(DataSet item) throws DicomFormatException {
        var qualifier = code(item, Tag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE);
        var measured = item.item(Tag.MEASURED_VALUE_SEQUENCE);
        if (measured.isEmpty() && qualifier.isEmpty()) return Optional.empty();
        if (measured.isEmpty())
            return Optional.of(
                    new ContentValue.Numeric(Optional.empty(), Optional.empty(), qualifier));
        var value = measured.get();
        var written = value.text(Tag.NUMERIC_VALUE).or(() -> exact(value));
        var unit = code(value, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
        if (written.isEmpty() && qualifier.isEmpty()) return Optional.empty();
        return Optional.of(new ContentValue.Numeric(written, unit, qualifier));
    }

    /// A number told only by (0040,A161), or as a fraction (PS3.3 C.18.1).
    private static Optional<String> exact(DataSet value) {
        try {
            var floating = value.text(Tag.FLOATING_POINT_VALUE);
            if (floating.isPresent()) return floating;
            var above = value.text(Tag.RATIONAL_NUMERATOR_VALUE);
            var below = value.text(Tag.RATIONAL_DENOMINATOR_VALUE);
            if (above.isEmpty() || below.isEmpty()) return Optional.empty();
            return Optional.of(above.get() + "/" + below.get());
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<ContentValue> moment(String type, DataSet item, Tag tag)
            throws DicomFormatException {
        return item.text(tag).map(written -> new ContentValue.Moment(type, written));
    }

    private static Optional<ContentValue> reference(String type, DataSet item)
            throws DicomFormatException {
        var sop = item.item(Tag.REFERENCED_SOP_SEQUENCE);
        if (sop.isEmpty()) return Optional.empty();
        var object = sop.get();
        var state = object.item(Tag.REFERENCED_SOP_SEQUENCE);
        var through = Optional.<String>empty();
        if (state.isPresent()) through = state.get().text(Tag.REFERENCED_SOP_INSTANCE_UID);
        return Optional.of(
                new ContentValue.Reference(
                        type,
                        new ReferencedObject(
                                object.textOr(Tag.REFERENCED_SOP_CLASS_UID, ""),
                                object.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""),
                                boxed(object.integers(Tag.REFERENCED_FRAME_NUMBER)),
                                boxed(object.integers(Tag.REFERENCED_SEGMENT_NUMBER)),
                                boxed(object.integers(Tag.REFERENCED_WAVEFORM_CHANNELS)),
                                through)));
    }

    private static Optional<ContentValue> place(String type, DataSet item)
            throws DicomFormatException {
        var graphic = item.textOr(Tag.GRAPHIC_TYPE, "");
        var data = Arrays.stream(item.decimals(Tag.GRAPHIC_DATA)).boxed().toList();
        if (graphic.isEmpty() && data.isEmpty()) return Optional.empty();
        return Optional.of(
                new ContentValue.Place(
                        type, graphic, data, item.text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID)));
    }

    private static Optional<ContentValue> times(DataSet item) throws DicomFormatException {
        var range = item.textOr(Tag.TEMPORAL_RANGE_TYPE, "");
        var at = new ArrayList<String>();
        for (var sample : item.integers(Tag.REFERENCED_SAMPLE_POSITIONS))
            at.add(String.valueOf(sample));
        for (var offset : item.texts(Tag.REFERENCED_TIME_OFFSETS)) at.add(offset + " s");
        at.addAll(item.texts(Tag.REFERENCED_DATE_TIME));
        if (range.isEmpty() && at.isEmpty()) return Optional.empty();
        return Optional.of(new ContentValue.Times(range, at));
    }

    /// What text there is in an item that is not understood.
    private static String rest(DataSet item) {
        return Arrays.stream(SAID)
                .map(tag -> told(item, tag))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static String told(DataSet item, Tag tag) {
        try {
            return item.textOr(tag, "");
        } catch (DicomFormatException malformed) {
            return "";
        }
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
