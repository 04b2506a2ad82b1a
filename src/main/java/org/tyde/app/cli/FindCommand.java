package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomJson;
import org.tyde.dimse.Answers;
import org.tyde.dimse.FindLimits;
import org.tyde.dimse.FindScu;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.message.QueryModel;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `tyde find`: patients, studies, series, instances, or the worklist of a modality.
@Command(name = "find", description = "Search a node by C-FIND.")
final class FindCommand implements Callable<Integer> {
    private static final List<Tag> OF_PATIENT =
            List.of(Tag.PATIENT_ID, Tag.PATIENT_NAME, Tag.PATIENT_BIRTH_DATE);
    private static final List<Tag> OF_STUDY =
            List.of(
                    Tag.STUDY_INSTANCE_UID,
                    Tag.STUDY_DATE,
                    Tag.MODALITIES_IN_STUDY,
                    Tag.PATIENT_ID,
                    Tag.PATIENT_NAME,
                    Tag.STUDY_DESCRIPTION,
                    Tag.NUMBER_OF_STUDY_RELATED_INSTANCES);
    private static final List<Tag> OF_SERIES =
            List.of(
                    Tag.SERIES_INSTANCE_UID,
                    Tag.SERIES_NUMBER,
                    Tag.MODALITY,
                    Tag.SERIES_DESCRIPTION,
                    Tag.NUMBER_OF_SERIES_RELATED_INSTANCES);
    private static final List<Tag> OF_IMAGE =
            List.of(Tag.SOP_INSTANCE_UID, Tag.INSTANCE_NUMBER, Tag.SOP_CLASS_UID);
    private static final List<Tag> OF_WORKLIST =
            List.of(
                    Tag.ACCESSION_NUMBER,
                    Tag.PATIENT_ID,
                    Tag.PATIENT_NAME,
                    Tag.REQUESTED_PROCEDURE_ID,
                    Tag.REQUESTED_PROCEDURE_DESCRIPTION,
                    Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE);

    @Mixin NodeOption node = new NodeOption();
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "1..*",
            paramLabel = "KEY[=VALUE]",
            description = "Attributes by keyword or tag, to match or to have answered.")
    List<String> keys = List.of();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "STUDY",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    QueryLevel level = QueryLevel.STUDY;

    @Option(names = "--worklist", description = "Ask for the worklist of modalities instead.")
    boolean worklist;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many answers.")
    int limit;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out the first N answers.")
    int offset;

    @Option(names = "--json", description = "DICOM JSON, one array.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        var arguments = new QueryArguments(spec, keys);
        var columns = new ArrayList<>(columns());
        var identifier = arguments.keys(columns);
        var peer = node.peer();
        for (var tag : arguments.named()) if (!columns.contains(tag)) columns.add(tag);
        columns.remove(Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE);
        var limits = new FindLimits(offset, limit, FindLimits.ALL.most());
        Answers answers;
        try (var runner = new JobRunner(1)) {
            var find = new FindScu(peer, runner);
            var model =
                    level == QueryLevel.PATIENT ? QueryModel.PATIENT_ROOT : QueryModel.STUDY_ROOT;
            answers =
                    worklist
                            ? find.worklist(identifier, limits, JobContext.NONE)
                            : find.find(
                                    new Query(model, level, identifier), limits, JobContext.NONE);
        }
        if (json) printJson(answers.found());
        else printTable(answers.found(), columns);
        if (answers.more()) System.err.println("there are more");
        if (answers.someKeysIgnored()) System.err.println("some keys were not matched by");
        if (answers.unreadable() > 0)
            System.err.println(answers.unreadable() + " answers could not be read");
        return 0;
    }

    private List<Tag> columns() {
        if (worklist) return OF_WORKLIST;
        return switch (level) {
            case PATIENT -> OF_PATIENT;
            case STUDY -> OF_STUDY;
            case SERIES -> OF_SERIES;
            case IMAGE -> OF_IMAGE;
        };
    }

    private static void printJson(List<DataSet> found) throws IOException {
        var mapper = new ObjectMapper();
        var all = mapper.createArrayNode();
        for (var one : found) all.add(DicomJson.write(one));
        System.out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private static void printTable(List<DataSet> found, List<Tag> columns) throws IOException {
        for (var one : found) {
            var cells = new ArrayList<String>();
            for (var tag : columns) cells.add(String.join("/", one.texts(tag)));
            System.out.println(String.join("\t", cells));
        }
    }
}
