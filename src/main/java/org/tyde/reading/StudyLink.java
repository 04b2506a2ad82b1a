package org.tyde.reading;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.hanging.ImageStack;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.refusal.Sentences;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Current and prior, linked by hand at the levels shown then. Positions in two studies mean nothing to
/// each other; the reader says which levels belong together, once for each plane.
///
/// @param from the study whose levels count
/// @param to the other study
/// @param offsets mm to add to a level of `from` to get the level of `to`, by plane
/// @param frames images to add where the stacks have no positions; empty where they have
public record StudyLink(
        String from, String to, Map<AnatomicPlane, Double> offsets, OptionalInt frames) {
    /// Copies the offsets.
    public StudyLink {
        offsets = Map.copyOf(offsets);
    }

    /// @param source the stack that was scrolled
    /// @param at index of its frame now
    /// @param target a stack of the other study
    /// @param shown index of its frame now
    /// @return index of the target's frame that belongs to it; empty when the two are not linked
    public OptionalInt follow(ImageStack source, int at, ImageStack target, int shown) {
        boolean forth = source.studyUid().equals(from) && target.studyUid().equals(to);
        boolean back = source.studyUid().equals(to) && target.studyUid().equals(from);
        if (!forth && !back) return OptionalInt.empty();
        int sign = forth ? 1 : -1;
        var plane = plane(source);
        var level = source.frame(at).level();
        if (plane.isPresent() && plane.equals(plane(target)) && level.isPresent()) {
            var offset = Optional.ofNullable(offsets.get(plane.get()));
            return offset.isEmpty()
                    ? OptionalInt.empty()
                    : target.nearest(level.getAsDouble() + sign * offset.get(), shown);
        }
        if (frames.isEmpty() || plane.isPresent() || plane(target).isPresent())
            return OptionalInt.empty();
        return OptionalInt.of(
                Math.clamp(at + (long) sign * frames.getAsInt(), 0, target.size() - 1));
    }

    static Optional<AnatomicPlane> plane(ImageStack stack) {
        return stack.direction().map(AnatomicPlane::nearest);
    }

    /// @param stack in a viewport
    /// @param locale the reader's language
    /// @return the offset that holds for it, such as `Lenket, Δ 12,0 mm`; empty where it is not linked
    public Optional<String> text(ImageStack stack, Locale locale) {
        if (!stack.studyUid().equals(from) && !stack.studyUid().equals(to)) return Optional.empty();
        int sign = stack.studyUid().equals(to) ? 1 : -1;
        var offset = plane(stack).map(offsets::get);
        if (offset.isPresent()) {
            var mm = new Quantity(sign * offset.get(), Unit.MM).text(locale);
            return Optional.of(Sentences.text(StudyLink.class, "link.mm", locale, mm));
        }
        if (frames.isEmpty() || plane(stack).isPresent()) return Optional.empty();
        var images = Quantity.number((double) sign * frames.getAsInt(), locale, 0);
        return Optional.of(Sentences.text(StudyLink.class, "link.images", locale, images));
    }
}
