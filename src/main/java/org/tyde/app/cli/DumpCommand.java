package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.io.DicomFile;
import org.tyde.dicom.io.DicomJson;
import org.tyde.dicom.io.DicomReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `tyde dump FILE`: the data set as text or DICOM JSON.
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description = "Shows what a DICOM file says.")
public final class DumpCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "A DICOM file, with or without meta information.")
    Path file = Path.of("");

    @Option(
            names = "--json",
            description =
                    "As DICOM JSON (PS3.18 F). Of a binary value over 64 KiB and of encapsulated"
                            + " pixel data it says where they are: the file, # and the path of"
                            + " tags.")
    boolean json;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var read = DicomReader.read(file);
        if (spec == null) return 0;
        var out = spec.commandLine().getOut();
        if (json) out.println(json(read));
        else new DumpText(out::println).dump(read);
        out.flush();
        var err = spec.commandLine().getErr();
        for (var warning : read.warnings())
            err.println("tyde: " + warning.sentence(Locale.getDefault()));
        return 0;
    }

    private String json(DicomFile read) throws IOException, DicomFormatException {
        var places = new BulkPlaces(file, read.dataSet());
        return new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(DicomJson.write(read.dataSet(), places::uri));
    }
}
