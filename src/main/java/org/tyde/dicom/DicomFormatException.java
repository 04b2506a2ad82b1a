package org.tyde.dicom;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// Bytes that are not what the standard says. Names the reason, the place and the rule.
public final class DicomFormatException extends Refusal {
    private static final long serialVersionUID = 1;

    private final long offset;
    private transient @Nullable TagPath path;

    /// @param reason why
    /// @param offset bytes from the start of the file (of the inflated data set where deflated), -1
    ///     where the data never was in a file
    /// @param arguments what the sentence names
    public DicomFormatException(DicomReason reason, long offset, Object... arguments) {
        super(reason, arguments);
        this.offset = offset;
    }

    /// @return bytes from the start of the file, -1 where the data never was in a file
    public long offset() {
        return offset;
    }

    /// @param path tags from the outermost, such as `(0040,A730)[2].(0040,A124)`
    /// @return this, its place being that path and the offset
    public DicomFormatException at(String path) {
        withPlace(path, offset);
        return this;
    }

    /// @param element the element it is about
    /// @return this, its place being that path and the offset
    public DicomFormatException at(TagPath element) {
        path = element;
        return at(element.toString());
    }

    /// @return the element it is about, where one is
    public Optional<TagPath> path() {
        return Optional.ofNullable(path);
    }

    @Override
    public DicomFormatException withRule(String section) {
        super.withRule(section);
        return this;
    }

    @Override
    public DicomFormatException because(Throwable cause) {
        super.because(cause);
        return this;
    }
}
