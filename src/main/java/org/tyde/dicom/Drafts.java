package org.tyde.dicom;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The elements of a builder before their text has bytes, and the choice of the character set.
final class Drafts {
    private sealed interface Draft {}

    private record Text(Vr vr, List<String> values) implements Draft {}

    private record Made(Vr vr, Value value, SpecificCharacterSet from) implements Draft {}

    private final SpecificCharacterSet inherited;
    private final TreeMap<Tag, Draft> drafts = new TreeMap<>();
    private boolean checked = true;

    Drafts(SpecificCharacterSet inherited) {
        this.inherited = inherited;
    }

    Vr vrOf(Tag tag) {
        return vrOf(tag, false);
    }

    private static Vr vrOf(Tag tag, boolean signed) {
        if (!Dictionary.standard().has(tag) && !tag.isPrivateCreator())
            throw new IllegalArgumentException(tag + " is not in the dictionary: name its VR");
        return Dictionary.standard().implicitVr(tag.value(), signed);
    }

    /// The representation for those values: SS where US or SS may be and the pixels are signed.
    Vr vrOf(Tag tag, int[] values) {
        boolean signed =
                IntStream.of(values).anyMatch(v -> v < 0)
                        || drafts.get(Tag.PIXEL_REPRESENTATION) instanceof Made made
                                && made.value() instanceof Value.Bytes bytes
                                && bytes.data().length() == 2
                                && read(bytes.data())[0] == 1;
        return vrOf(tag, signed);
    }

    void text(Tag tag, Vr vr, List<String> values) {
        if (vr.kind() != Vr.Kind.TEXT)
            throw new IllegalArgumentException(tag + " is " + vr + ", not text");
        if (!vr.severalValues() && values.size() > 1)
            throw new IllegalArgumentException(vr + " has one value, not " + values.size());
        if (vr.severalValues() && values.stream().anyMatch(v -> v.indexOf('\\') >= 0))
            throw new IllegalArgumentException(tag + ": a backslash separates values of " + vr);
        for (var value : values) if (checked && !value.isEmpty()) check(tag, vr, value);
        drafts.put(tag, new Text(vr, values));
    }

    /// Never quotes the value: it may be a patient's.
    private static void check(Tag tag, Vr vr, String value) {
        if (vr.form().accepts(value, vr.longest().orElse(TextForm.UNLIMITED))) return;
        var most = vr.longest().isEmpty() ? "" : " of at most " + vr.longest().getAsInt();
        throw new IllegalArgumentException(
                "%s: %d characters are no %s%s (PS3.5 6.2)"
                        .formatted(tag, value.length(), vr, most));
    }

    /// Text from now on is what another system wrote: its form is not checked.
    void unchecked() {
        checked = false;
    }

    Tag reserve(PrivateTag attribute) {
        for (int block = 0x10; block <= 0xFF; block++) {
            var creator = Tag.of(attribute.group(), block);
            var there = drafts.get(creator);
            if (there == null) text(creator, Vr.LO, List.of(attribute.creator()));
            else if (!names(there).equals(List.of(attribute.creator()))) continue;
            return attribute.in(block);
        }
        throw new IllegalArgumentException("no free block for " + attribute);
    }

    void bytes(Tag tag, Vr vr, byte[] value) {
        value(tag, vr, new Value.Bytes(BulkData.of(value)), declared());
    }

    void value(Tag tag, Vr vr, Value value, SpecificCharacterSet from) {
        drafts.put(tag, new Made(vr, value, from));
    }

    void remove(Tag tag) {
        drafts.remove(tag);
    }

    DataSet build() {
        var declared = declared();
        return build(declared, false)
                .or(() -> build(SpecificCharacterSet.UTF_8, !declaredNames().isEmpty()))
                .orElseThrow();
    }

    private List<String> declaredNames() {
        return names(drafts.get(Tag.SPECIFIC_CHARACTER_SET));
    }

    private static List<String> names(@Nullable Draft draft) {
        return switch (draft) {
            case null -> List.of();
            case Text text -> text.values();
            case Made made -> names(made.value());
        };
    }

    private static List<String> names(Value value) {
        if (!(value instanceof Value.Bytes bytes)) return List.of();
        try {
            var text = SpecificCharacterSet.UNDECLARED.decode(bytes.data().all(), Vr.CS);
            return text.isBlank() ? List.of() : List.of(text.strip().split(" *\\\\ *", -1));
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private SpecificCharacterSet declared() {
        var names = declaredNames();
        return names.isEmpty() ? inherited : SpecificCharacterSet.of(names);
    }

    /// Empty where the character set lacks a letter.
    private Optional<DataSet> build(SpecificCharacterSet set, boolean redeclare) {
        var assembly = new Assembly();
        var bytes = new ByteArrayOutputStream();
        for (var entry : drafts.entrySet()) {
            var tag = entry.getKey();
            var draft = entry.getValue();
            if (redeclare && tag.equals(Tag.SPECIFIC_CHARACTER_SET))
                draft = new Text(Vr.CS, set.names());
            switch (draft) {
                case Text text -> {
                    var encoded = encode(text, set);
                    if (encoded.isEmpty()) return Optional.empty();
                    append(assembly, bytes, tag, text.vr(), encoded.get());
                }
                case Made made -> {
                    var value = in(set, made);
                    if (value.isEmpty()) return Optional.empty();
                    if (value.get() instanceof Value.Bytes plain)
                        append(assembly, bytes, tag, made.vr(), read(plain.data()));
                    else assembly.add(tag.value(), made.vr(), value.get());
                }
            }
        }
        return Optional.of(assembly.over(bytes.toByteArray(), -1, set));
    }

    private static Optional<byte[]> encode(Text text, SpecificCharacterSet set) {
        var joined = String.join("\\", text.values());
        return (text.vr().usesCharacterSet() ? set : SpecificCharacterSet.UTF_8)
                .encode(joined, text.vr());
    }

    private static void append(
            Assembly assembly, ByteArrayOutputStream bytes, Tag tag, Vr vr, byte[] value) {
        int start = bytes.size();
        bytes.writeBytes(value);
        if (value.length % 2 != 0) bytes.write(vr.padding());
        assembly.add(tag.value(), vr, start, bytes.size() - start);
    }

    private static byte[] read(BulkData inMemory) {
        try {
            return inMemory.all();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Value> in(SpecificCharacterSet set, Made made) {
        return switch (made.value()) {
            case Value.Bytes bytes when made.vr().usesCharacterSet() && !made.from().equals(set) ->
                    transcoded(bytes, made, set);
            case Value.Items items -> transcoded(items, set);
            case Value.Bytes _, Value.Bulk _, Value.Fragments _ -> Optional.of(made.value());
        };
    }

    private static Optional<Value> transcoded(
            Value.Bytes value, Made made, SpecificCharacterSet set) {
        var bytes = read(value.data());
        if (SpecificCharacterSet.isPlain(bytes, 0, bytes.length)) return Optional.of(value);
        try {
            return set.encode(made.from().decode(bytes, made.vr()), made.vr())
                    .map(encoded -> new Value.Bytes(BulkData.of(encoded)));
        } catch (DicomFormatException unknownCharacterSet) {
            return Optional.of(value); // cannot be understood, so it is kept as it is
        }
    }

    /// Items without a character set of their own take over that of the set around them.
    private static Optional<Value> transcoded(Value.Items items, SpecificCharacterSet set) {
        var result = new ArrayList<DataSet>(items.items().size());
        for (var item : items.items()) {
            if (item.has(Tag.SPECIFIC_CHARACTER_SET) || item.characterSet().equals(set)) {
                result.add(item);
                continue;
            }
            var drafts = new Drafts(set);
            for (var element : item)
                drafts.value(element.tag(), element.vr(), element.value(), item.characterSet());
            var built = drafts.build(set, false);
            if (built.isEmpty()) return Optional.empty();
            result.add(built.get());
        }
        return Optional.of(new Value.Items(result));
    }
}
