package org.tyde.dictation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.report.Shape;
import org.tyde.report.SoundPlace;
import org.tyde.speech.Utterance;
import org.tyde.speech.UtteranceTag;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is said is done in the report.
class WriterTest {
    private final NotedReport report = new NotedReport();
    private final Press press =
            new Press(report, new Hearer(new SlowRecognizer(DictationTest.trialModel())), false);
    private final List<String> wrote = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Writer writer =
            new Writer(
                    new Writer.Hook() {
                        @Override
                        public void wrote(DictationSink to, Caret at, List<Written> written) {
                            wrote.add(at.offset() + TextNormalizer.text(written));
                        }

                        @Override
                        public void doubted(DictationSink in, Refusal why) {
                            doubts.add(why.reason().name());
                        }
                    });

    private List<SpokenCommand> say(String said) throws Exception {
        var words = new ArrayList<Word>();
        double at = 0;
        for (var word : said.split(" ")) words.add(new Word(word, at, at += 0.4, 1));
        return writer.write(press, utterance(words));
    }

    private static Utterance utterance(List<Word> words) {
        return new Utterance(
                new UtteranceTag("", ""), 1, "press-1", Utterance.State.FINAL, words, List.of());
    }

    private String text() {
        return report.text(Section.FINDINGS);
    }

    @Test
    void wordsThatAreSelectedAreReplacedByWhatIsSaid() throws Exception {
        say("nodul i høyre overlapp punktum");
        say("velg nodul");
        say("cyste");
        assertEquals("Cyste i høyre overlapp.", text());
    }

    @Test
    void theLastPlaceBeforeTheCaretIsSelected() throws Exception {
        say("cyste i lever og cyste i nyre");
        say("velg cyste");
        assertEquals(Optional.of(new Stretch(Section.FINDINGS, 17, 22)), report.selection());
    }

    @Test
    void whatIsSelectedIsTakenAway() throws Exception {
        say("liten nodul i høyre overlapp");
        say("velg liten");
        say("slett det");
        assertEquals(" nodul i høyre overlapp", text());
    }

    @Test
    void whatIsSelectedGetsACapital() throws Exception {
        say("mistanke om morbus hodgkin");
        say("velg morbus");
        say("stor bokstav");
        assertEquals("Mistanke om Morbus Hodgkin", text());
    }

    @Test
    void aStepIsTakenBackAndAgain() throws Exception {
        say("ingen fraktur");
        say("angre");
        assertEquals("", text());
        say("gjør om");
        assertEquals("Ingen fraktur", text());
    }

    @Test
    void whatWasSaidLastIsTakenAway() throws Exception {
        say("ingen fraktur punktum");
        say("ingen blødning punktum");
        say("stryk det");
        assertEquals("Ingen fraktur.", text());
    }

    @Test
    void commandsForTheScreensAreHandedOn() throws Exception {
        assertEquals(List.of(new SpokenCommand.Screen("NEXT_IMAGE")), say("neste bilde"));
        assertEquals(List.of(new SpokenCommand.Window("LUNG")), say("lungevindu"));
        assertEquals(List.of(SpokenCommand.Plain.SIGN), say("signer rapport"));
        assertEquals(
                List.of(new SpokenCommand.Insert("normal lever")), say("sett inn normal lever"));
        assertEquals("", text());
    }

    @Test
    void theNextFieldTakesWhatIsSaid() throws Exception {
        fields();
        say("neste felt");
        say("normal");
        say("neste felt");
        say("tolv millimeter");
        assertEquals("Lever: normal. Milt: 12 mm.", text());
        say("forrige felt");
        say("og glatt");
        assertEquals("Lever: normal og glatt. Milt: 12 mm.", text());
    }

    @Test
    void aFieldIsGoneToByItsTrigger() throws Exception {
        fields();
        say("gå til miltens lengde");
        say("elleve centimeter");
        assertEquals("Lever: [Lever]. Milt: 11 cm.", text());
    }

    @Test
    void aFieldWithALineToItselfBeginsWithACapital() throws Exception {
        fields("Lever: [Lever]\nMilt:  [Milt]");
        say("neste felt");
        say("normal");
        say("neste felt");
        say("tolv millimeter punktum glatt");
        assertEquals("Lever: Normal\nMilt:  12 mm. Glatt", text());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # said,                what stands there when the voice leads on
                    tretten,               13 mm
                    tretten millimeter,    13 mm
                    fem,                   5 mm
                    fem punktum,           5 mm
                    to komma fem,          '2,5 mm'
                    """)
    void aNumberSaidIntoAFieldGetsFiguresAndUnit(String said, String stands) throws Exception {
        valued();
        say("neste felt");
        say(said);
        say("neste felt");
        assertEquals("Diameter: " + stands + "\nSide: [Side]", text());
        assertEquals(List.of(), doubts);
    }

    @Test
    void anOptionSaidIntoAFieldGetsItsWording() throws Exception {
        valued();
        say("neste felt neste felt");
        say("ven");
        say("neste felt");
        assertEquals("Diameter: [Diameter]\nSide: venstre", text());
        assertEquals(Section.IMPRESSION, report.caret().section());
    }

    @Test
    void whatAFieldDoesNotTakeIsSaidAndTheNextWordsTakeItsPlace() throws Exception {
        valued();
        say("neste felt");
        say("sytti centimeter");
        say("neste felt");
        assertEquals(List.of("OTHER_UNIT"), doubts);
        say("sytti millimeter");
        say("neste felt");
        assertEquals("Diameter: 70 mm\nSide: [Side]", text());
        assertEquals(List.of("OTHER_UNIT"), doubts);
    }

    /// A doubtful number is one in whatever form.
    @Test
    void aDoubtfulWordStaysMarkedInTheFieldsForm() throws Exception {
        valued();
        say("neste felt");
        writer.write(press, utterance(List.of(new Word("fem", 0, 0.4, 0.3))));
        say("neste felt");
        assertEquals("Diameter: 5 mm\nSide: [Side]", text());
        var doubted =
                report.marks().stream()
                        .filter(m -> m.meaning() instanceof Meaning.Uncertain)
                        .toList();
        assertEquals(1, doubted.size());
        assertEquals(10, doubted.getFirst().start());
        assertEquals(14, doubted.getFirst().end());
    }

    @Test
    void whatIsLeftTwiceStandsAsItWasSaid() throws Exception {
        valued();
        say("neste felt");
        say("stor");
        assertEquals(List.of(), say("signer rapport"), "not signed yet");
        assertEquals(List.of("NOT_A_NUMBER"), doubts);
        assertEquals(List.of(SpokenCommand.Plain.SIGN), say("signer rapport"));
        assertEquals("Diameter: stor\nSide: [Side]", text());
    }

    private void valued() {
        var text = "Diameter: [Diameter]\nSide: [Side]";
        var millimetres =
                new Field.Kind.Numeric(Optional.of("mm"), Optional.empty(), Optional.of(100.0));
        var sides =
                new Field.Kind.Choice(
                        List.of(
                                new Field.Option("høyre", Optional.empty()),
                                new Field.Option("venstre", Optional.empty())),
                        false);
        var diameter = new Field("1", "Diameter", millimetres, false, Optional.empty());
        var side = new Field("2", "Side", sides, false, Optional.empty());
        report.become(
                new ReportContent(
                        new ReportText(Map.of(Section.FINDINGS, text)),
                        new Caret(Section.FINDINGS, 0),
                        List.of(
                                new Mark(Section.FINDINGS, 10, 20, new Meaning.Filled(diameter)),
                                new Mark(Section.FINDINGS, 27, 33, new Meaning.Filled(side))),
                        Shape.PLAIN));
    }

    @Test
    void behindTheLastFieldComesTheNextSection() throws Exception {
        fields();
        say("neste felt neste felt neste felt");
        assertEquals(Section.IMPRESSION, report.caret().section());
    }

    private void fields() {
        fields("Lever: [Lever]. Milt: [Milt].");
    }

    private void fields(String text) {
        var liver = new Field("1", "Lever", new Field.Kind.Words(), false, Optional.empty());
        var spleen =
                new Field("2", "Milt", new Field.Kind.Words(), true, Optional.of("miltens lengde"));
        report.become(
                new ReportContent(
                        new ReportText(Map.of(Section.FINDINGS, text)),
                        new Caret(Section.FINDINGS, 0),
                        List.of(
                                new Mark(Section.FINDINGS, 7, 14, new Meaning.Filled(liver)),
                                new Mark(Section.FINDINGS, 22, 28, new Meaning.Filled(spleen))),
                        Shape.PLAIN));
    }

    @Test
    void aDoubtfulWordKnowsWhereItsSoundIs() throws Exception {
        var words = List.of(new Word("liten", 0, 0.4, 1), new Word("cyste", 0.4, 0.9, 0.42));
        writer.write(press, utterance(words));
        assertEquals(
                List.of(
                        new Mark(
                                Section.FINDINGS,
                                5,
                                11,
                                new Meaning.Uncertain(
                                        0.42, Optional.of(new SoundPlace("press-1", 0.4, 0.9))))),
                report.marks());
    }

    @Test
    void whatWasWrittenIsTold() throws Exception {
        say("ingen fraktur");
        say("i tommel");
        assertEquals(List.of("0Ingen fraktur", "13 i tommel"), wrote);
    }

    /// The tables name sections as the report does.
    @Test
    void everySectionThatACommandLeadsToIsOneOfTheReport() throws Exception {
        var sections = Arrays.stream(Section.values()).map(Section::name).toList();
        for (var locale : List.of(Locale.of("nb"), Locale.ENGLISH)) {
            var normalizer = TextNormalizer.of(locale);
            for (var phrase : normalizer.phrases(org.tyde.dictation.words.SpokenContext.NONE))
                for (var step :
                        normalizer.steps(
                                Arrays.stream(phrase.split(" "))
                                        .map(w -> new Word(w, 0, 1, 1))
                                        .toList()))
                    if (step instanceof org.tyde.dictation.words.Step.Do(var command)
                            && command instanceof SpokenCommand.GoTo(var place))
                        assertTrue(sections.contains(place), place);
        }
    }
}
