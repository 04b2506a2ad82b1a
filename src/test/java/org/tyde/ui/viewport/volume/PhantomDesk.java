package org.tyde.ui.viewport.volume;

import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Point3;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.picture.Renderer;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.ui.Action;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.ViewportGrid;
import org.tyde.ui.viewport.tool.Tools;
import org.tyde.volume.MadeStack;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A desk with one study of made stacks: a body with an asymmetric mark, and where wanted its PET.
final class PhantomDesk implements AutoCloseable {
    static final String STUDY = "1.2.3";

    final JobRunner runner = new JobRunner(2);
    final Messages messages = new Messages();
    final ImageDesk desk;
    final ViewportGrid grid;
    final MprPane mpr;
    final Stage stage;
    private final List<MadeStack> stacks;

    PhantomDesk(int width, int height, MadeStack... stacks) throws Exception {
        this.stacks = List.of(stacks);
        desk =
                new ImageDesk(
                        new AllStacks(),
                        new Renderer(),
                        runner,
                        messages,
                        Keymap.standard(),
                        Tools.standard());
        grid = Screens.on(() -> new ViewportGrid(desk));
        mpr = Screens.on(() -> new MprPane(desk));
        grid.leaveThrough(mpr::perform);
        stage = Screens.show(Screens.on(() -> new StackPane(grid, mpr)), width, height);
        var headers = new ArrayList<DataSet>();
        for (var stack : stacks) headers.addAll(stack.headers());
        var study =
                new CaseStudy(
                        STUDY,
                        "p",
                        Optional.of(LocalDateTime.of(2026, 11, 23, 9, 0)),
                        StudyHeaders.read(STUDY, headers));
        var open = new OpenCase(study, List.of(), HangingProtocols.defaults(), System::nanoTime);
        Screens.run(() -> desk.open(Optional.of(open)));
        Screens.run(() -> open.stack("1.2.3.1").ifPresent(s -> open.show(0, s)));
    }

    /// A body of 40 HU, 160 x 120 x 170 mm, with a bright ball to the left, front and head of its middle and
    /// a dense bar along its back.
    static double body(Point3 p) {
        double r = Math.hypot(p.x() / 80, p.y() / 60);
        if (r > 1) return -1000;
        double ball = Math.sqrt(square(p.x() - 35) + square(p.y() + 25) + square(p.z() - 55));
        if (ball < 14) return 300;
        if (Math.abs(p.x()) < 8 && Math.abs(p.y() - 42) < 8) return 900;
        return 40 + 20 * Math.sin(p.z() / 6) * Math.sin(p.x() / 7);
    }

    private static double square(double x) {
        return x * x;
    }

    static MadeStack ct() {
        return new MadeStack(96, 80, v -> body(moved(v.place())))
                .named("1.2.3.1.")
                .leaning(60, 2, 2, new org.tyde.geometry.Vector3(0, 0, 3))
                .with(d -> series(d, "1.2.3.1", "CT"));
    }

    /// Made stacks begin at (-20, 10, 5); the body's middle lies in the middle of the stack.
    static Point3 moved(Point3 p) {
        return new Point3(p.x() - 75, p.y() - 89, p.z() - 94);
    }

    static MadeStack pet() {
        return new MadeStack(
                        48,
                        40,
                        v -> {
                            var p = moved(v.place());
                            double ball =
                                    Math.sqrt(
                                            square(p.x() - 35)
                                                    + square(p.y() + 25)
                                                    + square(p.z() - 55));
                            double r = Math.hypot(p.x() / 80, p.y() / 60);
                            return ball < 14 ? 30000 : r < 1 ? 2000 : 0;
                        })
                .named("1.2.3.2.")
                .leaning(45, 4, 4, new org.tyde.geometry.Vector3(0, 0, 4))
                .with(
                        d -> {
                            series(d, "1.2.3.2", "PT");
                            petTimes(d);
                        });
    }

    /// 75 kg, 300 MBq F-18 an hour before the scan.
    private static void petTimes(DataSetBuilder d) {
        d.text(Tag.UNITS, "BQML")
                .text(Tag.CORRECTED_IMAGE, "ATTN", "DECAY")
                .text(Tag.DECAY_CORRECTION, "START")
                .decimal(Tag.PATIENT_WEIGHT, 75)
                .date(Tag.SERIES_DATE, LocalDate.of(2026, 11, 23))
                .time(Tag.SERIES_TIME, LocalTime.of(10, 0))
                .date(Tag.ACQUISITION_DATE, LocalDate.of(2026, 11, 23))
                .time(Tag.ACQUISITION_TIME, LocalTime.of(10, 0))
                .sequence(
                        Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.RADIONUCLIDE_TOTAL_DOSE, 3e8)
                                .decimal(Tag.RADIONUCLIDE_HALF_LIFE, 6586.2)
                                .time(Tag.RADIOPHARMACEUTICAL_START_TIME, LocalTime.of(9, 0))
                                .build());
    }

    private static void series(DataSetBuilder d, String uid, String modality) {
        d.text(Tag.STUDY_INSTANCE_UID, STUDY)
                .text(Tag.SERIES_INSTANCE_UID, uid)
                .text(Tag.MODALITY, modality)
                .text(Tag.SERIES_DESCRIPTION, modality.equals("CT") ? "Thorax" : "WB PET")
                .integer(Tag.SERIES_NUMBER, modality.equals("CT") ? 2 : 3)
                .text(
                        Tag.SOP_CLASS_UID,
                        modality.equals("CT")
                                ? "1.2.840.10008.5.1.4.1.1.2"
                                : "1.2.840.10008.5.1.4.1.1.128")
                .personName(Tag.PATIENT_NAME, PersonName.parse("Fiktiv^Kari"))
                .text(Tag.PATIENT_ID, "13116900216")
                .date(Tag.STUDY_DATE, LocalDate.of(2026, 11, 23))
                .time(Tag.STUDY_TIME, LocalTime.of(9, 0));
        if (modality.equals("CT")) d.decimal(Tag.WINDOW_CENTER, 40).decimal(Tag.WINDOW_WIDTH, 400);
    }

    private final class AllStacks implements FrameSource {
        @Override
        public Job<Frame> frame(FrameRequest request) {
            return of(request.key().sopInstanceUid()).frame(request);
        }

        @Override
        public ImageHeader header(String uid) throws Refusal {
            return of(uid).header(uid);
        }

        private MadeStack of(String uid) {
            return stacks.get(uid.startsWith("1.2.3.2.") ? 1 : 0);
        }
    }

    void perform(Action action) throws Exception {
        Screens.run(() -> mpr.perform(action));
    }

    /// Waits until all planes show what is wanted, in full detail.
    void settle() throws Exception {
        Screens.until(
                () ->
                        mpr.model().statusProperty().get() instanceof MprStatus.Showing
                                && mpr.planes().stream()
                                        .allMatch(p -> !p.isVisible() || p.settled()));
        Screens.run(() -> stage.getScene().getRoot().layout());
    }

    PlanePane plane(int index) {
        return mpr.planes().get(index);
    }

    @Override
    public void close() {
        try {
            Screens.run(
                    () -> {
                        desk.open(Optional.empty());
                        stage.close();
                    });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        runner.close();
    }
}
