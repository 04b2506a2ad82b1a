package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.samples.DemoStudies;
import org.tyde.speech.JoinedRecording;
import org.tyde.speech.JoinedRecording.Stretch;
import org.tyde.speech.hid.HandDecoder;
import org.tyde.speech.hid.HandDevice;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Our template "UL abdomen" as somebody fills it who speaks: the choice by its number, on to the first text
/// by the button of a SpeechMike, through all others by voice. The words are those of the shared recordings,
/// whose `transcripts.tsv` says what they are; where a field wants less than a sentence, a stretch of one.
final class SpokenTemplate {
    /// Recording, what is heard of it, and where that is no whole recording, from which second to which.
    private static final List<String> SAID =
            """
            s16 | ingen tegn til abscess og infarkt kan ikke utelukkes
            c32 | punktum
            c35 | neste felt
            s08 | lett polypp                            | 0.10 1.26
            c32 | punktum
            c35 | neste felt
            s03 | tolv millimeter                        | 1.83 2.66
            c32 | punktum
            c35 | neste felt
            s13 | normal                                 | 0.10 0.60
            c32 | punktum
            c35 | neste felt
            s28 | tretti centimeter                      | 1.71 3.21
            c35 | neste felt
            s18 | cyste i binyre måler tre centimeter
            c32 | punktum
            c35 | neste felt
            c35 | neste felt
            s30 | venstre nyre er fri for konkrement     | 1.38 4.10
            c32 | punktum
            c35 | neste felt
            c35 | neste felt
            s10 | tretten                                | 1.98 2.49
            c35 | neste felt
            c35 | neste felt
            c36 | forrige felt
            s26 | mistanke om abscess og ingen osteoporose eller ascites punktum
            c35 | neste felt
            c35 | neste felt
            s28 | lesjon i milt måler tretti centimeter  | 0.10 3.21
            c32 | punktum
            s00 | ingen pneumothorax punktum
            c38 | slett siste
            s05 | anbefaler kontroll om åtte dager       | 1.86 4.03
            c32 | punktum
            c37 | signer rapport
            """
                    .lines()
                    .toList();

    /// What stands in the report once all is said.
    static final Map<Section, String> WRITTEN =
            Map.of(
                    Section.PROCEDURE,
                    "UL abdomen.\nInnsyn: godt",
                    Section.FINDINGS,
                    """
                    Lever: Ingen tegn til abscess og infarkt kan ikke utelukkes.
                    Galleblære: Lett polypp.
                    Hovedgallegang: 12 mm
                    Pankreas: Normal.
                    Miltens lengde: 30 cm
                    Høyre nyre: Cyste i binyre måler 3 cm.
                    Høyre nyres lengde: [Lengde høyre]
                    Venstre nyre: Venstre nyre er fri for konkrement.
                    Venstre nyres lengde: [Lengde venstre]
                    Aorta, største diameter: 13 mm
                    Fri væske: Mistanke om abscess og ingen osteoporose eller ascites.
                    Urinblære: [Urinblære]\
                    """,
                    Section.IMPRESSION,
                    "Lesjon i milt måler 30 cm. Anbefaler kontroll om 8 dager.");

    /// What leaves: fields that nobody filled leave with their labels.
    static final Map<Section, String> SIGNED = signed();

    private SpokenTemplate() {}

    private static Map<Section, String> signed() {
        var signed = new HashMap<>(WRITTEN);
        signed.compute(
                Section.FINDINGS,
                (_, text) ->
                        String.join(
                                "\n",
                                String.valueOf(text)
                                        .lines()
                                        .filter(l -> !l.endsWith("]"))
                                        .toList()));
        return Map.copyOf(signed);
    }

    /// @param wavs the shared recordings
    /// @param folder for the recording
    /// @return the whole report in one recording
    static Path recorded(Path wavs, Path folder) throws Exception {
        var transcripts = new HashMap<String, String>();
        for (var line : Files.readAllLines(wavs.resolve("transcripts.tsv"))) {
            var cells = line.split("\t", -1);
            transcripts.put(cells[0], cells[5]);
        }
        var stretches = new ArrayList<Stretch>();
        for (var line : SAID) {
            var cells = line.split("\\s*\\|\\s*");
            var file = cells[0] + ".wav";
            var all = String.valueOf(transcripts.get(file));
            if (cells.length == 2) assertEquals(all, cells[1], file);
            else assertTrue(all.contains(cells[1]), file);
            var seconds = cells.length == 2 ? new String[] {"0", "60"} : cells[2].split(" ");
            stretches.add(
                    new Stretch(
                            wavs.resolve(file),
                            Double.parseDouble(seconds[0]),
                            Double.parseDouble(seconds[1])));
        }
        return JoinedRecording.write(stretches, folder.resolve("beskrivelse.wav"));
    }

    /// @param folder is made
    /// @return one ultrasound image of an abdomen
    static List<Path> images(Path folder) throws Exception {
        var study = Uids.of(UUID.nameUUIDFromBytes("tyde demo us foster 2026".getBytes(UTF_8)));
        var still =
                DemoStudies.instances().stream()
                        .filter(i -> i.studyUid().equals(study))
                        .skip(2)
                        .findFirst()
                        .orElseThrow();
        var image =
                still.make().get().toBuilder().text(Tag.STUDY_DESCRIPTION, "UL abdomen").build();
        var file = Files.createDirectories(folder).resolve("ul.dcm");
        DicomWriter.write(file, image, TransferSyntax.EXPLICIT_LITTLE);
        return List.of(file);
    }

    /// The template that fits goes in, the view is chosen, and the SpeechMike leads on to the liver.
    static void begin(Desk desk, Stage stage, Report report) throws Exception {
        var templates = desk.report().templates();
        Screens.until(() -> templates.usualProperty().get().isPresent());
        Screens.run(templates::beginUsual);
        assertEquals("UL abdomen.\nInnsyn: [Innsyn]", report.text().of(Section.PROCEDURE));
        var editor = Screens.on(() -> stage.getScene().getRoot().lookup(".report-editor"));
        Screens.run(editor::requestFocus);
        Screens.run(() -> stage.getScene().getRoot().layout());
        Screens.run(
                () ->
                        editor.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_TYPED,
                                        "1",
                                        "",
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false)));
        Screens.until(() -> report.text().of(Section.PROCEDURE).endsWith("godt"));
        fastForward(desk);
        Screens.until(() -> report.caret().section() == Section.FINDINGS);
    }

    /// Down and up, as the device reports it.
    private static void fastForward(Desk desk) throws Exception {
        var decoder = new HandDecoder(HandDevice.SPEECHMIKE);
        try (var runner = new JobRunner(1);
                var hands = Screens.on(() -> new HandControls(desk.report(), runner))) {
            for (var report : List.of("800000000000000008", "800000000000000000"))
                for (var event : decoder.decode(HexFormat.of().parseHex(report)))
                    hands.happened(HandDevice.SPEECHMIKE, event);
            Screens.run(() -> {});
        }
    }
}
