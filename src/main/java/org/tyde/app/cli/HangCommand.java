package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.hanging.HangInput;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.prior.RelevantPriors;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// `tyde hang PATH...`: how the studies below would hang, and why. Of several studies the newest is the
/// current one and the others are where its prior is looked for; with `--all` each has its turn.
@Command(
        name = "hang",
        mixinStandardHelpOptions = true,
        description = "Say which hanging protocol is chosen, which series goes where, and why.")
final class HangCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    List<Path> paths = List.of();

    @Option(names = "--all", description = "Hang every study found, not only the newest.")
    boolean all;

    @Option(names = "--json", description = "One JSON object a study.")
    boolean json;

    private int unreadable;

    /// The headers of a study, one of each instance.
    private record Found(Study study, List<DataSet> headers, Set<String> instances) {}

    @Override
    public Integer call() throws IOException {
        var reports = reports(Locale.getDefault());
        var mapper = new ObjectMapper();
        for (var report : reports)
            System.out.println(json ? mapper.writeValueAsString(report.json()) : report.text());
        if (reports.isEmpty()) say("hang.nothing");
        else if (unreadable > 0) say("hang.unreadable", unreadable);
        return reports.isEmpty() ? 1 : 0;
    }

    private static void say(String key, Object... arguments) {
        System.err.println(
                "tyde: " + Sentences.text(HangCommand.class, key, Locale.getDefault(), arguments));
    }

    List<HangReport> reports(Locale locale) throws IOException {
        var studies = new LinkedHashMap<String, Found>();
        for (var file : files()) if (!read(file, studies)) unreadable++;
        if (studies.isEmpty()) return List.of();
        var reports = new ArrayList<HangReport>();
        for (var current : all ? List.copyOf(studies.values()) : List.of(newest(studies)))
            reports.add(report(current, studies, locale));
        return reports;
    }

    private static Found newest(Map<String, Found> studies) {
        return studies.values().stream()
                .max(Comparator.comparing(f -> f.study.when().orElse(LocalDateTime.MIN)))
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.exists(path)) throw new NoSuchFileException(path.toString());
            try (var below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static boolean read(Path file, Map<String, Found> studies) throws IOException {
        try {
            var header = DicomReader.readHeader(file).dataSet();
            var uid = header.textOr(Tag.STUDY_INSTANCE_UID, "");
            if (uid.isEmpty()) return true; // such as a DICOMDIR
            var found = studies.get(uid);
            if (found == null) {
                found = new Found(Study.from(header), new ArrayList<>(), new HashSet<>());
                studies.put(uid, found);
            }
            if (found.instances.add(header.textOr(Tag.SOP_INSTANCE_UID, "")))
                found.headers.add(header);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static HangReport report(Found current, Map<String, Found> studies, Locale locale) {
        var others = studies.values().stream().map(Found::study).toList();
        var chosen = RelevantPriors.of(current.study, others).toHang();
        var prior =
                chosen.flatMap(p -> Optional.ofNullable(studies.get(p.study().uid())))
                        .map(f -> StudyHeaders.read(f.study.uid(), f.headers));
        var study = StudyHeaders.read(current.study.uid(), current.headers);
        var hang = HangingProtocols.defaults().hang(new HangInput(study, prior));
        return new HangReport(study, prior, chosen.map(p -> p.reason(locale)), hang, locale);
    }
}
