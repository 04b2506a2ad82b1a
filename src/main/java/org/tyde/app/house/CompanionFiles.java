package org.tyde.app.house;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Files beside an image that a presentation state may need: the images it superimposes, and registrations.
public final class CompanionFiles {
    private static final Set<String> REGISTRATIONS =
            Set.of(
                    SopClass.SPATIAL_REGISTRATION_STORAGE,
                    SopClass.DEFORMABLE_SPATIAL_REGISTRATION_STORAGE);

    private final FileFrames frames = new FileFrames();
    private final Map<String, DataSet> registrations = new HashMap<>();
    private final List<DataSet> headers = new ArrayList<>();

    /// @param image the one that is shown
    /// @param paths files, and folders whose files all count; what is no image and no registration does not
    /// @return all of them
    /// @throws IOException when one cannot be read
    public static CompanionFiles of(Path image, List<Path> paths) throws IOException {
        var all = new CompanionFiles();
        all.headers.add(all.frames.header(all.frames.add(image)).dataSet());
        for (var path : paths)
            try (var files = Files.walk(path)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList())
                    all.add(file, path.equals(file));
            }
        return all;
    }

    private void add(Path file, boolean named) throws IOException {
        try {
            var read = DicomReader.read(file).dataSet();
            var kind = read.textOr(Tag.SOP_CLASS_UID, "");
            if (REGISTRATIONS.contains(kind))
                registrations.put(read.textOr(Tag.SOP_INSTANCE_UID, ""), read);
            else if (read.has(Tag.ROWS)) headers.add(frames.header(frames.add(file)).dataSet());
        } catch (Refusal other) {
            if (named) throw other;
        }
    }

    /// @return their frames, by SOP Instance UID
    public FileFrames frames() {
        return frames;
    }

    /// @return headers of the images, that which is shown first
    public List<DataSet> headers() {
        return List.copyOf(headers);
    }

    /// @return the Spatial Registrations among them
    public List<DataSet> registrations() {
        return List.copyOf(registrations.values());
    }

    /// @param uid SOP Instance UID
    /// @return the Spatial Registration of it
    public Optional<DataSet> registration(String uid) {
        return Optional.ofNullable(registrations.get(uid));
    }
}
