package org.tyde.archive.node;

import static org.tyde.dicom.Tag.*;

import org.tyde.archive.Line;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.Wire;
import org.tyde.dicom.DataSet;
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
import java.util.ArrayList;
import java.util.List;

/// An archive by DICOMweb.
public final class WebLine implements Line {
    private final DicomwebClient client;

    /// @param client a connection to it, closed with this
    public WebLine(DicomwebClient client) {
        this.client = client;
    }

    private String name() {
        return client.endpoint().name();
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        return StudySearch.find(
                query,
                (keys, limit, offset) -> {
                    var all =
                            QidoQuery.ALL
                                    .including(StudySearch.SHOWN.toArray(Tag[]::new))
                                    .including(StudySearch.SHOWN_ITEMS.toArray(Tag[]::new));
                    for (var key : keys.entrySet()) all = all.with(key.getKey(), key.getValue());
                    return client.qido().studies(all.page(limit, offset), JobContext.NONE);
                });
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        return StudySearch.series(seriesSets(studyUid, JobContext.NONE));
    }

    private List<DataSet> seriesSets(String studyUid, JobContext job) throws Refusal {
        var wanted = QidoQuery.ALL.including(StudySearch.OF_SERIES.toArray(Tag[]::new));
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
                                StudySearch.number(one, SERIES_NUMBER),
                                one.integer(NUMBER_OF_SERIES_RELATED_INSTANCES).orElse(-1)));
            return all;
        }

        @Override
        public List<WireInstance> instances(String studyUid, String seriesUid, JobContext job)
                throws Refusal {
            var all = new ArrayList<WireInstance>();
            for (var one : client.qido().instances(studyUid, seriesUid, QidoQuery.ALL, job)) {
                int number = StudySearch.number(one, INSTANCE_NUMBER);
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
