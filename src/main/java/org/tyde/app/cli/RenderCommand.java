package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.app.AnnotatedPicture;
import org.tyde.app.DrawnOver;
import org.tyde.app.house.CompanionFiles;
import org.tyde.app.house.Decoders;
import org.tyde.dicom.io.DicomReader;
import org.tyde.evidence.blending.Superimposed;
import org.tyde.evidence.blending.Superimposing;
import org.tyde.evidence.presentation.Blending;
import org.tyde.evidence.presentation.Presentation;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.Turn;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.imaging.InstanceFrames;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;
import org.tyde.imaging.overlay.DisplayShutter;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayChoice;
import org.tyde.imaging.overlay.OverlayPlane;
import org.tyde.imaging.picture.PngFile;
import org.tyde.imaging.picture.Renderer;
import org.tyde.refusal.Refusal;
import org.tyde.settings.TydeHome;
import org.tyde.ui.annotation.Ground;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Pieces;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// `tyde render`: a picture of one frame as a viewport shows it, with or without what is written on it.
/// Without annotations JavaFX is never started.
@Command(name = "render", description = "Write a frame as PNG, as a viewport shows it.")
final class RenderCommand implements Callable<Integer> {
    private static final int MOST = 16_384;
    private static final int VIEWPORT = 1000;

    @Parameters(index = "0", paramLabel = "FILE", description = "A DICOM image.")
    Path file = Path.of("");

    @Option(names = "--frame", paramLabel = "N", description = "Counts from 1; 1 by default.")
    int frame = 1;

    @Option(
            names = "--state",
            paramLabel = "PR",
            description =
                    "A presentation state of the image: LUTs, rotation, flip, displayed area,"
                            + " shutter, graphics and text.")
    @Nullable Path state;

    @Option(
            names = "--with",
            paramLabel = "PATH",
            description =
                    "With --state: a file or folder with images that a blending state lays over"
                            + " this one, and their registration. May be repeated.")
    List<Path> with = List.of();

    @Option(
            names = "--window",
            paramLabel = "C,W",
            description = "Window center and width, after the modality LUT.")
    @Nullable String window;

    @Option(names = "--size", paramLabel = "WxH", description = "Size of the picture.")
    @Nullable String size;

    @Option(
            names = "--native",
            description = "The whole image, one picture pixel for each stored pixel.")
    boolean nativeSize;

    /// On or off.
    enum Annotations {
        /// What the viewport writes on the image.
        on,
        /// Pixels only.
        off
    }

    @Option(
            names = "--annotations",
            paramLabel = "on|off",
            description = "Draw what the viewport writes on the image; on unless --native.")
    @Nullable Annotations annotations;

    @Option(
            names = "--subtract",
            description = "Take the mask from the frame, as the image says; angiograms.")
    boolean subtract;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "OUT.png",
            description = "The file to write.")
    Path out = Path.of("");

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var voi = window == null ? null : wanted(window);
        if (annotated()) return annotated(voi);
        var read = DicomReader.read(file);
        var image = InstanceFrames.of(read.dataSet(), read.transferSyntax());
        var header = image.header();
        var through =
                state == null
                        ? Optional.<Presentation>empty()
                        : Optional.of(asState(header, state));
        var step = subtract ? theirMask(header) : through.flatMap(Presentation::mask);
        var whole = step.isPresent() ? difference(image, step.get()) : decoded(image, frame);
        // other programs draw padding as the values it consists of, and a native picture is
        // compared with theirs
        var decoded = nativeSize ? whole.withoutPadding() : whole;
        var shown = through.isPresent() ? through.get() : asImage(header, whole);
        var pipeline = voi == null ? shown.pipeline() : shown.pipeline().with(voi);
        var wanted = Optional.ofNullable(size).map(this::sized);
        var layout =
                nativeSize
                        ? PictureLayout.ofStoredPixels(header, shown.turn(), wanted)
                        : PictureLayout.of(header, shown, wanted);
        int width = layout.width();
        int height = layout.height();
        var view = layout.view();
        var picture = IntBuffer.allocate(Math.multiplyExact(width, height));
        new Renderer().render(decoded, pipeline, view, width, height, picture);
        var left = EnumSet.noneOf(NotApplied.class);
        if (shown.blending().isPresent()) {
            var upper = superimposed(header, shown.blending().get());
            upper.over(view, width, height, Pieces.ALONE, picture, DisplayFunction.STRAIGHT);
            left.addAll(upper.notApplied());
        }
        boolean drawn = annotations == Annotations.on;
        over(header, shown, drawn)
                .draw(frame, whole, new OverlayChoice.All(), view, width, height, picture);
        if (drawn && !shown.annotations().isEmpty()) {
            var ground = Ground.of(view, layout.area());
            picture = DrawnOver.draw(picture, width, height, shown.annotations(), ground);
        }
        PngFile.write(out, picture, width, height);
        decoded.incomplete(Locale.getDefault()).ifPresent(System.err::println);
        left.addAll(state == null ? header.notApplied() : shown.notApplied());
        if (state == null) left.addAll(OverPicture.of(header).notApplied(whole));
        for (var one : left) System.err.println(one.sentence(Locale.getDefault()));
        return 0;
    }

    private Superimposed superimposed(ImageHeader header, Blending blending) throws IOException {
        try (var runner = new JobRunner()) {
            var files = CompanionFiles.of(file, with);
            var source =
                    new DecodedFrames(
                            files.frames(),
                            Decoders.all(),
                            runner,
                            DecodedFrames.budgetOfThisMachine());
            return new Superimposing(blending, source, runner, files::registration)
                    .over(header, frame)
                    .await();
        }
    }

    /// Where nothing is drawn, geometric shutters are not drawn either.
    private OverPicture over(ImageHeader header, Presentation shown, boolean drawn) {
        if (!drawn)
            return OverPicture.of(
                    header, shown.shutter().flatMap(DisplayShutter::bitmaps), List.of());
        if (state == null) return OverPicture.of(header);
        var planes = shown.overlays().stream().map(OverlayPlane.Activated::plane).toList();
        return OverPicture.of(header, shown.shutter(), planes);
    }

    private static Frame decoded(InstanceFrames image, int number) throws IOException {
        return Frame.decoded(
                image.encoded(number),
                image.header(),
                Decoders.installed(TydeHome.ofSystem()),
                JobContext.NONE);
    }

    private Optional<MaskSubtraction.Step> theirMask(ImageHeader header) throws Refusal {
        var step = header.mask().at(frame);
        if (step.isEmpty())
            throw new Refusal(ImagingReason.NO_MASK, frame).withRule("PS3.3 C.7.6.10");
        return step;
    }

    private Frame difference(InstanceFrames image, MaskSubtraction.Step step) throws IOException {
        var contrast = new ArrayList<Frame>();
        for (int one : step.contrast()) contrast.add(decoded(image, one));
        var mask = new ArrayList<Frame>();
        for (int one : step.mask()) mask.add(decoded(image, one));
        return MaskSubtraction.difference(step, contrast, mask);
    }

    private boolean annotated() {
        if (subtract && state != null) throw usage("--subtract, --state", null);
        if (subtract) return false;
        return annotations == null ? !nativeSize : annotations == Annotations.on && !nativeSize;
    }

    private int annotated(@Nullable Voi wanted) throws IOException {
        int[] area = size == null ? new int[] {VIEWPORT, VIEWPORT} : sized(size);
        var chosen =
                wanted instanceof Voi.Windowed(var w, var _, var _)
                        ? Optional.of(w)
                        : Optional.<Window>empty();
        var through =
                state == null
                        ? Optional.<PresentationState>empty()
                        : Optional.of(PresentationState.of(DicomReader.read(state).dataSet()));
        new AnnotatedPicture(file, with, frame, through, chosen, area[0], area[1]).write(out);
        return 0;
    }

    private Presentation asImage(ImageHeader header, Frame whole) {
        var pipeline =
                subtract
                        ? MaskSubtraction.pipeline(whole, Voi.whole(whole.range()))
                        : GrayscalePipeline.of(
                                header, frame, theirs(header, whole.withoutPadding(), frame));
        return new Presentation(
                pipeline,
                Optional.empty(),
                Turn.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
    }

    private Presentation asState(ImageHeader header, Path file) throws IOException {
        return PresentationState.of(DicomReader.read(file).dataSet()).of(header, frame);
    }

    /// The first of the file's own, tables before windows; with none, everything there is in the frame,
    /// padding too: this picture is compared with those of other programs, which count it.
    private static Voi theirs(ImageHeader header, Frame decoded, int frame) {
        var vois = header.vois(frame);
        if (!vois.isEmpty()) return vois.getFirst();
        return decoded.grey()
                ? Voi.whole(decoded.rangeThrough(header.modalityLut(frame)))
                : new Voi.None();
    }

    private Voi wanted(String text) {
        try {
            var two = text.split(",", -1);
            if (two.length == 2)
                return Voi.window(Double.parseDouble(two[0]), Double.parseDouble(two[1]));
        } catch (IllegalArgumentException no) {
            throw usage("--window C,W (W > 0): " + text, no);
        }
        throw usage("--window C,W (W > 0): " + text, null);
    }

    private int[] sized(String wanted) {
        try {
            var two = wanted.split("x", -1);
            int width = Integer.parseInt(two[0]);
            int height = two.length == 2 ? Integer.parseInt(two[1]) : 0;
            if (width > 0 && height > 0 && width <= MOST && height <= MOST)
                return new int[] {width, height};
        } catch (NumberFormatException no) {
            throw usage("--size WxH (1–" + MOST + "): " + wanted, no);
        }
        throw usage("--size WxH (1–" + MOST + "): " + wanted, null);
    }

    private ParameterException usage(String what, @Nullable Exception cause) {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        return new ParameterException(line, what, cause);
    }
}
