package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.out.check.CheckedForm;
import org.tyde.report.out.check.FormCheck;
import org.tyde.report.out.check.FormFlaw;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `tyde report check`: what is wrong with reports in whatever form.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Say what is wrong with reports: SR, measurements, key objects, PDF, FHIR, HL7,"
                        + " text; exit code 1 when anything is.")
final class ReportCheckCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Reports.")
    List<Path> files = List.of();

    @Option(
            names = "--sr",
            paramLabel = "FILE",
            description = "The structured report that the others must say word for word.")
    @Nullable Path against;

    @Option(names = "--json", description = "An object a file: path, form, flaws.")
    boolean json;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Integer call() throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var told =
                against == null
                        ? Optional.<DataSet>empty()
                        : Optional.of(DicomReader.read(against).dataSet());
        boolean flawless = true;
        for (var file : files) flawless &= check(file, told, out);
        out.flush();
        return flawless ? 0 : 1;
    }

    /// Goes on after a file that cannot be read.
    private boolean check(Path file, Optional<DataSet> told, PrintWriter out) {
        try {
            if (Files.size(file) > FormCheck.LONGEST)
                return say(file, Optional.empty(), List.of(tooLong(file)), out);
            var checked = FormCheck.of(Files.readAllBytes(file), told);
            return say(file, Optional.of(checked), checked.flaws(), out);
        } catch (Refusal refused) {
            return say(file, Optional.empty(), List.of(refused), out);
        } catch (IOException unreadable) {
            if (json)
                out.println(object(file, "", List.of()).put("unreadable", unreadable.getMessage()));
            else out.println(file + "\tUNREADABLE\t" + unreadable.getMessage());
            return false;
        }
    }

    private static Refusal tooLong(Path file) throws IOException {
        return new Refusal(FormFlaw.TOO_LONG, Files.size(file), FormCheck.LONGEST);
    }

    private boolean say(
            Path file, Optional<CheckedForm> checked, List<Refusal> flaws, PrintWriter out) {
        var form = checked.map(c -> c.kind().name().toLowerCase(Locale.ROOT)).orElse("");
        if (json) out.println(object(file, form, flaws));
        else
            for (var flaw : flaws)
                out.println(
                        file
                                + "\t"
                                + flaw.reason().name()
                                + "\t"
                                + Sentences.of(flaw, Locale.getDefault()));
        return flaws.isEmpty();
    }

    private ObjectNode object(Path file, String form, List<Refusal> flaws) {
        var object = mapper.createObjectNode().put("path", file.toString()).put("form", form);
        var list = object.putArray("flaws");
        for (var flaw : flaws) {
            var one = list.addObject().put("name", flaw.reason().name());
            one.put("sentence", Sentences.of(flaw, Locale.getDefault()));
            flaw.place(Locale.getDefault()).ifPresent(p -> one.put("place", p));
            flaw.rule().ifPresent(r -> one.put("rule", r));
        }
        return object;
    }
}
