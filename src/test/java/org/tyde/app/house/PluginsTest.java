package org.tyde.app.house;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.PluginDecoder;
import org.tyde.codec.StoredBytes;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Plugin;
import org.tyde.settings.SettingsFile;
import org.tyde.settings.TydeHome;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.imageio.ImageIO;
import javax.tools.ToolProvider;

/// Image I/O plug-ins: a jar made here, and TwelveMonkeys.
class PluginsTest {
    private static final CodecRegistry NONE = new CodecRegistry(List.of());

    /// A class of each of its jars.
    private static final List<String> TWELVE_MONKEYS =
            List.of(
                    "imageio.plugins.jpeg.JPEGImageReader",
                    "imageio.ImageReaderBase",
                    "imageio.metadata.Directory",
                    "lang.StringUtil",
                    "io.FileUtil",
                    "image.ImageUtil");

    @TempDir Path folder;

    @Test
    void aPluginInItsOwnLoaderDecodesTheSyntaxItIsNamedFor() throws Exception {
        var decoder = plugged(Map.of(TransferSyntax.JPEG_XL_LOSSLESS.uid(), "raw16"));
        var picture = Picture.of(FrameFormat.grey(3, 5, 16, 12), Picture.Kind.NOISE, 3);
        var decoded = decode(decoder, raw(picture), picture.format());
        assertTrue(picture.sameAs(decoded));
        assertFalse(decoder.decodes(TransferSyntax.JPEG_XL));
    }

    @Test
    void theClassesOfAPluginDoNotSeeTyde() throws Exception {
        var decoder = plugged(Map.of(TransferSyntax.JPEG_XL_LOSSLESS.uid(), "raw16"));
        var frame = "TYDE".getBytes(StandardCharsets.US_ASCII);
        var refusal =
                assertThrows(
                        Refusal.class, () -> decode(decoder, frame, FrameFormat.grey(1, 1, 8, 8)));
        assertTrue(refusal.getMessage().contains("ClassNotFoundException"), refusal.getMessage());
    }

    @Test
    void aPluginThatClaimsAnotherSizeIsRefusedBeforeItReads() throws Exception {
        var decoder = plugged(Map.of(TransferSyntax.JPEG_XL_LOSSLESS.uid(), "raw16"));
        var picture = Picture.of(FrameFormat.grey(3, 5, 16, 12), Picture.Kind.NOISE, 3);
        var refusal =
                assertThrows(
                        Refusal.class,
                        () -> decode(decoder, raw(picture), FrameFormat.grey(5, 3, 16, 12)));
        assertEquals("SIZE_DIFFERS", refusal.reason().name());
    }

    @Test
    void noPluginTakesThePlaceOfOurOwnDecoders() throws Exception {
        var plugins = new Plugins(folder, _ -> true, Decoders.all());
        var formats = Map.of(TransferSyntax.JPEG_2000.uid(), "raw16");
        jar();
        assertTrue(
                plugins.load(List.of(new Plugin("test", List.of("test.jar"), formats))).isEmpty());
        assertEquals("PLUGIN_NOT_NEEDED", plugins.refusals().getFirst().reason().name());
    }

    @Test
    void whatAUserCanWriteToIsNotLoaded() throws Exception {
        jar();
        var plugins = new Plugins(folder, Plugins::guarded, NONE);
        Files.setPosixFilePermissions(
                folder.resolve("test.jar"), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertTrue(plugins.load(List.of(named("test.jar"))).isEmpty());
        assertEquals("PLUGIN_WRITABLE", plugins.refusals().getFirst().reason().name());
        assertFalse(Plugins.guarded(Path.of("/tmp")));
        assertTrue(Plugins.guarded(Path.of("/etc/passwd")));
    }

    @Test
    void missingJarsAndFormatsAreNamed() throws Exception {
        jar();
        var plugins = new Plugins(folder, _ -> true, NONE);
        var formats = Map.of(TransferSyntax.JPEG_XL.uid(), "nothing");
        plugins.load(
                List.of(named("absent.jar"), new Plugin("test", List.of("test.jar"), formats)));
        assertEquals(
                List.of("PLUGIN_MISSING", "PLUGIN_WITHOUT_FORMAT"),
                plugins.refusals().stream().map(r -> r.reason().name()).toList());
    }

    @Test
    void onlyTheFileOfTheMachineNamesPlugins() throws Exception {
        var home = TydeHome.at(folder);
        var json =
                """
                {"plugins": [{"name": "x", "jars": ["x.jar"], "formats": {"1.2.3": "x"}}]}
                """;
        Files.createDirectories(home.config());
        Files.writeString(home.settingsFile(), json);
        assertEquals(List.of(), new SettingsFile(home).plugins());
        assertEquals(1, new SettingsFile(home).read().unknownKeys().size());
        Files.delete(home.settingsFile());
        Files.createDirectories(home.machine());
        Files.writeString(home.machine().resolve("tyde.json"), json);
        assertEquals("x", new SettingsFile(home).plugins().getFirst().name());
        assertEquals(List.of(), new SettingsFile(home).read().unknownKeys());
        Files.writeString(home.machine().resolve("tyde.json"), json.replace("x.jar", "../x.jar"));
        assertThrows(Refusal.class, () -> new SettingsFile(home).plugins());
    }

    @Test
    void twelveMonkeysDecodesJpegLosslessAsWeDo() throws Exception {
        var jars = new java.util.ArrayList<String>();
        for (var type : TWELVE_MONKEYS) {
            var source = Class.forName("com.twelvemonkeys." + type).getProtectionDomain();
            var jar = Path.of(source.getCodeSource().getLocation().toURI());
            var name = String.valueOf(jar.getFileName());
            Files.copy(jar, folder.resolve(name));
            jars.add(name);
        }
        var plugins = new Plugins(folder, _ -> true, NONE);
        var formats = Map.of(TransferSyntax.JPEG_LOSSLESS_SV1.uid(), "jpeg");
        var decoder =
                plugins.load(List.of(new Plugin("TwelveMonkeys", jars, formats))).orElseThrow();
        assertEquals(List.of(), plugins.refusals());
        var picture = Picture.of(FrameFormat.grey(31, 47, 16, 16), Picture.Kind.BODY, 3);
        var stream =
                org.tyde.codec.jpeg.JpegLosslessEncoder.encode(picture.samples(), JobContext.NONE);
        var frame = EncodedFrame.of(TransferSyntax.JPEG_LOSSLESS_SV1, stream);
        var theirs = decoder.decode(frame, picture.format(), JobContext.NONE);
        var ours = Decoders.all().decode(frame, picture.format(), JobContext.NONE);
        assertArrayEquals(StoredBytes.of(ours), StoredBytes.of(theirs));
        assertTrue(picture.sameAs(theirs));
        assertFalse(
                java.util.Arrays.asList(ImageIO.getReaderFormatNames()).contains("raw16"),
                "plug-ins do not enter the registry of Image I/O");
    }

    private static Plugin named(String jar) {
        return new Plugin("test", List.of(jar), Map.of(TransferSyntax.JPEG_XL.uid(), "raw16"));
    }

    private PluginDecoder plugged(Map<String, String> formats) throws Exception {
        jar();
        var plugins = new Plugins(folder, _ -> true, NONE);
        var decoder = plugins.load(List.of(new Plugin("test", List.of("test.jar"), formats)));
        assertEquals(List.of(), plugins.refusals());
        return decoder.orElseThrow();
    }

    private static org.tyde.codec.Samples decode(
            PluginDecoder decoder, byte[] bytes, FrameFormat format) throws Exception {
        return decoder.decode(
                EncodedFrame.of(TransferSyntax.JPEG_XL_LOSSLESS, bytes), format, JobContext.NONE);
    }

    /// Magic, columns, rows, words of 16 bits.
    private static byte[] raw(Picture picture) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("P516".getBytes(StandardCharsets.US_ASCII));
        out.write(picture.format().columns());
        out.write(picture.format().rows());
        out.writeBytes(picture.words(false));
        return out.toByteArray();
    }

    /// A plug-in that is compiled here.
    private void jar() throws Exception {
        var sources = folder.resolve("source");
        Files.createDirectories(sources);
        var source = sources.resolve("RawSpi.java");
        try (var in = PluginsTest.class.getResourceAsStream("RawSpi.java.txt")) {
            Files.write(source, java.util.Objects.requireNonNull(in).readAllBytes());
        }
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", sources.toString(), source.toString());
        assertEquals(0, result);
        var jar = folder.resolve("test.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var classes = Files.list(sources)) {
            out.putNextEntry(new JarEntry("META-INF/services/javax.imageio.spi.ImageReaderSpi"));
            out.write("RawSpi".getBytes(StandardCharsets.US_ASCII));
            for (var file : classes.filter(f -> f.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(String.valueOf(file.getFileName())));
                out.write(Files.readAllBytes(file));
            }
        }
    }
}
