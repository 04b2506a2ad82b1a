package org.tyde.dicom.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Data sets as JSON and back (PS3.18 F). Text is Unicode; what a data set says of its character set
/// is left out.
public final class DicomJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private DicomJson() {}

    /// @param dataSet any; values kept outside memory and fragments are left out
    /// @return its JSON object
    /// @throws DicomFormatException where a value is malformed
    public static ObjectNode write(DataSet dataSet) throws DicomFormatException {
        return write(dataSet, _ -> Optional.empty());
    }

    /// @param dataSet any
    /// @param bulkUri from the path of a bulk value, such as `7FE00010` or `00409096/1/00281201`, to
    ///     the URI that is told in its place; a small value without one goes inline, a large one is
    ///     left out
    /// @return its JSON object
    /// @throws DicomFormatException where a value is malformed
    public static ObjectNode write(DataSet dataSet, Function<String, Optional<String>> bulkUri)
            throws DicomFormatException {
        return new JsonWriter(bulkUri).write(dataSet, "");
    }

    /// JSON text as [#read] wants it: decimal numbers exact, no key twice in an object.
    ///
    /// @param text in UTF-8, UTF-16 or UTF-32
    /// @return its tree
    /// @throws DicomFormatException where it is no JSON, or nested or long beyond reason
    public static JsonNode parse(byte[] text) throws DicomFormatException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw refuse(broken.getLocation(), broken);
        } catch (IOException broken) {
            throw refuse(JsonLocation.NA, broken);
        }
    }

    /// Never the parser's own words, which quote the text.
    private static DicomFormatException refuse(JsonLocation where, IOException broken) {
        long at = where == null ? -1 : where.getByteOffset();
        return new DicomFormatException(DicomReason.BAD_JSON, at, "JSON")
                .at("")
                .withRule("RFC 8259")
                .because(broken);
    }

    /// @param json an object
    /// @return the data set; bulk data URIs are left out
    /// @throws DicomFormatException where it is not DICOM JSON
    public static DataSet read(JsonNode json) throws DicomFormatException {
        return read(json, _ -> Optional.empty());
    }

    /// Opens what a bulk data URI points to.
    @FunctionalInterface
    public interface BulkSource {
        /// @param uri as told
        /// @return the bytes behind it, or empty to leave the element out
        /// @throws IOException where they cannot be had
        Optional<BulkData> open(String uri) throws IOException;
    }

    /// @param json an object
    /// @param bulk opens what a bulk data URI points to
    /// @return the data set
    /// @throws DicomFormatException where it is not DICOM JSON
    public static DataSet read(JsonNode json, BulkSource bulk) throws DicomFormatException {
        return new JsonReader(bulk).read(json);
    }
}
