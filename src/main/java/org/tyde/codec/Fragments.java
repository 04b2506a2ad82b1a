package org.tyde.codec;

import org.tyde.dicom.BulkData;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Which fragments make which frame (PS3.5 A.4). The offset table is believed only where it points at
/// fragments; else one fragment is one frame, or frames are told apart by where compressed streams begin.
/// Of an image that was cut off, the frames that are there can be had.
public final class Fragments {
    private static final int ITEM_HEADER = 8;
    private static final int JP2 = 0x6A502020;
    private static final long LOW = 0xFFFFFFFFL;
    private final List<List<BulkData>> frames;

    private Fragments(List<List<BulkData>> frames) {
        this.frames = frames;
    }

    /// @param fragments after the Basic Offset Table
    /// @param offsets of the frames' first fragments, from the first byte of the item tag of the first
    ///     fragment: the Basic or the Extended Offset Table; empty when there is none
    /// @param frames Number of Frames (0028,0008)
    /// @return the frames
    /// @throws Refusal [CodecReason#FRAMES_NOT_FOUND] when nothing tells them apart
    /// @throws IOException when fragments cannot be read
    public static Fragments of(List<BulkData> fragments, long[] offsets, int frames)
            throws Refusal, IOException {
        if (fragments.isEmpty() || frames < 1)
            throw new Refusal(CodecReason.FRAMES_NOT_FOUND, fragments.size(), frames);
        if (frames == 1) return new Fragments(List.of(List.copyOf(fragments)));
        var byTable = starts(fragments, offsets, frames);
        if (!byTable.isEmpty()) return split(fragments, byTable);
        if (withoutEmptyEnd(fragments) == frames) return split(fragments, first(frames));
        var byStream = streams(fragments);
        boolean cutOff = byStream.size() < frames && byStream.size() == withoutEmptyEnd(fragments);
        if (byStream.size() == frames || cutOff) return split(fragments, byStream);
        var there = startsUntilTheEnd(fragments, offsets, frames);
        if (!there.isEmpty()) return split(fragments, there);
        throw new Refusal(CodecReason.FRAMES_NOT_FOUND, fragments.size(), frames)
                .withPlace("(7FE0,0010)")
                .withRule("PS3.5 A.4");
    }

    /// @param frame 1-based
    /// @return its fragments in order
    /// @throws Refusal [CodecReason#NO_SUCH_FRAME]
    public List<BulkData> frame(int frame) throws Refusal {
        if (frame < 1 || frame > frames.size())
            throw new Refusal(CodecReason.NO_SUCH_FRAME, frame, frames.size());
        return frames.get(frame - 1);
    }

    /// @return how many there are, fewer than the header says where the image was cut off
    public int count() {
        return frames.size();
    }

    /// The fragment each offset points at; empty when one of them points elsewhere. Some count from
    /// another byte than the first item tag, and 32 bits run over after 4 GiB.
    private static List<Integer> starts(List<BulkData> fragments, long[] offsets, int frames) {
        var found = matched(fragments, offsets, frames);
        return found.size() == frames ? found : List.of();
    }

    /// The same of an image that was cut off: the offsets of frames that are missing point beyond its end.
    private static List<Integer> startsUntilTheEnd(
            List<BulkData> fragments, long[] offsets, int frames) {
        var found = matched(fragments, offsets, frames);
        if (found.isEmpty()) return found;
        long end = 0;
        for (var fragment : fragments) end += ITEM_HEADER + fragment.length();
        for (int f = found.size(); f < frames; f++)
            if (offsets[f] - offsets[0] < end) return List.of();
        return found;
    }

    private static List<Integer> matched(List<BulkData> fragments, long[] offsets, int frames) {
        if (offsets.length < frames) return List.of();
        var found = new ArrayList<Integer>();
        long at = 0;
        for (int i = 0; i < fragments.size() && found.size() < frames; i++) {
            long wanted = offsets[found.size()] - offsets[0];
            if (at == wanted || (at - wanted & LOW) == 0 && offsets[found.size()] <= LOW)
                found.add(i);
            at += ITEM_HEADER + fragments.get(i).length();
        }
        return found;
    }

    /// Empty fragments at the end belong to no frame of their own.
    private static int withoutEmptyEnd(List<BulkData> fragments) {
        int count = fragments.size();
        while (count > 0 && fragments.get(count - 1).length() == 0) count--;
        return count;
    }

    private static List<Integer> first(int count) {
        var each = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) each.add(i);
        return each;
    }

    private static List<Integer> streams(List<BulkData> fragments) throws IOException {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < fragments.size(); i++) if (begins(fragments.get(i))) found.add(i);
        return !found.isEmpty() && found.getFirst() == 0 ? found : List.of();
    }

    /// Start of image of JPEG and JPEG-LS, start of codestream of JPEG 2000, bare or in a JP2 file, header of RLE.
    private static boolean begins(BulkData fragment) throws IOException {
        if (fragment.length() < 8) return false;
        var head = ByteBuffer.wrap(fragment.read(0, 8));
        int first = head.getInt();
        return first >>> 8 == 0xFFD8FF
                || first == 0xFF4FFF51
                || first == 12 && head.getInt() == JP2
                || rle(fragment);
    }

    /// The number of segments and where each begins, the first after the header, unused places zero (PS3.5 G.5):
    /// 64 bytes that nothing else looks like.
    private static boolean rle(BulkData fragment) throws IOException {
        if (fragment.length() <= RleDecoder.HEADER) return false;
        var header = ByteBuffer.wrap(fragment.read(0, RleDecoder.HEADER));
        var words = header.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int segments = words.get(0);
        if (segments < 1 || segments > RleDecoder.MOST_SEGMENTS) return false;
        if (words.get(1) != RleDecoder.HEADER) return false;
        for (int s = 2; s <= RleDecoder.MOST_SEGMENTS; s++) {
            boolean used = s <= segments;
            if (used ? words.get(s) <= words.get(s - 1) : words.get(s) != 0) return false;
        }
        return true;
    }

    private static Fragments split(List<BulkData> fragments, List<Integer> starts) {
        var frames = new ArrayList<List<BulkData>>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : fragments.size();
            frames.add(List.copyOf(fragments.subList(starts.get(i), end)));
        }
        return new Fragments(List.copyOf(frames));
    }
}
