package org.tyde.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.io.DicomJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// DICOM JSON as a server answers it.
public final class DicomJsonFuzz {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DicomJsonFuzz() {}

    /// @param input JSON text
    public static void fuzzerTestOneInput(byte[] input) {
        JsonNode json;
        try {
            json = JSON.readTree(input);
        } catch (IOException noJson) {
            return;
        }
        Hostile.input(
                () ->
                        EveryValue.of(
                                DicomJson.read(
                                        json,
                                        uri -> Optional.of(BulkData.of(new byte[uri.length()])))));
    }

    /// @return one data set with every way of telling a value
    public static List<byte[]> seeds() {
        var text =
                """
                {'00080005':{'vr':'CS','Value':['ISO_IR 192']},
                 '00080008':{'vr':'CS','Value':['ORIGINAL',null]},
                 '00100010':{'vr':'PN','Value':[{'Alphabetic':'A^B','Ideographic':'山','Phonetic':'や'}]},
                 '00200013':{'vr':'IS','Value':[7,'8']},
                 '00280030':{'vr':'DS','Value':['0.5',0.123456789012345678,1e-7]},
                 '00280009':{'vr':'AT','Value':['00181063']},
                 '00081140':{'vr':'SQ','Value':[null,{},{'00081150':{'vr':'UI','Value':['1.2']}}]},
                 '00189073':{'vr':'FD','Value':['NaN',1.5]},
                 '00091001':{'vr':'UV','Value':['18446744073709551615']},
                 '00091002':{'vr':'SV','Value':[-9007199254740993]},
                 '00282000':{'vr':'OB','InlineBinary':'AQIDBA=='},
                 '7FE00010':{'vr':'OW','BulkDataURI':'http://archive/bulk/1'}}
                """;
        return List.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
