package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomJson;
import org.tyde.dicomweb.QidoLevel;
import org.tyde.dicomweb.QidoQuery;
import org.tyde.dicomweb.QidoScope;
import org.tyde.work.JobContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `tyde web find`: studies, series or instances (QIDO-RS).
@Command(
        name = "find",
        description = {
            "List studies; with --study its series, with --series the instances of that.",
            "With --level all series or instances that match, of any study."
        })
final class WebFindCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin WebOption web = new WebOption();

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            description = "Attributes to match, by keyword or tag: PatientID=123.")
    List<String> keys = List.of();

    @Option(names = "--study", paramLabel = "UID", description = "Within this study.")
    String study = "";

    @Option(names = "--series", paramLabel = "UID", description = "Within this series of it.")
    String series = "";

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "${COMPLETION-CANDIDATES}: what is listed.")
    QidoLevel level = QidoLevel.STUDY;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; 0 for all.")
    int limit = StudyQuery.USUAL_LIMIT;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out the first N.")
    int offset;

    @Option(names = "--fuzzy", description = "Match names by the archive's idea of likeness.")
    boolean fuzzy;

    @Option(
            names = "--include",
            paramLabel = "KEY",
            split = ",",
            description = "Attributes wanted besides the usual ones, or all.")
    List<String> includes = List.of();

    @Option(names = "--json", description = "DICOM JSON, one array.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        var scope = scope();
        var query = query(scope);
        return web.connected(
                archive -> {
                    var found = archive.qido().find(scope, query, JobContext.NONE);
                    if (json) printJson(found.dataSets());
                    else printTable(found.dataSets(), scope.level());
                    found.warnings().forEach(System.err::println);
                    return 0;
                });
    }

    private QidoScope scope() {
        if (study.isEmpty() && !series.isEmpty())
            throw new ParameterException(spec.commandLine(), "--series needs --study");
        if (!series.isEmpty()) return QidoScope.instancesOf(study, series);
        return switch (level) {
            case STUDY -> study.isEmpty() ? QidoScope.STUDIES : QidoScope.seriesOf(study);
            case SERIES -> study.isEmpty() ? QidoScope.SERIES : QidoScope.seriesOf(study);
            case INSTANCE -> study.isEmpty() ? QidoScope.INSTANCES : QidoScope.instancesOf(study);
        };
    }

    private QidoQuery query(QidoScope scope) {
        if (limit < 0 || offset < 0)
            throw new ParameterException(spec.commandLine(), "--limit and --offset from 0 on");
        var query = QidoQuery.ALL.page(limit, offset);
        if (fuzzy) query = query.fuzzily();
        if (scope.level() == QidoLevel.STUDY) query = query.including(Tag.STUDY_DESCRIPTION);
        for (var one : includes)
            query = one.equals("all") ? query.includingAll() : query.including(tag(one, one));
        for (var key : keys) {
            int equals = key.indexOf('=');
            var name = equals < 0 ? "" : key.substring(0, equals);
            query = query.with(tag(name, key), key.substring(equals + 1));
        }
        return query;
    }

    private Tag tag(String name, String key) {
        try {
            return Dictionary.standard()
                    .entry(name)
                    .map(Dictionary.Entry::tag)
                    .orElseGet(() -> Tag.parse(name));
        } catch (IllegalArgumentException unknown) {
            var what = "not KEYWORD=VALUE of DICOM: " + key;
            throw new ParameterException(spec.commandLine(), what, unknown, null, key);
        }
    }

    private static void printJson(List<DataSet> found) throws IOException {
        var mapper = new ObjectMapper();
        var all = mapper.createArrayNode();
        for (var one : found) all.add(DicomJson.write(one));
        System.out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private static void printTable(List<DataSet> found, QidoLevel level) throws IOException {
        for (var one : found) {
            var cells = new ArrayList<String>();
            for (var tag : columns(level)) cells.add(String.join("/", one.texts(tag)));
            System.out.println(String.join("\t", cells));
        }
    }

    private static List<Tag> columns(QidoLevel level) {
        return switch (level) {
            case STUDY ->
                    List.of(
                            Tag.STUDY_INSTANCE_UID,
                            Tag.STUDY_DATE,
                            Tag.MODALITIES_IN_STUDY,
                            Tag.PATIENT_ID,
                            Tag.PATIENT_NAME,
                            Tag.STUDY_DESCRIPTION,
                            Tag.NUMBER_OF_STUDY_RELATED_INSTANCES);
            case SERIES ->
                    List.of(
                            Tag.SERIES_INSTANCE_UID,
                            Tag.SERIES_NUMBER,
                            Tag.MODALITY,
                            Tag.SERIES_DESCRIPTION,
                            Tag.NUMBER_OF_SERIES_RELATED_INSTANCES);
            case INSTANCE ->
                    List.of(
                            Tag.SOP_INSTANCE_UID,
                            Tag.INSTANCE_NUMBER,
                            Tag.SOP_CLASS_UID,
                            Tag.NUMBER_OF_FRAMES);
        };
    }
}
