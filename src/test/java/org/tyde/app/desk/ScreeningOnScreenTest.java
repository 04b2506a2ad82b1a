package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.app.house.House;
import org.tyde.archive.OrthancServer;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.ScreeningFinding.Outcome;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.evidence.StructuredReport;
import org.tyde.samples.DemoStudies;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.settings.TydeHome;
import org.tyde.store.Cache;
import org.tyde.study.Laterality;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole workstation on a screening examination that another has read: what is on screen before its reader
/// has signed, and when both have.
@Timeout(240)
class ScreeningOnScreenTest {
    private static final String SECRET = "Solsikkefrø";
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 23, 8, 12);

    @TempDir Path folder;

    private static List<DataSet> mammograms() {
        var images = new ArrayList<DataSet>();
        for (var one : DemoStudies.instances()) {
            var set = one.make().get();
            try {
                if (set.textOr(Tag.STUDY_DESCRIPTION, "").equals("Mammografi, screening")
                        && set.textOr(Tag.MODALITY, "").equals("MG")) images.add(set);
            } catch (org.tyde.refusal.Refusal malformed) {
                throw new AssertionError(malformed);
            }
        }
        return images;
    }

    private static DataSet reading(
            DataSet image, String uid, String name, String hpr, int left, String said)
            throws Exception {
        var study = image.textOr(Tag.STUDY_INSTANCE_UID, "");
        var pointed =
                new InstanceReference(
                        study,
                        image.textOr(Tag.SERIES_INSTANCE_UID, ""),
                        image.textOr(Tag.SOP_CLASS_UID, ""),
                        image.textOr(Tag.SOP_INSTANCE_UID, ""));
        return StructuredReport.write(
                new ReportDocument(
                        uid,
                        study,
                        Concepts.IMAGING_REPORT,
                        DocumentState.AWAITING,
                        Optional.of(MORNING),
                        Optional.of(
                                new Observer(
                                        PersonName.parse(name),
                                        Optional.empty(),
                                        Optional.of("Brystsenteret"),
                                        Optional.of(hpr))),
                        List.of(),
                        Life.awaiting(Awaits.INDEPENDENT_READING),
                        List.of(
                                new DocumentSection(
                                        Concepts.FINDINGS,
                                        said,
                                        List.of(pointed),
                                        List.of(
                                                new Score(Laterality.RIGHT, 1),
                                                new Score(Laterality.LEFT, left))),
                                new DocumentSection(
                                        Concepts.CONCLUSIONS,
                                        "Til konsensus",
                                        List.of(),
                                        List.of(Outcome.TO_CONSENSUS))),
                        List.of(pointed),
                        List.of(),
                        List.of()),
                image);
    }

    private void load(OrthancServer orthanc, DataSet object) throws Exception {
        var file = folder.resolve(object.textOr(Tag.SOP_INSTANCE_UID, "") + ".dcm");
        Files.write(file, Cache.part10(object));
        assertTrue(orthanc.load(file));
    }

    /// All words on screen, in whatever window.
    private static String words() throws Exception {
        return Screens.on(
                () -> {
                    var said = new StringBuilder();
                    for (var window : javafx.stage.Window.getWindows())
                        for (var node : window.getScene().getRoot().lookupAll("*"))
                            said.append(words(node)).append('\n');
                    return said.toString();
                });
    }

    private static String words(Node node) {
        return switch (node) {
            case Labeled label -> label.getText() == null ? "" : label.getText();
            case Text text -> text.getText();
            default -> "";
        };
    }

    private static void until(String words) throws Exception {
        Screens.until(
                () -> {
                    try {
                        return words().contains(words);
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                });
    }

    /// @return all words that were on screen
    private String atTheDesk(OrthancServer orthanc, String expected, String picture)
            throws Exception {
        var settings =
                Settings.DEFAULTS
                        .withArchives(List.of(ArchiveNode.web("Orthanc", orthanc.dicomWeb())))
                        .withSigner(
                                new Signer(
                                        "Haugland", "Per", "Overlege", "Brystsenteret", "9144901"));
        var home = TydeHome.at(folder.resolve("home")).create();
        try (var runner = new JobRunner();
                var house = House.open(home, settings, runner)) {
            var stage = Screens.on(Stage::new);
            var desk =
                    Screens.on(
                            () -> {
                                stage.setWidth(1000);
                                stage.setHeight(1000);
                                var made = new Desk(stage, home, settings, house);
                                made.workstation().show();
                                return made;
                            });
            try {
                Screens.until(() -> !desk.worklist().rows().isEmpty());
                Screens.keep(stage, picture + "-list");
                Screens.run(() -> desk.workstation().read(desk.worklist().rows().getFirst()));
                until(expected);
                Screens.keep(stage, picture);
                return words();
            } finally {
                Screens.on(
                        () -> {
                            desk.close();
                            return true;
                        });
            }
        }
    }

    @Test
    void whatAnotherHasReadIsOnNoScreenBeforeBothHaveSigned() throws Exception {
        var images = mammograms();
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"))) {
            for (var image : images) load(orthanc, image);
            var first = images.getFirst();
            load(
                    orthanc,
                    reading(first, "2.25.71", "Lierskogen^Ida", "9144900", 4, SECRET + " kl. 2."));
            var sealed =
                    atTheDesk(
                            orthanc,
                            "Den er forseglet til du har signert din.",
                            "screening-desk-sealed");
            for (var word : List.of(SECRET, "LIERSKOGEN")) assertFalse(sealed.contains(word), word);
            load(orthanc, reading(first, "2.25.72", "Haugland^Per", "9144901", 2, "Asymmetri."));
            var both = atTheDesk(orthanc, SECRET, "screening-desk-consensus");
            assertTrue(both.contains("LIERSKOGEN, Ida"));
        }
    }
}
