package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.Programs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// pydicom reads the text that we write, whatever the character sets. (Of ISO 2022 IR 58 it knows
/// nothing before 3.0: the example of PS3.5 K.2 stands for it in [SpecificCharacterSetTest].)
class WrittenTextTest {
    private static final List<String> NAMES =
            List.of(
                    "\\ISO 2022 IR 87|Yamada^Tarou=山田 太^太郎=やまだ^たろう",
                    "ISO 2022 IR 13\\ISO 2022 IR 87|ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎 ｱ",
                    "\\ISO 2022 IR 159\\ISO 2022 IR 87|丂山^丂",
                    "\\ISO 2022 IR 149|Hong^Gil=洪 A^吉洞=홍^길동",
                    "ISO 2022 IR 100\\ISO 2022 IR 144|Øy Люк^Люк Åse",
                    "ISO 2022 IR 100\\ISO 2022 IR 126\\ISO 2022 IR 87|Åse Διον 山^Ω",
                    "ISO 2022 IR 144\\ISO 2022 IR 100\\ISO 2022 IR 149|Люк Å 홍^Å^홍 Люк",
                    "ISO_IR 100|Ærlig^Åse Øy",
                    "ISO_IR 101|Wałęsa^Łódź",
                    "ISO_IR 109|Ħaż",
                    "ISO_IR 110|Ķ ÆØÅ",
                    "ISO_IR 127|قباني^لنزار",
                    "ISO_IR 138|שרון^דבורה",
                    "ISO_IR 148|Çavuşoğlu",
                    "ISO_IR 166|นามสกุล^ชื่อ",
                    "ISO_IR 192|𠮷Å",
                    "GB18030|Wang=王^小东𠮷",
                    "GBK|张^小东");

    private static final String PYDICOM =
            """
            import sys
            from pydicom.charset import convert_encodings, decode_bytes
            delimiters = {ord(c) for c in '^=' + chr(92)}
            for line in sys.argv[1:]:
                terms, text = line.split('|')
                name = decode_bytes(bytes.fromhex(text), convert_encodings(terms.split(chr(92))), delimiters)
                print(name.encode('utf-8').hex())
            """;

    @Test
    void pydicomReadsWhatWeWrite() throws Exception {
        var python = Programs.requirePydicom();
        var command = new ArrayList<>(List.of(python.toString(), "-c", PYDICOM));
        for (var name : NAMES) {
            var terms = name.substring(0, name.indexOf('|'));
            var set = SpecificCharacterSet.of(Arrays.asList(terms.split("\\\\", -1)));
            var bytes = set.encode(text(name), Vr.PN).orElseThrow(() -> new AssertionError(name));
            command.add(terms + "|" + HexFormat.of().formatHex(bytes));
        }
        var said = Programs.run(command.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
        var read = said.text().lines().map(WrittenTextTest::unhexed).toList();
        assertEquals(NAMES.stream().map(WrittenTextTest::text).toList(), read);
    }

    private static String text(String name) {
        return name.substring(name.indexOf('|') + 1);
    }

    private static String unhexed(String hex) {
        return new String(HexFormat.of().parseHex(hex.strip()), StandardCharsets.UTF_8);
    }
}
