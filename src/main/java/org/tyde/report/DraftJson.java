package org.tyde.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.PersonName;
import org.tyde.evidence.InstanceReference;
import org.tyde.refusal.Refusal;
import org.tyde.study.PatientId;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// A report as the text that `work.db` keeps. Everything is in it that writing on needs: a draft stands
/// without cache and archive.
final class DraftJson {
    private static final int VERSION = 2;

    private final ObjectMapper mapper = new ObjectMapper();

    /// @param signed whether it is signed and stays a while
    String write(ReportHead head, ReportContent content, boolean signed) {
        var root = mapper.createObjectNode().put("version", VERSION).put("signed", signed);
        writeHead(head, root.putObject("head"));
        var sections = root.putObject("text");
        for (var section : Section.values())
            if (!content.text().of(section).isEmpty())
                sections.put(section.name(), content.text().of(section));
        root.putObject("caret")
                .put("section", content.caret().section().name())
                .put("offset", content.caret().offset());
        var marks = root.putArray("marks");
        for (var mark : content.marks()) MarkJson.write(mark, marks.addObject());
        var decisions = root.putArray("decisions");
        for (var decision : content.decisions())
            decisions
                    .addObject()
                    .put("about", decision.about())
                    .put("what", decision.what())
                    .put("when", decision.when().toString())
                    .put("by", decision.by());
        var shape = root.putObject("shape");
        content.shape().template().ifPresent(t -> shape.put("template", t));
        content.shape().conclusion().ifPresent(c -> shape.put("conclusion", c));
        shape.put("conclusionFirst", content.shape().conclusionFirst());
        shape.put("independent", content.shape().independent());
        var laid = shape.putObject("laid");
        for (var section : Section.values())
            if (!content.shape().laid().of(section).isEmpty())
                laid.put(section.name(), content.shape().laid().of(section));
        return root.toString();
    }

    /// @throws Refusal the text is not what [#write] makes
    Report read(String report, String text) throws Refusal {
        try {
            var root = mapper.readTree(text);
            if (root.path("version").asInt() > VERSION)
                throw new Refusal(ReportReason.DRAFT_UNREADABLE, report);
            var read = new Report(head(root.path("head")), content(root));
            if (root.path("signed").asBoolean()) read.seal(read.version());
            return read;
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
            throw new Refusal(ReportReason.DRAFT_UNREADABLE, report).because(damaged);
        }
    }

    /// @return whether it is signed and stays a while; what cannot be read is not
    boolean signed(String text) {
        try {
            return mapper.readTree(text).path("signed").asBoolean();
        } catch (JsonProcessingException damaged) {
            return false;
        }
    }

    private static void writeHead(ReportHead head, ObjectNode node) {
        node.put("id", head.id().value())
                .put("kind", head.kind().name())
                .put("study", head.studyUid())
                .put("patientId", head.patientId().value())
                .put("issuer", head.patientId().issuer().orElse(""))
                .put("patientName", head.patientName().encoded())
                .put("birthDate", head.birthDate().map(LocalDate::toString).orElse(""))
                .put("studyDate", head.studyDate().map(LocalDate::toString).orElse(""))
                .put("accession", head.accession())
                .put("examination", head.examination())
                .put("modality", head.modality());
        var follows = node.putArray("follows");
        for (var before : head.follows())
            follows.addObject()
                    .put("study", before.studyUid())
                    .put("series", before.seriesUid())
                    .put("sopClass", before.sopClass())
                    .put("sop", before.sopUid());
    }

    private static ReportHead head(JsonNode node) {
        return new ReportHead(
                new ReportId(node.path("id").asText()),
                ReportKind.valueOf(node.path("kind").asText()),
                node.path("study").asText(),
                new PatientId(node.path("patientId").asText(), text(node, "issuer")),
                PersonName.parse(node.path("patientName").asText()),
                text(node, "birthDate").map(LocalDate::parse),
                text(node, "studyDate").map(LocalDate::parse),
                node.path("accession").asText(),
                node.path("examination").asText(),
                node.path("modality").asText(),
                follows(node));
    }

    /// Drafts of before had one place, for what an addendum adds to.
    private static List<InstanceReference> follows(JsonNode head) {
        var found = new ArrayList<InstanceReference>();
        if (head.path("addsTo").isObject()) found.add(reference(head.path("addsTo")));
        for (var before : head.path("follows")) found.add(reference(before));
        return found;
    }

    private static InstanceReference reference(JsonNode node) {
        return new InstanceReference(
                node.path("study").asText(),
                node.path("series").asText(),
                node.path("sopClass").asText(),
                node.path("sop").asText());
    }

    private static ReportContent content(JsonNode root) {
        var caret = root.path("caret");
        var marks = new ArrayList<Mark>();
        for (var mark : root.path("marks")) marks.add(MarkJson.read(mark));
        var decisions = new ArrayList<Decision>();
        for (var decision : root.path("decisions"))
            decisions.add(
                    new Decision(
                            decision.path("about").asText(),
                            decision.path("what").asText(),
                            Instant.parse(decision.path("when").asText()),
                            decision.path("by").asText()));
        var shape = root.path("shape");
        return new ReportContent(
                text(root.path("text")),
                new Caret(section(caret.path("section").asText()), caret.path("offset").asInt()),
                marks,
                new Shape(
                        text(shape, "template"),
                        text(shape, "conclusion"),
                        shape.path("conclusionFirst").asBoolean(),
                        text(shape.path("laid")),
                        shape.path("independent").asBoolean()),
                decisions);
    }

    private static ReportText text(JsonNode node) {
        var texts = new EnumMap<Section, String>(Section.class);
        node.properties().forEach(e -> texts.put(section(e.getKey()), e.getValue().asText()));
        return new ReportText(texts);
    }

    /// The first version named three sections otherwise.
    static Section section(String name) {
        return switch (name) {
            case "CLINICAL" -> Section.HISTORY;
            case "TECHNIQUE" -> Section.PROCEDURE;
            case "CONCLUSION" -> Section.IMPRESSION;
            default -> Section.valueOf(name);
        };
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText()).filter(t -> !t.isEmpty());
    }
}
