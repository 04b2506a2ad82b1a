package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.stream.Collectors;

/// The judge itself: what it calls a difference, and of which kind.
class JsonDifferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # ours                             | theirs                             | differences
                    {'vr':'DS','Value':[1.50]}         | {'vr':'DS','Value':[1.5]}          | ""
                    {'vr':'FL','Value':[0.1]}          | {'vr':'FL','Value':[0.10000000149]} | ""
                    {'vr':'FD','Value':[0.1]}          | {'vr':'FD','Value':[0.10000000149]} | VALUE
                    {'vr':'IS','Value':[1]}            | {'vr':'IS','Value':['1']}          | VALUE
                    {'vr':'UV','Value':[18446744073709551615]} | {'vr':'UV','Value':[18446744073709551614]} | VALUE
                    {'vr':'SQ'}                        | {'vr':'SQ','Value':[]}             | ""
                    {'vr':'SQ','Value':[{}]}           | {'vr':'SQ','Value':[{},{}]}        | ITEMS
                    {'vr':'CS','Value':['A',null]}     | {'vr':'CS','Value':['A','']}       | EMPTY
                    {'vr':'LO','Value':['A']}          | {'vr':'LO','Value':[' A']}         | SPACES
                    {'vr':'LO','Value':['A']}          | {'vr':'LO','Value':['B']}          | VALUE
                    {'vr':'LO','Value':['A']}          | {'vr':'LO','Value':['A','']}       | VALUE
                    {'vr':'LO','Value':['A']}          | {'vr':'LO'}                        | FORM
                    {'vr':'LO','Value':['A^']}         | {'vr':'LO','Value':['A']}          | VALUE
                    {'vr':'PN','Value':[{'Alphabetic':'A'}]} | {'vr':'PN','Value':[{'Alphabetic':'A^^'}]} | NAME_END
                    {'vr':'OB','InlineBinary':'AA=='}  | {'vr':'OB','InlineBinary':'AQ=='}  | VALUE
                    {'vr':'OB','BulkDataURI':'a'}      | {'vr':'OB','BulkDataURI':'b'}      | VALUE
                    {'vr':'OB'}                        | {'vr':'OW'}                        | VR
                    """)
    void differencesHaveTheirKind(String ours, String theirs, String kinds) throws IOException {
        assertEquals(kinds, kinds(element(ours), element(theirs)));
        assertEquals("ABSENT_THERE", kinds(element(ours), "{}"));
        assertEquals("ABSENT_HERE", kinds("{}", element(theirs)));
    }

    private static String element(String json) {
        return "{\"00091001\":" + json.replace('\'', '"') + "}";
    }

    private static String kinds(String ours, String theirs) throws IOException {
        var mapper = new ObjectMapper();
        return JsonDifference.between(mapper.readTree(ours), mapper.readTree(theirs)).stream()
                .map(d -> d.kind().name())
                .collect(Collectors.joining(" "));
    }
}
