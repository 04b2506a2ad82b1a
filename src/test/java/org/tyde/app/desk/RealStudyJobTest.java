package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.SharedData;
import org.tyde.app.house.House;
import org.tyde.archive.OrthancServer;
import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.reading.VoiChoice;
import org.tyde.report.PriorReport;
import org.tyde.report.Section;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.settings.SigningSettings;
import org.tyde.settings.TydeHome;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.ViewportStatus;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The whole main job on a real MR study out of Orthanc, in the real window: list, fetch, hang, scroll,
/// window, report, sign, and the report found again in the archive.
class RealStudyJobTest {
    private static final Signer SIGNER =
            new Signer("Ødegård", "Åse", "Overlege", "Eksempel sykehus", "1234567");
    @TempDir Path folder;

    @Test
    void aRealStudyIsListedHungReadReportedAndItsReportFoundAgain() throws Exception {
        var slices = SharedData.require("data/files/dcm4che/MR16");
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"));
                var runner = new JobRunner()) {
            try (var files = Files.list(slices)) {
                for (var file : files.sorted().toList()) assertTrue(orthanc.load(file));
            }
            var settings =
                    Settings.DEFAULTS
                            .withArchives(List.of(ArchiveNode.web("Orthanc", orthanc.dicomWeb())))
                            .withSigner(SIGNER)
                            .withSigning(new SigningSettings(0));
            var home = TydeHome.at(folder.resolve("home")).create();
            try (var house = House.open(home, settings, runner)) {
                var desk = Screens.on(() -> desk(home, settings, house));
                try {
                    read(desk);
                    write(desk);
                    assertEquals(
                            Optional.of("Normale funn."), reportIn(house).text(Section.FINDINGS));
                } finally {
                    Screens.on(
                            () -> {
                                desk.close();
                                return true;
                            });
                }
            }
        }
    }

    private static Desk desk(TydeHome home, Settings settings, House house) throws Exception {
        var stage = new Stage();
        stage.setWidth(1000);
        stage.setHeight(1000);
        var desk = new Desk(stage, home, settings, house);
        desk.workstation().show();
        return desk;
    }

    /// List, fetch, hang, scroll, window.
    private static void read(Desk desk) throws Exception {
        Screens.until(() -> !desk.worklist().rows().isEmpty());
        Screens.run(() -> desk.workstation().read(desk.worklist().rows().getFirst()));
        Screens.until(
                () ->
                        desk.workstation().grid().viewports().stream()
                                .anyMatch(
                                        p ->
                                                p.model().statusProperty().get()
                                                        instanceof ViewportStatus.Showing));
        Screens.until(
                () ->
                        desk.images().openCase().orElseThrow().currentStacks().getFirst().size()
                                == 16);
        var pane = Screens.on(() -> desk.workstation().grid().viewports().getFirst());
        var first = Screens.on(() -> pane.model().shown().orElseThrow().key());
        Screens.run(() -> desk.images().openCase().orElseThrow().scroll(0, 8));
        Screens.until(() -> pane.model().shown().map(s -> !s.key().equals(first)).orElse(false));
        assertEquals(8, Screens.on(() -> pane.model().state().view().frame()));
        int before = Screens.on(() -> middle(pane));
        Screens.run(() -> pane.model().commands().show(new org.tyde.imaging.lut.Window(4000, 10)));
        Screens.until(() -> middle(pane) != before);
        assertNotEquals(VoiChoice.first(), Screens.on(() -> pane.model().state().view().voi()));
    }

    private static int middle(org.tyde.ui.viewport.ViewportPane pane) {
        return pane.argb((int) pane.getWidth() / 2, (int) pane.getHeight() / 2);
    }

    /// Report and sign in two acts.
    private static void write(Desk desk) throws Exception {
        Screens.until(() -> desk.report().reportProperty().get().isPresent());
        var report = Screens.on(() -> desk.report().reportProperty().get().orElseThrow());
        report.type(Section.FINDINGS, 0, 0, "Normale funn.");
        report.type(Section.IMPRESSION, 0, 0, "Normal undersøkelse.");
        var signing = desk.report().signing();
        Screens.run(desk.report()::sign);
        Screens.until(() -> signing.summaryProperty().get().isPresent());
        Screens.run(signing::released);
        Screens.run(signing::confirm);
        Screens.until(report::sealed);
    }

    /// Asks the archive itself until the report is there.
    private static PriorReport reportIn(House house) throws Exception {
        var study = house.archive().find(StudyQuery.ANY.page(10, 0)).getFirst();
        for (int tries = 0; tries < 200; tries++) {
            for (var series : house.archive().series(study.uid()))
                for (DataSet object : house.archive().instances(study.uid(), series.uid()))
                    if (object.textOr(Tag.SOP_CLASS_UID, "").equals(SopClass.ENHANCED_SR_STORAGE)) {
                        house.archive().retrieve(study.uid()).job().await();
                        house.cache().flush();
                        var uid = object.textOr(Tag.SOP_INSTANCE_UID, "");
                        return PriorReport.of(house.cache().file(uid).dataSet());
                    }
            Thread.sleep(50);
        }
        throw new AssertionError("the report never came to the archive");
    }
}
