package org.tyde.report.out;

import org.tyde.dicom.Code;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReadGroup;
import org.tyde.hl7.Hl7Message;
import org.tyde.hl7.Segment;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report as an unsolicited observation message, ORU^R01 of HL7 v2.5.1 (chapter 7): an OBX of formatted
/// text for each section, one with number and UCUM unit for each value measured.
public final class OruMessage {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);
    private static final int LONGEST_ID = 20;

    private final FinishedReport report;
    private final Locale language;
    private final List<Segment> segments = new ArrayList<>();
    private final String when;

    private OruMessage(FinishedReport report, Locale language) {
        this.report = report;
        this.language = language;
        when = second(report.written());
    }

    /// @param report to be told
    /// @param language of its headings
    /// @return the message
    /// @throws DicomFormatException the structured report is malformed
    public static Hl7Message of(FinishedReport report, Locale language)
            throws DicomFormatException {
        var message = new OruMessage(report, language);
        message.head();
        message.patient();
        message.order();
        message.observations();
        return new Hl7Message(message.segments);
    }

    private void head() {
        var uid = report.document().sopUid();
        segments.add(
                new Segment("MSH")
                        .raw(2, "^~\\&")
                        .text(3, "TYDE")
                        .text(4, organisation())
                        .text(7, when)
                        .raw(9, "ORU^R01^ORU_R01")
                        .text(10, uid.substring(Math.max(0, uid.length() - LONGEST_ID)))
                        .text(11, "P")
                        .text(12, "2.5.1")
                        .text(15, "AL")
                        .text(16, "NE")
                        .text(18, "UNICODE UTF-8"));
    }

    private String organisation() {
        return report.document().responsible().flatMap(Observer::organisation).orElse("");
    }

    private void patient() {
        var patient = report.study().patient();
        var oid = Identifiers.of(patient).orElse("");
        var authority = oid.isEmpty() ? "" : Segment.joined("&", "", oid, "ISO");
        var kind = Identifiers.national(patient) ? "NNNOR" : "PI";
        segments.add(
                new Segment("PID")
                        .text(1, "1")
                        .raw(
                                3,
                                Segment.joined("^", patient.id().value())
                                        + "^^^"
                                        + authority
                                        + "^"
                                        + kind)
                        .components(5, name(patient.name(), "L"))
                        .text(7, patient.birthDate().map(DAY::format).orElse(""))
                        .text(8, patient.sex().map(s -> s.code()).orElse("U")));
    }

    private void order() throws DicomFormatException {
        var placer = report.ofRequest(Tag.PLACER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST);
        var filler =
                Segment.joined(
                        "^", report.document().sopUid(), "", report.document().sopUid(), "ISO");
        segments.add(new Segment("ORC").text(1, "RE").text(2, placer).raw(3, filler));
        var procedure = report.procedure().orElse(new Code("", "", report.head().examination()));
        var obr =
                new Segment("OBR")
                        .text(1, "1")
                        .text(2, placer)
                        .raw(3, filler)
                        .components(4, service(procedure))
                        .text(7, observed())
                        .text(18, report.head().accession())
                        .text(22, when)
                        .text(24, section())
                        .text(25, report.status().hl7());
        for (var earlier : report.document().predecessors())
            if (report.status() == ReportStatus.APPENDED)
                obr.raw(
                        29,
                        "^" + Segment.joined("&", earlier.sopUid(), "", earlier.sopUid(), "ISO"));
        var responsible = report.document().responsible();
        responsible.ifPresent(r -> obr.raw(32, interpreter(r)));
        report.document()
                .author()
                .filter(a -> responsible.filter(a::same).isEmpty())
                .ifPresent(a -> obr.raw(33, interpreter(a)));
        segments.add(obr);
    }

    private String interpreter(Observer who) {
        var name = who.name().alphabetic();
        var number = who.hprNumber().orElse("");
        return Segment.joined("&", number, name.family(), name.given()) + "^" + when;
    }

    private String[] service(Code procedure) {
        var text =
                procedure.meaning().isBlank()
                        ? report.document().title().meaning()
                        : procedure.meaning();
        return procedure.value().isEmpty()
                ? new String[] {report.document().title().value(), text, "LN"}
                : new String[] {procedure.value(), text, procedure.scheme()};
    }

    private String observed() {
        return report.head().studyDate().map(DAY::format).orElse("");
    }

    /// Diagnostic service section (HL7 table 0074).
    private String section() {
        return switch (report.modality()) {
            case "CT" -> "CT";
            case "MR" -> "NMR";
            case "US" -> "RUS";
            case "NM", "PT" -> "NMS";
            case "DX", "CR" -> "RX";
            default -> "RAD";
        };
    }

    private void observations() {
        for (var part : report.sections().entrySet())
            segments.add(
                    observation("FT")
                            .components(
                                    3, part.getKey().loinc(), part.getKey().heading(language), "LN")
                            .text(5, part.getValue()));
        int group = 0;
        for (var measured : report.measurements()) {
            if (measured.values().isEmpty()) continue;
            var sub = String.valueOf(++group);
            if (measured.trackingUid().isPresent())
                segments.add(
                        uid("112040", "Tracking Unique Identifier", measured.trackingUid().get())
                                .text(4, sub));
            for (var value : measured.values()) segments.add(number(measured, value).text(4, sub));
        }
        for (var image : report.keyImages())
            segments.add(uid("121180", "Key Images", image.sopUid()));
        segments.add(uid("113014", "DICOM Study", report.head().studyUid()));
    }

    private Segment uid(String code, String meaning, String uid) {
        return observation("HD").components(3, code, meaning, "DCM").raw(5, "^" + uid + "^ISO");
    }

    private Segment number(ReadGroup measured, MeasuredValue value) {
        var called = MeasuredRow.called(value, language);
        var told = measured.identifier().isBlank() ? called : measured.identifier() + ": " + called;
        var unit = value.unit();
        return observation("NM")
                .components(3, value.concept().value(), told, value.concept().scheme())
                .text(5, SentNumber.of(value.value()).toPlainString())
                .components(6, unit.ucum(), unit.display(), "UCUM");
    }

    private Segment observation(String type) {
        long number = segments.stream().filter(s -> s.name().equals("OBX")).count() + 1;
        var obx =
                new Segment("OBX")
                        .text(1, String.valueOf(number))
                        .text(2, type)
                        .text(11, report.status().hl7())
                        .text(14, observed());
        var author = report.document().responsible();
        if (author.isPresent())
            obx.raw(
                    16,
                    Segment.joined("^", author.get().hprNumber().orElse(""))
                            + "^"
                            + Segment.joined(
                                    "^",
                                    author.get().name().alphabetic().family(),
                                    author.get().name().alphabetic().given()));
        return obx;
    }

    private static String[] name(PersonName name, String type) {
        var group = name.alphabetic();
        return new String[] {
            group.family(), group.given(), group.middle(), group.suffix(), group.prefix(), "", type
        };
    }

    private static String second(LocalDateTime when) {
        var zone = ZoneId.systemDefault();
        return SECOND.format(OffsetDateTime.of(when, zone.getRules().getOffset(when)));
    }
}
