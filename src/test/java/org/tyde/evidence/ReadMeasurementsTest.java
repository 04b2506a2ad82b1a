package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.SharedData;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Unit;
import org.tyde.study.Laterality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// TID 1500, ours and others', as it is read.
class ReadMeasurementsTest {
    private static final MeasurementGroup NODULE =
            new MeasurementGroup(
                    "Lesjon 1",
                    "2.25.1",
                    Optional.of(new Code("27925004", "SCT", "Nodule")),
                    Optional.of(new Code("39607008", "SCT", "Lung")),
                    Optional.of(Laterality.RIGHT),
                    Optional.of(new Algorithm("Knutefinner", "2.1")),
                    new Figure(
                            Figure.Graphic.POLYLINE,
                            List.of(new ImagePoint(10, 20), new ImagePoint(22, 20)),
                            Examples.SLICE),
                    List.of(
                            new MeasuredValue(
                                    new Code("410668003", "SCT", "Length"),
                                    Optional.of(new Code("56851009", "SCT", "Maximum")),
                                    12.4,
                                    new Unit("mm", "mm"))));

    @TempDir Path folder = Path.of("");

    @Test
    void whatThisProgramWritesIsReadBackWhole() throws Exception {
        var read =
                ReadMeasurements.of(
                        new MeasurementReport(
                                        "2.25.6001",
                                        Examples.STUDY,
                                        DocumentState.SIGNED,
                                        Optional.of(Examples.RADIOLOGIST),
                                        List.of(NODULE),
                                        List.of())
                                .write(Examples.image().build(), Examples.NOON));
        assertEquals("2.25.6001", read.sopUid());
        assertEquals(Examples.STUDY, read.studyUid());
        assertEquals(0, read.skipped());
        var group = read.groups().getFirst();
        assertEquals(NODULE.identifier(), group.identifier());
        assertEquals(Optional.of(NODULE.trackingUid()), group.trackingUid());
        assertEquals(NODULE.finding(), group.finding());
        assertEquals(NODULE.site(), group.site());
        assertEquals(NODULE.side(), group.side());
        assertEquals(List.of(new FoundBy("Knutefinner", Optional.of("2.1"))), group.by());
        assertEquals(NODULE.values(), group.values());
        assertEquals(List.of(Examples.SLICE), group.images());
    }

    @Test
    void whatAPersonMeasuredIsFoundByNoDevice() throws Exception {
        var read = ReadMeasurements.of(file("highdicom/sr_document.dcm"));
        var group = read.groups().getFirst();
        assertEquals("Planar ROI Measurements", group.identifier());
        assertEquals("Spinal cord", group.finding().orElseThrow().meaning());
        assertEquals("Cervico-thoracic spine", group.site().orElseThrow().meaning());
        assertEquals(List.of(), group.by());
        assertEquals(1.7, group.values().getFirst().value(), 0.05);
        assertEquals("cm2", group.values().getFirst().unit().ucum());
        assertEquals(1, group.images().size());
        // topographical modifier, tracking and two properties of the number
        assertEquals(4, read.skipped());
    }

    private static DataSet file(String name) throws Exception {
        return DicomReader.read(SharedData.require("data/files/" + name)).dataSet();
    }

    /// Algorithm of a group, device that observed, concepts before SNOMED CT, an answer by code.
    @Test
    void whatAnotherLibraryWritesIsRead() throws Exception {
        var read = ReadMeasurements.of(made());
        assertEquals(2, read.groups().size());
        var first = read.groups().getFirst();
        assertEquals(List.of(new FoundBy("ChestNet", Optional.of("4.2.0"))), first.by());
        assertEquals("Finding 1", first.identifier());
        assertEquals("1.2.3.4.1", first.trackingUid().orElseThrow());
        assertEquals("39607008", first.site().orElseThrow().value());
        assertEquals(Optional.of(Laterality.LEFT), first.side());
        assertEquals(
                List.of(8.5, 93.0), first.values().stream().map(MeasuredValue::value).toList());
        assertEquals(
                List.of("mm", "%"), first.values().stream().map(v -> v.unit().ucum()).toList());
        assertEquals(
                List.of(
                        new InstanceReference(
                                "1.2.3.1",
                                "1.2.3.2",
                                "1.2.840.10008.5.1.4.1.1.2",
                                "1.2.3.3",
                                List.of())),
                first.images());
        var second = read.groups().getLast();
        assertEquals(List.of(new FoundBy("TriageBox", Optional.of("7.0"))), second.by());
        assertEquals("Present", second.judged().getFirst().answer().meaning());
        assertEquals(Optional.empty(), second.trackingUid());
        assertEquals(List.of(3), second.images().getFirst().frames());
        // a number in another's unit, a number that is none, a time, and a text beside the groups
        assertEquals(4, read.skipped());
    }

    private DataSet made() throws Exception {
        var python = Programs.requirePydicom();
        var script = folder.resolve("make.py");
        Files.writeString(script, SCRIPT);
        var out = folder.resolve("ai.dcm");
        var said = Programs.run(python.toString(), script.toString(), out.toString());
        assertEquals(0, said.exitCode(), said.text());
        return DicomReader.read(out).dataSet();
    }

    @Test
    void aTreeThatIsTooDeepIsLeftOutAndCounted() throws Exception {
        var inner =
                ContentItems.container("CONTAINS", MeasurementConcepts.GROUP, "1501", List.of());
        for (int i = 0; i < 40; i++)
            inner =
                    ContentItems.container(
                            "CONTAINS", MeasurementConcepts.MEASUREMENTS, "1500", List.of(inner));
        var read =
                ReadMeasurements.of(
                        DataSet.builder().sequence(Tag.CONTENT_SEQUENCE, inner).build());
        assertTrue(read.groups().isEmpty());
        assertEquals(1, read.skipped());
    }

    @Test
    void aTreeOfTooManyItemsIsReadToTheLimitAndTheRestCounted() throws Exception {
        var answer = new Code("52101004", "SCT", "Present");
        var judged = ContentItems.code("CONTAINS", answer, answer);
        var many = java.util.Collections.nCopies(30_000, judged);
        var read =
                ReadMeasurements.of(
                        DataSet.builder()
                                .sequence(
                                        Tag.CONTENT_SEQUENCE,
                                        ContentItems.container(
                                                "CONTAINS",
                                                MeasurementConcepts.GROUP,
                                                "1501",
                                                many))
                                .build());
        // the container and its group are items too
        assertEquals(19_999, read.groups().getFirst().judged().size());
        assertEquals(10_001, read.skipped());
    }

    private static final String SCRIPT =
            """
            import sys
            from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
            from pydicom.sequence import Sequence
            from pydicom.uid import ExplicitVRLittleEndian

            def code(v, s, m):
                d = Dataset(); d.CodeValue = v; d.CodingSchemeDesignator = s; d.CodeMeaning = m
                return Sequence([d])

            def item(rel, kind, name, *children, **values):
                d = Dataset(); d.RelationshipType = rel; d.ValueType = kind
                if name: d.ConceptNameCodeSequence = code(*name)
                for k, v in values.items(): setattr(d, k, v)
                if children: d.ContentSequence = Sequence(children)
                return d

            def dcm(v, m): return (v, 'DCM', m)
            def text(rel, name, v): return item(rel, 'TEXT', name, TextValue=v)
            def coded(rel, name, v, *c): return item(rel, 'CODE', name, *c, ConceptCodeSequence=code(*v))

            def image(frame=None):
                r = Dataset(); r.ReferencedSOPClassUID = '1.2.840.10008.5.1.4.1.1.2'
                r.ReferencedSOPInstanceUID = '1.2.3.3'
                if frame: r.ReferencedFrameNumber = frame
                return Sequence([r])

            def num(name, v, unit, *c):
                m = Dataset(); m.NumericValue = v; m.MeasurementUnitsCodeSequence = code(*unit)
                return item('CONTAINS', 'NUM', name, *c, MeasuredValueSequence=Sequence([m]))

            CTX, MOD = 'HAS OBS CONTEXT', 'HAS CONCEPT MOD'
            line = item('INFERRED FROM', 'SCOORD', dcm('121055', 'Path'),
                        item('SELECTED FROM', 'IMAGE', None, ReferencedSOPSequence=image()),
                        GraphicType='POLYLINE', GraphicData=[1.0, 2.0, 3.0, 4.0])
            first = item('CONTAINS', 'CONTAINER', dcm('125007', 'Measurement Group'),
                text(CTX, dcm('112039', 'Tracking Identifier'), 'Finding 1'),
                item(CTX, 'UIDREF', dcm('112040', 'Tracking Unique Identifier'), UID='1.2.3.4.1'),
                coded('CONTAINS', dcm('121071', 'Finding'), ('M-03010', 'SRT', 'Nodule')),
                coded(MOD, ('G-C0E3', 'SRT', 'Finding Site'), ('39607008', 'SCT', 'Lung'),
                      coded(MOD, ('G-C171', 'SRT', 'Laterality'), ('G-A101', 'SRT', 'Left'))),
                text(MOD, dcm('111001', 'Algorithm Name'), 'ChestNet'),
                text(MOD, dcm('111003', 'Algorithm Version'), '4.2.0'),
                num(('410668003', 'SCT', 'Length'), '8.5', ('mm', 'UCUM', 'mm'), line),
                num(dcm('111047', 'Probability of cancer'), '93', ('%', 'UCUM', 'percent')),
                num(('x', '99X', 'Score'), '4', ('stars', '99X', 'stars')),
                num(('x', '99X', 'Score'), '4', ('furlong', 'UCUM', 'furlong')),
                item('CONTAINS', 'TIME', ('x', '99X', 'At'), Time='101112'),
                ContinuityOfContent='SEPARATE')
            second = item('CONTAINS', 'CONTAINER', dcm('125007', 'Measurement Group'),
                text(CTX, dcm('112039', 'Tracking Identifier'), 'Finding 2'),
                coded('CONTAINS', ('36118008', 'SCT', 'Pneumothorax'), ('52101004', 'SCT', 'Present')),
                item('CONTAINS', 'IMAGE', dcm('121112', 'Source'), ReferencedSOPSequence=image(3)),
                ContinuityOfContent='SEPARATE')
            sop = Dataset(); sop.ReferencedSOPClassUID = '1.2.840.10008.5.1.4.1.1.2'
            sop.ReferencedSOPInstanceUID = '1.2.3.3'
            series = Dataset(); series.SeriesInstanceUID = '1.2.3.2'
            series.ReferencedSOPSequence = Sequence([sop])
            study = Dataset(); study.StudyInstanceUID = '1.2.3.1'
            study.ReferencedSeriesSequence = Sequence([series])

            meta = FileMetaDataset(); meta.TransferSyntaxUID = ExplicitVRLittleEndian
            meta.MediaStorageSOPClassUID = '1.2.840.10008.5.1.4.1.1.88.34'
            meta.MediaStorageSOPInstanceUID = '1.2.3.9'
            ds = FileDataset(sys.argv[1], {}, file_meta=meta, preamble=b'\\0' * 128)
            ds.is_little_endian, ds.is_implicit_VR = True, False
            ds.SOPClassUID = meta.MediaStorageSOPClassUID; ds.SOPInstanceUID = '1.2.3.9'
            ds.StudyInstanceUID = '1.2.3.1'; ds.SeriesInstanceUID = '1.2.3.8'; ds.Modality = 'SR'
            ds.Manufacturer = 'Acme'; ds.ManufacturerModelName = 'TriageBox'; ds.SoftwareVersions = '7.0'
            ds.ValueType = 'CONTAINER'; ds.ContinuityOfContent = 'SEPARATE'
            ds.ConceptNameCodeSequence = code('126000', 'DCM', 'Imaging Measurement Report')
            ds.CurrentRequestedProcedureEvidenceSequence = Sequence([study])
            ds.ContentSequence = Sequence([
                coded(CTX, dcm('121005', 'Observer Type'), dcm('121007', 'Device')),
                item(CTX, 'UIDREF', dcm('121012', 'Device Observer UID'), UID='1.2.3.7'),
                text(CTX, dcm('121013', 'Device Observer Name'), 'TriageBox'),
                item('CONTAINS', 'CONTAINER', dcm('111028', 'Image Library'),
                     item('CONTAINS', 'IMAGE', None, ReferencedSOPSequence=image()),
                     ContinuityOfContent='SEPARATE'),
                item('CONTAINS', 'CONTAINER', dcm('126010', 'Imaging Measurements'), first, second,
                     ContinuityOfContent='SEPARATE'),
                text('CONTAINS', dcm('121106', 'Comment'), 'for research only')])
            ds.save_as(sys.argv[1], write_like_original=False)
            """;
}
