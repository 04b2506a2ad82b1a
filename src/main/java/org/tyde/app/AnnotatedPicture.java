package org.tyde.app;

import org.tyde.app.house.CompanionFiles;
import org.tyde.app.house.Decoders;
import org.tyde.codec.CodecReason;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.Turn;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.lut.Window;
import org.tyde.imaging.picture.PngFile;
import org.tyde.reading.OpenCase;
import org.tyde.reading.VoiChoice;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A frame as a viewport shows it, with everything the viewport writes on it.
///
/// @param file a DICOM image
/// @param with files and folders with images that the state lays over it, and their registration
/// @param frame counts from 1
/// @param state a presentation state to show it through
/// @param window to show it with; empty for the file's own
/// @param width px of the viewport
/// @param height px of the viewport
public record AnnotatedPicture(
        Path file,
        List<Path> with,
        int frame,
        Optional<PresentationState> state,
        Optional<Window> window,
        int width,
        int height) {
    /// @param out a PNG file
    /// @throws IOException when the image cannot be shown or the file not written
    public void write(Path out) throws IOException {
        try (var runner = new JobRunner()) {
            var files = CompanionFiles.of(file, with);
            var image = files.headers().getFirst();
            var uid = image.textOr(Tag.SOP_INSTANCE_UID, "");
            var header = files.frames().header(uid);
            if (frame < 1 || frame > header.frames())
                throw new Refusal(CodecReason.NO_SUCH_FRAME, frame, header.frames());
            var source =
                    new DecodedFrames(
                            files.frames(),
                            Decoders.all(),
                            runner,
                            DecodedFrames.budgetOfThisMachine());
            var desk = new OffscreenDesk(source, runner, Locale.getDefault(), width, height);
            var states = state.stream().toList();
            var turn = state.isPresent() ? state.get().of(header, frame).turn() : Turn.NONE;
            var open =
                    desk.open(
                            List.of(image), states, files.registrations(), new ScreenLayout(1, 1));
            OffscreenDesk.onFx(() -> choose(open, new FrameKey(uid, frame), turn));
            desk.settle();
            PngFile.write(out, desk.picture(), width, height);
        }
    }

    private boolean choose(OpenCase open, FrameKey key, Turn turn) {
        open.viewport(0).stack().map(s -> s.indexOf(key)).ifPresent(i -> open.goTo(0, i.orElse(0)));
        state.ifPresent(s -> open.view(0, v -> v.through(Optional.of(s.sopUid()), turn)));
        window.ifPresent(w -> open.view(0, v -> v.with(new VoiChoice.Chosen(w))));
        return true;
    }
}
