package org.tyde.report.out.check;

import org.tyde.evidence.UcumUnits;
import org.tyde.hl7.Hl7Message;
import org.tyde.hl7.Segment;
import org.tyde.refusal.Refusal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// ORU^R01 of HL7 v2 as it tells a report: what HAPI lets pass is looked at here.
final class Hl7Check {
    private static final int MOST = 10_000;
    private static final Set<String> SEGMENTS =
            Set.of(
                    "MSH", "SFT", "PID", "PD1", "NTE", "NK1", "PV1", "PV2", "ORC", "OBR", "TQ1",
                    "TQ2", "CTD", "OBX", "FT1", "CTI", "SPM", "DSC");
    private static final Pattern VERSION = Pattern.compile("2\\.[3-8](\\.[12])?");
    private static final Pattern STATUS = Pattern.compile("[AOSIPCRFXYZ]");
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:\\.\\d{1,4})?)?)?)?)?)?([+-]\\d{4})?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?|[+-]?\\.\\d+");

    private final List<Refusal> flaws = new ArrayList<>();

    private Hl7Check() {}

    static List<Refusal> of(String text, Optional<SaidText> told) throws Refusal {
        var check = new Hl7Check();
        if (!text.startsWith("MSH|^~\\&")) throw new Refusal(Hl7Flaw.DELIMITERS).withPlace("MSH-2");
        if (text.lines().limit(MOST + 1L).count() > MOST)
            throw new Refusal(Hl7Flaw.TOO_MANY_SEGMENTS, MOST);
        check.message(Hl7Message.parse(text));
        told.ifPresent(t -> check.against(Hl7Message.parse(text), t));
        return check.flaws;
    }

    private void message(Hl7Message message) {
        var head = message.segments().getFirst();
        if (!head.component(9, 1).equals("ORU") || !head.component(9, 2).equals("R01"))
            flaw("MSH-9", "HL7 v2.5.1 7.3.1", Hl7Flaw.OTHER_MESSAGE, head.field(9));
        if (!VERSION.matcher(head.component(12, 1)).matches())
            flaw("MSH-12", "HL7 v2.5.1 2.15.9.12", Hl7Flaw.VERSION, head.field(12));
        if (head.field(10).isBlank()) flaw("MSH-10", "HL7 v2.5.1 2.15.9.10", Hl7Flaw.NO_CONTROL_ID);
        if (!head.field(18).contains("UTF-8"))
            flaw("MSH-18", "HL7 v2.5.1 2.15.9.18", Hl7Flaw.NO_CHARACTER_SET);
        time(head, 7, "MSH-7");
        for (var segment : message.segments())
            if (!SEGMENTS.contains(segment.name()))
                flaw(segment.name(), "HL7 v2.5.1 7.3.1", Hl7Flaw.SEGMENT_FOREIGN, segment.name());
        for (var name : List.of("PID", "OBR", "OBX"))
            if (message.first(name).isEmpty())
                flaw(name, "HL7 v2.5.1 7.3.1", Hl7Flaw.SEGMENT_MISSING, name);
        message.first("PID").ifPresent(this::patient);
        var request = message.first("OBR");
        request.ifPresent(this::request);
        int number = 0;
        boolean study = false;
        for (var one : message.all("OBX")) {
            observation(one, ++number, request);
            study |= one.component(3, 1).equals("113014");
        }
        if (!study) flaw("OBX", "PS3.16 113014", Hl7Flaw.NO_STUDY);
    }

    private void patient(Segment patient) {
        if (patient.component(3, 1).isBlank())
            flaw("PID-3", "HL7 v2.5.1 3.4.2.3", Hl7Flaw.NO_PATIENT);
        else if (patient.component(3, 4).isBlank() && patient.component(3, 6).isBlank())
            flaw("PID-3", "HL7 v2.5.1 2.A.14", Hl7Flaw.NO_AUTHORITY);
        if (patient.component(5, 1).isBlank()) flaw("PID-5", "HL7 v2.5.1 3.4.2.5", Hl7Flaw.NO_NAME);
        time(patient, 7, "PID-7");
    }

    private void request(Segment request) {
        if (request.component(4, 1).isBlank() && request.component(4, 2).isBlank())
            flaw("OBR-4", "HL7 v2.5.1 7.4.1.4", Hl7Flaw.NO_SERVICE);
        if (!STATUS.matcher(request.field(25)).matches())
            flaw("OBR-25", "HL7 v2.5.1 table 0123", Hl7Flaw.STATUS_UNKNOWN, request.field(25));
        time(request, 7, "OBR-7");
        time(request, 22, "OBR-22");
    }

    private void observation(Segment one, int number, Optional<Segment> request) {
        var place = "OBX " + number;
        if (!one.field(1).equals(String.valueOf(number)))
            flaw(place + "-1", "HL7 v2.5.1 7.4.2.1", Hl7Flaw.SET_ID, one.field(1), number);
        if (one.field(2).isBlank() && !one.field(5).isEmpty())
            flaw(place + "-2", "HL7 v2.5.1 7.4.2.2", Hl7Flaw.NO_TYPE);
        if (one.component(3, 1).isBlank() && one.component(3, 2).isBlank())
            flaw(place + "-3", "HL7 v2.5.1 7.4.2.3", Hl7Flaw.NO_IDENTIFIER);
        if (one.field(2).equals("NM")) {
            if (!NUMBER.matcher(one.field(5)).matches())
                flaw(place + "-5", "HL7 v2.5.1 2.A.47", Hl7Flaw.NO_NUMBER, one.field(5));
            if (!UcumUnits.known(one.component(6, 1)))
                flaw(place + "-6", "UCUM", Hl7Flaw.UNIT_UNKNOWN, one.component(6, 1));
        }
        time(one, 14, place + "-14");
        var status = request.map(r -> r.field(25)).orElse("");
        boolean known = STATUS.matcher(status).matches();
        if (known && !one.field(11).equals(status))
            flaw(
                    place + "-11",
                    "HL7 v2.5.1 table 0085",
                    Hl7Flaw.STATUS_DISAGREES,
                    one.field(11),
                    status);
    }

    /// Year, month and day in this order; an absent one is no flaw.
    private void time(Segment segment, int field, String place) {
        var text = segment.component(field, 1);
        if (text.isEmpty()) return;
        var parts = TIME.matcher(text);
        try {
            if (!parts.matches()) throw new DateTimeException(text);
            int[] at = new int[6];
            for (int i = 0; i < 6; i++)
                at[i] =
                        parts.group(i + 1) == null
                                ? (i == 1 || i == 2 ? 1 : 0)
                                : Integer.parseInt(parts.group(i + 1));
            var _ = LocalDate.of(at[0], at[1], at[2]).atTime(LocalTime.of(at[3], at[4], at[5]));
            if (at[0] < 1850) throw new DateTimeException(text); // the day before the year
        } catch (DateTimeException no) {
            flaw(place, "HL7 v2.5.1 2.A.77", Hl7Flaw.NO_TIME, text);
        }
    }

    private void against(Hl7Message message, SaidText told) {
        var text =
                message.all("OBX").stream()
                        .filter(o -> Set.of("FT", "TX", "ST").contains(o.field(2)))
                        .map(o -> o.component(5, 1))
                        .collect(Collectors.joining("\n"));
        told.missingIn(text).ifPresent(flaws::add);
        var request = message.first("OBR");
        var uid = request.map(r -> r.component(3, 1)).orElse("");
        if (!uid.equals(told.sopUid()))
            flaws.add(new Refusal(FormFlaw.OTHER_REPORT, uid, told.sopUid()).withPlace("OBR-3"));
        var patient = message.first("PID").map(p -> p.component(3, 1)).orElse("");
        if (!patient.equals(told.patientId()))
            flaws.add(new Refusal(FormFlaw.OTHER_PATIENT).withPlace("PID-3"));
    }

    private void flaw(String place, String rule, Hl7Flaw flaw, Object... arguments) {
        flaws.add(new Refusal(flaw, arguments).withPlace(place).withRule(rule));
    }
}
