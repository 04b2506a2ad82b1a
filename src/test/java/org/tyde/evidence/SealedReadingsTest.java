package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is seen of a study's documents between the first signature and the second.
class SealedReadingsTest {
    private static final Observer LIE = person("Lie^Ingrid", "9144900");
    private static final Observer HAUG = person("Haug^Per", "9144901");
    private static final Observer MOEN = person("Moen^Eva", "9144902");

    private static Observer person(String name, String hpr) {
        return new Observer(
                PersonName.parse(name),
                Optional.empty(),
                Optional.of("Sykehuset"),
                Optional.of(hpr));
    }

    private static DataSet document(
            String uid, Observer author, DocumentState state, Life life, String said)
            throws Exception {
        var when = Optional.of(Examples.NOON);
        var report =
                new ReportDocument(
                        uid,
                        Examples.STUDY,
                        Concepts.IMAGING_REPORT,
                        state,
                        when,
                        Optional.of(author),
                        Verifier.alone(state, Optional.of(author), Examples.NOON),
                        life,
                        List.of(new DocumentSection(Concepts.FINDINGS, said, List.of())),
                        List.of(),
                        List.of(),
                        List.of());
        return StructuredReport.write(report, Examples.image().build());
    }

    private static DataSet reading(String uid, Observer author) throws Exception {
        return document(
                uid,
                author,
                DocumentState.AWAITING,
                Life.awaiting(Awaits.INDEPENDENT_READING),
                "Forseglet ord av " + author.name().display());
    }

    private static DataSet keyImages(Observer author) throws Exception {
        return new KeyObjectSelection(
                        "2.25.77",
                        KeyObjectSelection.OF_INTEREST,
                        Optional.empty(),
                        Optional.of(author),
                        List.of(Examples.SLICE))
                .write(Examples.image().build(), Examples.NOON);
    }

    private static List<DataSet> seen(Optional<Observer> who, DataSet... documents)
            throws Exception {
        var all = List.of(documents);
        var seen = new ArrayList<DataSet>();
        for (var one : all) SealedReadings.seen(one, all, who).ifPresent(seen::add);
        return seen;
    }

    @Test
    void ofAnothersReadingOnlyThatThereIsOneIsSeen() throws Exception {
        var reading = reading("2.25.1", LIE);
        var seen = seen(Optional.of(HAUG), reading);
        assertEquals(1, seen.size());
        var told = ReadDocument.of(seen.getFirst());
        assertEquals(Optional.of(Awaits.INDEPENDENT_READING), told.life().awaits());
        assertEquals(DocumentState.AWAITING, told.state());
        assertEquals(List.of(), told.sections());
        assertEquals(Optional.empty(), told.author());
        var written = new StringBuilder();
        for (var element : seen.getFirst()) written.append(element);
        assertFalse(seen.getFirst().has(Tag.AUTHOR_OBSERVER_SEQUENCE), written.toString());
        assertEquals(seen, seen(Optional.empty(), reading), "nobody is entered");
    }

    @Test
    void aReadingWhoseFlagAnArchiveHasDroppedIsSealedAllTheSame() throws Exception {
        var whole = reading("2.25.1", LIE);
        var reading = whole.toBuilder().remove(Tag.PRELIMINARY_FLAG).build();
        assertEquals(DocumentState.UNSIGNED, DocumentState.of(reading));
        var told = ReadDocument.of(seen(Optional.of(HAUG), reading).getFirst());
        assertEquals(List.of(), told.sections());
        assertEquals(List.of(reading), seen(Optional.of(LIE), reading));
    }

    @Test
    void itsOwnReaderSeesItWhole() throws Exception {
        var reading = reading("2.25.1", LIE);
        assertEquals(List.of(reading), seen(Optional.of(LIE), reading));
    }

    @Test
    void whatAReaderMadeBesideHisReadingIsNotSeen() throws Exception {
        var reading = reading("2.25.1", LIE);
        var images = keyImages(LIE);
        var begun =
                document("2.25.2", LIE, DocumentState.PRELIMINARY, Life.PLAIN, "Foreløpige ord.");
        assertEquals(1, seen(Optional.of(HAUG), reading, images, begun).size());
        assertEquals(1, seen(Optional.empty(), reading, images, begun).size());
        assertEquals(3, seen(Optional.of(LIE), reading, images, begun).size());
    }

    @Test
    void whatOthersProgramsFoundIsSeen() throws Exception {
        var found = keyImages(LIE).toBuilder().text(Tag.MANUFACTURER, "Annen").build();
        assertEquals(2, seen(Optional.of(HAUG), reading("2.25.1", LIE), found).size());
    }

    @Test
    void bothAreSeenByAllOnceBothAreSigned() throws Exception {
        var all = new DataSet[] {reading("2.25.1", LIE), reading("2.25.2", HAUG), keyImages(LIE)};
        for (var who : List.of(Optional.of(LIE), Optional.of(HAUG), Optional.of(MOEN)))
            assertEquals(List.of(all), seen(who, all));
        assertEquals(List.of(all), seen(Optional.empty(), all));
    }

    @Test
    void aSignedReportAndImagesAreNeverHidden() throws Exception {
        var signed = document("2.25.9", MOEN, DocumentState.SIGNED, Life.PLAIN, "Signert.");
        var image = Examples.image().build();
        assertEquals(3, seen(Optional.of(HAUG), reading("2.25.1", LIE), signed, image).size());
    }

    @Test
    void aReadingThatCannotBeReadIsNotShownAndHidesNothingElse() throws Exception {
        var broken =
                reading("2.25.1", LIE).toBuilder()
                        .text(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE, Vr.LO, "i går")
                        .build();
        var images = keyImages(MOEN);
        assertEquals(List.of(images), seen(Optional.of(HAUG), broken, images));
        assertEquals(
                Optional.of(Awaits.INDEPENDENT_READING),
                ReadDocument.of(seen(Optional.of(HAUG), broken, reading("2.25.2", LIE)).getFirst())
                        .life()
                        .awaits());
    }
}
