package org.tyde.archive;

import static org.tyde.dicom.Tag.*;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.NameFold;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dicomweb.MediaType;
import org.tyde.dicomweb.MultipartBody;
import org.tyde.dicomweb.QidoQuery;
import org.tyde.dicomweb.StowClient;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// An archive by DICOMweb.
final class WebLine implements Line {
    private final DicomwebClient client;

    WebLine(DicomwebClient client) {
        this.client = client;
    }

    private String name() {
        return client.endpoint().name();
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        var found = new LinkedHashMap<String, Study>();
        var alternatives = alternatives(query);
        boolean one = alternatives.size() == 1;
        int limit = one ? query.limit() : query.limit() + query.offset();
        for (var alternative : alternatives) {
            var page = alternative.page(limit, one ? query.offset() : 0);
            for (var dataSet : client.qido().studies(page, JobContext.NONE)) {
                var study = Study.from(readable(dataSet));
                if (hasWords(study, query)) found.putIfAbsent(study.uid(), study);
            }
        }
        return found.values().stream()
                .sorted(NEWEST_FIRST)
                .skip(one ? 0 : query.offset())
                .limit(query.limit())
                .toList();
    }

    /// One malformed date must not cost the list: what cannot be read counts as not said.
    private static DataSet readable(DataSet answer) {
        var readable = answer.toBuilder();
        for (var tag : List.of(STUDY_DATE, PATIENT_BIRTH_DATE, STUDY_TIME, SERIES_NUMBER)) {
            try {
                if (tag.equals(STUDY_TIME)) answer.time(tag);
                else if (tag.equals(SERIES_NUMBER)) answer.integer(tag);
                else answer.date(tag);
            } catch (Refusal malformed) {
                readable.remove(tag);
            }
        }
        return readable.build();
    }

    static final Comparator<Study> NEWEST_FIRST = Comparator.comparing(WebLine::moment).reversed();

    private static LocalDateTime moment(Study study) {
        return study.date()
                .map(d -> study.time().map(d::atTime).orElse(d.atStartOfDay()))
                .orElse(LocalDateTime.MIN);
    }

    /// A number may be two things, and several modalities are asked for one by one: matching a list of
    /// values is nothing an archive must know (PS3.4 C.2.2.2).
    private static List<QidoQuery> alternatives(StudyQuery query) {
        var common =
                QidoQuery.ALL
                        .with(PATIENT_ID, query.patientId())
                        .with(ACCESSION_NUMBER, query.accession())
                        .with(STUDY_DATE, query.dateFrom(), query.dateTo())
                        .with(PATIENT_BIRTH_DATE, query.birthDate(), query.birthDate())
                        .including(
                                STUDY_DESCRIPTION,
                                INSTITUTION_NAME,
                                ISSUER_OF_PATIENT_ID,
                                BODY_PART_EXAMINED,
                                REQUESTED_PROCEDURE_PRIORITY,
                                INSTITUTIONAL_DEPARTMENT_NAME,
                                REQUESTING_SERVICE,
                                OTHER_PATIENT_IDS_SEQUENCE,
                                PROCEDURE_CODE_SEQUENCE,
                                ANATOMIC_REGIONS_IN_STUDY_CODE_SEQUENCE);
        var text = query.text();
        var texts = new ArrayList<QidoQuery>();
        if (query.textIsNumber()) {
            texts.add(common.with(ACCESSION_NUMBER, text));
            if (query.patientId().isEmpty()) texts.add(common.with(PATIENT_ID, text + "*"));
        } else {
            texts.add(text.isBlank() ? common : common.with(PATIENT_NAME, pattern(text)));
        }
        if (query.modalities().isEmpty()) return texts;
        var all = new ArrayList<QidoQuery>();
        for (var one : texts)
            for (var modality : query.modalities().stream().sorted().toList())
                all.add(one.with(MODALITIES_IN_STUDY, modality));
        return all;
    }

    /// The longest word, anywhere in the name; letters that are written in two ways match anything. What
    /// comes is looked through again here.
    private static String pattern(String words) {
        var longest =
                Arrays.stream(words.split("[\\s,^]+"))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        var open = longest.replaceAll("(?i)aa|oe|ae|[^a-z0-9'-]", "*").replaceAll("\\*+", "*");
        return ("*" + open + "*").replaceAll("\\*+", "*");
    }

    private static boolean hasWords(Study study, StudyQuery query) {
        if (query.birthDate().isPresent() && !query.birthDate().equals(study.patient().birthDate()))
            return false;
        if (query.textIsNumber() || query.text().isBlank()) return true;
        var name = NameFold.fold(study.patient().name().encoded());
        return Arrays.stream(NameFold.fold(query.text()).split("[\\s,^]+"))
                .allMatch(name::contains);
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        var all = new ArrayList<Series>();
        for (var dataSet : seriesSets(studyUid, JobContext.NONE))
            all.add(Series.from(readable(dataSet)));
        all.sort(Comparator.comparingInt(s -> s.number().orElse(Integer.MAX_VALUE)));
        return all;
    }

    private List<DataSet> seriesSets(String studyUid, JobContext job) throws Refusal {
        var wanted =
                QidoQuery.ALL.including(
                        MODALITY,
                        SERIES_NUMBER,
                        SERIES_DESCRIPTION,
                        BODY_PART_EXAMINED,
                        LATERALITY,
                        NUMBER_OF_SERIES_RELATED_INSTANCES);
        return client.qido().series(studyUid, wanted, job);
    }

    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        return client.wado().metadata(studyUid, seriesUid, JobContext.NONE);
    }

    @Override
    public Wire wire() {
        return new Lines();
    }

    @Override
    public void send(List<Path> files) throws Refusal {
        requireStored(client.stow().send(files, JobContext.NONE));
    }

    @Override
    public void sendDataSets(List<DataSet> dataSets) throws Refusal {
        var pieces = new ArrayList<MultipartBody.Piece>();
        try {
            for (var one : dataSets)
                pieces.add(
                        MultipartBody.Piece.of(
                                MediaType.DICOM,
                                DicomWriter.toBytes(one, TransferSyntax.EXPLICIT_LITTLE)));
        } catch (Refusal known) {
            throw known;
        } catch (IOException unwritable) {
            throw new Refusal(
                            DicomwebReason.NOT_STORED,
                            name(),
                            dataSets.size(),
                            dataSets.size(),
                            "?")
                    .because(unwritable);
        }
        requireStored(client.stow().sendPieces(pieces, JobContext.NONE));
    }

    private void requireStored(StowClient.Receipt receipt) throws Refusal {
        if (receipt.failed().isEmpty()) return;
        int all = receipt.failed().size() + receipt.stored().size();
        throw new Refusal(
                DicomwebReason.NOT_STORED,
                name(),
                receipt.failed().size(),
                all,
                receipt.failed().getFirst().text());
    }

    @Override
    public void close() {
        client.close();
    }

    /// What a retrieval asks of this archive.
    private final class Lines implements Wire {
        @Override
        public List<WireSeries> series(String studyUid, JobContext job) throws Refusal {
            var all = new ArrayList<WireSeries>();
            for (var one : seriesSets(studyUid, job))
                all.add(
                        new WireSeries(
                                one.textOr(SERIES_INSTANCE_UID, ""),
                                one.textOr(MODALITY, ""),
                                number(one, SERIES_NUMBER),
                                one.integer(NUMBER_OF_SERIES_RELATED_INSTANCES).orElse(-1)));
            return all;
        }

        private int number(DataSet answer, Tag tag) {
            try {
                return answer.integer(tag).orElse(Integer.MAX_VALUE);
            } catch (Refusal malformed) {
                return Integer.MAX_VALUE;
            }
        }

        @Override
        public List<WireInstance> instances(String studyUid, String seriesUid, JobContext job)
                throws Refusal {
            var all = new ArrayList<WireInstance>();
            for (var one : client.qido().instances(studyUid, seriesUid, QidoQuery.ALL, job)) {
                int number = number(one, INSTANCE_NUMBER);
                one.text(SOP_INSTANCE_UID).ifPresent(u -> all.add(new WireInstance(u, number)));
            }
            return all;
        }

        @Override
        public void series(String studyUid, String seriesUid, Sink sink, JobContext job)
                throws Refusal {
            client.wado().series(studyUid, seriesUid, sink::accept, job);
        }

        @Override
        public void instances(
                String studyUid, String seriesUid, List<String> sopUids, Sink sink, JobContext job)
                throws Refusal {
            for (var sopUid : sopUids) {
                job.checkpoint();
                client.wado().instance(studyUid, seriesUid, sopUid, sink::accept, job);
            }
        }
    }
}
