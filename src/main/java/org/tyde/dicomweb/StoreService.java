package org.tyde.dicomweb;

import static org.tyde.dicom.Tag.*;

import com.sun.net.httpserver.HttpExchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.io.DicomJson;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// STOW-RS on the serving side (PS3.18 10.5): each part is stored while it arrives, and each has its own
/// success or failure in the answer.
final class StoreService {
    private static final Logger LOG = LoggerFactory.getLogger(StoreService.class);

    private final Holdings holdings;
    private final String base;

    StoreService(Holdings holdings, String base) {
        this.holdings = holdings;
        this.base = base;
    }

    void answer(HttpExchange exchange, Optional<String> studyUid) throws IOException {
        HttpAnswer.requireJsonAccepted(exchange);
        var type =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                        .flatMap(MediaType::parse)
                        .filter(t -> t.essence().equals("multipart/related"))
                        .filter(
                                t ->
                                        t.parameter("type")
                                                .orElse("application/dicom")
                                                .equals("application/dicom"))
                        .orElseThrow(
                                () ->
                                        new HttpAnswer.Problem(
                                                415,
                                                "only multipart/related of application/dicom"));
        var stored = new ArrayList<DataSet>();
        var failed = new ArrayList<DataSet>();
        try {
            var boundary = type.parameter("boundary").orElse("");
            var reader = new MultipartReader("client", exchange.getRequestBody(), boundary);
            for (var part = reader.next(); part.isPresent(); part = reader.next())
                store(part.get(), studyUid, stored, failed);
        } catch (Refusal broken) {
            LOG.warn("a store request broke off after {} stored", stored.size());
            throw new HttpAnswer.Problem(400, "the multipart body is broken");
        }
        if (stored.isEmpty() && failed.isEmpty()) {
            HttpAnswer.say(exchange, 400, "no part");
            return;
        }
        var answer = DataSet.builder();
        if (!failed.isEmpty()) answer.sequence(FAILED_SOP_SEQUENCE, failed);
        if (!stored.isEmpty()) answer.sequence(REFERENCED_SOP_SEQUENCE, stored);
        int status = failed.isEmpty() ? 200 : stored.isEmpty() ? 409 : 202;
        HttpAnswer.json(exchange, status, DicomJson.write(answer.build()));
    }

    private void store(
            MultipartReader.Part part,
            Optional<String> studyUid,
            ArrayList<DataSet> stored,
            ArrayList<DataSet> failed) {
        try {
            var held = holdings.store(part.body(), studyUid);
            stored.add(
                    DataSet.builder()
                            .asFound() // the sender's identifiers, whatever they look like
                            .text(REFERENCED_SOP_CLASS_UID, held.sopClass())
                            .text(REFERENCED_SOP_INSTANCE_UID, held.sopUid())
                            .text(
                                    RETRIEVE_URL,
                                    base
                                            + "/studies/"
                                            + held.studyUid()
                                            + "/series/"
                                            + held.seriesUid()
                                            + "/instances/"
                                            + held.sopUid())
                            .build());
        } catch (Holdings.StoreFailure failure) {
            LOG.warn("an instance was not stored: {}", failure.reason());
            var item = DataSet.builder().integer(FAILURE_REASON, failure.reason());
            if (!failure.sopUid().isEmpty())
                item.asFound()
                        .text(REFERENCED_SOP_CLASS_UID, failure.sopClass())
                        .text(REFERENCED_SOP_INSTANCE_UID, failure.sopUid());
            failed.add(item.build());
        }
    }
}
