package org.tyde.dimse;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dimse.message.Arrival;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a retrieval asked for, by its unique keys. Each instance is looked at while it comes: one whose
/// header names another study, series or patient was not asked for.
final class Wanted {
    private static final Set<Tag> KEYS =
            Set.of(Tag.PATIENT_ID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID);

    private final Map<Tag, Set<String>> values;
    private final Set<String> instances;

    private Wanted(Map<Tag, Set<String>> values, Set<String> instances) {
        this.values = values;
        this.instances = instances;
    }

    static Wanted of(DataSet keys) throws Refusal {
        var values = new HashMap<Tag, Set<String>>();
        for (var key : KEYS) {
            var asked = new HashSet<>(keys.texts(key));
            if (!asked.isEmpty()) values.put(key, asked);
        }
        return new Wanted(values, new HashSet<>(keys.texts(Tag.SOP_INSTANCE_UID)));
    }

    /// What a look at an instance told.
    ///
    /// @param asked whether it was asked for, as far as its header says
    /// @param whole the same instance from its beginning
    record Look(boolean asked, InputStream whole) {}

    Look look(Arrival arrival, InputStream partTen) throws IOException {
        if (!instances.isEmpty() && !instances.contains(arrival.sopInstance()))
            return new Look(false, partTen);
        if (values.isEmpty() || arrival.syntax().deflated()) return new Look(true, partTen);
        var scan = new HeadScan(partTen, values.keySet());
        boolean asked = true;
        for (var one : scan.values(arrival.syntax()).entrySet())
            asked &= values.getOrDefault(one.getKey(), Set.of()).contains(one.getValue());
        var read = new ByteArrayInputStream(scan.read());
        return new Look(asked, new SequenceInputStream(read, partTen));
    }
}
