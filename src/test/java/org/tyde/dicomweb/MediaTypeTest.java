package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    @Test
    void quotedParametersKeepSemicolonsAndQuotes() {
        var type =
                MediaType.parse(
                                "Multipart/Related; Type=\"application/dicom\";"
                                        + " boundary=\"a;\\\"b\"")
                        .orElseThrow();
        assertEquals("multipart/related", type.essence());
        assertEquals("application/dicom", type.parameter("type").orElseThrow());
        assertEquals("a;\"b", type.parameter("boundary").orElseThrow());
        assertEquals(type, MediaType.parse(type.toString()).orElseThrow());
    }

    @Test
    void acceptedTypesComeByPreference() {
        var accepted = MediaType.accepted("text/html;q=0.2, application/dicom+json, a/b;q=0");
        assertEquals(2, accepted.size());
        assertEquals(MediaType.DICOM_JSON, accepted.getFirst());
    }

    @Test
    void wildcardsCover() {
        assertTrue(MediaType.parse("*/*").orElseThrow().covers(MediaType.DICOM));
        assertTrue(MediaType.parse("application/*").orElseThrow().covers(MediaType.DICOM_JSON));
        assertFalse(MediaType.parse("image/*").orElseThrow().covers(MediaType.DICOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "/x", "x/", "a b/c"})
    void otherTextIsNoMediaType(String text) {
        assertTrue(MediaType.parse(text).isEmpty());
    }
}
