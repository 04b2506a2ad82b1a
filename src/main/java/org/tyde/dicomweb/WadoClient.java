package org.tyde.dicomweb;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The retrieve service (WADO-RS, PS3.18 10.4). Instances come in the transfer syntax they are stored in
/// and are handed on while they arrive.
public final class WadoClient {
    private static final String INSTANCES =
            "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final String FRAMES =
            "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

    private final Exchange exchange;

    WadoClient(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Takes one part while it arrives.
    @FunctionalInterface
    public interface Sink {
        /// @param bytes of the part; valid until this returns
        /// @throws IOException ends the retrieval
        void accept(InputStream bytes) throws IOException;
    }

    /// @param studyUid of the study
    /// @param sink takes each instance (PS3.10)
    /// @param job who waits; cancelling ends the transfer
    /// @return how many came whole
    /// @throws Refusal when the answer is refused or breaks; the parts before were handed on
    public int study(String studyUid, Sink sink, JobContext job) throws Refusal {
        return parts(exchange.endpoint().at("studies", studyUid), INSTANCES, sink, job);
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param sink takes each instance (PS3.10)
    /// @param job who waits; cancelling ends the transfer
    /// @return how many came whole
    /// @throws Refusal when the answer is refused or breaks; the parts before were handed on
    public int series(String studyUid, String seriesUid, Sink sink, JobContext job) throws Refusal {
        var address = exchange.endpoint().at("studies", studyUid, "series", seriesUid);
        return parts(address, INSTANCES, sink, job);
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param sopUid of the instance
    /// @param sink takes the instance (PS3.10)
    /// @param job who waits; cancelling ends the transfer
    /// @return 1, or 0 when the archive sent nothing
    /// @throws Refusal when the answer is refused or breaks
    public int instance(String studyUid, String seriesUid, String sopUid, Sink sink, JobContext job)
            throws Refusal {
        return parts(instance(studyUid, seriesUid, sopUid), INSTANCES, sink, job);
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param sopUid of the instance
    /// @param frames numbers, 1-based
    /// @param sink takes the bytes of each frame, as stored
    /// @param job who waits; cancelling ends the transfer
    /// @return how many came whole
    /// @throws Refusal when the answer is refused or breaks
    public int frames(
            String studyUid,
            String seriesUid,
            String sopUid,
            int[] frames,
            Sink sink,
            JobContext job)
            throws Refusal {
        var list = Arrays.stream(frames).mapToObj(String::valueOf).collect(Collectors.joining(","));
        var address = instance(studyUid, seriesUid, sopUid) + "/frames/" + list;
        return parts(URI.create(address), FRAMES, sink, job);
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param job who waits
    /// @return the data sets of its instances without bulk data (PS3.18 10.4.1.1.2)
    /// @throws Refusal when there is no answer
    public List<DataSet> metadata(String studyUid, String seriesUid, JobContext job)
            throws Refusal {
        var address = exchange.endpoint().at("studies", studyUid, "series", seriesUid, "metadata");
        return new ArrayList<>(QidoClient.dataSets(exchange, address, job));
    }

    private URI instance(String studyUid, String seriesUid, String sopUid) {
        return exchange.endpoint()
                .at("studies", studyUid, "series", seriesUid, "instances", sopUid);
    }

    private int parts(URI address, String accept, Sink sink, JobContext job) throws Refusal {
        try (var answer = exchange.get(address, accept, job)) {
            if (answer.status() == 204) return 0;
            var type = answer.type();
            var essence = type.map(MediaType::essence).orElse("?");
            if (essence.equals("application/dicom")) {
                sink.accept(answer.body());
                return 1;
            }
            if (!essence.equals("multipart/related"))
                throw exchange.refused(DicomwebReason.NOT_DICOMWEB, essence);
            var boundary = type.flatMap(t -> t.parameter("boundary")).orElse("");
            var reader = new MultipartReader(exchange.endpoint().name(), answer.body(), boundary);
            for (var part = reader.next(); part.isPresent(); part = reader.next()) {
                job.checkpoint();
                sink.accept(part.get().body());
            }
            return reader.wholeParts();
        } catch (Refusal known) {
            throw known;
        } catch (IOException broken) {
            throw exchange.refused(DicomwebReason.BROKEN_OFF).because(broken);
        }
    }
}
