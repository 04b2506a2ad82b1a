package org.tyde.ui.viewport;

import javafx.stage.Stage;

import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.EncodedFrames;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.imaging.InstanceFrames;
import org.tyde.imaging.picture.Renderer;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.samples.DemoInstance;
import org.tyde.samples.DemoStudies;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.tool.Tools;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A desk for tests: the demo studies, decoded as in the product, in a window without a display.
public final class DeskOfSamples implements AutoCloseable {
    private static final Map<String, InstanceFrames> IMAGES = new ConcurrentHashMap<>();
    private static final Map<String, List<DataSet>> STUDIES = new LinkedHashMap<>();

    private static final Map<String, List<String>> FOUND = new ConcurrentHashMap<>();

    final JobRunner runner = new JobRunner();
    final Messages messages = new Messages();
    final FrameSource source;
    public final ImageDesk desk;
    final ViewportGrid grid;
    final Stage stage;

    public DeskOfSamples(int width, int height) throws Exception {
        source = new DecodedFrames(new Samples(), CodecRegistry.builtIn(), runner, 512L << 20);
        desk =
                new ImageDesk(
                        source,
                        new Renderer(),
                        runner,
                        messages,
                        Keymap.standard(),
                        Tools.standard());
        grid = Screens.on(() -> new ViewportGrid(desk));
        stage = Screens.show(grid, width, height);
    }

    private record Samples() implements EncodedFrames {
        @Override
        public ImageHeader header(String uid) throws Refusal {
            return image(uid).header();
        }

        @Override
        public EncodedFrame encoded(FrameKey key) throws Refusal {
            return image(key.sopInstanceUid()).encoded(key.frame());
        }

        private static InstanceFrames image(String uid) throws Refusal {
            var image = IMAGES.get(uid);
            if (image == null) throw new Refusal(ImagingReason.NOT_HERE);
            return image;
        }
    }

    /// Studies of a modality, the one to read first. Of the long series of CT every sixth image is made, which
    /// is enough to scroll in and six times as quick.
    static synchronized List<String> studies(String modality) throws Exception {
        var known = FOUND.get(modality);
        if (known != null) return known;
        var byStudy = new LinkedHashMap<String, List<DemoInstance>>();
        for (var sample : DemoStudies.instances())
            byStudy.computeIfAbsent(sample.studyUid(), _ -> new ArrayList<>()).add(sample);
        var found = new ArrayList<String>();
        for (var study : byStudy.entrySet()) {
            var first = study.getValue().getFirst().make().get();
            if (!first.textOr(Tag.MODALITY, "").equals(modality)) continue;
            found.add(study.getKey());
            int step = modality.equals("CT") ? 6 : 1;
            var made = new ArrayList<DataSet>();
            for (int i = 0; i < study.getValue().size(); i += step) {
                var sample = study.getValue().get(i);
                var data = sample.make().get();
                if (!data.has(Tag.PIXEL_DATA)) continue;
                made.add(data);
                IMAGES.put(
                        sample.sopInstanceUid(),
                        InstanceFrames.of(data, TransferSyntax.EXPLICIT_LITTLE));
            }
            STUDIES.put(study.getKey(), made);
        }
        FOUND.put(modality, found);
        return found;
    }

    static List<DataSet> images(String study) {
        return STUDIES.getOrDefault(study, List.of());
    }

    static CaseStudy caseStudy(String uid) throws Exception {
        var headers = images(uid);
        var first = headers.getFirst();
        var date = first.date(Tag.STUDY_DATE);
        var time = first.time(Tag.STUDY_TIME);
        return new CaseStudy(
                uid,
                first.textOr(Tag.PATIENT_ID, ""),
                date.isPresent() && time.isPresent()
                        ? Optional.of(date.get().atTime(time.get()))
                        : Optional.empty(),
                StudyHeaders.read(uid, headers));
    }

    /// Adds an image that is no sample.
    void put(DataSet data) throws Exception {
        IMAGES.put(
                data.textOr(Tag.SOP_INSTANCE_UID, ""),
                InstanceFrames.of(data, TransferSyntax.EXPLICIT_LITTLE));
    }

    /// Opens the first study of a modality, others of it being its priors, and waits for its pictures.
    public OpenCase open(String modality) throws Exception {
        var uids = studies(modality);
        var priors = new ArrayList<CaseStudy>();
        for (var uid : uids.subList(1, uids.size())) priors.add(caseStudy(uid));
        var open =
                new OpenCase(
                        caseStudy(uids.getFirst()),
                        priors,
                        HangingProtocols.defaults(),
                        System::nanoTime);
        Screens.run(() -> desk.open(Optional.of(open)));
        settle();
        return open;
    }

    /// Waits until every viewport shows what it should, or says why not.
    void settle() throws Exception {
        Screens.until(
                () ->
                        grid.viewports().stream()
                                .allMatch(
                                        p ->
                                                !p.rough()
                                                        && !(p.model().statusProperty().get()
                                                                instanceof
                                                                ViewportStatus.Loading)));
        Thread.sleep(60);
        Screens.run(() -> stage.getScene().getRoot().layout());
    }

    /// Keeps a picture of the window.
    public void keepFor(String name) throws Exception {
        keep(name);
    }

    /// @return the root of the window
    public javafx.scene.Parent root() {
        return stage.getScene().getRoot();
    }

    void keep(String name) throws Exception {
        settle();
        Screens.keep(stage, name);
    }

    ViewportPane pane(int index) {
        return grid.viewports().get(index);
    }

    /// The same also while no case is open.
    ViewportPane pane0(int index) {
        return (ViewportPane)
                grid.getChildrenUnmodifiable().stream()
                        .filter(n -> n instanceof ViewportPane)
                        .toList()
                        .get(index);
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
