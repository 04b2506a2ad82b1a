package org.tyde.dicomweb;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The retrieve service (WADO-RS, PS3.18 10.4). Instances come in the transfer syntax they are stored in
/// and are handed on while they arrive.
public final class WadoClient {
    private static final String INSTANCES =
            "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final String BYTES =
            "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
    private static final String ANY_BYTES =
            BYTES + ", multipart/related; type=\"application/octet-stream\"";

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

    /// Takes one frame while it arrives.
    @FunctionalInterface
    public interface FrameSink {
        /// @param frame its number, 1-based
        /// @param type as the archive says, with `transfer-syntax` where it is told
        /// @param bytes as stored; valid until this returns
        /// @throws IOException ends the retrieval
        void accept(int frame, MediaType type, InputStream bytes) throws IOException;
    }

    /// @param studyUid of the study
    /// @param sink takes each instance (PS3.10)
    /// @param job who waits; cancelling ends the transfer
    /// @return how many came whole
    /// @throws Refusal when the answer is refused or breaks; the parts before were handed on
    public int study(String studyUid, Sink sink, JobContext job) throws Refusal {
        return instances(exchange.endpoint().at("studies", studyUid), sink, job);
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param sink takes each instance (PS3.10)
    /// @param job who waits; cancelling ends the transfer
    /// @return how many came whole
    /// @throws Refusal when the answer is refused or breaks; the parts before were handed on
    public int series(String studyUid, String seriesUid, Sink sink, JobContext job) throws Refusal {
        var address = exchange.endpoint().at("studies", studyUid, "series", seriesUid);
        return instances(address, sink, job);
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param sopUid of the instance
    /// @param sink takes the instance (PS3.10)
    /// @param job who waits; cancelling ends the transfer
    /// @return 1, or 0 when the archive sent nothing
    /// @throws Refusal when the answer is refused or breaks, or holds more than one
    public int instance(String studyUid, String seriesUid, String sopUid, Sink sink, JobContext job)
            throws Refusal {
        var parts =
                new Parts("application/dicom") {
                    @Override
                    void accept(int index, MultipartReader.Part part) throws IOException {
                        if (index > 0) throw otherParts(1, index + 1);
                        sink.accept(part.body());
                    }
                };
        return parts.read(Ask.get(instance(studyUid, seriesUid, sopUid), INSTANCES), job);
    }

    private int instances(URI address, Sink sink, JobContext job) throws Refusal {
        var parts =
                new Parts("application/dicom") {
                    @Override
                    void accept(int index, MultipartReader.Part part) throws IOException {
                        sink.accept(part.body());
                    }
                };
        return parts.read(Ask.get(address, INSTANCES), job);
    }

    /// Frames as they are stored, each once. An archive that names the frame of a part (Content-Location)
    /// may send them in any order; else they come in the order asked for (PS3.18 10.4.1.1.6).
    ///
    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param sopUid of the instance
    /// @param frames numbers, 1-based, none twice
    /// @param sink takes the bytes of each frame
    /// @param job who waits; cancelling ends the transfer
    /// @throws Refusal when the answer is refused, breaks, or has other frames than asked for
    public void frames(
            String studyUid,
            String seriesUid,
            String sopUid,
            int[] frames,
            FrameSink sink,
            JobContext job)
            throws Refusal {
        var list = Arrays.stream(frames).mapToObj(String::valueOf).collect(Collectors.joining(","));
        var address = URI.create(instance(studyUid, seriesUid, sopUid) + "/frames/" + list);
        var numbers = new FrameNumbers(exchange.endpoint(), frames);
        var parts =
                new Parts("") {
                    @Override
                    void accept(int index, MultipartReader.Part part) throws IOException {
                        int number = numbers.of(index, part.headers());
                        sink.accept(number, part.type().orElse(MediaType.OCTETS), part.body());
                    }
                };
        int count = parts.read(Ask.get(address, BYTES), job);
        if (count != frames.length) throw otherParts(frames.length, count);
    }

    /// Bulk data that metadata point to; a compressed pixel data element has a part for each fragment or
    /// frame.
    ///
    /// @param uri as in the metadata, absolute or relative to the service
    /// @param sink takes the bytes of each part
    /// @param job who waits; cancelling ends the transfer
    /// @return how many parts came whole
    /// @throws Refusal when the answer is refused or breaks, or the address is one that our password or
    ///     token must not go to
    public int bulkData(String uri, Sink sink, JobContext job) throws Refusal {
        var base = URI.create(exchange.endpoint().base() + "/");
        URI address;
        try {
            address = base.resolve(uri);
        } catch (IllegalArgumentException malformed) {
            throw DicomwebReason.REDIRECTED_NOWHERE.of(exchange.endpoint()).because(malformed);
        }
        new Redirection(exchange.endpoint()).require(base, address);
        var parts =
                new Parts("") {
                    @Override
                    void accept(int index, MultipartReader.Part part) throws IOException {
                        sink.accept(part.body());
                    }
                };
        return parts.read(Ask.get(address, ANY_BYTES), job);
    }

    /// @param studyUid of the study
    /// @param job who waits
    /// @return the data sets of all its instances without bulk data (PS3.18 10.4.1.1.2)
    /// @throws Refusal when there is no answer
    public List<DataSet> metadata(String studyUid, JobContext job) throws Refusal {
        return metadataAt(job, "studies", studyUid, "metadata");
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param job who waits
    /// @return the data sets of its instances without bulk data
    /// @throws Refusal when there is no answer
    public List<DataSet> metadata(String studyUid, String seriesUid, JobContext job)
            throws Refusal {
        return metadataAt(job, "studies", studyUid, "series", seriesUid, "metadata");
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param sopUid of the instance
    /// @param job who waits
    /// @return its data set without bulk data, in a list of one; empty when the archive sent nothing
    /// @throws Refusal when there is no answer
    public List<DataSet> metadata(String studyUid, String seriesUid, String sopUid, JobContext job)
            throws Refusal {
        return metadataAt(
                job, "studies", studyUid, "series", seriesUid, "instances", sopUid, "metadata");
    }

    private List<DataSet> metadataAt(JobContext job, String... path) throws Refusal {
        return QidoClient.dataSets(exchange, exchange.endpoint().at(path), job);
    }

    private URI instance(String studyUid, String seriesUid, String sopUid) {
        return exchange.endpoint()
                .at("studies", studyUid, "series", seriesUid, "instances", sopUid);
    }

    private Refusal otherParts(int wanted, int came) {
        return DicomwebReason.OTHER_PARTS
                .of(exchange.endpoint(), wanted, came)
                .withRule("PS3.18 10.4");
    }

    /// Reads an answer part by part; one that is no multipart is its own only part.
    private abstract class Parts {
        private final String essence;

        /// @param essence that a part must have where it names one, empty for any but text
        Parts(String essence) {
            this.essence = essence;
        }

        abstract void accept(int index, MultipartReader.Part part) throws IOException;

        int read(Ask ask, JobContext job) throws Refusal {
            var endpoint = exchange.endpoint();
            try (var answer = exchange.answer(ask, job)) {
                if (answer.status() == 204) return 0;
                var type = answer.type();
                if (type.isPresent() && !type.get().essence().equals("multipart/related")) {
                    require(type.get());
                    var headers = java.util.Map.of("content-type", type.get().toString());
                    accept(0, new MultipartReader.Part(headers, answer.body()));
                    return 1;
                }
                if (type.isEmpty()) throw DicomwebReason.NOT_DICOMWEB.of(endpoint, "?");
                var boundary = type.flatMap(t -> t.parameter("boundary")).orElse("");
                var reader = new MultipartReader(endpoint.name(), answer.body(), boundary);
                for (var part = reader.next(); part.isPresent(); part = reader.next()) {
                    job.checkpoint();
                    if (part.get().type().isPresent()) require(part.get().type().get());
                    accept(reader.wholeParts(), part.get());
                }
                answer.finish();
                return reader.wholeParts();
            } catch (Refusal known) {
                throw known;
            } catch (IOException broken) {
                throw DicomwebReason.BROKEN_OFF.of(endpoint).because(broken);
            }
        }

        private void require(MediaType type) throws Refusal {
            boolean words =
                    type.type().equals("text")
                            || type.subtype().endsWith("json")
                            || type.subtype().endsWith("xml");
            if (essence.isEmpty() ? words : !type.essence().equals(essence))
                throw DicomwebReason.NOT_DICOMWEB.of(exchange.endpoint(), type.essence());
        }
    }
}
