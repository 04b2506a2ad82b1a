package org.tyde.dicomweb;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.io.DicomJson;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The search service (QIDO-RS, PS3.18 10.6). Every method waits; each failure is one [Refusal].
public final class QidoClient {
    private static final int PAGE = 1000;
    private static final int ROUND = 50;
    private static final int ATTEMPTS = 3;
    private static final long LONGEST_JSON = 256L << 20;

    private final Exchange exchange;

    QidoClient(Exchange exchange) {
        this.exchange = exchange;
    }

    /// What a search brought.
    ///
    /// @param dataSets as the archive orders them, none twice
    /// @param warnings of the archive, in its words, such as that it does not match fuzzily; those about
    ///     more results are followed and left out
    public record Found(List<DataSet> dataSets, List<String> warnings) {
        /// Keeps its own copies.
        public Found {
            dataSets = List.copyOf(dataSets);
            warnings = List.copyOf(warnings);
        }
    }

    /// @param query what must match, and how many are wanted
    /// @param job who waits
    /// @return studies, as the archive orders them
    /// @throws Refusal when there is no answer
    public List<DataSet> studies(QidoQuery query, JobContext job) throws Refusal {
        return find(QidoScope.STUDIES, query, job).dataSets();
    }

    /// @param studyUid of the study
    /// @param query what must match
    /// @param job who waits
    /// @return series of the study
    /// @throws Refusal when there is no answer
    public List<DataSet> series(String studyUid, QidoQuery query, JobContext job) throws Refusal {
        return find(QidoScope.seriesOf(studyUid), query, job).dataSets();
    }

    /// @param studyUid of the study
    /// @param seriesUid of the series
    /// @param query what must match
    /// @param job who waits
    /// @return instances of the series
    /// @throws Refusal when there is no answer
    public List<DataSet> instances(
            String studyUid, String seriesUid, QidoQuery query, JobContext job) throws Refusal {
        return find(QidoScope.instancesOf(studyUid, seriesUid), query, job).dataSets();
    }

    /// Asks for page after page until the limit of the query or the end, whatever the archive's own
    /// maximum is; one that ignores the offset is noticed by its repetitions.
    ///
    /// @param scope what is searched, and within what
    /// @param query what must match; its limit is of all pages together, 0 for none
    /// @param job who waits
    /// @return all that was found
    /// @throws Refusal when there is no answer
    public Found find(QidoScope scope, QidoQuery query, JobContext job) throws Refusal {
        var found = new ArrayList<DataSet>();
        var seen = new LinkedHashSet<String>();
        var warnings = new LinkedHashSet<String>();
        int skipped = query.offset();
        int first = 0;
        while (true) {
            int wanted = query.limit() == 0 ? PAGE : Math.min(PAGE, query.limit() - found.size());
            var page = page(query.page(wanted, skipped), scope, job);
            int before = found.size();
            for (var one : page.dataSets) {
                var uid = one.textOr(scope.level().uid(), "");
                if (uid.isEmpty() || seen.add(uid)) found.add(one);
            }
            for (var warning : page.warnings) if (!aboutMore(warning)) warnings.add(warning);
            skipped += page.dataSets.size();
            boolean last = !mayGoOn(page, wanted, first);
            if (first == 0) first = page.dataSets.size();
            boolean enough = query.limit() > 0 && found.size() >= query.limit();
            if (enough || found.size() == before || last) break;
        }
        if (query.limit() > 0 && found.size() > query.limit())
            found.subList(query.limit(), found.size()).clear();
        return new Found(found, List.copyOf(warnings));
    }

    /// A page that is shorter than asked for is the last one, unless the archive says otherwise (PS3.18
    /// 8.3.4.4), or it is as long as the first one, or that one's length looks like a maximum of the
    /// archive's own.
    private static boolean mayGoOn(Page page, int wanted, int first) {
        int size = page.dataSets.size();
        if (size == 0) return false;
        return size >= wanted
                || (first == 0 ? size % ROUND == 0 : size == first)
                || page.warnings.stream().anyMatch(QidoClient::aboutMore);
    }

    private static boolean aboutMore(String warning) {
        return warning.contains("additional results");
    }

    private record Page(List<DataSet> dataSets, Set<String> warnings) {}

    private Page page(QidoQuery query, QidoScope scope, JobContext job) throws Refusal {
        var text = query.text();
        var address = exchange.endpoint().at(scope.path());
        var whole = text.isEmpty() ? address : URI.create(address + "?" + text);
        return read(
                exchange,
                whole,
                job,
                answer ->
                        new Page(
                                dataSets(exchange.endpoint(), answer),
                                new LinkedHashSet<>(answer.warnings())));
    }

    private interface Reading<T> {
        T read(Answer answer) throws Refusal;
    }

    /// A small answer that breaks off is asked for again: a server that ends a connection of HTTP/2 may
    /// take the end of an answer with it.
    private static <T> T read(Exchange exchange, URI address, JobContext job, Reading<T> reading)
            throws Refusal {
        for (int attempt = 1; ; attempt++) {
            try (var answer = exchange.answer(json(address), job)) {
                return reading.read(answer);
            } catch (Refusal known) {
                if (known.reason() != DicomwebReason.BROKEN_OFF || attempt == ATTEMPTS) throw known;
            } catch (IOException atClosing) {
                throw DicomwebReason.BROKEN_OFF.of(exchange.endpoint()).because(atClosing);
            }
        }
    }

    static Ask json(URI address) {
        return Ask.get(address, MediaType.DICOM_JSON.essence()).with("Accept-Encoding", "gzip");
    }

    static List<DataSet> dataSets(Exchange exchange, URI address, JobContext job) throws Refusal {
        return read(exchange, address, job, answer -> dataSets(exchange.endpoint(), answer));
    }

    static List<DataSet> dataSets(Endpoint endpoint, Answer answer) throws Refusal {
        if (answer.status() == 204) return List.of();
        answer.requireJson(endpoint);
        var all = new ArrayList<DataSet>();
        try {
            DicomJson.read(new Limited(answer.body(), LONGEST_JSON, endpoint), all::add);
        } catch (DicomFormatException malformed) {
            throw DicomwebReason.BROKEN_JSON.of(endpoint).because(malformed);
        } catch (Refusal known) {
            throw known;
        } catch (IOException malformed) {
            throw DicomwebReason.BROKEN_JSON.of(endpoint).because(malformed);
        }
        return all;
    }
}
