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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// PS3.18 F.2, inwards.
final class JsonReader {
    private final DicomJson.BulkSource bulk;

    JsonReader(DicomJson.BulkSource bulk) {
        this.bulk = bulk;
    }

    DataSet read(JsonNode json, int depth) throws DicomFormatException {
        if (!json.isObject()) throw refuse("a data set is an object");
        if (depth > ReaderLimits.USUAL.depth())
            throw new DicomFormatException(DicomReason.TOO_DEEP, -1, ReaderLimits.USUAL.depth())
                    .at("");
        var builder = DataSet.builder();
        for (var entry : json.properties()) {
            var tag = tag(entry.getKey());
            if (tag.equals(Tag.SPECIFIC_CHARACTER_SET) || tag.element() == 0) continue;
            try {
                element(builder, tag, entry.getValue(), depth);
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                throw refuse("a value of " + tag).because(wrong);
            }
        }
        return builder.build();
    }

    private static Tag tag(String key) throws DicomFormatException {
        try {
            return Tag.parse(key);
        } catch (IllegalArgumentException noTag) {
            throw refuse("a key that is no tag");
        }
    }

    private void element(DataSetBuilder builder, Tag tag, JsonNode node, int depth)
            throws DicomFormatException {
        var letters = node.path("vr").asText("");
        if (letters.length() != 2) throw refuse("the vr of " + tag);
        var vr =
                Vr.of(letters.charAt(0), letters.charAt(1))
                        .orElseThrow(() -> refuse("the vr of " + tag));
        if (node.has("InlineBinary")) {
            var bytes = Base64.getDecoder().decode(node.path("InlineBinary").asText().strip());
            builder.bytes(tag, vr, bytes);
            return;
        }
        if (node.has("BulkDataURI")) {
            try {
                var data = bulk.open(node.path("BulkDataURI").asText());
                if (data.isPresent()) builder.bulk(tag, vr, data.get());
            } catch (IOException unreadable) {
                throw new DicomFormatException(
                                DicomReason.BULK_UNREADABLE,
                                -1,
                                String.valueOf(unreadable.getMessage()))
                        .at(tag.toString())
                        .because(unreadable);
            }
            return;
        }
        var values = node.path("Value");
        if (!values.isMissingNode() && !values.isArray()) throw refuse("the Value of " + tag);
        switch (vr.kind()) {
            case ITEMS -> {
                var items = new ArrayList<DataSet>();
                for (var item : values)
                    items.add(item.isNull() ? DataSet.empty() : read(item, depth + 1));
                builder.sequence(tag, items);
            }
            case TEXT -> builder.text(tag, vr, texts(values, vr, tag));
            case INTEGER -> builder.bytes(tag, vr, integers(values, vr, tag));
            case REAL -> builder.decimal(tag, vr, decimals(values));
            case TAG -> {
                var tags = new ArrayList<Integer>();
                for (var value : values) tags.add(tag(value.asText()).value());
                builder.integer(tag, vr, tags.stream().mapToInt(Integer::intValue).toArray());
            }
            case BYTES -> builder.bulk(tag, vr, BulkData.of(new byte[0]));
        }
    }

    private static String[] texts(JsonNode values, Vr vr, Tag tag) throws DicomFormatException {
        var texts = new ArrayList<String>();
        for (var value : values) {
            if (value.isNull()) texts.add("");
            else if (vr == Vr.PN && value.isObject()) texts.add(name(value));
            else if (value.isNumber()) texts.add(number(value, vr));
            else if (!value.isValueNode()) throw refuse("a value of " + tag);
            else if (vr.severalValues())
                texts.addAll(List.of(value.asText().split("\\\\", -1))); // some do not separate
            else texts.add(value.asText());
        }
        if (!vr.severalValues() && texts.size() > 1) return new String[] {String.join("\\", texts)};
        return texts.toArray(String[]::new);
    }

    private static String number(JsonNode value, Vr vr) {
        var exact = value.decimalValue();
        if (vr == Vr.IS && exact.stripTrailingZeros().scale() <= 0)
            return exact.toBigInteger().toString();
        var text = value.asText();
        for (int digits = 16; text.length() > 16 && vr == Vr.DS && digits > 0; digits--)
            text = exact.round(new MathContext(digits)).toString();
        return text;
    }

    private static String name(JsonNode node) {
        return new PersonName(
                        Group.parse(node.path("Alphabetic").asText("")),
                        Group.parse(node.path("Ideographic").asText("")),
                        Group.parse(node.path("Phonetic").asText("")))
                .encoded();
    }

    private static byte[] integers(JsonNode values, Vr vr, Tag tag) throws DicomFormatException {
        var buffer = ByteBuffer.allocate(values.size() * vr.unit()).order(ByteOrder.LITTLE_ENDIAN);
        boolean signed = vr == Vr.SS || vr == Vr.SL || vr == Vr.SV;
        for (var node : values) {
            BigInteger value;
            try {
                value =
                        node.isNull()
                                ? BigInteger.ZERO
                                : node.isBigInteger()
                                        ? node.bigIntegerValue()
                                        : new BigDecimal(node.asText()).toBigIntegerExact();
            } catch (NumberFormatException noNumber) {
                throw refuse("a value of " + tag);
            }
            int bits = vr.unit() * 8;
            boolean fits =
                    signed
                            ? value.bitLength() < bits
                            : value.signum() >= 0 && value.bitLength() <= bits;
            if (!fits) throw refuse("a value of " + tag);
            switch (vr.unit()) {
                case 2 -> buffer.putShort(value.shortValue());
                case 4 -> buffer.putInt(value.intValue());
                default -> buffer.putLong(value.longValue());
            }
        }
        return buffer.array();
    }

    private static double[] decimals(JsonNode values) {
        var numbers = new double[values.size()];
        var words = Map.of("NaN", Double.NaN, "Infinity", 1 / 0.0, "-Infinity", -1 / 0.0);
        for (int i = 0; i < numbers.length; i++) {
            var text = values.get(i).asText();
            numbers[i] =
                    words.containsKey(text)
                            ? words.getOrDefault(text, 0.0)
                            : Double.parseDouble(text);
        }
        return numbers;
    }

    private static DicomFormatException refuse(String part) {
        return new DicomFormatException(DicomReason.BAD_JSON, -1, part)
                .at("")
                .withRule("PS3.18 F.2");
    }
}
