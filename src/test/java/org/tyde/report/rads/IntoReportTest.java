package org.tyde.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.report.Caret;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

class IntoReportTest {
    private static final RadsWords WORDS = new RadsWords(PiRads.V2_1, Locale.of("nb", "NO"));
    private static final Answers ANSWERS =
            Answers.NONE.with("zone", "peripheral").with("dwi", "3").with("dce", "positive");

    private static ReportContent report(String text, int caret) {
        var marks = new ArrayList<Mark>();
        var open = Pattern.compile("\\[([^]]+)]").matcher(text);
        while (open.find()) {
            var label = open.group(1);
            var options =
                    label.equals("DCE-funn")
                            ? List.of("positiv", "negativ")
                            : List.of("1", "2", "3", "4", "5");
            var kind =
                    new Field.Kind.Choice(
                            options.stream()
                                    .map(o -> new Field.Option(o, Optional.empty()))
                                    .toList(),
                            false);
            marks.add(
                    new Mark(
                            Section.FINDINGS,
                            open.start(),
                            open.end(),
                            new Meaning.Filled(
                                    new Field(label, label, kind, false, Optional.empty()))));
        }
        return ReportContent.plain(
                        ReportText.EMPTY.with(Section.FINDINGS, text),
                        new Caret(Section.FINDINGS, caret))
                .with(marks);
    }

    private static String put(ReportContent now) {
        var found = (Step.Found) PiRads.V2_1.after(ANSWERS);
        return IntoReport.put(now, WORDS, ANSWERS, found).text().of(Section.FINDINGS);
    }

    @Test
    void theFieldsThatNameCategoryAndScoresAreFilled() {
        assertEquals(
                "T2 [T2-skår]\nDWI 3\nDCE positiv\nPI-RADS 4",
                put(report("T2 [T2-skår]\nDWI [DWI-skår]\nDCE [DCE-funn]\nPI-RADS [PI-RADS]", 0)));
    }

    @Test
    void twoFieldsOfOneNameAreNotGuessedBetween() {
        var text = "A [PI-RADS høyre] B [PI-RADS venstre]";
        assertEquals("PI-RADS v2.1: 4. " + text, put(report(text, 0)));
        assertEquals("A [PI-RADS høyre] B 4", put(report(text, text.length())));
    }

    @Test
    void aSentenceIsNeverPutIntoAFieldOfSomethingElse() {
        assertEquals(
                "Knuter: [Lymfeknuter]\nPI-RADS v2.1: 4.\nRest",
                put(report("Knuter: [Lymfeknuter]\nRest", 10)));
    }

    @Test
    void aScoreWrittenOtherwiseKeepsTheCategoryOutOfItsField() {
        var open = report("DWI [DWI-skår]\nPI-RADS [PI-RADS]", 0);
        var five = open.replaced(Section.FINDINGS, 4, 14, "5", Set.of());
        var end = five.text().of(Section.FINDINGS).length();
        var said = put(five.with(new Caret(Section.FINDINGS, end)));
        assertEquals("DWI 5\nPI-RADS [PI-RADS]\nPI-RADS v2.1: 4.", said);
    }

    @Test
    void withoutFieldsTheSentenceGoesToTheCaret() {
        assertEquals("Lesjon. PI-RADS v2.1: 4. Slutt", put(report("Lesjon. Slutt", 7)));
        assertEquals("PI-RADS v2.1: 4.", put(report("", 0)));
    }

    @Test
    void aFilledFieldStaysAndTheNextLesionGetsASentence() {
        var found = (Step.Found) PiRads.V2_1.after(ANSWERS);
        var once = IntoReport.put(report("X [PI-RADS]\n", 0), WORDS, ANSWERS, found);
        var end = once.with(new Caret(Section.FINDINGS, once.text().of(Section.FINDINGS).length()));
        assertEquals("X 4\nPI-RADS v2.1: 4.", put(end));
    }
}
