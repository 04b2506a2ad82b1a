package org.tyde.report.out.check;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Key object selections after TID 2010 (PS3.16).
final class KeyObjectCheck {
    /// CID 7010.
    private static final Set<String> TITLES =
            Set.of(
                    "113000", "113001", "113002", "113003", "113004", "113005", "113006", "113007",
                    "113008", "113009", "113010", "113013", "113018", "113020", "113021", "113030",
                    "113031", "113032", "113033", "113034", "113035", "113036", "113037", "113038",
                    "113039");

    private static final Set<String> WITH_REASON = Set.of("113001", "113010");
    private static final Set<String> SELECTED = Set.of("IMAGE", "WAVEFORM", "COMPOSITE");

    private KeyObjectCheck() {}

    static List<Refusal> of(DataSet document) throws Refusal {
        var flaws = new ArrayList<Refusal>();
        var root = Items.of(document);
        if (!MeasurementCheck.template(document).equals("2010"))
            flaws.add(new Refusal(SrFlaw.NO_TEMPLATE, 2010).withRule("PS3.3 C.18.8"));
        var title = root.concept().filter(t -> t.scheme().equals("DCM")).map(t -> t.value());
        if (title.filter(TITLES::contains).isEmpty())
            flaws.add(new Refusal(SrFlaw.FOREIGN_TITLE, 7010).withRule("PS3.16 CID 7010"));
        if (title.filter(WITH_REASON::contains).isPresent()
                && root.child("DCM", "113011").isEmpty())
            flaws.add(new Refusal(SrFlaw.NO_MODIFIER).withRule("PS3.16 TID 2010"));
        if (root.child("DCM", "121005").isPresent() && root.child("DCM", "121008").isEmpty())
            flaws.add(new Refusal(SrFlaw.OBSERVER_WITHOUT_NAME).withRule("PS3.16 TID 1003"));
        boolean selected = false;
        for (var one : root.below()) selected |= SELECTED.contains(one.type());
        if (!selected
                || document.sequence(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE).isEmpty())
            flaws.add(new Refusal(SrFlaw.NOTHING_SELECTED).withRule("PS3.3 C.17.6.2"));
        root.unnamed(Items.evidence(document), flaws);
        return flaws;
    }
}
