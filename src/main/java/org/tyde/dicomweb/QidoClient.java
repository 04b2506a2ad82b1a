package org.tyde.dicomweb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.io.DicomJson;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The search service (QIDO-RS, PS3.18 10.6). Every method waits; each failure is one [Refusal].
public final class QidoClient {
    private static final int PAGE = 1000;

    private final Exchange exchange;

    QidoClient(Exchange exchange) {
        this.exchange = exchange;
    }

    /// @param query what must match
    /// @param job who waits
    /// @return one page of studies, as the archive orders them
    /// @throws Refusal when there is no answer
    public List<DataSet> studies(QidoQuery query, JobContext job) throws Refusal {
        return page(query, job, "studies");
    }

    /// @param studyUid of the study
    /// @param query what must match; its page is not used
    /// @param job who waits
    /// @return all series of the study
    /// @throws Refusal when there is no answer
    public List<DataSet> series(String studyUid, QidoQuery query, JobContext job) throws Refusal {
        return all(QidoLevel.SERIES, query, job, "studies", studyUid, "series");
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param query what must match; its page is not used
    /// @param job who waits
    /// @return all instances of the series
    /// @throws Refusal when there is no answer
    public List<DataSet> instances(
            String studyUid, String seriesUid, QidoQuery query, JobContext job) throws Refusal {
        return all(
                QidoLevel.INSTANCE,
                query,
                job,
                "studies",
                studyUid,
                "series",
                seriesUid,
                "instances");
    }

    /// Asks for page after page; an archive that ignores the offset is noticed by its repetitions.
    private List<DataSet> all(QidoLevel level, QidoQuery query, JobContext job, String... path)
            throws Refusal {
        var found = new ArrayList<DataSet>();
        var seen = new HashSet<String>();
        while (true) {
            var page = page(query.page(PAGE, found.size()), job, path);
            int before = found.size();
            for (var one : page) if (seen.add(uid(level, one))) found.add(one);
            if (page.size() < PAGE || found.size() == before) return found;
        }
    }

    private String uid(QidoLevel level, DataSet one) throws Refusal {
        return one.textOr(level.uid(), "");
    }

    private List<DataSet> page(QidoQuery query, JobContext job, String... path) throws Refusal {
        var text = query.text();
        var address = exchange.endpoint().at(path);
        return dataSets(exchange, text.isEmpty() ? address : URI.create(address + "?" + text), job);
    }

    static List<DataSet> dataSets(Exchange exchange, URI address, JobContext job) throws Refusal {
        try (var answer = exchange.get(address, MediaType.DICOM_JSON.essence(), job)) {
            if (answer.status() == 204) return List.of();
            requireJson(exchange, answer);
            return dataSets(exchange, answer.body());
        } catch (Refusal known) {
            throw known;
        } catch (IOException atClosing) {
            throw exchange.refused(DicomwebReason.BROKEN_OFF).because(atClosing);
        }
    }

    static void requireJson(Exchange exchange, Exchange.Answer answer) throws Refusal {
        var type = answer.type().map(MediaType::essence).orElse("?");
        if (!type.equals("application/dicom+json") && !type.equals("application/json"))
            throw exchange.refused(DicomwebReason.NOT_DICOMWEB, type);
    }

    static List<DataSet> dataSets(Exchange exchange, InputStream body) throws Refusal {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(new Limited(body, exchange));
        } catch (Refusal known) {
            throw known;
        } catch (IOException malformed) {
            throw exchange.refused(DicomwebReason.BROKEN_JSON).because(malformed);
        }
        var all = new ArrayList<DataSet>();
        if (root.isObject()) all.add(DicomJson.read(root));
        else if (root.isArray()) for (var one : root) all.add(DicomJson.read(one));
        else if (!root.isMissingNode()) throw exchange.refused(DicomwebReason.BROKEN_JSON);
        return all;
    }

    /// No answer in JSON may fill the memory.
    private static final class Limited extends java.io.FilterInputStream {
        private static final long LIMIT = 256L << 20;
        private final Exchange exchange;
        private long count;

        Limited(InputStream in, Exchange exchange) {
            super(in);
            this.exchange = exchange;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count += Math.max(0, n);
            if (count > LIMIT) throw exchange.refused(DicomwebReason.TOO_LARGE, LIMIT);
            return n;
        }
    }
}
