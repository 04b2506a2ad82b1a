package org.tyde.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.dicom.PersonName;
import org.tyde.report.Caret;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The templates that come with Tyde.
class OurTemplatesTest {
    private static final MergeValues NOTHING =
            new MergeValues(Map.of(), Optional.empty(), Locale.of("nb"));

    static List<TemplateLibrary.Held> ours() {
        return TemplateLibrary.ours();
    }

    private static ReportContent empty() {
        return ReportContent.plain(ReportText.EMPTY, Caret.startOf(Section.FINDINGS));
    }

    private static Study study(String modality, String description, String bodyPart) {
        return new Study(
                "1.2.3",
                new Patient(
                        new PatientId("1", Optional.empty()),
                        PersonName.of("A", "B"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                "",
                description,
                Set.of(modality),
                Optional.of(bodyPart).filter(b -> !b.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1);
    }

    @Test
    void eachExaminationHasOneInBothLanguages() {
        var languages = new HashSet<String>();
        ours().forEach(h -> languages.add(h.template().head().language().getLanguage()));
        assertEquals(Set.of("nb", "en"), languages);
        assertEquals(26, ours().size());
        assertEquals(26, ours().stream().map(h -> h.template().head().id()).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void isReadWithoutWarningAndWrittenTheSame(TemplateLibrary.Held held) throws Exception {
        assertEquals(List.of(), held.warnings());
        var written = MrrtWriter.write(held.template());
        assertEquals(
                held.template(),
                MrrtReader.read(written.getBytes(java.nio.charset.StandardCharsets.UTF_8), "")
                        .template());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void namesTheSchemesOfItsCodes(TemplateLibrary.Held held) {
        var schemes =
                Pattern.compile("coding_scheme name=\"([A-Z0-9]+)\" designator=\"[0-9.]+\"")
                        .matcher(MrrtWriter.write(held.template()))
                        .results()
                        .map(r -> r.group(1))
                        .toList();
        assertTrue(
                held.template().codes().allMatch(c -> schemes.contains(c.scheme())),
                schemes::toString);
    }

    @Test
    void everyCodeOfAFieldOrChoiceStandsOnThePageWithItsSource() throws Exception {
        var page = Files.readString(Path.of("docs/template-codes.md"));
        var missing =
                ours().stream()
                        .flatMap(h -> h.template().codes())
                        .map(c -> "| %s | %s |".formatted(c.scheme(), c.value()))
                        .filter(row -> !page.contains(row))
                        .distinct()
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void bothLanguagesMeanTheSame() {
        assertEquals(values("en"), values("nb"));
    }

    private static List<String> values(String language) {
        return ours().stream()
                .map(TemplateLibrary.Held::template)
                .filter(t -> t.head().language().getLanguage().equals(language))
                .flatMap(Template::codes)
                .map(c -> c.scheme() + " " + c.value())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void saysNothingOfThePatientUntilSomebodyDoes(TemplateLibrary.Held held) {
        var begun = Filling.begun(held.template(), empty(), NOTHING, Filling.Written.STAYS);
        assertTrue(begun.unwritten());
        for (var slot : held.template().slots().toList())
            if (!slot.normal().isEmpty())
                assertFalse(
                        begun.text().of(Section.FINDINGS).contains(slot.normal() + "\n"),
                        slot.normal());
        assertTrue(begun.fields().stream().allMatch(m -> begun.value(m).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void leavesNoHalfLineBehindWhereAFieldStaysOpen(TemplateLibrary.Held held) {
        var begun = Filling.begun(held.template(), empty(), NOTHING, Filling.Written.STAYS);
        for (var mark : begun.fields()) {
            var field = mark.field().orElseThrow();
            if (field.required()) continue;
            var text = begun.text().of(mark.section());
            int from = text.lastIndexOf('\n', mark.start()) + 1;
            var before = text.substring(from, mark.start());
            int end = text.indexOf('\n', mark.end());
            var after = text.substring(mark.end(), end < 0 ? text.length() : end);
            boolean ownLine = before.endsWith(": ") && after.isEmpty();
            boolean endOfSentence = before.endsWith(" ") && after.equals(".");
            assertTrue(ownLine || endOfSentence, before + field.placeholder() + after);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CT | CT thorax med kontrast        |          | CT thorax
                    CT | CT Thorax/abdomen/bekken      |          |
                    CT | CT abdomen                    |          | CT abdomen og bekken
                    CT | CT caput                      |          | CT caput
                    CT | Undersøkelse                  | CHEST    | CT thorax
                    MR | MR hjerne                     |          | MR hjerne
                    MR | MR caput                      |          |
                    MR | MR kne høyre                  |          | MR kne
                    MR | MR prostata                   |          | MR prostata
                    MR | MR lumbalcolumna              |          |
                    MG | Mammografi bilateral          |          | Klinisk mammografi
                    MG | Screening mammografi          |          | Mammografi, screening
                    DX | RTG thorax                    |          | RTG thorax
                    CR | RTG håndledd venstre          |          | RTG ekstremitet
                    DX | RTG kne                       |          | RTG ekstremitet
                    US | UL abdomen                    |          | UL abdomen
                    US | UL lever og galleveier        |          | UL abdomen
                    XA | PCI                           |          | Angiografi og intervensjon
                    PT | PET helkropp                  |          |
                    """)
    void isChosenByKindAndPartOfTheBody(
            String modality, String description, String bodyPart, String title) {
        var usual =
                TemplateChoice.usual(
                        study(modality, description, bodyPart == null ? "" : bodyPart),
                        ours(),
                        Locale.of("nb"));
        assertEquals(Optional.ofNullable(title), usual.map(h -> h.template().head().title()));
    }

    @Test
    void fitsAreListedFirst() {
        var sorted = TemplateChoice.sorted(study("MR", "MR kne", ""), ours(), Locale.ENGLISH);
        assertEquals("MR knee", sorted.getFirst().template().head().title());
    }
}
