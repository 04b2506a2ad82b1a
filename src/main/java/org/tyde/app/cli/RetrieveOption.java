package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.message.QueryModel;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// What is retrieved: a study, one series of it, or some instances of that.
final class RetrieveOption {
    /// Nothing new for so long, and it is given up.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Option(names = "--study", required = true, paramLabel = "UID", description = "The study.")
    String study = "";

    @Option(names = "--series", paramLabel = "UID", description = "Only this series.")
    String series = "";

    @Option(
            names = "--instance",
            paramLabel = "UID",
            split = ",",
            description = "Only these instances of the series.")
    List<String> instances = List.of();

    Query query() {
        if (!instances.isEmpty() && series.isEmpty())
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--instance needs --series");
        var keys = DataSet.builder().asFound().text(Tag.STUDY_INSTANCE_UID, study);
        var level = QueryLevel.STUDY;
        if (!series.isEmpty()) {
            keys.text(Tag.SERIES_INSTANCE_UID, series);
            level = QueryLevel.SERIES;
        }
        if (!instances.isEmpty()) {
            keys.text(Tag.SOP_INSTANCE_UID, instances.toArray(String[]::new));
            level = QueryLevel.IMAGE;
        }
        return new Query(QueryModel.STUDY_ROOT, level, keys.build());
    }
}
