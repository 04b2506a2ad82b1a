package org.tyde.dicomweb;

import static org.tyde.dicom.Tag.RETRIEVE_URL;
import static org.tyde.dicom.Tag.SERIES_INSTANCE_UID;
import static org.tyde.dicom.Tag.SOP_INSTANCE_UID;
import static org.tyde.dicom.Tag.STUDY_INSTANCE_UID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomJson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// QIDO-RS on the serving side (PS3.18 10.6).
final class SearchService {
    private final Holdings holdings;
    private final String base;

    SearchService(Holdings holdings, String base) {
        this.holdings = holdings;
        this.base = base;
    }

    void answer(
            HttpExchange exchange,
            QidoLevel level,
            Optional<String> studyUid,
            Optional<String> seriesUid)
            throws IOException {
        HttpAnswer.requireJsonAccepted(exchange);
        var raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        var query =
                QidoQuery.parse(raw)
                        .orElseThrow(
                                () -> new HttpAnswer.Problem(400, "a parameter is not understood"));
        if (query.fuzzy())
            exchange.getResponseHeaders()
                    .set(
                            "Warning",
                            "299 "
                                    + base
                                    + " \"The fuzzymatching parameter is not supported. Only"
                                    + " literal matching has been performed.\"");
        var found = page(exchange, query, matching(level, query, studyUid, seriesUid));
        if (found.isEmpty()) {
            HttpAnswer.empty(exchange, 204);
            return;
        }
        var wanted = new HashSet<>(level.always());
        wanted.addAll(query.includes());
        wanted.addAll(query.matches().keySet());
        wanted.add(STUDY_INSTANCE_UID);
        if (level != QidoLevel.STUDY) wanted.add(SERIES_INSTANCE_UID);
        var answer = JsonNodeFactory.instance.arrayNode();
        for (var one : found)
            answer.add(DicomJson.write(shaped(one, level, query.includeAll(), wanted)));
        HttpAnswer.json(exchange, 200, answer);
    }

    private List<DataSet> matching(
            QidoLevel level, QidoQuery query, Optional<String> studyUid, Optional<String> seriesUid)
            throws IOException {
        var matching = new Matching(query);
        var found = new ArrayList<DataSet>();
        for (var one : holdings.candidates(level, studyUid, seriesUid))
            if (matching.matches(one)) found.add(one);
        return found;
    }

    private List<DataSet> page(HttpExchange exchange, QidoQuery query, List<DataSet> all) {
        int from = Math.min(query.offset(), all.size());
        int to = query.limit() == 0 ? all.size() : Math.min(all.size(), from + query.limit());
        if (to < all.size())
            exchange.getResponseHeaders()
                    .add(
                            "Warning",
                            "299 "
                                    + base
                                    + " \"There are "
                                    + (all.size() - to)
                                    + " additional results that can be requested\"");
        return all.subList(from, to);
    }

    private DataSet shaped(DataSet one, QidoLevel level, boolean all, Set<Tag> wanted)
            throws IOException {
        var url =
                new StringBuilder(base)
                        .append("/studies/")
                        .append(one.textOr(STUDY_INSTANCE_UID, ""));
        if (level != QidoLevel.STUDY)
            url.append("/series/").append(one.textOr(SERIES_INSTANCE_UID, ""));
        if (level == QidoLevel.INSTANCE)
            url.append("/instances/").append(one.textOr(SOP_INSTANCE_UID, ""));
        var shaped = one.toBuilder();
        if (!all)
            for (var element : one)
                if (!wanted.contains(element.tag())) shaped.remove(element.tag());
        return shaped.text(RETRIEVE_URL, url.toString()).build();
    }
}
