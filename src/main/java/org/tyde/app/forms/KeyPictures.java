package org.tyde.app.forms;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.picture.Renderer;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.View;
import org.tyde.report.out.Illustrations;
import org.tyde.report.out.PageImage;
import org.tyde.work.Priority;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The key images of a report as pictures, in the window they were written about in: of the image itself, else of
/// its series, else the first of the file. Waits for frames.
public final class KeyPictures implements Illustrations {
    private static final Logger LOG = LoggerFactory.getLogger(KeyPictures.class);
    private static final int WIDEST = 720;

    private final FrameSource source;
    private final Renderer renderer = new Renderer();
    private final Map<String, View.Levels> windows = new HashMap<>();

    /// @param source of the frames
    /// @param content of the report, whose sentences remember what was on screen
    public KeyPictures(FrameSource source, ReportContent content) {
        this.source = source;
        for (var mark : content.marks())
            if (mark.meaning() instanceof Meaning.SaidAt(var view))
                for (var pane : view.shown())
                    if (pane.window().isPresent()) {
                        windows.put(pane.sopUid() + "#" + pane.frame(), pane.window().get());
                        windows.put(pane.seriesUid(), pane.window().get());
                    }
    }

    /// Nothing is known of windows.
    ///
    /// @param source of the frames
    public KeyPictures(FrameSource source) {
        this.source = source;
    }

    @Override
    public Optional<String> name(InstanceReference image, Locale locale) {
        try {
            var set = source.header(image.sopUid()).dataSet();
            var series = set.integer(Tag.SERIES_NUMBER);
            var number = set.integer(Tag.INSTANCE_NUMBER);
            if (series.isEmpty() || number.isEmpty()) return Optional.empty();
            var name =
                    text(
                            "image",
                            locale,
                            String.valueOf(series.getAsInt()),
                            String.valueOf(number.getAsInt()));
            return Optional.of(
                    image.frames().isEmpty()
                            ? name
                            : name
                                    + text(
                                            "frame",
                                            locale,
                                            String.valueOf(image.frames().getFirst())));
        } catch (Refusal | RuntimeException gone) {
            return Optional.empty();
        }
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Sentences.text(KeyPictures.class, key, locale, arguments);
    }

    /// A report leaves without a picture that cannot be drawn, never not at all.
    @Override
    public Optional<PageImage> picture(InstanceReference image) {
        int number = image.frames().isEmpty() ? 1 : image.frames().getFirst();
        try {
            var header = source.header(image.sopUid());
            var key = new FrameKey(image.sopUid(), number);
            var frame = source.frame(new FrameRequest(key, 0, Priority.NEXT)).await();
            return Optional.of(drawn(header, number, frame, window(image, number)));
        } catch (Refusal | RuntimeException gone) {
            LOG.warn(
                    "a key image cannot be shown in a report: {}", gone.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<View.Levels> window(InstanceReference image, int number) {
        return Optional.ofNullable(windows.get(image.sopUid() + "#" + number))
                .or(() -> Optional.ofNullable(windows.get(image.seriesUid())));
    }

    private PageImage drawn(
            ImageHeader header, int number, Frame frame, Optional<View.Levels> window)
            throws DicomFormatException {
        double aspect = header.aspect(number);
        double tall = header.rows() * aspect;
        double zoom = Math.min(1.0 * WIDEST / header.columns(), WIDEST / tall);
        if (zoom > 1) zoom = Math.min(zoom, 2);
        int width = (int) Math.max(1, Math.rint(header.columns() * zoom));
        int height = (int) Math.max(1, Math.rint(tall * zoom));
        var view =
                ImageToScreen.centred(
                        header.columns(),
                        header.rows(),
                        width,
                        height,
                        zoom,
                        zoom * aspect,
                        false,
                        0,
                        0,
                        0);
        var picture = IntBuffer.allocate(width * height);
        renderer.render(
                frame,
                GrayscalePipeline.of(header, number, voi(header, number, frame, window)),
                view,
                width,
                height,
                picture);
        return new PageImage(width, height, picture.array());
    }

    private static Voi voi(
            ImageHeader header, int number, Frame frame, Optional<View.Levels> window) {
        if (!frame.grey()) return new Voi.None();
        if (window.isPresent()) return Voi.window(window.get().centre(), window.get().width());
        var offered = header.vois(number);
        return offered.isEmpty()
                ? Voi.whole(frame.rangeThrough(header.modalityLut(number)))
                : offered.getFirst();
    }
}
