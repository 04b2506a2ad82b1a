package org.tyde.report.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.KeyObjectSelection;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.evidence.Verifier;
import org.tyde.refusal.Refusal;
import org.tyde.report.sign.FakeArchive;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person may see of a patient's documents.
@Timeout(60)
class StudyDocumentsTest {
    private static final Observer LIE = person("Lie^Ingrid", "9144901");
    private static final Observer HAUG = person("Haug^Per", "9144902");

    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final FakeArchive archive = new FakeArchive();
    private Optional<Cache> cache = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        cache = Optional.of(Cache.open(folder, runner));
        archive.held.add(Examples.image().build());
    }

    @AfterEach
    void close() {
        cache.orElseThrow().close();
        runner.close();
    }

    private static Observer person(String name, String hpr) {
        return new Observer(
                PersonName.parse(name),
                Optional.of("Overlege"),
                Optional.of("Sykehuset i Vestfold"),
                Optional.of(hpr));
    }

    private StudyDocuments documents() {
        return new StudyDocuments(archive, cache.orElseThrow());
    }

    private static Study study() throws Exception {
        return Study.from(Examples.image().build());
    }

    private static DataSet report(String uid, Observer author, DocumentState state, Life life)
            throws Exception {
        return StructuredReport.write(
                new ReportDocument(
                        uid,
                        Examples.STUDY,
                        Concepts.titleOf("CT"),
                        state,
                        Optional.of(Examples.NOON),
                        Optional.of(author),
                        Verifier.alone(state, Optional.of(author), Examples.NOON),
                        life,
                        List.of(new DocumentSection(Concepts.FINDINGS, "Knute.", List.of())),
                        List.of(),
                        List.of(),
                        List.of()),
                Examples.image().build());
    }

    private static List<String> uids(List<StudyDocument> documents) {
        return documents.stream().map(d -> d.reference().sopUid()).toList();
    }

    @Test
    void reportsStandBeforeKeyImages() throws Exception {
        var keys =
                new KeyObjectSelection(
                        "2.25.51",
                        KeyObjectSelection.OF_INTEREST,
                        Optional.empty(),
                        Optional.of(LIE),
                        List.of(Examples.SLICE));
        archive.held.add(keys.write(Examples.image().build(), Examples.NOON.plusHours(1)));
        archive.held.add(report("2.25.50", LIE, DocumentState.SIGNED, Life.PLAIN));
        var found = documents().of(study(), Optional.empty(), Optional.of(LIE));
        assertEquals(List.of("2.25.50", "2.25.51"), uids(found));
        assertEquals("LIE, Ingrid", found.getFirst().author());
        assertTrue(!found.getLast().report());
        var read = documents().read(found.getLast(), Optional.of(LIE), JobContext.NONE);
        assertEquals(
                SopClass.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE, read.textOr(Tag.SOP_CLASS_UID, ""));
    }

    @Test
    void anothersSealedReadingIsNeitherListedNorRead() throws Exception {
        var sealed =
                report(
                        "2.25.60",
                        LIE,
                        DocumentState.AWAITING,
                        Life.awaiting(Awaits.INDEPENDENT_READING));
        archive.held.add(sealed);
        var own = documents().of(study(), Optional.empty(), Optional.of(LIE));
        assertEquals(List.of("2.25.60"), uids(own), "its author sees it");
        assertEquals(List.of(), documents().of(study(), Optional.empty(), Optional.of(HAUG)));
        assertEquals(List.of(), documents().of(study(), Optional.empty(), Optional.empty()));
        var refused =
                assertThrows(
                        Refusal.class,
                        () -> documents().read(own.getFirst(), Optional.of(HAUG), JobContext.NONE));
        assertEquals(DocumentsReason.SEALED, refused.reason());
    }

    @Test
    void whatTheArchiveTellsWithoutContentIsReadFromWhatHasCome() throws Exception {
        var whole = report("2.25.70", LIE, DocumentState.SIGNED, Life.PLAIN);
        archive.held.add(whole.toBuilder().remove(Tag.CONTENT_SEQUENCE).build());
        cache.orElseThrow().accept(whole);
        cache.orElseThrow().flush();
        var found = documents().of(study(), Optional.empty(), Optional.of(HAUG));
        assertEquals("LIE, Ingrid", found.getFirst().author());
        var read = documents().read(found.getFirst(), Optional.of(HAUG), JobContext.NONE);
        assertTrue(read.has(Tag.CONTENT_SEQUENCE));
    }

    @Test
    void documentsOfEarlierStudiesFollowThoseOfTheOpenOne() throws Exception {
        archive.held.add(report("2.25.80", LIE, DocumentState.SIGNED, Life.PLAIN));
        archive.held.add(
                Examples.image()
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.2001")
                        .text(Tag.SERIES_INSTANCE_UID, "2.25.2002")
                        .text(Tag.SOP_INSTANCE_UID, "2.25.2003")
                        .text(Tag.STUDY_DATE, "20260314")
                        .build());
        archive.held.add(
                report("2.25.81", HAUG, DocumentState.SIGNED, Life.PLAIN).toBuilder()
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.2001")
                        .text(Tag.STUDY_DATE, "20260314")
                        .build());
        var found = documents().ofPatient(study(), Optional.of(LIE));
        assertEquals(List.of("2.25.80", "2.25.81"), uids(found));
        assertTrue(found.getLast().prior().orElseThrow().relation().relevant());
    }
}
