package org.tyde.ui.viewport.thumbnail;

import static org.tyde.ui.FxThread.FX;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Turn;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.Placement.Wall;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.PixelSpacing;
import org.tyde.imaging.lut.Voi;
import org.tyde.reading.ViewState;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.Posing;
import org.tyde.work.Priority;

import java.nio.IntBuffer;
import java.util.OptionalDouble;

/// One series in the strip: its middle image, its words, how much of it is here and how much was seen.
final class Thumbnail extends VBox {
    /// px of the picture.
    static final int SIZE = 104;

    private final ImageDesk desk;
    private final ImageStack stack;
    private final ImageView view = new ImageView();
    private final Region here = new Region();
    private final Region seen = new Region();
    private final Label words = new Label();
    private final Label mark = new Label();

    /// A picture and the header it was made with.
    private record Small(ImageHeader header, IntBuffer pixels) {}

    Thumbnail(ImageDesk desk, ImageStack stack, boolean prior) {
        this.desk = desk;
        this.stack = stack;
        getStyleClass().addAll("thumbnail", prior ? "of-prior" : "of-current");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        var picture = new StackPane(view);
        picture.getStyleClass().add("picture");
        picture.setMinSize(SIZE, SIZE);
        picture.setMaxSize(SIZE, SIZE);
        here.getStyleClass().add("here");
        seen.getStyleClass().add("seen");
        var bars = new VBox(here, seen);
        bars.getStyleClass().add("bars");
        words.getStyleClass().add("words");
        words.setMaxWidth(SIZE);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        mark.getStyleClass().add("mark");
        getChildren().addAll(picture, bars, words, mark);
        setMaxWidth(SIZE + 8);
        load();
    }

    ImageStack stack() {
        return stack;
    }

    /// Shows what is here and what was seen by now.
    void refresh() {
        int size = stack.size();
        int shown = desk.openCase().map(c -> c.coverage().seen(stack)).orElse(0);
        int all = size + desk.missing(stack);
        setBar(here, (double) size / all);
        setBar(seen, (double) shown / all);
        var text = desk.messages().in(Thumbnail.class);
        var count = size == 1 ? text.text("strip.image") : text.text("strip.images", "" + size);
        mark.setText(shown == all ? count + " · " + text.text("strip.seen") : count);
        setAccessibleText(words.getText() + ", " + mark.getText());
    }

    private static void setBar(Region bar, double share) {
        double width = Math.rint(SIZE * share);
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
    }

    private void load() {
        var key = stack.frame(stack.size() / 2).key();
        var job =
                desk.runner()
                        .waiting(
                                "thumbnail",
                                _ -> {
                                    var header = desk.source().header(key.sopInstanceUid());
                                    int level = level(header);
                                    var request = new FrameRequest(key, level, Priority.BACKGROUND);
                                    var frame = desk.source().frame(request).await();
                                    return new Small(header, draw(header, key.frame(), frame));
                                });
        FX.watch(
                job,
                small -> {
                    var buffer =
                            new PixelBuffer<>(
                                    SIZE,
                                    SIZE,
                                    small.pixels(),
                                    PixelFormat.getIntArgbPreInstance());
                    view.setImage(new WritableImage(buffer));
                    words.setText(words(small.header()));
                    refresh();
                },
                cause -> {
                    words.setText(desk.messages().sentence(cause));
                    refresh();
                });
    }

    private static String words(ImageHeader header) {
        try {
            var data = header.dataSet();
            return data.textOr(Tag.SERIES_DESCRIPTION, data.textOr(Tag.MODALITY, ""));
        } catch (DicomFormatException malformed) {
            return "";
        }
    }

    private static int level(ImageHeader header) throws DicomFormatException {
        int rows = header.dataSet().integer(Tag.ROWS).orElse(SIZE);
        int columns = header.dataSet().integer(Tag.COLUMNS).orElse(SIZE);
        int halvings = Math.max(1, Math.max(rows, columns) / SIZE);
        return Math.clamp(31 - Integer.numberOfLeadingZeros(halvings), 0, 15);
    }

    private IntBuffer draw(ImageHeader header, int number, Frame frame) {
        var modality = header.modalityLut(number);
        var offered = header.vois(number);
        Voi voi =
                !frame.grey()
                        ? new Voi.None()
                        : offered.isEmpty()
                                ? Voi.whole(frame.rangeThrough(modality))
                                : offered.getFirst();
        var posing =
                new Posing(
                        frame.fullColumns(),
                        frame.fullRows(),
                        header.spacing(number).map(PixelSpacing::column).orElse(1.0),
                        header.spacing(number).map(PixelSpacing::row).orElse(header.aspect()),
                        Wall.NONE,
                        OptionalDouble.empty(),
                        1,
                        OptionalDouble.empty());
        var pixels = IntBuffer.allocate(SIZE * SIZE);
        desk.renderer()
                .render(
                        frame,
                        GrayscalePipeline.of(header, number, voi),
                        posing.pose(ViewState.FIRST.with(Turn.NONE), SIZE, SIZE).matrix(1),
                        SIZE,
                        SIZE,
                        pixels);
        return pixels;
    }
}
