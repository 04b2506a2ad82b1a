package org.tyde.report.out.check;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The content items of a structured report as they lie, each with its place: `1.3.2` is the second item of the
/// third of the root.
///
/// @param item itself
/// @param place of it
/// @param below its own items
record Items(DataSet item, String place, List<Items> below) {
    private static final int DEEPEST = 32;
    private static final int MOST = 50_000;

    /// @throws DicomFormatException a sequence is malformed
    /// @throws Refusal deeper or more than any report
    static Items of(DataSet document) throws Refusal {
        return of(document, "1", 0, new int[1]);
    }

    private static Items of(DataSet item, String place, int depth, int[] seen) throws Refusal {
        if (depth > DEEPEST || ++seen[0] > MOST)
            throw new Refusal(SrFlaw.TOO_MANY_ITEMS, DEEPEST, MOST).withPlace(place);
        var below = new ArrayList<Items>();
        int number = 0;
        for (var child : item.sequence(Tag.CONTENT_SEQUENCE))
            below.add(of(child, place + "." + ++number, depth + 1, seen));
        return new Items(item, place, below);
    }

    String type() throws DicomFormatException {
        return item.textOr(Tag.VALUE_TYPE, "");
    }

    boolean named(String scheme, String value) throws DicomFormatException {
        return concept()
                .filter(c -> c.scheme().equals(scheme) && c.value().equals(value))
                .isPresent();
    }

    Optional<Code> concept() throws DicomFormatException {
        return item.code(Tag.CONCEPT_NAME_CODE_SEQUENCE);
    }

    Optional<Items> child(String scheme, String value) throws DicomFormatException {
        for (var one : below) if (one.named(scheme, value)) return Optional.of(one);
        return Optional.empty();
    }

    /// @return this and everything below it
    List<Items> all() {
        var all = new ArrayList<Items>();
        all.add(this);
        for (var one : below) all.addAll(one.all());
        return all;
    }

    /// @return SOP Instance UIDs that the document names as its evidence
    static Set<String> evidence(DataSet document) throws DicomFormatException {
        var uids = new HashSet<String>();
        for (var sequence :
                List.of(
                        Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
                        Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE))
            for (var study : document.sequence(sequence))
                for (var series : study.sequence(Tag.REFERENCED_SERIES_SEQUENCE))
                    for (var sop : series.sequence(Tag.REFERENCED_SOP_SEQUENCE))
                        uids.add(sop.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""));
        return uids;
    }

    /// @param evidence named by the document
    /// @param flaws takes each item that names an object which is not among it
    void unnamed(Set<String> evidence, List<Refusal> flaws) throws DicomFormatException {
        for (var one : all())
            for (var sop : one.item().sequence(Tag.REFERENCED_SOP_SEQUENCE))
                if (!evidence.contains(sop.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, "")))
                    flaws.add(
                            new Refusal(SrFlaw.NOT_IN_EVIDENCE)
                                    .withPlace(one.place())
                                    .withRule("PS3.3 C.17.2.3"));
    }
}
