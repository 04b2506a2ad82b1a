package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dicom.Tag.*;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Csv;
import org.tyde.SharedData;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Uids;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicomweb.Endpoint;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The client with studies of real machines, in Orthanc and in our archive.
class RealStudiesTest {
    private static final long SMALL = 600_000;
    private static final List<String> FOLDERS = List.of("dicomdirtests", "WG04", "MR16", "dcmjs");
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(2);

    @AfterEach
    void close() {
        runner.close();
    }

    /// One small file for each SOP Instance UID.
    private static Map<String, Path> files() throws IOException {
        var data = SharedData.require("data/catalogue.csv").resolveSibling("");
        var files = new TreeMap<String, Path>();
        for (var row : Csv.rows(data.resolve("catalogue.csv"))) {
            var uid = row.getOrDefault("sop_instance_uid", "");
            var path = row.getOrDefault("path", "");
            boolean small = Long.parseLong(row.getOrDefault("bytes", "0")) <= SMALL;
            boolean wanted = FOLDERS.stream().anyMatch(path::contains);
            if (small && wanted && !uid.isBlank()) files.putIfAbsent(uid, data.resolve(path));
        }
        return files;
    }

    private NodeSource source(String name, String address, Cache cache) throws IOException {
        return Nodes.web(Endpoint.of(name, address), cache, runner);
    }

    private Cache cache(String name) throws IOException {
        return Cache.open(Files.createDirectories(folder.resolve(name)), runner);
    }

    @Test
    void everyStudyOrthancTookIsListedFetchedAndAnsweredWithAReport() throws Exception {
        var loaded = new HashMap<String, Path>();
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"))) {
            for (var file : files().entrySet())
                if (orthanc.load(file.getValue())) loaded.put(file.getKey(), file.getValue());
            assertFalse(loaded.isEmpty());
            try (var cache = cache("cache");
                    var source = source("Orthanc", orthanc.dicomWeb().toString(), cache)) {
                var studies = source.find(StudyQuery.ANY.page(500, 0));
                assertEquals(studyCount(loaded), studies.size());
                fetchAll(studies, source, cache, loaded);
                reportOn(studies.getFirst(), source, cache);
            }
        }
    }

    @Test
    void ourArchiveTakesAndGivesThemBackAsTheyWere() throws Exception {
        var files = files();
        try (var archive = new EmbeddedArchive(folder.resolve("ours"));
                var server = archive.serve(0, runner);
                var cache = cache("cache");
                var source = source("ours", server.base().toString(), cache)) {
            source.send(List.copyOf(files.values()));
            var studies = source.find(StudyQuery.ANY.page(500, 0));
            assertEquals(studyCount(files), studies.size());
            fetchAll(studies, source, cache, files);
            for (var one : files.entrySet()) {
                var bytes = cache.content(one.getKey()).all();
                assertEquals(Files.size(one.getValue()), bytes.length, one.getKey());
            }
            reportOn(studies.getFirst(), source, cache);
        }
    }

    private static int studyCount(Map<String, Path> files) throws IOException {
        var studies = new java.util.HashSet<String>();
        for (var file : files.values())
            studies.add(DicomReader.readHeader(file).dataSet().textOr(STUDY_INSTANCE_UID, ""));
        return studies.size();
    }

    private static void fetchAll(
            List<Study> studies, StudySource source, Cache cache, Map<String, Path> loaded)
            throws IOException {
        int sum = 0;
        for (var study : studies) {
            var completeness = source.retrieve(study.uid()).job().await();
            assertTrue(completeness.complete(), study.uid() + " " + completeness);
            sum += completeness.received();
        }
        assertEquals(loaded.size(), sum);
        for (var uid : loaded.keySet()) assertTrue(cache.holds(uid), uid);
    }

    private static void reportOn(Study study, StudySource source, Cache cache) throws IOException {
        var first = source.series(study.uid()).getFirst();
        var image = source.instances(study.uid(), first.uid()).getFirst();
        var uid = Uids.create();
        var report = DataSet.builder();
        for (var tag : List.of(PATIENT_ID, PATIENT_NAME, STUDY_DATE, STUDY_TIME, STUDY_ID))
            image.element(tag).ifPresent(e -> report.put(e, image.characterSet()));
        report.text(SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .text(SOP_CLASS_UID, SopClass.ENHANCED_SR_STORAGE)
                .text(SOP_INSTANCE_UID, uid)
                .text(STUDY_INSTANCE_UID, study.uid())
                .text(SERIES_INSTANCE_UID, Uids.create())
                .text(MODALITY, "SR")
                .text(VALUE_TYPE, "CONTAINER");
        source.sendDataSets(List.of(report.build()));
        var found = new ArrayList<String>();
        for (var series : source.series(study.uid()))
            if (series.modality().equals("SR")) found.add(series.uid());
        assertFalse(found.isEmpty());
        assertTrue(source.retrieve(study.uid()).job().await().complete());
        assertEquals(
                Optional.of("CONTAINER"),
                cache.file(uid).dataSet().text(VALUE_TYPE),
                "found again");
    }
}
