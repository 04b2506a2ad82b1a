package org.tyde.report.out.check;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.UcumUnits;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Measurement reports after TID 1500 (PS3.16).
final class MeasurementCheck {
    private static final Set<String> SIDES =
            Set.of("24028007", "7771000", "51440002", "66459002", "G-A100", "G-A101", "G-A102");

    private final List<Refusal> flaws = new ArrayList<>();
    private final Set<String> tracked = new HashSet<>();

    private MeasurementCheck() {}

    /// @return whether its template says that it is one, whatever its title
    static boolean claimed(DataSet document) throws DicomFormatException {
        return template(document).equals("1500");
    }

    static String template(DataSet document) throws DicomFormatException {
        var template = document.item(Tag.CONTENT_TEMPLATE_SEQUENCE);
        return template.isPresent() ? template.get().textOr(Tag.TEMPLATE_IDENTIFIER, "") : "";
    }

    static List<Refusal> of(DataSet document) throws Refusal {
        var check = new MeasurementCheck();
        check.document(document, Items.of(document));
        return check.flaws;
    }

    private void document(DataSet document, Items root) throws Refusal {
        if (!claimed(document)) flaw(root, "PS3.3 C.18.8", SrFlaw.NO_TEMPLATE, 1500);
        if (!MeasurementReport.is(document))
            flaw(root, "PS3.16 CID 7021", SrFlaw.FOREIGN_TITLE, 7021);
        if (root.child("DCM", "121049").isEmpty())
            flaw(root, "PS3.16 TID 1204", SrFlaw.NO_LANGUAGE);
        if (root.child("DCM", "121058").isEmpty())
            flaw(root, "PS3.16 TID 1500", SrFlaw.NO_PROCEDURE);
        if (root.child("DCM", "121005").isPresent() && root.child("DCM", "121008").isEmpty())
            flaw(root, "PS3.16 TID 1003", SrFlaw.OBSERVER_WITHOUT_NAME);
        if (DocumentState.of(document) == DocumentState.SIGNED
                && document.item(Tag.VERIFYING_OBSERVER_SEQUENCE).isEmpty())
            flaw(root, "PS3.3 C.17.2", SrFlaw.VERIFIED_BY_NOBODY);
        root.unnamed(Items.evidence(document), flaws);
        int groups = 0;
        for (var one : root.all()) {
            if (one.type().equals("CONTAINER") && one.named("DCM", "125007")) {
                groups++;
                group(one);
            }
            item(one);
        }
        boolean judged = root.child("UMLS", "C0034375").isPresent();
        if (groups == 0 && !judged) flaw(root, "PS3.16 TID 1500", SrFlaw.NO_GROUPS);
    }

    private void group(Items group) throws DicomFormatException {
        var uid = group.child("DCM", "112040");
        var value = uid.isPresent() ? uid.get().item().textOr(Tag.UID, "") : "";
        if (value.isEmpty()) flaw(group, "PS3.16 TID 1501", SrFlaw.NO_TRACKING_UID);
        else if (!Uids.wellFormed(value)) flaw(group, "PS3.5 9.1", SrFlaw.NO_UID, value);
        else if (!tracked.add(value)) flaw(group, "PS3.16 TID 1501", SrFlaw.TRACKED_TWICE, value);
        boolean measured = false;
        for (var one : group.below()) measured |= one.type().equals("NUM");
        if (!measured) flaw(group, "PS3.16 TID 1501", SrFlaw.EMPTY_GROUP);
        var region = group.child("DCM", "111030");
        if (region.isPresent() && region.get().type().equals("SCOORD")) closed(region.get());
    }

    private void item(Items one) throws DicomFormatException {
        switch (one.type()) {
            case "NUM" -> number(one);
            case "SCOORD" -> figure(one);
            case "CODE" -> {
                if (one.named("SCT", "272741003") || one.named("SRT", "G-C171")) side(one);
            }
            default -> {}
        }
    }

    private void number(Items one) throws DicomFormatException {
        var measured = one.item().item(Tag.MEASURED_VALUE_SEQUENCE);
        if (measured.isEmpty()) return; // type 2: there may be a reason why there is none
        var unit = measured.get().code(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
        if (unit.isEmpty()
                || !unit.get().scheme().equals("UCUM")
                || !UcumUnits.known(unit.get().value()))
            flaw(one, "PS3.16 CID 82", SrFlaw.UNIT_UNKNOWN, unit.map(u -> u.value()).orElse(""));
        try {
            if (measured.get().decimal(Tag.NUMERIC_VALUE).isEmpty())
                flaw(one, "PS3.3 C.18.1", SrFlaw.NO_NUMBER, "");
        } catch (DicomFormatException malformed) {
            flaw(one, "PS3.5 6.2", SrFlaw.NO_NUMBER, measured.get().textOr(Tag.NUMERIC_VALUE, ""));
        }
    }

    private void figure(Items one) throws DicomFormatException {
        boolean image = false;
        for (var below : one.below()) image |= below.type().equals("IMAGE");
        if (!image) flaw(one, "PS3.3 C.18.6", SrFlaw.FIGURE_WITHOUT_IMAGE);
        var type = one.item().textOr(Tag.GRAPHIC_TYPE, "");
        int values = points(one).length;
        boolean right =
                switch (type) {
                    case "POINT" -> values == 2;
                    case "MULTIPOINT" -> values >= 2 && values % 2 == 0;
                    case "POLYLINE" -> values >= 4 && values % 2 == 0;
                    case "CIRCLE" -> values == 4;
                    case "ELLIPSE" -> values == 8;
                    default -> false;
                };
        if (!right) flaw(one, "PS3.3 C.18.6.1.2", SrFlaw.FIGURE_OF_NO_POINTS, values, type);
    }

    private static double[] points(Items one) throws DicomFormatException {
        return one.item().decimals(Tag.GRAPHIC_DATA);
    }

    /// A region is what its line encloses (PS3.16 TID 1410).
    private void closed(Items region) throws DicomFormatException {
        var type = region.item().textOr(Tag.GRAPHIC_TYPE, "");
        var at = points(region);
        boolean closed =
                switch (type) {
                    case "CIRCLE", "ELLIPSE" -> true;
                    case "POLYLINE" ->
                            at.length >= 8
                                    && at[0] == at[at.length - 2]
                                    && at[1] == at[at.length - 1];
                    default -> false;
                };
        if (!closed) flaw(region, "PS3.16 TID 1410", SrFlaw.OPEN_REGION);
    }

    private void side(Items one) throws DicomFormatException {
        var side = one.item().code(Tag.CONCEPT_CODE_SEQUENCE);
        if (side.filter(s -> SIDES.contains(s.value())).isEmpty())
            flaw(one, "PS3.16 CID 244", SrFlaw.SIDE_UNKNOWN, side.map(s -> s.meaning()).orElse(""));
    }

    private void flaw(Items at, String rule, SrFlaw flaw, Object... arguments) {
        flaws.add(new Refusal(flaw, arguments).withPlace(at.place()).withRule(rule));
    }
}
