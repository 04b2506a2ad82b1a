package org.tyde.app.house;

import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// One clear sentence for whatever went wrong.
public final class Failures {
    private Failures() {}

    /// @param failure what went wrong
    /// @param locale the reader's language
    /// @return one sentence on one line
    public static String sentence(Throwable failure, Locale locale) {
        return Sentences.of(refusal(failure), locale).replace('\n', ' ');
    }

    /// @param failure what went wrong
    /// @return it, or the refusal that says it
    public static Refusal refusal(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case NoSuchFileException e -> noSuchFile(e).because(e);
            case DirectoryNotEmptyException e ->
                    new Refusal(AppReason.IS_FOLDER, file(e)).because(e);
            case AccessDeniedException e ->
                    new Refusal(AppReason.ACCESS_DENIED, file(e)).because(e);
            case FileAlreadyExistsException e ->
                    new Refusal(AppReason.FILE_EXISTS, file(e)).because(e);
            case FileSystemException e -> fileSystem(e).because(e);
            case IOException e -> io(e).because(e);
            default -> new Refusal(AppReason.UNEXPECTED).because(failure);
        };
    }

    /// Where the folder is missing, the file's own name (often a temporary one) would say nothing.
    private static Refusal noSuchFile(NoSuchFileException e) {
        var folder = Path.of(file(e)).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder))
            return new Refusal(AppReason.NO_FOLDER, folder);
        return new Refusal(AppReason.NO_SUCH_FILE, file(e));
    }

    private static Refusal fileSystem(FileSystemException e) {
        var said = String.valueOf(e.getReason());
        if (isFull(said)) return new Refusal(AppReason.DISK_FULL, file(e));
        return new Refusal(AppReason.FILE_SYSTEM, file(e), said);
    }

    private static Refusal io(IOException e) {
        var said = e.getMessage() == null ? e.toString() : e.getMessage();
        if (isFull(said)) return new Refusal(AppReason.DISK_FULL, "");
        return new Refusal(AppReason.NOT_READ, said);
    }

    private static boolean isFull(String said) {
        return said.contains("No space left") || said.contains("not enough space");
    }

    private static String file(FileSystemException e) {
        return String.valueOf(e.getFile());
    }
}
