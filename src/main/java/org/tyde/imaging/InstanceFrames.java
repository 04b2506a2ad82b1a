package org.tyde.imaging;

import org.jspecify.annotations.Nullable;
import org.tyde.codec.CodecReason;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.Fragments;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.imaging.lut.LutReader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// The stored frames of one image whose data set is open; whoever has many images keeps one of these for
/// each. Nothing is read before a frame is asked for. Thread-safe.
public final class InstanceFrames {
    private final ImageHeader header;
    private final TransferSyntax syntax;
    private @Nullable Fragments fragments;

    private InstanceFrames(ImageHeader header, TransferSyntax syntax) {
        this.header = header;
        this.syntax = syntax;
    }

    /// @param dataSet of an image, with its pixels
    /// @param syntax of the pixels
    /// @return its frames
    /// @throws Refusal when it is no image, or what it says cannot be
    public static InstanceFrames of(DataSet dataSet, TransferSyntax syntax) throws Refusal {
        return new InstanceFrames(ImageHeader.of(dataSet, syntax), syntax);
    }

    /// @return what the header says
    public ImageHeader header() {
        return header;
    }

    /// @param frame 1-based
    /// @return its bytes and their transfer syntax
    /// @throws Refusal when there is no such frame, or it cannot be found or read
    public EncodedFrame encoded(int frame) throws Refusal {
        if (frame < 1 || frame > header.frames())
            throw new Refusal(CodecReason.NO_SUCH_FRAME, frame, header.frames());
        var pixels = pixels(header.dataSet());
        if (pixels.isEmpty()) throw new Refusal(CodecReason.NO_PIXELS).withPlace("(7FE0,0010)");
        try {
            return switch (pixels.get().value()) {
                case Value.Bytes(var data) -> nativeFrame(data, frame);
                case Value.Bulk(var data) -> nativeFrame(data, frame);
                case Value.Fragments(var _, var data) when syntax.video() ->
                        new EncodedFrame(syntax, data, 0, frame);
                case Value.Fragments(var table, var data) ->
                        new EncodedFrame(syntax, fragments(table, data).frame(frame), 0);
                case Value.Items _ -> throw new Refusal(CodecReason.NO_PIXELS);
            };
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unread) {
            throw new Refusal(ImagingReason.UNREAD, String.valueOf(unread.getMessage()))
                    .because(unread);
        }
    }

    private static Optional<Element> pixels(DataSet dataSet) throws Refusal {
        for (var tag : List.of(Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
            var element = dataSet.element(tag);
            if (element.isPresent()) return element;
        }
        return Optional.empty();
    }

    private EncodedFrame nativeFrame(BulkData data, int frame) throws Refusal {
        if (syntax.encapsulated())
            throw new Refusal(CodecReason.FRAMES_NOT_FOUND, 0, header.frames())
                    .withPlace("(7FE0,0010)");
        long bits = header.format().nativeBits();
        boolean within = frame - 1 <= 8 * data.length() / bits;
        long start = within ? bits * (frame - 1L) : 0;
        long from = start / 8;
        if (!within || from >= data.length()) {
            double needed = Math.ceil((double) bits * frame / 8);
            throw new Refusal(CodecReason.TOO_FEW_BYTES, data.length(), (long) needed)
                    .withPlace("(7FE0,0010)");
        }
        int firstBit = (int) (start % 8);
        // of pixel data that are cut off the last frame may be there in part
        long length = Math.min((firstBit + bits + 7) / 8, data.length() - from);
        return new EncodedFrame(syntax, List.of(data.part(from, length)), firstBit);
    }

    private synchronized Fragments fragments(BulkData table, List<BulkData> data)
            throws IOException {
        var known = fragments;
        if (known != null) return known;
        var found = Fragments.of(data, offsets(table), header.frames());
        fragments = found;
        return found;
    }

    private long[] offsets(BulkData basic) throws IOException {
        var extended = LutReader.bytes(header.dataSet().element(Tag.EXTENDED_OFFSET_TABLE));
        if (extended.length >= 8) {
            var words = ByteBuffer.wrap(extended).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
            var offsets = new long[words.remaining()];
            words.get(offsets);
            return offsets;
        }
        if (basic.length() > 4L * Integer.MAX_VALUE / 8) return new long[0];
        var words = ByteBuffer.wrap(basic.all()).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        var offsets = new long[words.remaining()];
        for (int i = 0; i < offsets.length; i++) offsets[i] = Integer.toUnsignedLong(words.get(i));
        return offsets;
    }
}
