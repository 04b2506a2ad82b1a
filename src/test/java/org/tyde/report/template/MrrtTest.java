package org.tyde.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Code;
import org.tyde.refusal.Refusal;
import org.tyde.report.Field;
import org.tyde.report.Section;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// IHE MRRT files as we write them, and as others do.
class MrrtTest {
    private static MrrtRead read(String html) throws Refusal {
        return MrrtReader.read(html.getBytes(StandardCharsets.UTF_8), "x.html");
    }

    /// Written in the manner of RadReport's files of 2012: the XML in a comment, elements left open,
    /// content of codes within the attributes.
    private static final String AS_FOUND =
            """
            <!DOCTYPE html>
            <html><head><title>CT Chest</title>
            <meta name="dcterms.title" content="CT Chest"/>
            <meta name="dcterms:identifier" content="1.2.3.4"/>
            <meta name="dcterms.language" content="en"/>
            <script type="text/xml"><!--
              <template_attributes><top-level-flag>true</top-level-flag>
              <status>ACTIVE</status>
              <term><code meaning="computed tomography" value="CT" scheme="DCM"></term>
              <coded_content><entry ORIGTXT="T2"><term><code meaning="Nodule" value="27925004" scheme="SCT"></term></entry>
              </coded_content></template_attributes> --></script>
            <script>document.location = 'http://elsewhere/';</script>
            </head>
            <body>
            <section id="S1" data-section-name="Clinical information" class="level1">
              <header class="level1">Clinical information</header>
              <p><textarea id="T0" name="history"></textarea></p></section>
            <section id="S2" data-section-name="Findings" class="level1">
              <header class="level1">Findings</header>
              <section data-section-name="Lungs" class="level2"><header class="level2">Lungs</header>
              <p><label for="T2">Largest nodule</label> <input type="number" id="T2" name="Nodule"
                 data-field-units="mm" min="1" max="x" data-field-completion-action="ALERT"
                 data-field-verbal-trigger="nodule">
              <p>Side <select id="T3" name="Side"><option></option><option id="r">right<option selected>left</select>
              <p><input type="checkbox" name="Signs" id="c1"><label for="c1">fat</label>
                 <input type="checkbox" name="Signs" id="c2" checked><label for="c2">calcium</label>
              <p><input type="text" name="Nodule" value="none">
              <img src="http://elsewhere/track.png" onload="alert(1)">
              </section></section>
            <section data-section-name="Anatomy"><p>Free <b>text</b><br>second line</p></section>
            <section data-section-name="Beurteilung"><p><input type="text" data-field-type="MERGE"
               name="Prior date"> <input type="text" data-field-type="MERGE" name="Blood type" id="bt"></section>
            """;

    @Test
    void aFileThatBreaksTheRulesIsReadAndWhatWasLeftOutIsSaid() throws Exception {
        var read = read(AS_FOUND);
        var template = read.template();
        assertEquals("1.2.3.4", template.head().id());
        assertEquals(
                List.of(new Code("CT", "DCM", "computed tomography")), template.head().codes());
        assertEquals(Map.of("T2", new Code("27925004", "SCT", "Nodule")), template.fieldCodes());
        assertEquals(Optional.of("Beurteilung"), template.head().conclusion());
        assertEquals(
                """
                Lungs
                Largest nodule [Nodule*~nodule: #mm 1..]
                Side [Side: right|left = left]
                [Signs: +fat|calcium = calcium]
                [Nodule 2 = none]
                Anatomy
                Free text
                second line\
                """,
                Notation.write(
                        template.part(Section.FINDINGS).orElseThrow().pieces(), Locale.ENGLISH));
        assertEquals(
                "{Prior date} [Blood type]",
                Notation.write(
                        template.part(Section.IMPRESSION).orElseThrow().pieces(), Locale.ENGLISH));
        var reasons = read.warnings().stream().map(w -> w.reason().name()).sorted().toList();
        assertEquals(
                List.of(
                        "BOUND_UNREADABLE",
                        "ELSEWHERE",
                        "LABEL_TWICE",
                        "MERGE_UNKNOWN",
                        "SCRIPT",
                        "SECTION_OF_REFERRAL",
                        "SECTION_UNKNOWN"),
                reasons);
    }

    @Test
    void whatIsWrittenOfAForeignFileIsCleanAndSaysTheSame() throws Exception {
        var template = read(AS_FOUND).template();
        var clean = MrrtWriter.write(template);
        var again = read(clean);
        assertEquals(template, again.template());
        assertEquals(List.of(), again.warnings());
        assertTrue(!clean.contains("elsewhere") && !clean.contains("onload"), clean);
        assertEquals(1, clean.split("<script", -1).length - 1);
        assertTrue(clean.contains("<script type=\"text/xml\">"));
    }

    @Test
    void aFileWithoutWordsOrFieldsIsNoTemplate() {
        for (var nothing : List.of("", "<html>", "<script>var x = 1</script>", "\0\0\0")) {
            var refused = assertThrows(Refusal.class, () -> read(nothing));
            assertEquals(TemplateReason.EMPTY, refused.reason());
            assertEquals(Optional.of("x.html"), refused.place());
        }
    }

    @Test
    void whatIsTooLargeTooDeepOrTooManyIsRefused() {
        assertEquals(
                TemplateReason.TOO_LARGE,
                assertThrows(Refusal.class, () -> read("x".repeat((2 << 20) + 1))).reason());
        assertEquals(
                TemplateReason.TOO_DEEP,
                assertThrows(Refusal.class, () -> read("<div>".repeat(5000) + "x")).reason());
        assertEquals(
                TemplateReason.TOO_MANY_FIELDS,
                assertThrows(Refusal.class, () -> read("<input type=text>".repeat(501))).reason());
    }

    @Test
    void aFileWithoutIdentifierGetsTheSameOneEachTime() throws Exception {
        var first = read("<title>Kne</title><p>[x] <input id=a></p>");
        assertEquals(
                first.template(), read("<title>Kne</title><p>[x] <input id=a></p>").template());
        assertTrue(first.template().head().id().startsWith("2.25."));
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("templates") Template template) throws Exception {
        var read = read(MrrtWriter.write(template));
        assertEquals(template, read.template());
        assertEquals(List.of(), read.warnings());
    }

    @Property(tries = 300)
    void whatPeopleWriteIsReadAgain(@ForAll("templates") Template template) throws Exception {
        for (var part : template.parts()) {
            var fields = part.slots().map(Piece.Slot::field).toList();
            for (var locale : List.of(Locale.ENGLISH, Locale.of("nb")))
                assertEquals(
                        part.pieces(),
                        new Part(
                                        part.section(),
                                        Notation.template(
                                                Notation.write(part.pieces(), locale), fields))
                                .pieces());
        }
    }

    @Provide
    Arbitrary<Template> templates() {
        var text =
                Arbitraries.strings().ofMaxLength(12).withChars("aB æ\n\\[]{}~:=*|+#@<>&\"'-1.,\t");
        var word =
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(6)
                        .withChars("aÅø &<\"'\\~:=*|+#@12");
        Arbitrary<Field.Kind> kind =
                Arbitraries.oneOf(
                        Arbitraries.just(new Field.Kind.Words()),
                        Arbitraries.just(new Field.Kind.Day()),
                        Combinators.combine(
                                        Arbitraries.of("mm", "[hnsf'U]", "ng/mL").optional(),
                                        Arbitraries.doubles().between(-99, 0).ofScale(2).optional(),
                                        Arbitraries.doubles().between(0, 99).ofScale(1).optional())
                                .as(Field.Kind.Numeric::new),
                        Combinators.combine(
                                        word.map(String::strip)
                                                .filter(w -> !w.isEmpty())
                                                .map(w -> w.replaceAll("\\s+", " "))
                                                .list()
                                                .uniqueElements()
                                                .ofMinSize(1)
                                                .ofMaxSize(3),
                                        Arbitraries.of(true, false))
                                .as(
                                        (options, several) ->
                                                new Field.Kind.Choice(
                                                        options.stream()
                                                                .map(
                                                                        o ->
                                                                                new Field.Option(
                                                                                        o,
                                                                                        Optional
                                                                                                .empty()))
                                                                .toList(),
                                                        several)));
        var slot =
                Combinators.combine(kind, Arbitraries.of(true, false), word.optional(), text)
                        .as(Draft::new);
        Arbitrary<Object> piece =
                Arbitraries.oneOf(
                        text.map(t -> (Object) t),
                        slot.map(s -> (Object) s),
                        Arbitraries.of(MergeValue.values()).map(v -> (Object) v));
        return Combinators.combine(
                        piece.list().ofMinSize(1).ofMaxSize(8),
                        piece.list().ofMaxSize(4),
                        Arbitraries.of(
                                Optional.<String>empty(),
                                Optional.of("Vurdering"),
                                Optional.of("R:")),
                        Arbitraries.of(true, false))
                .as(MrrtTest::template);
    }

    /// A field without a name.
    private record Draft(
            Field.Kind kind, boolean required, Optional<String> trigger, String normal) {}

    private static Template template(
            List<Object> findings, List<Object> conclusion, Optional<String> name, boolean first) {
        var number = new int[1];
        var parts = new ArrayList<Part>();
        parts.add(new Part(Section.FINDINGS, pieces(findings, number)));
        parts.add(new Part(Section.IMPRESSION, pieces(conclusion, number)));
        boolean any = !parts.getFirst().pieces().isEmpty();
        if (!any) parts.set(0, new Part(Section.FINDINGS, List.of(new Piece.Words("x"))));
        return new Template(
                new TemplateHead(
                        "1.2",
                        "Tittel & <mer>",
                        Locale.of("nb"),
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        name,
                        first),
                parts,
                Map.of());
    }

    private static List<Piece> pieces(List<Object> drafts, int[] number) {
        var pieces = new ArrayList<Piece>();
        for (var draft : drafts) {
            switch (draft) {
                case String words -> pieces.add(new Piece.Words(words));
                case MergeValue value -> pieces.add(new Piece.Merged(value));
                case Draft d ->
                        pieces.add(
                                new Piece.Slot(
                                        new Field(
                                                "felt-" + ++number[0],
                                                "Felt " + number[0],
                                                d.kind(),
                                                d.required(),
                                                d.trigger()
                                                        .map(Pieces::line)
                                                        .filter(t -> !t.isEmpty())),
                                        d.normal()));
                default -> throw new AssertionError(draft);
            }
        }
        return pieces;
    }
}
