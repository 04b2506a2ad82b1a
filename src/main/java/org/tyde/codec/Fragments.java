package org.tyde.codec;

import org.tyde.dicom.BulkData;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Which fragments make which frame (PS3.5 A.4). The offset table is believed only where it points at
/// fragments; else one fragment is one frame, or frames are told apart by where compressed streams begin.
public final class Fragments {
    private static final int ITEM_HEADER = 8;
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
        if (fragments.size() == frames) {
            var each = new ArrayList<Integer>();
            for (int i = 0; i < frames; i++) each.add(i);
            return split(fragments, each);
        }
        var byStream = streams(fragments);
        if (byStream.size() == frames) return split(fragments, byStream);
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

    /// @return how many there are
    public int count() {
        return frames.size();
    }

    /// The fragment each offset points at; empty when one of them points elsewhere.
    private static List<Integer> starts(List<BulkData> fragments, long[] offsets, int frames) {
        if (offsets.length != frames || offsets[0] != 0) return List.of();
        var found = new ArrayList<Integer>();
        long at = 0;
        for (int i = 0; i < fragments.size(); i++) {
            if (found.size() < frames && at == offsets[found.size()]) found.add(i);
            at += ITEM_HEADER + fragments.get(i).length();
        }
        return found.size() == frames ? found : List.of();
    }

    private static List<Integer> streams(List<BulkData> fragments) throws IOException {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < fragments.size(); i++) if (begins(fragments.get(i))) found.add(i);
        return !found.isEmpty() && found.getFirst() == 0 ? found : List.of();
    }

    /// Start of image of JPEG and JPEG-LS, start of codestream of JPEG 2000.
    private static boolean begins(BulkData fragment) throws IOException {
        if (fragment.length() < 4) return false;
        var head = fragment.read(0, 4);
        int first = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        int second = (head[2] & 0xFF) << 8 | head[3] & 0xFF;
        return first == 0xFFD8 && second >> 8 == 0xFF || first == 0xFF4F && second == 0xFF51;
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
