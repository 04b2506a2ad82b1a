package org.tyde.dicom.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Element;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// PS3.18 F.2, outwards.
final class JsonWriter {
    private static final long LARGEST_INLINE = 1 << 16;
    private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Function<String, Optional<String>> bulkUri;

    JsonWriter(Function<String, Optional<String>> bulkUri) {
        this.bulkUri = bulkUri;
    }

    ObjectNode write(DataSet set, String path) throws DicomFormatException {
        var object = nodes.objectNode();
        for (var element : set) {
            if (element.tag().element() == 0) continue; // group lengths: PS3.18 F.2.2
            if (element.tag().equals(Tag.SPECIFIC_CHARACTER_SET)) {
                object.set(element.tag().hex(), unicode());
                continue;
            }
            write(set, element, path).ifPresent(node -> object.set(element.tag().hex(), node));
        }
        return object;
    }

    private ObjectNode unicode() {
        var node = nodes.objectNode().put("vr", Vr.CS.name());
        node.putArray("Value").add("ISO_IR 192");
        return node;
    }

    private Optional<ObjectNode> write(DataSet set, Element element, String path)
            throws DicomFormatException {
        var node = nodes.objectNode();
        node.put("vr", element.vr().name());
        var here = path + element.tag().hex();
        switch (element.value()) {
            case Value.Items items -> {
                var array = nodes.arrayNode();
                int number = 1;
                for (var item : items.items()) array.add(write(item, here + "/" + number++ + "/"));
                if (!array.isEmpty()) node.set("Value", array);
            }
            case Value.Fragments _ -> {
                var uri = bulkUri.apply(here);
                if (uri.isEmpty()) return Optional.empty();
                node.put("BulkDataURI", uri.get());
            }
            case Value.Bulk bulk -> {
                if (!binary(node, bulk.data(), here)) return Optional.empty();
            }
            case Value.Bytes bytes -> {
                if (element.vr().kind() == Vr.Kind.BYTES) binary(node, bytes.data(), here);
                else values(node, set, element);
            }
        }
        return Optional.of(node);
    }

    private boolean binary(ObjectNode node, BulkData data, String path)
            throws DicomFormatException {
        var uri = bulkUri.apply(path);
        if (uri.isPresent()) {
            node.put("BulkDataURI", uri.get());
            return true;
        }
        if (data.length() == 0) return true;
        if (data.length() > LARGEST_INLINE) return false;
        try {
            node.put("InlineBinary", Base64.getEncoder().encodeToString(data.all()));
            return true;
        } catch (IOException unreadable) {
            throw new DicomFormatException(
                            DicomReason.BULK_UNREADABLE,
                            -1,
                            String.valueOf(unreadable.getMessage()))
                    .because(unreadable);
        }
    }

    private void values(ObjectNode node, DataSet set, Element element) throws DicomFormatException {
        var texts = set.texts(element.tag());
        if (texts.isEmpty()) return;
        var array = nodes.arrayNode();
        for (var text : texts) add(array, element.vr(), text);
        boolean empty = array.size() == 1 && array.get(0).isNull();
        if (!empty) node.set("Value", array); // PS3.18 F.2.5
    }

    private void add(ArrayNode array, Vr vr, String text) {
        if (text.isEmpty()) array.addNull();
        else if (vr == Vr.PN) {
            var name = name(text);
            array.add(name.isEmpty() ? nodes.nullNode() : name);
        } else if (vr == Vr.DS || vr == Vr.IS)
            number(text).ifPresentOrElse(array::add, () -> array.add(text));
        else
            switch (vr.kind()) {
                case REAL -> addReal(array, vr, text);
                case INTEGER -> addInteger(array, text);
                case TEXT, TAG, BYTES, ITEMS -> array.add(text);
            }
    }

    private static void addReal(ArrayNode array, Vr vr, String text) {
        var value = Double.parseDouble(text);
        if (!Double.isFinite(value)) array.add(text);
        else if (vr == Vr.FL) array.add(Float.parseFloat(text));
        else array.add(value);
    }

    /// What a JSON number may not keep exactly stays a string (PS3.18 F.2.3).
    private static void addInteger(ArrayNode array, String text) {
        var value = new BigDecimal(text);
        if (value.abs().compareTo(EXACT) <= 0) array.add(value.longValueExact());
        else array.add(text);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            var value = new BigDecimal(text);
            boolean plain = Math.abs((long) value.scale()) <= 64;
            return plain ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty(); // PS3.18 F.2.3 lets it stay a string
        }
    }

    private ObjectNode name(String encoded) {
        var name = PersonName.parse(encoded);
        var node = nodes.objectNode();
        var groups = List.of("Alphabetic", "Ideographic", "Phonetic");
        var parts = List.of(name.alphabetic(), name.ideographic(), name.phonetic());
        for (int i = 0; i < 3; i++)
            if (!parts.get(i).isEmpty()) node.put(groups.get(i), parts.get(i).encoded());
        return node;
    }
}
