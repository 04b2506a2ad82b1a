package org.tyde;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Independent programs that tests judge by. A test whose program is absent is skipped with the sentence
/// that says how to install it; where the environment says `CI=true` that is a failure.
public final class Programs {
    private static final Map<String, String> DEBIAN_PACKAGE =
            Map.ofEntries(
                    Map.entry("dcmdump", "dcmtk"),
                    Map.entry("dsrdump", "dcmtk"),
                    Map.entry("dcmpschk", "dcmtk"),
                    Map.entry("dcmconv", "dcmtk"),
                    Map.entry("dcmp2pgm", "dcmtk"),
                    Map.entry("dcm2json", "dcmtk"),
                    Map.entry("dcmmkdir", "dcmtk"),
                    Map.entry("dcmodify", "dcmtk"),
                    Map.entry("storescu", "dcmtk"),
                    Map.entry("storescp", "dcmtk"),
                    Map.entry("echoscu", "dcmtk"),
                    Map.entry("openssl", "openssl"),
                    Map.entry("dcmqrscp", "dcmtk"),
                    Map.entry("wlmscpfs", "dcmtk"),
                    Map.entry("findscu", "dcmtk"),
                    Map.entry("movescu", "dcmtk"),
                    Map.entry("getscu", "dcmtk"),
                    Map.entry("dciodvfy", "dicom3tools"),
                    Map.entry("gdcmconv", "libgdcm-tools"),
                    Map.entry("gcc", "gcc libc6-dev"),
                    Map.entry("cjpeg", "libjpeg-turbo-progs"),
                    Map.entry("djpeg", "libjpeg-turbo-progs"),
                    Map.entry("dcmcjpeg", "dcmtk"),
                    Map.entry("dcmdjpeg", "dcmtk"),
                    Map.entry("dcmcjpls", "dcmtk"),
                    Map.entry("dcmdjpls", "dcmtk"),
                    Map.entry("Orthanc", "orthanc orthanc-dicomweb"),
                    Map.entry("nginx", "nginx-light"),
                    Map.entry("dbus-run-session", "dbus"),
                    Map.entry("gnome-keyring-daemon", "gnome-keyring libsecret-1-0"),
                    Map.entry("Xvfb", "xvfb"),
                    Map.entry("espeak-ng", "espeak-ng"),
                    Map.entry("opj_compress", "libopenjp2-tools"),
                    Map.entry("opj_decompress", "libopenjp2-tools"),
                    Map.entry("ojph_compress", "openjph-tools"),
                    Map.entry("ojph_expand", "openjph-tools"),
                    Map.entry("pdftotext", "poppler-utils"),
                    Map.entry("pdftoppm", "poppler-utils"));

    private Programs() {}

    /// @param name of the program
    /// @return where it is
    public static Path require(String name) {
        var found = find(name);
        if (found.isEmpty()) absent(name, DEBIAN_PACKAGE.getOrDefault(name, name));
        return found.orElseThrow();
    }

    /// @return Debian's Python, which has pydicom 2.3
    public static Path requirePydicom() throws IOException, InterruptedException {
        var python = Path.of("/usr/bin/python3");
        var said =
                Files.isExecutable(python)
                        ? run(python.toString(), "-c", "import pydicom; print(pydicom.__version__)")
                        : new Said(1, "");
        if (said.exitCode() != 0 || !said.text().startsWith("2.3"))
            absent("pydicom 2.3", "python3-pydicom");
        return python;
    }

    /// @return class path of PixelMed's tools
    public static String requirePixelmed() {
        var jars =
                Stream.of("pixelmed", "commons-codec", "javax.json", "vecmath", "commons-net")
                        .map(name -> Path.of("/usr/share/java", name + ".jar"))
                        .toList();
        if (!Files.exists(jars.getFirst())) absent("PixelMed", "libpixelmed-java");
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void absent(String name, String debianPackage) {
        var sentence = "skipped: needs %s (apt-get install %s)".formatted(name, debianPackage);
        if ("true".equals(System.getenv("CI"))) Assertions.fail(sentence);
        Assumptions.abort(sentence);
    }

    private static Optional<Path> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// What a program said.
    ///
    /// @param exitCode of the process
    /// @param text of stdout and stderr together
    public record Said(int exitCode, String text) {}

    /// @param command program and arguments
    /// @return what it said
    public static Said run(String... command) throws IOException, InterruptedException {
        if (!command[0].startsWith("/")) require(command[0]);
        var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
