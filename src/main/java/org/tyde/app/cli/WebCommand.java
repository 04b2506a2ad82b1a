package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomJson;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dicomweb.Endpoint;
import org.tyde.dicomweb.QidoQuery;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/// `tyde web`: a user's three acts with a DICOMweb archive.
@Command(
        name = "web",
        description = "Find, get and send by DICOMweb.",
        subcommands = {WebCommand.Find.class, WebCommand.Get.class, WebCommand.Send.class})
final class WebCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "find | get | send");
    }

    /// `tyde web find`.
    @Command(name = "find", description = "List studies, or with --study its series.")
    static final class Find implements Callable<Integer> {
        @Spec CommandSpec spec = CommandSpec.create();

        @Parameters(index = "0", paramLabel = "URL", description = "Base of the service.")
        String url = "";

        @Parameters(
                index = "1..*",
                paramLabel = "KEY=VALUE",
                description = "Attributes to match, by keyword or tag: PatientID=123.")
        List<String> keys = List.of();

        @Option(names = "--study", paramLabel = "UID", description = "List the series of a study.")
        String study = "";

        @Option(names = "--limit", paramLabel = "N", description = "At most so many studies.")
        int limit = StudyQuery.USUAL_LIMIT;

        @Option(names = "--json", description = "DICOM JSON, one array.")
        boolean json;

        @Override
        public Integer call() throws Exception {
            var query = QidoQuery.ALL.page(limit, 0);
            for (var key : keys) query = query.with(tag(key), key.substring(key.indexOf('=') + 1));
            try (var runner = new JobRunner(1);
                    var client = new DicomwebClient(Endpoint.of(url, url), runner)) {
                var found =
                        study.isEmpty()
                                ? client.qido()
                                        .studies(
                                                query.including(Tag.STUDY_DESCRIPTION),
                                                JobContext.NONE)
                                : client.qido().series(study, query, JobContext.NONE);
                print(found);
            }
            return 0;
        }

        private Tag tag(String key) {
            int equals = key.indexOf('=');
            var name = equals < 0 ? key : key.substring(0, equals);
            try {
                if (equals < 0) throw new IllegalArgumentException(key);
                return Dictionary.standard()
                        .entry(name)
                        .map(Dictionary.Entry::tag)
                        .orElseGet(() -> Tag.parse(name));
            } catch (IllegalArgumentException unknown) {
                throw new ParameterException(
                        spec.commandLine(),
                        "not KEYWORD=VALUE of DICOM: " + key,
                        unknown,
                        null,
                        key);
            }
        }

        private void print(List<DataSet> found) throws IOException {
            if (json) {
                var mapper = new ObjectMapper();
                var all = mapper.createArrayNode();
                for (var one : found) all.add(DicomJson.write(one));
                System.out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all));
                return;
            }
            var columns =
                    study.isEmpty()
                            ? List.of(
                                    Tag.STUDY_INSTANCE_UID,
                                    Tag.STUDY_DATE,
                                    Tag.MODALITIES_IN_STUDY,
                                    Tag.PATIENT_ID,
                                    Tag.PATIENT_NAME,
                                    Tag.STUDY_DESCRIPTION,
                                    Tag.NUMBER_OF_STUDY_RELATED_INSTANCES)
                            : List.of(
                                    Tag.SERIES_INSTANCE_UID,
                                    Tag.SERIES_NUMBER,
                                    Tag.MODALITY,
                                    Tag.SERIES_DESCRIPTION,
                                    Tag.NUMBER_OF_SERIES_RELATED_INSTANCES);
            for (var one : found) {
                var cells = new ArrayList<String>();
                for (var tag : columns) cells.add(String.join("/", one.texts(tag)));
                System.out.println(String.join("\t", cells));
            }
        }
    }

    /// `tyde web get`.
    @Command(name = "get", description = "Fetch a study, or one series of it, into a folder.")
    static final class Get implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "URL", description = "Base of the service.")
        String url = "";

        @Option(names = "--study", required = true, paramLabel = "UID", description = "The study.")
        String study = "";

        @Option(names = "--series", paramLabel = "UID", description = "Only this series.")
        String series = "";

        @Option(names = "-o", required = true, paramLabel = "DIR", description = "Made if absent.")
        Path folder = Path.of(".");

        @Override
        public Integer call() throws Exception {
            Files.createDirectories(folder);
            try (var runner = new JobRunner(1);
                    var client = new DicomwebClient(Endpoint.of(url, url), runner)) {
                int count =
                        series.isEmpty()
                                ? client.wado().study(study, this::keep, JobContext.NONE)
                                : client.wado().series(study, series, this::keep, JobContext.NONE);
                System.err.println(count + " instances in " + folder);
            }
            return 0;
        }

        private void keep(InputStream in) throws IOException {
            var part = folder.resolve(UUID.randomUUID() + ".part");
            try {
                Files.copy(in, part);
                var uid = DicomReader.readHeader(part).dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
                // a UID from outside is no file name unless it looks like one
                var name = uid.matches("[0-9.]{1,64}") ? uid : UUID.randomUUID().toString();
                var file = folder.resolve(name + ".dcm");
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                System.out.println(file);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /// `tyde web send`.
    @Command(name = "send", description = "Send files and what lies below folders.")
    static final class Send implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "URL", description = "Base of the service.")
        String url = "";

        @Spec CommandSpec spec = CommandSpec.create();

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "What.")
        List<Path> paths = List.of();

        @Override
        public Integer call() throws Exception {
            var files = new ArrayList<Path>();
            for (var path : paths) {
                if (!Files.exists(path))
                    throw new ParameterException(spec.commandLine(), "not there: " + path);
                try (var below = Files.walk(path)) {
                    below.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            }
            try (var runner = new JobRunner(1);
                    var client = new DicomwebClient(Endpoint.of(url, url), runner)) {
                var receipt = client.stow().send(files, JobContext.NONE);
                receipt.stored().forEach(System.out::println);
                for (var one : receipt.failed())
                    System.err.println("refused\t" + one.sopUid() + "\t" + one.text());
                if (receipt.failed().isEmpty()) return 0;
                throw new Refusal(
                        DicomwebReason.NOT_STORED,
                        url,
                        receipt.failed().size(),
                        files.size(),
                        receipt.failed().getFirst().text());
            }
        }
    }
}
