package org.tyde.dicom.io;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.tyde.Programs;
import org.tyde.SharedData;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What pydicom and DCMTK say of the files of the shared collection, as DICOM JSON with digested values.
public final class OtherToolkits {
    /// What one toolkit says of one file.
    ///
    /// @param meta elements of the file meta information, -1 where it does not say
    /// @param set DICOM JSON
    /// @param refusal empty where it read the file
    public record Told(int meta, JsonNode set, String refusal) {}

    private static final String COMPRESSED = "compressed pixel data";

    /// dcm2json writes decimal strings as they stand, such as `1.` or `+.5`.
    private static final ObjectMapper LENIENT =
            JsonMapper.builder()
                    .enable(
                            JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private OtherToolkits() {}

    /// @return the folder of the collection; the test is skipped where it is absent
    public static Path folder() {
        return SharedData.require("data");
    }

    /// @return every file of the collection, relative to its folder, in order
    public static List<String> files() throws IOException {
        var folder = folder();
        try (var all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /// @param work an empty folder
    /// @return what pydicom says, all files in one process
    public static Map<String, Told> pydicom(Path work) throws IOException, InterruptedException {
        var python = Programs.requirePydicom();
        var names = Files.write(work.resolve("names"), files());
        var lines = work.resolve("lines");
        var script = work.resolve("script.py");
        try (var source = OtherToolkits.class.getResourceAsStream("pydicom-json.py")) {
            Files.copy(source, script);
        }
        var process =
                new ProcessBuilder(python.toString(), script.toString())
                        .directory(folder().toFile())
                        .redirectInput(names.toFile())
                        .redirectOutput(lines.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(120, TimeUnit.SECONDS))
            throw new IOException("pydicom is still at work after two minutes");
        var mapper = new ObjectMapper();
        var all = new LinkedHashMap<String, Told>();
        try (var reader = Files.newBufferedReader(lines)) {
            for (String line; (line = reader.readLine()) != null; ) {
                var told = mapper.readTree(line);
                all.put(
                        told.path("path").asText(),
                        new Told(
                                told.path("meta").asInt(-1),
                                told.path("set"),
                                told.path("refused").asText()));
            }
        }
        return all;
    }

    /// `dcm2json` of every file. It cannot tell compressed pixel data: `dcmodify` takes them out of a copy
    /// first.
    ///
    /// @param work an empty folder
    /// @return what DCMTK says
    public static Map<String, Told> dcmtk(Path work) throws IOException, InterruptedException {
        Programs.require("dcm2json");
        var all = new LinkedHashMap<String, Told>();
        var compressed = new ArrayList<String>();
        for (var name : files()) {
            var told = dcm2json(folder().resolve(name), work);
            if (told.refusal().contains(COMPRESSED)) compressed.add(name);
            all.put(name, told);
        }
        var command =
                new ArrayList<>(
                        List.of("dcmodify", "-q", "-nb", "-nmu", "-ie", "-ea", "(7fe0,0010)"));
        for (var name : compressed) command.add(copy(work, name).toString());
        Programs.run(command.toArray(String[]::new));
        for (var name : compressed) all.put(name, dcm2json(copied(work, name), work));
        return all;
    }

    private static Told dcm2json(Path file, Path work) throws IOException, InterruptedException {
        var out = work.resolve("told.json");
        Files.deleteIfExists(out);
        var said =
                Programs.run(
                        "env", dictionary(), "dcm2json", "-fc", file.toString(), out.toString());
        if (said.exitCode() != 0)
            return new Told(-1, JsonNodeFactory.instance.objectNode(), said.text());
        // where a file declares no character set, dcm2json copies its bytes as they are
        var text = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        return new Told(-1, DigestedJson.of(LENIENT.readTree(text)), "");
    }

    /// The standard's dictionary alone: DCMTK's dictionary of private attributes is its own.
    private static String dictionary() throws IOException {
        try (var folders = Files.newDirectoryStream(Path.of("/usr/share"), "libdcmtk*")) {
            for (var folder : folders) return "DCMDICTPATH=" + folder.resolve("dicom.dic");
        }
        return "DCMTK_PRIVATE=on"; // not Debian's: its private attributes will show as differences
    }

    private static Path copied(Path work, String name) {
        return work.resolve(name.replace('/', '_'));
    }

    private static Path copy(Path work, String name) throws IOException {
        var to = copied(work, name);
        Files.copy(folder().resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
        to.toFile().setWritable(true);
        return to;
    }
}
