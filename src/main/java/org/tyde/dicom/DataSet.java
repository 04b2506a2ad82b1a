package org.tyde.dicom;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A data set (PS3.5 7): elements in the order of their tags, immutable. Values are decoded when
/// asked for. What is absent or has no value is empty; what is malformed throws
/// [DicomFormatException].
public final class DataSet implements Iterable<Element> {
    private static final DataSet EMPTY = builder().build();

    private final int[] tags;
    private final byte[] vrs;
    private final byte[] source;
    private final long offset;
    private final int[] starts;
    private final int[] lengths;
    private final @Nullable Value[] others;
    private final SpecificCharacterSet characterSet;

    DataSet(
            int[] tags,
            byte[] vrs,
            byte[] source,
            long offset,
            int[] starts,
            int[] lengths,
            @Nullable Value[] others,
            SpecificCharacterSet characterSet) {
        this.tags = tags;
        this.vrs = vrs;
        this.source = source;
        this.offset = offset;
        this.starts = starts;
        this.lengths = lengths;
        this.others = others;
        this.characterSet = characterSet;
    }

    /// @return a data set without elements
    public static DataSet empty() {
        return EMPTY;
    }

    /// @return a builder without elements
    public static Builder builder() {
        return new Builder(SpecificCharacterSet.UNDECLARED);
    }

    /// @return a builder that holds these elements
    public Builder toBuilder() {
        return new Builder(characterSet).putAll(this);
    }

    /// @return elements at this level
    public int size() {
        return tags.length;
    }

    /// @return the character set of its text: its own, or that of the data set around it
    public SpecificCharacterSet characterSet() {
        return characterSet;
    }

    /// @param tag any
    /// @return whether the element is here, be it empty
    public boolean has(Tag tag) {
        return find(tag.value()) >= 0;
    }

    /// @param tag any
    /// @return the element
    public Optional<Element> element(Tag tag) {
        int i = find(tag.value());
        return i < 0 ? Optional.empty() : Optional.of(element(i));
    }

    /// @return all elements, by tag
    @Override
    public Iterator<Element> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < tags.length;
            }

            @Override
            public Element next() {
                if (next >= tags.length) throw new NoSuchElementException();
                return element(next++);
            }
        };
    }

    /// The tag of a private attribute in the block that its creator has reserved (PS3.5 7.8.1).
    ///
    /// @param group odd
    /// @param creator the private creator's name
    /// @param element 0 to FF
    /// @return the tag, where the creator has a block here
    public Optional<Tag> privateTag(int group, String creator, int element)
            throws DicomFormatException {
        for (int block = 0x10; block <= 0xFF; block++) {
            var name = text(Tag.of(group, block));
            if (name.isPresent() && name.get().equals(creator))
                return Optional.of(Tag.of(group, block << 8 | element));
        }
        return Optional.empty();
    }

    /// @param tag any
    /// @return the first value as text, without padding; of binary numbers their decimal form
    public Optional<String> text(Tag tag) throws DicomFormatException {
        int i = find(tag.value());
        if (i < 0) return Optional.empty();
        var vr = meant(i);
        if (vr.kind() != Vr.Kind.TEXT) return texts(tag).stream().findFirst();
        var all = decoded(i, vr);
        int end = vr.severalValues() ? all.indexOf('\\') : -1;
        var first = trimmed(end < 0 ? all : all.substring(0, end), vr);
        return first.isEmpty() ? Optional.empty() : Optional.of(first);
    }

    /// @param tag any
    /// @param absent told where there is no value
    /// @return the first value as text
    public String textOr(Tag tag, String absent) throws DicomFormatException {
        return text(tag).orElse(absent);
    }

    /// @param tag any
    /// @return all values as text, an empty one between others as an empty text; none where there is
    ///     no value
    public List<String> texts(Tag tag) throws DicomFormatException {
        int i = find(tag.value());
        if (i < 0) return List.of();
        var vr = meant(i);
        return switch (vr.kind()) {
            case TEXT -> {
                var all = decoded(i, vr);
                if (trimmed(all, vr).isEmpty()) yield List.of();
                if (!vr.severalValues()) yield List.of(trimmed(all, vr));
                yield Arrays.stream(all.split("\\\\", -1)).map(t -> trimmed(t, vr)).toList();
            }
            case INTEGER, REAL, TAG -> Words.texts(bytes(i), vr, place(i));
            case BYTES, ITEMS -> throw wrongVr(i, vr, "text");
        };
    }

    /// @param tag any
    /// @return the first value: of IS, US, SS, UL, SL, UV, SV, OW (unsigned words), OB, or a whole DS
    public OptionalInt integer(Tag tag) throws DicomFormatException {
        var all = integers(tag);
        return all.length == 0 ? OptionalInt.empty() : OptionalInt.of(all[0]);
    }

    /// @param tag any
    /// @return all values; an UL or UV outside the range of `int` is refused
    public int[] integers(Tag tag) throws DicomFormatException {
        int i = find(tag.value());
        if (i < 0) return new int[0];
        var vr = meant(i);
        if (vr.kind() != Vr.Kind.TEXT) {
            if (vr == Vr.UN || vr.kind() == Vr.Kind.ITEMS || vr.kind() == Vr.Kind.REAL)
                throw wrongVr(i, vr, "integer");
            return Words.integers(bytes(i), vr, place(i));
        }
        var texts = texts(tag);
        var values = new int[texts.size()];
        for (int v = 0; v < values.length; v++) {
            values[v] =
                    Numbers.integer(texts.get(v))
                            .orElseThrow(
                                    () -> malformed(i, DicomReason.NOT_AN_INTEGER, "PS3.5 6.2"));
        }
        return values;
    }

    /// @param tag any
    /// @return the first value: of DS, IS, FL, FD, OF, OD or a binary integer
    public OptionalDouble decimal(Tag tag) throws DicomFormatException {
        var all = decimals(tag);
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
    }

    /// @param tag any
    /// @return all values
    public double[] decimals(Tag tag) throws DicomFormatException {
        int i = find(tag.value());
        if (i < 0) return new double[0];
        var vr = meant(i);
        if (vr.kind() != Vr.Kind.TEXT) {
            if (vr == Vr.UN || vr.kind() == Vr.Kind.ITEMS) throw wrongVr(i, vr, "decimal");
            return Words.decimals(bytes(i), vr, place(i));
        }
        var texts = texts(tag);
        var values = new double[texts.size()];
        for (int v = 0; v < values.length; v++) {
            values[v] =
                    Numbers.decimal(texts.get(v))
                            .orElseThrow(
                                    () -> malformed(i, DicomReason.NOT_A_DECIMAL, "PS3.5 6.2"));
        }
        return values;
    }

    /// @param tag of a DA, or of a DT, whose day is told
    /// @return the first value
    public Optional<LocalDate> date(Tag tag) throws DicomFormatException {
        var text = text(tag);
        if (text.isEmpty()) return Optional.empty();
        int i = find(tag.value());
        var day =
                meant(i) == Vr.DT
                        ? Moments.dateTime(text.get()).map(LocalDateTime::toLocalDate)
                        : Moments.date(text.get());
        if (day.isEmpty()) throw malformed(i, DicomReason.NOT_A_DATE, "PS3.5 6.2");
        return day;
    }

    /// @param tag of a TM
    /// @return the first value
    public Optional<LocalTime> time(Tag tag) throws DicomFormatException {
        var text = text(tag);
        if (text.isEmpty()) return Optional.empty();
        var time = Moments.time(text.get());
        if (time.isEmpty()) throw malformed(find(tag.value()), DicomReason.NOT_A_TIME, "PS3.5 6.2");
        return time;
    }

    /// @param date of a DA
    /// @param time of a TM
    /// @return both as one; empty where either is
    public Optional<LocalDateTime> dateTime(Tag date, Tag time) throws DicomFormatException {
        var day = date(date);
        var clock = time(time);
        return day.flatMap(d -> clock.map(d::atTime));
    }

    /// @param tag of a DT
    /// @return the first value in its own time zone
    public Optional<LocalDateTime> dateTime(Tag tag) throws DicomFormatException {
        var text = text(tag);
        if (text.isEmpty()) return Optional.empty();
        var moment = Moments.dateTime(text.get());
        if (moment.isEmpty())
            throw malformed(find(tag.value()), DicomReason.NOT_A_DATE_TIME, "PS3.5 6.2");
        return moment;
    }

    /// @param tag of a PN
    /// @return the first name
    public Optional<PersonName> personName(Tag tag) throws DicomFormatException {
        return text(tag).map(PersonName::parse).filter(name -> !name.isEmpty());
    }

    /// @param tag of a code sequence
    /// @return the code of its first item
    public Optional<Code> code(Tag tag) throws DicomFormatException {
        var item = item(tag);
        return item.isEmpty() ? Optional.empty() : item.get().ownCode();
    }

    /// @param tag of a code sequence
    /// @return the codes of all its items that hold one
    public List<Code> codes(Tag tag) throws DicomFormatException {
        var codes = new ArrayList<Code>();
        for (var item : sequence(tag)) item.ownCode().ifPresent(codes::add);
        return List.copyOf(codes);
    }

    /// @return this item of a code sequence as a code (PS3.3 8.8)
    public Optional<Code> ownCode() throws DicomFormatException {
        var value = text(Tag.CODE_VALUE);
        if (value.isEmpty()) value = text(Tag.LONG_CODE_VALUE);
        if (value.isEmpty()) value = text(Tag.URN_CODE_VALUE);
        if (value.isEmpty()) return Optional.empty();
        return Optional.of(
                new Code(
                        value.get(),
                        textOr(Tag.CODING_SCHEME_DESIGNATOR, ""),
                        textOr(Tag.CODE_MEANING, "")));
    }

    /// @param tag of a sequence
    /// @return its items; none where it is absent or empty
    public List<DataSet> sequence(Tag tag) throws DicomFormatException {
        int i = find(tag.value());
        if (i < 0) return List.of();
        if (other(i) instanceof Value.Items items) return items.items();
        if (other(i) == null && lengths[i] == 0) return List.of();
        throw wrongVr(i, Vr.at(vrs[i]), "SQ");
    }

    /// @param tag of a sequence
    /// @return its first item
    public Optional<DataSet> item(Tag tag) throws DicomFormatException {
        return sequence(tag).stream().findFirst();
    }

    /// @param tag any but a sequence or encapsulated pixel data
    /// @return its bytes as they are, padding included, words little endian
    public Optional<BulkData> bulk(Tag tag) throws DicomFormatException {
        int i = find(tag.value());
        if (i < 0) return Optional.empty();
        return switch (value(i)) {
            case Value.Bytes bytes -> Optional.of(bytes.data());
            case Value.Bulk bulk -> Optional.of(bulk.data());
            case Value.Items _ -> throw wrongVr(i, Vr.SQ, "bulk data");
            case Value.Fragments _ -> throw wrongVr(i, Vr.at(vrs[i]), "bulk data");
        };
    }

    /// @param tag of pixel data
    /// @return its fragments, where it is encapsulated
    public Optional<Value.Fragments> fragments(Tag tag) {
        int i = find(tag.value());
        return i >= 0 && other(i) instanceof Value.Fragments fragments
                ? Optional.of(fragments)
                : Optional.empty();
    }

    /// Two data sets are equal when they hold the same elements with the same bytes; values kept
    /// outside memory are compared by identity.
    @Override
    public boolean equals(@Nullable Object object) {
        if (!(object instanceof DataSet set) || !Arrays.equals(tags, set.tags)) return false;
        if (!Arrays.equals(vrs, set.vrs)) return false;
        for (int i = 0; i < tags.length; i++) if (!sameValue(i, set)) return false;
        return true;
    }

    private boolean sameValue(int i, DataSet set) {
        if (value(i) instanceof Value.Bytes && set.value(i) instanceof Value.Bytes) {
            try {
                return Arrays.equals(bytes(i), set.bytes(i));
            } catch (DicomFormatException unreadable) {
                return false;
            }
        }
        return value(i).equals(set.value(i));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tags);
    }

    /// @return how many elements it holds; never their values
    @Override
    public String toString() {
        return "DataSet of " + tags.length + " elements";
    }

    private int find(int tag) {
        int low = 0;
        int high = tags.length - 1;
        int wanted = tag ^ Integer.MIN_VALUE;
        while (low <= high) {
            int middle = low + high >>> 1;
            int at = tags[middle] ^ Integer.MIN_VALUE;
            if (at == wanted) return middle;
            if (at < wanted) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    private Element element(int i) {
        return new Element(new Tag(tags[i]), Vr.at(vrs[i]), value(i));
    }

    private @Nullable Value other(int i) {
        return i < others.length ? others[i] : null;
    }

    private Value value(int i) {
        var other = other(i);
        if (other != null) return other;
        return new Value.Bytes(new MemoryBulk(source, starts[i], lengths[i]));
    }

    /// What a value of UN means, where the dictionary knows the attribute (PS3.5 6.2.2).
    private Vr meant(int i) {
        var vr = Vr.at(vrs[i]);
        return vr == Vr.UN ? Dictionary.standard().implicitVr(tags[i], false) : vr;
    }

    private byte[] bytes(int i) throws DicomFormatException {
        var other = other(i);
        if (other == null) return Arrays.copyOfRange(source, starts[i], starts[i] + lengths[i]);
        var data =
                switch (other) {
                    case Value.Bytes bytes -> bytes.data();
                    case Value.Bulk bulk -> bulk.data();
                    case Value.Items _, Value.Fragments _ ->
                            throw wrongVr(i, Vr.at(vrs[i]), "bytes");
                };
        try {
            return data.all();
        } catch (IOException unreadable) {
            throw new DicomFormatException(
                            DicomReason.BULK_UNREADABLE,
                            -1,
                            String.valueOf(unreadable.getMessage()))
                    .at(new Tag(tags[i]).toString())
                    .because(unreadable);
        }
    }

    private String decoded(int i, Vr vr) throws DicomFormatException {
        var set = vr.usesCharacterSet() ? characterSet : SpecificCharacterSet.UNDECLARED;
        if (other(i) == null) return set.decode(source, starts[i], lengths[i], vr);
        var bytes = bytes(i);
        return set.decode(bytes, 0, bytes.length, vr);
    }

    private static String trimmed(String text, Vr vr) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) end--;
        int start = 0;
        if (vr.severalValues()) while (start < end && text.charAt(start) == ' ') start++;
        return text.substring(start, end);
    }

    private Words.Place place(int i) {
        return new Words.Place(new Tag(tags[i]), at(i));
    }

    private long at(int i) {
        return offset < 0 || other(i) != null ? -1 : offset + starts[i];
    }

    private DicomFormatException malformed(int i, DicomReason reason, String rule) {
        return new DicomFormatException(reason, at(i))
                .at(new Tag(tags[i]).toString())
                .withRule(rule);
    }

    private DicomFormatException wrongVr(int i, Vr vr, String wanted) {
        return new DicomFormatException(DicomReason.WRONG_VR, at(i), vr.name(), wanted)
                .at(new Tag(tags[i]).toString())
                .withRule("PS3.6");
    }

    /// Makes a data set element by element; an element put again replaces the earlier one. Text is
    /// encoded when the set is built: with the character set it declares in (0008,0005), else with
    /// UTF-8 where ASCII does not suffice; a declared character set that lacks a letter gives way to
    /// `ISO_IR 192`. What is not declared the writer declares.
    public static final class Builder {
        private final Drafts drafts;

        private Builder(SpecificCharacterSet inherited) {
            this.drafts = new Drafts(inherited);
        }

        /// @param tag of a text attribute of the standard
        /// @param values none for an empty element; without backslash where it separates values
        /// @return this
        public Builder text(Tag tag, String... values) {
            return text(tag, drafts.vrOf(tag), values);
        }

        /// @param tag any
        /// @param vr a text representation
        /// @param values none for an empty element
        /// @return this
        public Builder text(Tag tag, Vr vr, String... values) {
            drafts.text(tag, vr, List.of(values));
            return this;
        }

        /// @param tag of an attribute of IS, DS or a binary integer; one of US or SS is SS where
        ///     Pixel Representation (0028,0103), put before, is 1, or a value is negative
        /// @param values in the range of the representation
        /// @return this
        public Builder integer(Tag tag, int... values) {
            return integer(tag, drafts.vrOf(tag, values), values);
        }

        /// @param tag any
        /// @param vr IS, DS, LO, or a binary integer
        /// @param values in the range of the representation
        /// @return this
        public Builder integer(Tag tag, Vr vr, int... values) {
            if (vr.kind() == Vr.Kind.TEXT)
                return text(
                        tag,
                        vr,
                        Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
            drafts.bytes(tag, vr, Words.ofIntegers(values, vr));
            return this;
        }

        /// @param tag of an attribute of DS, FL, FD, OF or OD
        /// @param values finite; a DS is rounded to 16 characters
        /// @return this
        public Builder decimal(Tag tag, double... values) {
            return decimal(tag, drafts.vrOf(tag), values);
        }

        /// @param tag any
        /// @param vr DS, FL, FD, OF or OD
        /// @param values finite; a DS is rounded to 16 characters
        /// @return this
        public Builder decimal(Tag tag, Vr vr, double... values) {
            if (vr.kind() == Vr.Kind.TEXT)
                return text(
                        tag,
                        vr,
                        Arrays.stream(values)
                                .mapToObj(Numbers::decimalString)
                                .toArray(String[]::new));
            drafts.bytes(tag, vr, Words.ofDecimals(values, vr));
            return this;
        }

        /// @param tag of a DA or DT
        /// @param date its value
        /// @return this
        public Builder date(Tag tag, LocalDate date) {
            return text(tag, Words.DATE.format(date));
        }

        /// @param tag of a TM
        /// @param time its value; fractions are written where there are any
        /// @return this
        public Builder time(Tag tag, LocalTime time) {
            return text(tag, Words.time(time));
        }

        /// @param tag of a DT
        /// @param moment its value
        /// @return this
        public Builder dateTime(Tag tag, LocalDateTime moment) {
            return text(
                    tag,
                    Words.DATE.format(moment.toLocalDate()) + Words.time(moment.toLocalTime()));
        }

        /// @param tag of a PN
        /// @param name its value
        /// @return this
        public Builder personName(Tag tag, PersonName name) {
            return text(tag, name.encoded());
        }

        /// @param tag of a code sequence
        /// @param code the one item's
        /// @return this
        public Builder code(Tag tag, Code code) {
            return sequence(tag, itemOf(code));
        }

        /// @param tag of a code sequence
        /// @param codes one an item
        /// @return this
        public Builder codes(Tag tag, List<Code> codes) {
            return sequence(tag, codes.stream().map(Builder::itemOf).toList());
        }

        private static DataSet itemOf(Code code) {
            boolean urn = code.scheme().isEmpty();
            var value = code.value().length() > 16 ? Tag.LONG_CODE_VALUE : Tag.CODE_VALUE;
            var item = builder().text(urn ? Tag.URN_CODE_VALUE : value, code.value());
            if (!urn) item.text(Tag.CODING_SCHEME_DESIGNATOR, code.scheme());
            return item.text(Tag.CODE_MEANING, code.meaning()).build();
        }

        /// @param tag of a sequence
        /// @param items in order; none for an empty sequence
        /// @return this
        public Builder sequence(Tag tag, DataSet... items) {
            return sequence(tag, List.of(items));
        }

        /// @param tag of a sequence
        /// @param items in order; none for an empty sequence
        /// @return this
        public Builder sequence(Tag tag, List<DataSet> items) {
            drafts.value(tag, Vr.SQ, new Value.Items(items), SpecificCharacterSet.UNDECLARED);
            return this;
        }

        /// @param tag any
        /// @param vr its representation
        /// @param value copied; words little endian, text as (0008,0005) says
        /// @return this
        public Builder bytes(Tag tag, Vr vr, byte[] value) {
            drafts.bytes(tag, vr, value.clone());
            return this;
        }

        /// @param tag any
        /// @param vr OB, OW, OF, OD, OL, OV or UN
        /// @param data kept where it is; words little endian
        /// @return this
        public Builder bulk(Tag tag, Vr vr, BulkData data) {
            drafts.value(tag, vr, new Value.Bulk(data), SpecificCharacterSet.UNDECLARED);
            return this;
        }

        /// @param tag of pixel data
        /// @param fragments in order, without a Basic Offset Table
        /// @return this
        public Builder fragments(Tag tag, List<BulkData> fragments) {
            return fragments(tag, BulkData.of(new byte[0]), fragments);
        }

        /// @param tag of pixel data
        /// @param offsetTable the Basic Offset Table's bytes (PS3.5 A.4)
        /// @param fragments in order
        /// @return this
        public Builder fragments(Tag tag, BulkData offsetTable, List<BulkData> fragments) {
            var value = new Value.Fragments(offsetTable, fragments);
            drafts.value(tag, Vr.OB, value, SpecificCharacterSet.UNDECLARED);
            return this;
        }

        /// @param tag any
        /// @return this, without that element
        public Builder remove(Tag tag) {
            drafts.remove(tag);
            return this;
        }

        /// @param other whose elements replace those of the same tags here
        /// @return this
        public Builder putAll(DataSet other) {
            for (var element : other) put(element, other.characterSet);
            return this;
        }

        /// @param element of another data set
        /// @param from the character set of that data set
        /// @return this
        public Builder put(Element element, SpecificCharacterSet from) {
            drafts.value(element.tag(), element.vr(), element.value(), from);
            return this;
        }

        /// @return the data set; the builder can go on
        public DataSet build() {
            return drafts.build();
        }
    }
}
