package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// DICOM JSON is that of PS3.18 F, outwards and inwards.
class DicomJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static DataSet withoutPixels() {
        return DicomWriterTest.example().toBuilder().remove(Tag.PIXEL_DATA).build();
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void valuesAreWrittenAsTheStandardSays() throws IOException {
        var set =
                withoutPixels().toBuilder()
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "", "AXIAL")
                        .text(Tag.PATIENT_AGE)
                        .text(Tag.REFERRING_PHYSICIAN_NAME, "^^^^")
                        .text(Tag.OTHER_PATIENT_NAMES, "Yamada^Tarou=山田^太郎=やまだ^たろう")
                        .build();
        var node = DicomJson.write(set);
        assertEquals(json("{'vr':'CS','Value':['ORIGINAL',null,'AXIAL']}"), node.path("00080008"));
        assertEquals(json("{'vr':'AS'}"), node.path("00101010"));
        assertEquals(json("{'vr':'PN'}"), node.path("00080090"));
        assertEquals(
                json("{'vr':'PN','Value':[{'Alphabetic':'Bjørnstad^Åse'}]}"),
                node.path("00100010"));
        assertEquals(
                json(
                        "{'vr':'PN','Value':[{'Alphabetic':'Yamada^Tarou','Ideographic':'山田^太郎',"
                                + "'Phonetic':'やまだ^たろう'}]}"),
                node.path("00101001"));
        assertEquals("64", node.path("00280010").path("Value").path(0).toString());
        assertEquals("0.703125", node.path("00280030").path("Value").path(0).toString());
        assertEquals("00181063", node.path("00280009").path("Value").path(0).asText());
        assertEquals("AQIDBA==", node.path("00291001").path("InlineBinary").asText());
        var code = node.path("00082218").path("Value").path(0);
        assertEquals("Lunge", code.path("00080104").path("Value").path(0).asText());
        var empty = node.path("00400275").path("Value").path(0);
        assertTrue(empty.isObject() && empty.isEmpty());
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var set = withoutPixels();
        var back = DicomJson.read(JSON.readTree(DicomJson.write(set).toString()));
        assertEquals(set, back);
    }

    @Test
    void bulkDataGoesByUri() throws IOException {
        var set = DicomWriterTest.example();
        assertFalse(DicomJson.write(set).path("7FE00010").has("InlineBinary") && big(set));
        var node = DicomJson.write(set, path -> Optional.of("http://archive/bulk/" + path));
        assertEquals(
                "http://archive/bulk/7FE00010", node.path("7FE00010").path("BulkDataURI").asText());
        var back =
                DicomJson.read(
                        node, uri -> Optional.of(BulkData.of(new byte[] {(byte) uri.length(), 0})));
        assertArrayEquals(new byte[] {28, 0}, back.bulk(Tag.PIXEL_DATA).orElseThrow().all());
        assertFalse(DicomJson.read(node).has(Tag.PIXEL_DATA));
    }

    private static boolean big(DataSet set) throws IOException {
        return set.bulk(Tag.PIXEL_DATA).orElseThrow().length() > 1 << 16;
    }

    @Test
    void whatOtherServersSendIsUnderstood() throws IOException {
        var set =
                DicomJson.read(
                        json(
                                """
                                {'00080005':{'vr':'CS','Value':['ISO_IR 100']},
                                 '00100010':{'vr':'PN','Value':['Ås^Øy']},
                                 '00200013':{'vr':'IS','Value':['7']},
                                 '00201208':{'vr':'IS','Value':[12.0]},
                                 '00280030':{'vr':'DS','Value':['0.5',0.12345678901234567890]},
                                 '00080061':{'vr':'CS','Value':['CT','SR']},
                                 '00080008':{'vr':'CS','Value':['ORIGINAL\\\\PRIMARY']},
                                 '00081030':{'vr':'LO'},
                                 '00080056':{'vr':'CS','Value':[null]},
                                 '00081140':{'vr':'SQ','Value':[null,{}]},
                                 '00189073':{'vr':'FD','Value':['NaN']},
                                 '00091001':{'vr':'UV','Value':['18446744073709551615']}}
                                """));
        assertEquals("Ås^Øy", set.textOr(Tag.PATIENT_NAME, ""));
        assertEquals(7, set.integer(Tag.INSTANCE_NUMBER).orElseThrow());
        assertEquals(12, set.integer(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES).orElseThrow());
        assertEquals(0.12345678901235, set.decimals(Tag.PIXEL_SPACING)[1]); // 16 characters
        assertEquals(List.of("ORIGINAL", "PRIMARY"), set.texts(Tag.IMAGE_TYPE));
        assertEquals(Optional.empty(), set.text(Tag.STUDY_DESCRIPTION));
        assertEquals(2, set.sequence(Tag.REFERENCED_IMAGE_SEQUENCE).size());
        assertEquals("18446744073709551615", set.textOr(Tag.of(0x0009, 0x1001), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{'x':{'vr':'CS'}}",
                "{'00100010':{'vr':'XX'}}",
                "{'00100010':{}}",
                "{'00100010':{'vr':'PN','Value':7}}",
                "{'00280010':{'vr':'US','Value':[70000]}}",
                "{'00280010':{'vr':'US','Value':['x']}}",
                "{'00280010':{'vr':'US','Value':[1.5]}}",
                "{'00189073':{'vr':'FD','Value':['x']}}",
                "{'00081140':{'vr':'SQ','Value':[7]}}",
                "{'00091001':{'vr':'OB','InlineBinary':'?'}}",
                "{'00100020':{'vr':'LO','Value':[{}]}}"
            })
    void whatIsNoDicomJsonIsRefused(String text) throws IOException {
        var node = json(text);
        var refusal = assertThrows(DicomFormatException.class, () -> DicomJson.read(node));
        assertEquals(DicomReason.BAD_JSON, refusal.reason());
    }

    @Test
    void anotherToolkitWritesTheSame(@TempDir Path folder) throws Exception {
        Programs.require("dcm2json");
        var file = folder.resolve("x.dcm");
        var set =
                withoutPixels().toBuilder()
                        .remove(Tag.of(0x0029, 0x1001)) // that toolkit writes it as a URI
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                        .bytes(Tag.ICC_PROFILE, Vr.OB, new byte[] {5, 6})
                        .build();
        DicomWriter.write(file, set, TransferSyntax.EXPLICIT_LITTLE);
        var theirs = JSON.readTree(Programs.run("dcm2json", file.toString()).text());
        var unlabelled = set.toBuilder().remove(Tag.SPECIFIC_CHARACTER_SET).build();
        assertEquals(unlabelled, DicomJson.read(theirs));
    }
}
