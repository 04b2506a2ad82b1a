package org.tyde.dicom.io;

import java.util.List;

/// DICOM JSON that is none.
final class BrokenJson {
    private BrokenJson() {}

    private static BrokenSample json(String name, String danger, String reason, String text) {
        var bytes = new Bytes().text(text.replace('\'', '"'));
        return new BrokenSample("dicomjson/" + name + ".json", danger, "refused " + reason, bytes);
    }

    static List<BrokenSample> samples() {
        int deep = 100;
        return List.of(
                json("cut-off", "ends within a string", "BAD_JSON", "{'00100010':{'vr':'P"),
                json("not-an-object", "an array", "BAD_JSON", "[]"),
                json(
                        "nested",
                        "100 sequences",
                        "TOO_DEEP",
                        "{'00081140':{'vr':'SQ','Value':[".repeat(deep) + "]}}".repeat(deep)),
                json(
                        "nested-beyond-the-parser",
                        "5,000 arrays",
                        "BAD_JSON",
                        "{'00081140':{'vr':'SQ','Value':"
                                + "[".repeat(5000)
                                + "]".repeat(5000)
                                + "}}"),
                json(
                        "key-twice",
                        "one tag with two values",
                        "BAD_JSON",
                        "{'00100020':{'vr':'LO','Value':['1']},'00100020':{'vr':'LO','Value':['2']}}"),
                json(
                        "number-huge",
                        "an exponent that would fill the memory",
                        "BAD_JSON",
                        "{'00280010':{'vr':'US','Value':['1e999999999']}}"),
                json(
                        "number-huge-integer-string",
                        "an exponent that would fill the memory",
                        "BAD_JSON",
                        "{'00200013':{'vr':'IS','Value':[1e99999999]}}"),
                json(
                        "number-out-of-range",
                        "70000 in 16 bits",
                        "BAD_JSON",
                        "{'00280010':{'vr':'US','Value':[70000]}}"),
                json(
                        "key-no-tag",
                        "a key that is no tag",
                        "BAD_JSON",
                        "{'PatientName':{'vr':'PN'}}"),
                json("vr-missing", "no vr", "BAD_JSON", "{'00100010':{'Value':['A']}}"),
                json("vr-unknown", "vr ZZ", "BAD_JSON", "{'00100010':{'vr':'ZZ'}}"),
                json(
                        "value-no-array",
                        "a value outside an array",
                        "BAD_JSON",
                        "{'00100010':{'vr':'PN','Value':{'Alphabetic':'A'}}}"),
                json(
                        "binary-no-base64",
                        "InlineBinary of noise",
                        "BAD_JSON",
                        "{'00282000':{'vr':'OB','InlineBinary':'*'}}"),
                json(
                        "binary-as-text",
                        "InlineBinary of a name",
                        "BAD_JSON",
                        "{'00081140':{'vr':'SQ','InlineBinary':'AAAA'}}"));
    }
}
