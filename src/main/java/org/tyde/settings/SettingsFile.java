package org.tyde.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// `tyde.json`: `"version": 1`, the user's file over the machine's. An unknown key is a named warning and
/// is kept in the file.
public final class SettingsFile {
    private static final int VERSION = 1;
    private static final Set<String> KEYS =
            Set.of(
                    "version",
                    "archives",
                    "station",
                    "signer",
                    "signing",
                    "templates",
                    "measurements",
                    "mammography",
                    "language",
                    "textScale",
                    "speech",
                    "speechModel",
                    "dragRightNarrows",
                    "headFeetLetters",
                    "encryptCache",
                    "reportForms",
                    "monitorPixelMm",
                    "monitors",
                    "presets");
    private static final String PLUGINS = "plugins";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final TydeHome home;

    /// @param home whose configuration it is
    public SettingsFile(TydeHome home) {
        this.home = home;
    }

    /// What was read.
    ///
    /// @param settings the values, defaults where nothing is said
    /// @param unknownKeys keys that mean nothing here, as `file: key`
    public record Read(Settings settings, List<String> unknownKeys) {}

    /// @return the user's values over the machine's over the defaults
    /// @throws Refusal for a file that is not JSON, a newer version or a value that cannot be
    public Read read() throws Refusal {
        var unknown = new ArrayList<String>();
        var settings = Settings.DEFAULTS;
        for (var file : List.of(home.machine().resolve("tyde.json"), home.settingsFile()))
            if (Files.exists(file)) settings = over(settings, file, unknown);
        return new Read(settings, List.copyOf(unknown));
    }

    /// What only the machine's file may say.
    private boolean machine(Path file, String key) {
        return key.equals(PLUGINS) && file.startsWith(home.machine());
    }

    /// @return the plug-ins that the machine's file names; the user's file has no say in what code runs
    /// @throws Refusal for a file that is not JSON, or a plug-in that cannot be
    public List<Plugin> plugins() throws Refusal {
        var file = home.machine().resolve("tyde.json");
        if (!Files.exists(file)) return List.of();
        var list = parse(file).path(PLUGINS);
        var all = new ArrayList<Plugin>();
        try {
            for (var row : list) {
                var jars = new ArrayList<String>();
                for (var jar : row.path("jars")) jars.add(jar.asText());
                var formats = new LinkedHashMap<String, String>();
                for (var format : row.path("formats").properties())
                    formats.put(format.getKey(), format.getValue().asText());
                all.add(new Plugin(row.path("name").asText(""), jars, formats));
            }
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(SettingsReason.WRONG_VALUE, file, PLUGINS, list).because(wrong);
        }
        return List.copyOf(all);
    }

    private Settings over(Settings below, Path file, List<String> unknown) throws Refusal {
        var json = parse(file);
        int version = json.path("version").asInt(VERSION);
        if (version > VERSION)
            throw new Refusal(SettingsReason.NEWER_VERSION, file, version, VERSION);
        json.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!KEYS.contains(key) && !machine(file, key))
                                unknown.add(file + ": " + key);
                        });
        var key = "version";
        try {
            var settings = below;
            key = "archives";
            Consumer<String> within = name -> unknown.add(file + ": " + name);
            if (json.has(key))
                settings = settings.withArchives(NodeJson.read(json.get(key), within));
            key = "station";
            if (json.has(key))
                settings = settings.withStation(NodeJson.station(json.get(key), within));
            key = "signer";
            if (json.has(key)) settings = settings.withSigner(signer(json.get(key)));
            key = "signing";
            if (json.has(key))
                settings =
                        settings.withSigning(
                                SigningJson.read(settings.signing(), json.get(key), within));
            key = "templates";
            settings = TemplateJson.use(settings, json.path(key));
            key = "mammography";
            settings = TemplateJson.mammography(settings, json.path(key), within);
            key = "measurements";
            if (json.has(key))
                settings =
                        settings.withNumbers(
                                MeasuredNumbers.read(settings.numbers(), json.get(key), within));
            key = "language";
            if (json.has(key))
                settings = settings.withLanguage(Locale.forLanguageTag(json.get(key).asText()));
            key = "textScale";
            if (json.has(key))
                settings =
                        withOthers(settings, o -> o.withTextScale(number(json.get("textScale"))));
            key = "speechModel";
            if (json.has(key))
                settings =
                        settings.withSpeech(
                                settings.speech()
                                        .withModel(
                                                SpeechSettings.ANY,
                                                Optional.of(json.get(key).asText())));
            key = "speech";
            if (json.has(key))
                settings =
                        settings.withSpeech(
                                SpeechJson.read(settings.speech(), json.get(key), within));
            key = "dragRightNarrows";
            if (json.has(key)) settings = settings.withDragRightNarrows(json.get(key).asBoolean());
            key = "headFeetLetters";
            if (json.has(key)) settings = settings.withHeadFeetLetters(json.get(key).asBoolean());
            key = "encryptCache";
            if (json.has(key))
                settings = settings.withEncryptCache(Optional.of(json.get(key).asBoolean()));
            key = "reportForms";
            if (json.has(key))
                settings = settings.withReportOutputs(ReportOutputs.read(json.get(key), within));
            key = "monitorPixelMm";
            if (json.has(key)) settings = withOthers(settings, o -> o.withPixelMm(pixelMm(json)));
            key = "monitors";
            if (json.has(key))
                settings =
                        settings.withMonitors(MonitorJson.read(settings.monitors(), json.get(key)));
            key = "presets";
            if (json.has(key)) settings = settings.withPresets(presets(json.get(key)));
            return settings;
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(SettingsReason.WRONG_VALUE, file, key, said(json, key, wrong))
                    .because(wrong);
        }
    }

    /// What stands among archives may be a secret that somebody wrote there.
    private static Object said(JsonNode json, String key, IllegalArgumentException wrong) {
        boolean network = key.equals("archives") || key.equals("station");
        return network ? String.valueOf(wrong.getMessage()) : json.get(key);
    }

    private static Settings withOthers(Settings settings, UnaryOperator<MonitorSetup> step) {
        var monitors = settings.monitors();
        return settings.withMonitors(monitors.withOthers(step.apply(monitors.others())));
    }

    private static OptionalDouble pixelMm(JsonNode json) {
        return OptionalDouble.of(number(json.get("monitorPixelMm")));
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) throw new IllegalArgumentException("not a number: " + node);
        return node.asDouble();
    }

    private static List<WindowPreset> presets(JsonNode list) {
        var all = new ArrayList<WindowPreset>();
        for (var row : list)
            all.add(
                    new WindowPreset(
                            (int) number(row.path("key")),
                            row.path("name").asText(""),
                            number(row.path("width")),
                            number(row.path("level"))));
        return all;
    }

    private static Signer signer(JsonNode node) {
        return new Signer(
                node.path("familyName").asText(""),
                node.path("givenName").asText(""),
                node.path("role").asText(""),
                node.path("organisation").asText(""),
                node.path("hprNumber").asText(""));
    }

    private static ObjectNode parse(Path file) throws Refusal {
        try {
            if (JSON.readTree(Files.readString(file)) instanceof ObjectNode object) return object;
            throw new Refusal(SettingsReason.NOT_JSON, file);
        } catch (JsonProcessingException broken) {
            throw new Refusal(SettingsReason.NOT_JSON, file).because(broken);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unreadable) {
            throw new Refusal(SettingsReason.NOT_JSON, file).because(unreadable);
        }
    }

    /// Writes the user's file: beside, flushed, then renamed; keys it does not know stay.
    ///
    /// @param settings all values
    /// @throws Refusal when it cannot be written
    public void write(Settings settings) throws Refusal {
        var file = home.settingsFile();
        try {
            var json = Files.exists(file) ? parse(file) : JSON.createObjectNode();
            fill(json, settings);
            Files.createDirectories(home.config());
            var beside = Files.createTempFile(home.config(), "tyde", ".json");
            Files.writeString(beside, JSON.writeValueAsString(json));
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException cannot) {
            throw new Refusal(SettingsReason.NOT_WRITABLE, file).because(cannot);
        }
    }

    private static void fill(ObjectNode json, Settings settings) {
        json.put("version", VERSION);
        if (!stands(json, settings)) {
            NodeJson.write(json.putArray("archives"), settings.archives());
            json.remove("station");
            if (!settings.station().equals(Station.USUAL))
                NodeJson.write(json.putObject("station"), settings.station());
        }
        settings.signer()
                .ifPresent(
                        s ->
                                json.putObject("signer")
                                        .put("familyName", s.familyName())
                                        .put("givenName", s.givenName())
                                        .put("role", s.role())
                                        .put("organisation", s.organisation())
                                        .put("hprNumber", s.hprNumber()));
        json.put("language", settings.language().toLanguageTag());
        SigningJson.write(json, settings.signing());
        TemplateJson.write(json, settings.templates());
        settings.numbers().write(json);
        SpeechJson.write(json, settings.speech());
        json.put("dragRightNarrows", settings.dragRightNarrows());
        json.put("headFeetLetters", settings.headFeetLetters());
        settings.encryptCache().ifPresent(on -> json.put("encryptCache", on));
        settings.reportOutputs().write(json);
        MonitorJson.write(json, settings.monitors());
        json.remove("presets");
        if (settings.presets().isEmpty()) return;
        var presets = json.putArray("presets");
        for (var preset : settings.presets())
            presets.addObject()
                    .put("key", preset.key())
                    .put("name", preset.name())
                    .put("width", preset.width())
                    .put("level", preset.level());
    }

    /// Whether the file says the same of the network already: what we do not know in it stays then.
    private static boolean stands(ObjectNode json, Settings settings) {
        var none = JSON.createArrayNode();
        var archives = json.has("archives") ? json.get("archives") : none;
        var station = json.has("station") ? json.get("station") : JSON.createObjectNode();
        return NodeJson.read(archives, _ -> {}).equals(settings.archives())
                && NodeJson.station(station, _ -> {}).equals(settings.station());
    }
}
