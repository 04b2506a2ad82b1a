package org.tyde.dicom.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;

import java.io.IOException;
import java.io.InputStream;
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

    private static final ObjectReader ONE_OF_SEVERAL =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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

    /// Takes one data set after the other while the text is read.
    @FunctionalInterface
    public interface Sink {
        /// @param dataSet the next
        /// @throws IOException ends the reading
        void accept(DataSet dataSet) throws IOException;
    }

    /// An array of data sets, or one alone, each handed on as soon as it is read: memory holds one at a
    /// time. An empty text has none. Bulk data URIs are left out.
    ///
    /// @param text in UTF-8, UTF-16 or UTF-32
    /// @param sink takes them in order
    /// @throws DicomFormatException where it is no DICOM JSON, or nested or long beyond reason
    /// @throws IOException where the text cannot be read, or as the sink says
    public static void read(InputStream text, Sink sink) throws IOException {
        try (var parser = MAPPER.createParser(text)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY)
                while (parser.nextToken() != JsonToken.END_ARRAY) sink.accept(next(parser));
            else if (first != null) sink.accept(next(parser));
            if (parser.nextToken() != null) throw refuse(parser.currentLocation(), null);
        } catch (JsonProcessingException broken) {
            throw refuse(broken.getLocation(), broken);
        }
    }

    private static DataSet next(JsonParser at) throws IOException {
        if (at.currentToken() != JsonToken.START_OBJECT) throw refuse(at.currentLocation(), null);
        return read(ONE_OF_SEVERAL.<JsonNode>readTree(at));
    }

    /// Never the parser's own words, which quote the text.
    private static DicomFormatException refuse(JsonLocation where, @Nullable IOException broken) {
        long at = where == null ? -1 : where.getByteOffset();
        var refusal =
                new DicomFormatException(DicomReason.BAD_JSON, at, "JSON")
                        .at("")
                        .withRule("RFC 8259");
        return broken == null ? refusal : refusal.because(broken);
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
