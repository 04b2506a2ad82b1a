package org.tyde.dimse;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What an archive says it keeps (PS3.4 J.3.3).
///
/// @param transaction the UID of the request
/// @param committed SOP Instance UIDs it has taken over the keeping of
/// @param failed SOP Instance UIDs it has not, with Failure Reason (0008,1197)
public record Commitment(String transaction, Set<String> committed, Map<String, Integer> failed) {
    /// @param committed copied
    /// @param failed copied
    public Commitment {
        committed = Set.copyOf(committed);
        failed = Map.copyOf(failed);
    }

    /// @param instances that were asked for
    /// @return whether all of them are kept; one that is not named is not
    public boolean keeps(Set<String> instances) {
        return committed.containsAll(instances);
    }

    /// @param event information of an N-EVENT-REPORT
    /// @return what it says
    /// @throws Refusal where it is malformed
    static Commitment of(DataSet event) throws Refusal {
        var committed = new LinkedHashSet<String>();
        for (var item : event.sequence(Tag.REFERENCED_SOP_SEQUENCE))
            committed.add(item.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""));
        var failed = new LinkedHashMap<String, Integer>();
        for (var item : event.sequence(Tag.FAILED_SOP_SEQUENCE))
            failed.put(
                    item.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""),
                    item.integer(Tag.FAILURE_REASON).orElse(0x0110));
        committed.removeAll(failed.keySet());
        return new Commitment(event.textOr(Tag.TRANSACTION_UID, ""), committed, failed);
    }
}
