package org.tyde.app.house;

import org.tyde.codec.EncodedFrame;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.imaging.EncodedFrames;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.imaging.InstanceFrames;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Frames of plain files, found by SOP Instance UID; of two files under one UID the first is kept.
/// Thread-safe.
public final class FileFrames implements EncodedFrames {
    private final Map<String, InstanceFrames> images = new ConcurrentHashMap<>();

    /// @param files DICOM images
    /// @return their frames; pixel data stays in the files
    /// @throws Refusal for the first file that is no image
    /// @throws IOException when one cannot be read
    public static FileFrames of(List<Path> files) throws Refusal, IOException {
        var all = new FileFrames();
        for (var file : files) all.add(file);
        return all;
    }

    /// @param file a DICOM image
    /// @return its SOP Instance UID (0008,0018)
    /// @throws Refusal when it is no image
    /// @throws IOException when it cannot be read
    public String add(Path file) throws Refusal, IOException {
        var read = DicomReader.read(file);
        var uid = read.dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
        images.putIfAbsent(uid, InstanceFrames.of(read.dataSet(), read.transferSyntax()));
        return uid;
    }

    @Override
    public ImageHeader header(String sopInstanceUid) throws Refusal {
        return image(sopInstanceUid).header();
    }

    @Override
    public EncodedFrame encoded(FrameKey key) throws Refusal {
        return image(key.sopInstanceUid()).encoded(key.frame());
    }

    private InstanceFrames image(String uid) throws Refusal {
        var image = images.get(uid);
        if (image == null) throw new Refusal(ImagingReason.NOT_HERE);
        return image;
    }
}
