package org.tyde.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// SOP classes (PS3.4 B.5): the constants are inherited, `SopClass.CT_IMAGE_STORAGE`.
public final class SopClass implements SopClasses {
    private static final Map<String, String> NAMES =
            new String(Dictionary.resource("sop-classes.tsv"), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    private SopClass() {}

    /// @param uid of a SOP class
    /// @return its name in the standard
    public static Optional<String> name(String uid) {
        return Optional.ofNullable(NAMES.get(uid));
    }

    /// @param uid of a SOP class
    /// @return whether its instances are images to look at: not reports, key objects, presentation states,
    ///     segmentations or documents
    public static boolean isImage(String uid) {
        return name(uid).filter(n -> n.contains("Image Storage")).isPresent();
    }

    /// @param uid of a SOP class
    /// @return whether instances of it are stored (PS3.4 B.5)
    public static boolean isStorage(String uid) {
        return name(uid).filter(n -> n.contains("Storage")).isPresent()
                && !uid.equals(MEDIA_STORAGE_DIRECTORY_STORAGE);
    }
}
