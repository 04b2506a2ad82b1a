package org.tyde.report.sign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.refusal.Refusal;
import org.tyde.report.Decision;
import org.tyde.report.ReportId;
import org.tyde.report.ReportReason;
import org.tyde.store.Drafts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// A [SignedRecord] as the text that `work.db` keeps.
final class SignedRecordJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SignedRecordJson() {}

    static Drafts.Kept write(SignedRecord record) {
        var root =
                MAPPER.createObjectNode()
                        .put("version", 1)
                        .put("event", record.event().name())
                        .put("by", record.by())
                        .put("document", record.document())
                        .put("unasked", record.unasked())
                        .put("independent", record.independent());
        record.without()
                .ifPresent(
                        i ->
                                root.putObject("without")
                                        .put("received", i.received())
                                        .put("expected", i.expected()));
        var decisions = root.putArray("decisions");
        for (var one : record.decisions())
            decisions
                    .addObject()
                    .put("about", one.about())
                    .put("what", one.what())
                    .put("when", one.when().toString())
                    .put("by", one.by());
        return new Drafts.Kept(
                record.report().value(), record.studyUid(), record.when(), root.toString());
    }

    /// @throws Refusal it is none
    static SignedRecord read(Drafts.Kept kept) throws Refusal {
        try {
            var root = MAPPER.readTree(kept.content());
            var decisions = new ArrayList<Decision>();
            for (var one : root.path("decisions"))
                decisions.add(
                        new Decision(
                                one.path("about").asText(),
                                one.path("what").asText(),
                                Instant.parse(one.path("when").asText()),
                                one.path("by").asText()));
            return new SignedRecord(
                    new ReportId(kept.report()),
                    kept.studyUid(),
                    SignedRecord.Event.valueOf(root.path("event").asText()),
                    kept.at(),
                    root.path("by").asText(),
                    root.path("document").asText(),
                    decisions,
                    images(root.path("without")),
                    root.path("unasked").asBoolean(),
                    root.path("independent").asBoolean());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
            throw new Refusal(ReportReason.DRAFT_UNREADABLE, kept.report()).because(damaged);
        }
    }

    private static Optional<SignedRecord.Images> images(JsonNode node) {
        return node.isObject()
                ? Optional.of(
                        new SignedRecord.Images(
                                node.path("received").asInt(), node.path("expected").asInt()))
                : Optional.empty();
    }
}
