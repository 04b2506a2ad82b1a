package org.tyde.fuzz;

import org.tyde.report.template.MrrtReader;
import org.tyde.report.template.MrrtWriter;
import org.tyde.report.template.Template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Report templates of others; what is read is written clean and read again as the same.
public final class MrrtFuzz {
    private MrrtFuzz() {}

    /// @param input a file
    public static void fuzzerTestOneInput(byte[] input) {
        Hostile.input(
                () -> {
                    var first = MrrtReader.read(input, "x.html").template();
                    var again = again(first);
                    if (!again.equals(first))
                        throw new AssertionError("written and read it says something else");
                });
    }

    private static Template again(Template template) throws IOException {
        return MrrtReader.read(
                        MrrtWriter.write(template).getBytes(StandardCharsets.UTF_8), "x.html")
                .template();
    }

    /// @return one template with every kind of field, and one as files are found
    public static List<byte[]> seeds() {
        return List.of(
                """
                <!DOCTYPE html><html lang="nb"><head><meta name="dcterms.title" content="CT">
                <meta name="dcterms.identifier" content="1.2"><script type="text/xml"><template_attributes>
                <term><code meaning="CT" value="CT" scheme="DCM"/></term><coded_content>
                <entry ORIGTXT="s"><term><code meaning="Findings" value="59776-5" scheme="LN"/></term></entry>
                </coded_content></template_attributes></script></head><body><section id="s"
                data-section-name="Funn"><header>Funn</header><p>A <input type="number" id="n" name="N"
                min="0" max="9" data-field-units="mm" data-field-completion-action="PROHIBIT"> b</p>
                <p><select id="c" name="C" multiple><option>a<option selected>b</select><textarea id="t"
                name="T">x</textarea><input type="date" name="D"><input type="checkbox" name="K" value="1">
                <input data-field-type="MERGE" name="AGE"><br></p></section></body></html>
                """
                        .getBytes(StandardCharsets.UTF_8),
                """
                <script><!-- <template_attributes><code value=1></template_attributes> --></script>
                <section data-section-name="Impression"><p>x<label for=r1>ja</label><input type=radio id=r1 name=r>
                """
                        .getBytes(StandardCharsets.UTF_8));
    }
}
