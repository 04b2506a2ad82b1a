package org.tyde.report.out;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.Code;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.ReadGroup;
import org.tyde.imaging.picture.PngFile;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a FHIR report rests on: a Media for each key image (the European profile for R4: ImagingSelection is a
/// resource of R5), an Observation for each number, derived from the image it was measured on.
final class FhirEvidence {
    private final FhirEntries entries;
    private final FinishedReport report;
    private final Locale language;
    private final Illustrations images;
    private final Map<String, String> media = new LinkedHashMap<>();
    private final List<String> observations = new ArrayList<>();

    FhirEvidence(
            FhirEntries entries, FinishedReport report, Locale language, Illustrations images) {
        this.entries = entries;
        this.report = report;
        this.language = language;
        this.images = images;
    }

    void keyImages() {
        for (var image : report.keyImages()) {
            if (media.containsKey(image.sopUid())) continue;
            var name = "Media" + media.size();
            var told = entries.add("Media", name);
            identified(told, image);
            told.put("status", "completed");
            told.putObject("type")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/media-type")
                    .put("code", "image");
            told.set("subject", entries.reference("Patient"));
            if (!image.frames().isEmpty()) told.put("frames", image.frames().size());
            var content = told.putObject("content");
            var picture = images.picture(image);
            if (picture.isPresent()) {
                told.put("width", picture.get().width()).put("height", picture.get().height());
                content.put("contentType", "image/png").put("data", png(picture.get()));
            } else content.put("contentType", "application/dicom");
            images.name(image, language).ifPresent(n -> content.put("title", n));
            media.put(image.sopUid(), entries.url(name));
        }
    }

    private static void identified(ObjectNode told, InstanceReference image) {
        var list = told.putArray("identifier");
        for (var uid : List.of(image.sopUid(), image.seriesUid(), image.studyUid()))
            if (!uid.isEmpty())
                list.addObject().put("system", "urn:dicom:uid").put("value", "urn:oid:" + uid);
    }

    private static String png(PageImage picture) {
        var pixels = IntBuffer.wrap(picture.pixels());
        var bytes = PngFile.bytes(pixels, picture.width(), picture.height());
        return Base64.getEncoder().encodeToString(bytes);
    }

    void observations(String when) {
        for (var group : report.measurements())
            for (var value : group.values()) observation(group, value, when);
    }

    private void observation(ReadGroup group, MeasuredValue value, String when) {
        var name = "Observation" + observations.size();
        var told = entries.add("Observation", name);
        group.trackingUid()
                .ifPresent(
                        uid ->
                                told.putArray("identifier")
                                        .addObject()
                                        .put("system", "urn:dicom:uid")
                                        .put("value", "urn:oid:" + uid));
        told.put("status", report.status().fhirObservation());
        var category = told.putArray("category").addObject().putArray("coding").addObject();
        category.put("system", "http://terminology.hl7.org/CodeSystem/observation-category")
                .put("code", "imaging");
        var code = told.putObject("code");
        FhirParties.code(value.concept()).ifPresent(code::setAll);
        var called = MeasuredRow.called(value, language);
        code.put(
                "text", group.identifier().isBlank() ? called : group.identifier() + ": " + called);
        told.set("subject", entries.reference("Patient"));
        told.put("effectiveDateTime", when);
        var quantity = told.putObject("valueQuantity");
        quantity.put("value", SentNumber.of(value.value()));
        var unit = value.unit();
        quantity.put("unit", unit.display().isEmpty() ? unit.ucum() : unit.display());
        quantity.put("system", "http://unitsofmeasure.org").put("code", unit.ucum());
        group.site().flatMap(s -> site(s, group)).ifPresent(s -> told.set("bodySite", s));
        var from = told.putArray("derivedFrom");
        from.add(entries.reference("ImagingStudy"));
        for (var image : group.images()) {
            var picture = media.get(image.sopUid());
            if (picture != null) from.addObject().put("reference", picture);
        }
        observations.add(entries.url(name));
    }

    private Optional<ObjectNode> site(Code site, ReadGroup group) {
        var side = group.side().map(s -> ", " + MeasuredRow.side(s, language)).orElse("");
        return FhirParties.code(site).map(s -> s.put("text", site.meaning() + side));
    }

    /// @param diagnosticReport that names both
    /// @param section of the composition that holds them
    void in(ObjectNode diagnosticReport, ObjectNode section) {
        if (!observations.isEmpty()) {
            var results = diagnosticReport.putArray("result");
            for (var one : observations) results.addObject().put("reference", one);
        }
        if (!media.isEmpty()) {
            var list = diagnosticReport.putArray("media");
            for (var one : media.values()) list.addObject().putObject("link").put("reference", one);
        }
        if (observations.isEmpty() && media.isEmpty()) return;
        section.remove("emptyReason");
        var entry = section.withArray("entry");
        for (var one : observations) entry.addObject().put("reference", one);
        for (var one : media.values()) entry.addObject().put("reference", one);
    }
}
