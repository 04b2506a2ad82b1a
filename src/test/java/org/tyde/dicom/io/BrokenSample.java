package org.tyde.dicom.io;

/// One file of samples/broken.
///
/// @param file its name below that folder
/// @param danger what it tries, with the public flaw that it stands for where there is one
/// @param expected `refused REASON`, `warned KIND`, or `frames`: read, but its frames are refused
/// @param content its bytes
record BrokenSample(String file, String danger, String expected, Bytes content) {
    static BrokenSample refused(String name, String danger, String reason, Bytes bytes) {
        return new BrokenSample(name + ".dcm", danger, "refused " + reason, bytes);
    }

    static BrokenSample warned(String name, String danger, String kind, Bytes bytes) {
        return new BrokenSample(name + ".dcm", danger, "warned " + kind, bytes);
    }

    static BrokenSample frames(String name, String danger, Bytes bytes) {
        return new BrokenSample(name + ".dcm", danger, "frames", bytes);
    }

    byte[] bytes() {
        return content.all();
    }

    @Override
    public String toString() {
        return file;
    }
}
