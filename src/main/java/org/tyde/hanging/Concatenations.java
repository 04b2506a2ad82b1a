package org.tyde.hanging;

import org.tyde.imaging.multiframe.Concatenation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Images that are parts of one larger image, put together in whatever order they come (PS3.3
/// C.7.6.16.1.3).
final class Concatenations {
    private Concatenations() {}

    private static Concatenation part(HangImage image) {
        return image.concatenation().orElseThrow();
    }

    /// The images of a series, each concatenation by its first part alone.
    static List<HangImage> firsts(List<HangImage> images) {
        var seen = new HashSet<String>();
        var firsts = new ArrayList<HangImage>();
        for (var image : images) {
            if (image.concatenation().isEmpty()) firsts.add(image);
            else if (seen.add(part(image).uid())) firsts.add(parts(images, image).getFirst());
        }
        return List.copyOf(firsts);
    }

    /// All parts of the same image, in order; the image alone where it is whole.
    static List<HangImage> parts(List<HangImage> images, HangImage one) {
        if (one.concatenation().isEmpty()) return List.of(one);
        var uid = part(one).uid();
        return images.stream()
                .filter(i -> i.concatenation().filter(c -> c.uid().equals(uid)).isPresent())
                .sorted(Comparator.comparingInt(i -> part(i).number()))
                .toList();
    }

    /// What is missing or contradicts itself among the parts here.
    static List<StackFlaw> flaws(List<HangImage> images) {
        Map<String, List<HangImage>> all = new TreeMap<>();
        for (var image : images)
            image.concatenation()
                    .ifPresent(
                            c -> all.computeIfAbsent(c.uid(), _ -> new ArrayList<>()).add(image));
        var flaws = new ArrayList<StackFlaw>();
        all.values().forEach(parts -> of(parts(parts, parts.getFirst()), flaws));
        return flaws;
    }

    private static void of(List<HangImage> parts, List<StackFlaw> flaws) {
        int total = parts.stream().mapToInt(p -> part(p).total().orElse(0)).max().orElse(0);
        int expected = 1;
        int frames = 0;
        for (var p : parts) {
            var part = part(p);
            if (part.number() < expected) {
                flaws.add(new StackFlaw.PartTwice(part.number()));
                continue;
            }
            if (part.number() > expected)
                flaws.add(new StackFlaw.PartMissing(expected, part.number() - 1, total));
            else if (part.offset() != frames)
                flaws.add(new StackFlaw.PartElsewhere(part.number(), part.offset(), frames));
            expected = part.number() + 1;
            frames = part.offset() + p.frames();
        }
        if (total >= expected) flaws.add(new StackFlaw.PartMissing(expected, total, total));
    }
}
