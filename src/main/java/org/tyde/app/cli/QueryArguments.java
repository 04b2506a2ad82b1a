package org.tyde.app.cli;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keys of a query: `PatientID=123` matches, `PatientID` or `PatientID=` has it answered; an attribute of
/// an item stands after its sequence: `ScheduledProcedureStepSequence.Modality=CT`.
///
/// @param spec of the command they were given to
/// @param keys as they were written
record QueryArguments(CommandSpec spec, List<String> keys) {
    /// @param answered what is asked for besides
    DataSet keys(List<Tag> answered) {
        var all = DataSet.builder().asFound();
        var items = new LinkedHashMap<Tag, DataSetBuilder>();
        for (var tag : answered) all.text(tag, vr(tag), "");
        for (var key : keys) {
            int equals = key.indexOf('=');
            var path = List.of((equals < 0 ? key : key.substring(0, equals)).split("\\."));
            var value = equals < 0 ? "" : key.substring(equals + 1);
            if (path.size() > 2) throw wrong(key, new IllegalArgumentException(key));
            put(all, items, path, value, key);
        }
        for (Map.Entry<Tag, DataSetBuilder> item : items.entrySet())
            all.sequence(item.getKey(), item.getValue().build());
        return all.build();
    }

    private void put(
            DataSetBuilder all,
            Map<Tag, DataSetBuilder> items,
            List<String> path,
            String value,
            String key) {
        try {
            var tag = tag(path.getLast());
            var holder =
                    path.size() == 1
                            ? all
                            : items.computeIfAbsent(
                                    tag(path.getFirst()), _ -> DataSet.builder().asFound());
            if (vr(tag) == Vr.SQ) holder.sequence(tag);
            else holder.text(tag, vr(tag), value.split("\\\\", -1));
        } catch (IllegalArgumentException unknown) {
            throw wrong(key, unknown);
        }
    }

    private static Vr vr(Tag tag) {
        return Dictionary.standard().implicitVr(tag.value(), false);
    }

    private static Tag tag(String name) {
        return Dictionary.standard()
                .entry(name)
                .map(Dictionary.Entry::tag)
                .orElseGet(() -> Tag.parse(name));
    }

    private ParameterException wrong(String key, IllegalArgumentException why) {
        return new ParameterException(
                spec.commandLine(), "not KEYWORD[=VALUE] of DICOM: " + key, why);
    }

    /// @return the attributes named, in order
    List<Tag> named() {
        var tags = new ArrayList<Tag>();
        for (var key : keys) {
            var name = key.replaceAll("[=.].*", "");
            tags.add(tag(name));
        }
        return tags;
    }
}
