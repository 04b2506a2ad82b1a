package org.tyde.dicom.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// DICOM JSON whose longer binary values are told by their digest, `sha256:<hex>:<bytes>`, as
/// `pydicom-json.py` tells them: those whose base64 form is longer than 64 characters. Encapsulated pixel
/// data are digested as they lie in the file: items with their headers, without the last delimiter.
public final class DigestedJson {
    private static final int INLINE = 48;

    private DigestedJson() {}

    static JsonNode of(DataSet set) throws IOException {
        return DicomJson.write(set, path -> uri(set, path));
    }

    /// @param told DICOM JSON with long values inline; changed in place
    /// @return the same with their digests
    public static JsonNode of(JsonNode told) {
        for (var element : told) {
            for (var item : element.path("Value")) if (item.isObject()) of(item);
            if (!element.has("InlineBinary")) continue;
            var bytes = Base64.getDecoder().decode(element.path("InlineBinary").asText());
            digest(bytes)
                    .ifPresent(
                            uri -> {
                                ((ObjectNode) element).remove("InlineBinary");
                                ((ObjectNode) element).put("BulkDataURI", uri);
                            });
        }
        return told;
    }

    private static Optional<String> uri(DataSet set, String path) {
        try {
            return digest(value(set, path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Value value(DataSet set, String path) throws IOException {
        var steps = List.of(path.split("/"));
        var here = set;
        for (int i = 0; i + 2 < steps.size(); i += 2)
            here =
                    here.sequence(Tag.parse(steps.get(i)))
                            .get(Integer.parseInt(steps.get(i + 1)) - 1);
        return here.element(Tag.parse(steps.getLast())).orElseThrow().value();
    }

    private static Optional<String> digest(Value value) throws IOException {
        return switch (value) {
            case Value.Bytes bytes -> digest(bytes.data().all());
            case Value.Bulk bulk -> digest(bulk.data().all());
            case Value.Fragments fragments -> digest(stream(fragments));
            case Value.Items _ -> Optional.empty();
        };
    }

    /// @return empty for a value so short that it is told inline
    static Optional<String> digest(byte[] bytes) {
        if (bytes.length <= INLINE) return Optional.empty();
        try {
            var hex = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return Optional.of("sha256:" + hex + ":" + bytes.length);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] stream(Value.Fragments fragments) throws IOException {
        var out = new ByteArrayOutputStream();
        item(out, fragments.offsetTable());
        for (var fragment : fragments.data()) item(out, fragment);
        return out.toByteArray();
    }

    private static void item(ByteArrayOutputStream out, BulkData data) throws IOException {
        var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt((int) data.length());
        out.writeBytes(head.array());
        out.writeBytes(data.all());
    }
}
