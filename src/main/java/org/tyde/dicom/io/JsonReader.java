package org.tyde.dicom.io;

import com.fasterxml.jackson.databind.JsonNode;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.PersonName.Group;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/// PS3.18 F.2, inwards.
final class JsonReader {
    private final DicomJson.BulkSource bulk;
    private final Deque<Tag> path = new ArrayDeque<>();

    JsonReader(DicomJson.BulkSource bulk) {
        this.bulk = bulk;
    }

    DataSet read(JsonNode json) throws DicomFormatException {
        if (!json.isObject()) throw refuse("{ }");
        if (path.size() > ReaderLimits.USUAL.depth())
            throw new DicomFormatException(DicomReason.TOO_DEEP, -1, ReaderLimits.USUAL.depth())
                    .at(path.getFirst().toString())
                    .withRule("PS3.5 7.5");
        var builder = DataSet.builder().asFound();
        for (var entry : json.properties()) {
            var tag = tag(entry.getKey());
            if (tag.equals(Tag.SPECIFIC_CHARACTER_SET) || tag.element() == 0) continue;
            path.addLast(tag);
            try {
                element(builder, tag, entry.getValue());
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                throw refuse("Value").because(wrong);
            }
            path.removeLast();
        }
        return builder.build();
    }

    private Tag tag(String key) throws DicomFormatException {
        try {
            return Tag.parse(key);
        } catch (IllegalArgumentException noTag) {
            throw refuse("ggggeeee");
        }
    }

    private void element(DataSetBuilder builder, Tag tag, JsonNode node)
            throws DicomFormatException {
        var vr = vr(node.path("vr").asText(""));
        if (node.has("InlineBinary")) {
            if (vr.kind() != Vr.Kind.BYTES) throw refuse("InlineBinary");
            var text = node.path("InlineBinary").asText().strip();
            builder.bytes(tag, vr, Base64.getDecoder().decode(text));
        } else if (node.has("BulkDataURI")) {
            if (vr == Vr.SQ) throw refuse("BulkDataURI");
            bulk(builder, tag, vr, node.path("BulkDataURI").asText());
        } else values(builder, tag, vr, node.path("Value"));
    }

    private Vr vr(String letters) throws DicomFormatException {
        if (letters.length() != 2) throw refuse("vr");
        return Vr.of(letters.charAt(0), letters.charAt(1)).orElseThrow(() -> refuse("vr"));
    }

    private void bulk(DataSetBuilder builder, Tag tag, Vr vr, String uri)
            throws DicomFormatException {
        try {
            var data = bulk.open(uri);
            if (data.isPresent()) builder.bulk(tag, vr, data.get());
        } catch (IOException unreadable) {
            throw new DicomFormatException(
                            DicomReason.BULK_UNREADABLE,
                            -1,
                            String.valueOf(unreadable.getMessage()))
                    .at(place())
                    .because(unreadable);
        }
    }

    private void values(DataSetBuilder builder, Tag tag, Vr vr, JsonNode values)
            throws DicomFormatException {
        if (!values.isMissingNode() && !values.isArray()) throw refuse("Value");
        switch (vr.kind()) {
            case ITEMS -> {
                var items = new ArrayList<DataSet>();
                for (var item : values) items.add(item.isNull() ? DataSet.empty() : read(item));
                builder.sequence(tag, items);
            }
            case TEXT -> builder.text(tag, vr, texts(values, vr));
            case INTEGER -> builder.bytes(tag, vr, JsonNumbers.integers(values, vr));
            case REAL -> builder.decimal(tag, vr, JsonNumbers.decimals(values));
            case TAG -> {
                var tags = new ArrayList<Integer>();
                for (var value : values) tags.add(tag(value.asText()).value());
                builder.integer(tag, vr, tags.stream().mapToInt(Integer::intValue).toArray());
            }
            case BYTES -> builder.bulk(tag, vr, BulkData.of(new byte[0]));
        }
    }

    private String[] texts(JsonNode values, Vr vr) throws DicomFormatException {
        var texts = new ArrayList<String>();
        for (var value : values) {
            if (value.isNull()) texts.add("");
            else if (vr == Vr.PN && value.isObject()) texts.add(name(value));
            else if (value.isNumber()) texts.add(JsonNumbers.text(value, vr));
            else if (!value.isValueNode()) throw refuse("Value");
            else if (vr.severalValues())
                texts.addAll(List.of(value.asText().split("\\\\", -1))); // some do not separate
            else texts.add(value.asText());
        }
        if (!vr.severalValues() && texts.size() > 1) return new String[] {String.join("\\", texts)};
        return texts.toArray(String[]::new);
    }

    private static String name(JsonNode node) {
        return new PersonName(
                        Group.parse(node.path("Alphabetic").asText("")),
                        Group.parse(node.path("Ideographic").asText("")),
                        Group.parse(node.path("Phonetic").asText("")))
                .encoded();
    }

    /// @param part the word of PS3.18 F.2 that is at fault, the same in every language
    private DicomFormatException refuse(String part) {
        return new DicomFormatException(DicomReason.BAD_JSON, -1, part)
                .at(place())
                .withRule("PS3.18 F.2");
    }

    private String place() {
        return path.stream().map(Tag::toString).collect(Collectors.joining(" "));
    }
}
