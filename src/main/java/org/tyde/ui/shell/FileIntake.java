package org.tyde.ui.shell;

import static org.tyde.ui.FxThread.FX;

import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.tyde.ui.Messages;
import org.tyde.work.Progress;
import org.tyde.worklist.WorklistRow;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Files, folders and ZIP archives that a person chooses, drops on a window or hands over by a second start:
/// taken in with progress and a way to stop, then the first study is read.
final class FileIntake {
    private static final int SENTENCES = 3;

    private final Messages messages;
    private final Messages.Room words;
    private final BannerLine banner;
    private final Consumer<WorklistRow> read;
    private Optional<FileOpener> opener = Optional.empty();

    FileIntake(Messages messages, BannerLine banner, Consumer<WorklistRow> read) {
        this.messages = messages;
        words = messages.in(FileIntake.class);
        this.banner = banner;
        this.read = read;
    }

    void through(FileOpener next) {
        opener = Optional.of(next);
    }

    /// Lets files be dropped anywhere on a window.
    void acceptDrops(Scene scene) {
        scene.addEventHandler(
                DragEvent.DRAG_OVER,
                over -> {
                    if (!over.getDragboard().hasFiles()) return;
                    over.acceptTransferModes(TransferMode.COPY);
                    over.consume();
                });
        scene.addEventHandler(
                DragEvent.DRAG_DROPPED,
                dropped -> {
                    if (!dropped.getDragboard().hasFiles()) return;
                    take(dropped.getDragboard().getFiles().stream().map(File::toPath).toList());
                    dropped.setDropCompleted(true);
                    dropped.consume();
                });
    }

    void chooseFiles(Window over) {
        var chooser = new FileChooser();
        chooser.setTitle(words.text("intake.files"));
        var chosen = chooser.showOpenMultipleDialog(over);
        if (chosen != null) take(chosen.stream().map(File::toPath).toList());
    }

    void chooseFolder(Window over) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.text("intake.folder"));
        var chosen = chooser.showDialog(over);
        if (chosen != null) take(List.of(chosen.toPath()));
    }

    void take(List<Path> paths) {
        if (opener.isEmpty() || paths.isEmpty()) return;
        var job = opener.get().open(paths);
        Runnable stop =
                () -> {
                    job.cancel();
                    banner.say(words.text("intake.stopped"));
                };
        banner.working(words.text("intake.began"), stop);
        FX.watchProgress(
                job,
                progress -> {
                    if (!job.ended()) show(progress, stop);
                });
        FX.watch(job, this::ended, failure -> banner.say(messages.sentence(failure)));
    }

    private void show(Progress progress, Runnable stop) {
        banner.working(
                words.text(
                        "intake.progress",
                        (progress.done() + (1 << 19)) >> 20,
                        (progress.total() + (1 << 19)) >> 20),
                stop);
    }

    private void ended(FileOpener.Opened opened) {
        opened.row().ifPresent(read);
        banner.say(sentence(opened));
    }

    private String sentence(FileOpener.Opened opened) {
        var result = opened.result();
        var text = new StringBuilder();
        if (result.others() > 0 || result.taken() + result.held() != 1 || !result.complete())
            text.append(
                    words.text(
                            "intake.ended",
                            result.taken(),
                            result.held(),
                            result.others(),
                            result.refused().size()));
        for (var one : result.refused().stream().limit(SENTENCES).toList())
            text.append(' ').append(one.name()).append(": ").append(messages.sentence(one.why()));
        int more = result.refused().size() - SENTENCES;
        if (more > 0) text.append(' ').append(words.text("intake.more", more));
        return text.toString();
    }
}
