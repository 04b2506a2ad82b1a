package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomJson;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.WadoClient;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/// `tyde web get`: instances, frames or metadata (WADO-RS).
@Command(
        name = "get",
        description = "Fetch a study, one series or instance of it, frames, or only metadata.")
final class WebGetCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin WebOption web = new WebOption();

    @Option(names = "--study", required = true, paramLabel = "UID", description = "The study.")
    String study = "";

    @Option(names = "--series", paramLabel = "UID", description = "Only this series.")
    String series = "";

    @Option(names = "--instance", paramLabel = "UID", description = "Only this one, of --series.")
    String instance = "";

    @Option(
            names = "--frames",
            paramLabel = "N",
            split = ",",
            description = "Only these frames of --instance, as stored; from 1 on.")
    List<Integer> frames = List.of();

    @Option(names = "--metadata", description = "Print DICOM JSON instead; no -o.")
    boolean metadata;

    @Option(names = "-o", paramLabel = "DIR", description = "Made if absent.")
    Optional<Path> output = Optional.empty();

    @Option(names = "--json", description = "The files as a JSON array.")
    boolean json;

    private final List<String> written = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        requireUse();
        return web.connected(metadata ? this::print : this::fetch);
    }

    private void requireUse() {
        if (!instance.isEmpty() && series.isEmpty()) throw wrong("--instance needs --series");
        if (!frames.isEmpty() && instance.isEmpty()) throw wrong("--frames needs --instance");
        if (frames.stream().anyMatch(f -> f < 1)
                || frames.stream().distinct().count() < frames.size())
            throw wrong("--frames from 1 on, none twice");
        if (metadata == output.isPresent()) throw wrong("-o DIR or --metadata");
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private int print(DicomwebClient archive) throws IOException {
        var wado = archive.wado();
        List<DataSet> all;
        if (series.isEmpty()) all = wado.metadata(study, JobContext.NONE);
        else if (instance.isEmpty()) all = wado.metadata(study, series, JobContext.NONE);
        else all = wado.metadata(study, series, instance, JobContext.NONE);
        var mapper = new ObjectMapper();
        var array = mapper.createArrayNode();
        for (var one : all) array.add(DicomJson.write(one));
        System.out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array));
        return 0;
    }

    /// What came before a failure stays, and is told.
    private int fetch(DicomwebClient archive) throws IOException {
        var folder = Files.createDirectories(output.orElseThrow());
        try {
            fetch(archive.wado(), folder);
        } finally {
            if (json) System.out.println(new ObjectMapper().writeValueAsString(written));
            else written.forEach(System.out::println);
            System.err.println(written.size() + " files in " + folder);
        }
        return 0;
    }

    private void fetch(WadoClient wado, Path folder) throws Refusal {
        WadoClient.Sink sink = in -> keep(folder, in);
        if (series.isEmpty()) wado.study(study, sink, JobContext.NONE);
        else if (instance.isEmpty()) wado.series(study, series, sink, JobContext.NONE);
        else if (frames.isEmpty()) wado.instance(study, series, instance, sink, JobContext.NONE);
        else {
            var numbers = frames.stream().mapToInt(f -> f).toArray();
            wado.frames(
                    study,
                    series,
                    instance,
                    numbers,
                    (number, type, in) -> keepFrame(folder, number, in),
                    JobContext.NONE);
        }
    }

    private void keepFrame(Path folder, int number, InputStream in) throws IOException {
        var file = folder.resolve("frame-" + number + ".bin");
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        written.add(file.toString());
    }

    private void keep(Path folder, InputStream in) throws IOException {
        var part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            Files.copy(in, part);
            var uid = DicomReader.readHeader(part).dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
            // a UID from outside is no file name unless it looks like one
            var name = uid.matches("[0-9.]{1,64}") ? uid : UUID.randomUUID().toString();
            var file = folder.resolve(name + ".dcm");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            written.add(file.toString());
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
