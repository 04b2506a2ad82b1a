package org.tyde.dicom;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DateTime.Precision;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A data set (PS3.5 7): elements in the order of their tags, immutable. Values are decoded when
/// asked for. What is absent or has no value is empty; what is malformed throws
/// [DicomFormatException] with the whole tag path. Elements are asked for by [Tag], by [TagPath]
/// into items, or by [PrivateTag].
public final class DataSet implements Iterable<Element> {
    private static final DataSet EMPTY =
            new Assembly().over(new byte[0], -1, SpecificCharacterSet.UNDECLARED);

    private final Elements elements;
    private final SpecificCharacterSet characterSet;
    private final PlacedItems.@Nullable Place within;

    DataSet(
            Elements elements,
            SpecificCharacterSet characterSet,
            PlacedItems.@Nullable Place within) {
        this.elements = elements;
        this.characterSet = characterSet;
        this.within = within;
    }

    /// The same elements as an item at that place; nothing is copied.
    DataSet within(PlacedItems.Place place) {
        return new DataSet(elements, characterSet, place);
    }

    /// @return a data set without elements
    public static DataSet empty() {
        return EMPTY;
    }

    /// @return a builder without elements
    public static DataSetBuilder builder() {
        return new DataSetBuilder(SpecificCharacterSet.UNDECLARED);
    }

    /// @return a builder that holds these elements
    public DataSetBuilder toBuilder() {
        return new DataSetBuilder(characterSet).putAll(this);
    }

    /// @return elements at this level
    public int size() {
        return elements.size();
    }

    /// @return the character set of its text: its own, or that of the data set around it
    public SpecificCharacterSet characterSet() {
        return characterSet;
    }

    /// @param tag any
    /// @return whether the element is here, be it empty
    public boolean has(Tag tag) {
        return elements.find(tag) >= 0;
    }

    /// @param tag any
    /// @return the element
    public Optional<Element> element(Tag tag) {
        int i = elements.find(tag);
        return i < 0 ? Optional.empty() : Optional.of(elements.at(i));
    }

    /// @return all elements, by tag
    @Override
    public Iterator<Element> iterator() {
        return elements.iterator();
    }

    /// @param at a private attribute
    /// @return its tag here, where its creator has reserved a block (PS3.5 7.8.1)
    public Optional<Tag> tag(PrivateTag at) throws DicomFormatException {
        for (int i = elements.from(Tag.of(at.group(), 0x10)); i < elements.size(); i++) {
            var creator = elements.tag(i);
            if (creator.group() != at.group() || !creator.isPrivateCreator()) break;
            if (encoded(i).first().filter(at.creator()::equals).isPresent())
                return Optional.of(at.in(creator.element()));
        }
        return Optional.empty();
    }

    /// @param at where
    /// @return the first value as text, without padding; of binary numbers their decimal form
    public Optional<String> text(Address at) throws DicomFormatException {
        return value(at).first();
    }

    /// @param at where
    /// @param absent told where there is no value
    /// @return the first value as text
    public String textOr(Address at, String absent) throws DicomFormatException {
        return text(at).orElse(absent);
    }

    /// @param at where
    /// @return all values as text, an empty one between others as an empty text; none where there is
    ///     no value
    public List<String> texts(Address at) throws DicomFormatException {
        return value(at).texts();
    }

    /// @param at where
    /// @return the first value: of IS, US, SS, UL, SL, UV, SV, OW (unsigned words), OB, or a whole DS
    public OptionalInt integer(Address at) throws DicomFormatException {
        var all = integers(at);
        return all.length == 0 ? OptionalInt.empty() : OptionalInt.of(all[0]);
    }

    /// @param at where
    /// @return all values; one outside the range of `int` is refused
    public int[] integers(Address at) throws DicomFormatException {
        var value = value(at);
        var all = value.integers();
        var values = new int[all.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) all[i];
            boolean fits = values[i] == all[i] || value.vr() == Vr.AT;
            if (!fits) throw value.refused(DicomReason.NOT_AN_INTEGER);
        }
        return values;
    }

    /// @param at where
    /// @return the first value, of 64 bits
    public OptionalLong longInteger(Address at) throws DicomFormatException {
        var all = longIntegers(at);
        return all.length == 0 ? OptionalLong.empty() : OptionalLong.of(all[0]);
    }

    /// @param at where, also an OV or OL
    /// @return all values; an UV or OV of 2^63 or more is refused
    public long[] longIntegers(Address at) throws DicomFormatException {
        return value(at).integers();
    }

    /// @param at where
    /// @return the first value: of DS, IS, FL, FD, OF, OD or a binary integer
    public OptionalDouble decimal(Address at) throws DicomFormatException {
        var all = decimals(at);
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
    }

    /// @param at where
    /// @return all values
    public double[] decimals(Address at) throws DicomFormatException {
        return value(at).decimals();
    }

    /// @param at of an AT
    /// @return the attributes it names
    public List<Tag> tags(Address at) throws DicomFormatException {
        return Arrays.stream(integers(at)).mapToObj(Tag::new).toList();
    }

    /// @param at of a DA, or of a DT, whose day is told
    /// @return the first value
    public Optional<LocalDate> date(Address at) throws DicomFormatException {
        var value = value(at);
        if (value.vr() == Vr.DT) return dateTime(at).map(LocalDateTime::toLocalDate);
        var text = value.first();
        if (text.isEmpty()) return Optional.empty();
        var day = Moments.date(text.get());
        if (day.isEmpty()) throw value.refused(DicomReason.NOT_A_DATE);
        return day;
    }

    /// @param at of a TM
    /// @return the first value
    public Optional<LocalTime> time(Address at) throws DicomFormatException {
        var value = value(at);
        var text = value.first();
        if (text.isEmpty()) return Optional.empty();
        var time = Moments.time(text.get());
        if (time.isEmpty()) throw value.refused(DicomReason.NOT_A_TIME);
        return time;
    }

    /// @param date of a DA
    /// @param time of a TM
    /// @return both as one; empty where either is
    public Optional<LocalDateTime> dateTime(Address date, Address time)
            throws DicomFormatException {
        var day = date(date);
        var clock = time(time);
        return day.flatMap(d -> clock.map(d::atTime));
    }

    /// @param at of a DT whose day is told
    /// @return the first value in its own time zone, noughts for what is not told
    public Optional<LocalDateTime> dateTime(Address at) throws DicomFormatException {
        var value = value(at);
        var told = told(value);
        if (told.isPresent() && told.get().precision().compareTo(Precision.DAY) < 0)
            throw value.refused(DicomReason.NOT_A_DATE_TIME);
        return told.map(DateTime::earliest);
    }

    /// @param at of a DT
    /// @return the first value as far as it is told
    public Optional<DateTime> partialDateTime(Address at) throws DicomFormatException {
        return told(value(at));
    }

    private static Optional<DateTime> told(EncodedValue value) throws DicomFormatException {
        var text = value.first();
        if (text.isEmpty()) return Optional.empty();
        var told = DateTime.parse(text.get());
        if (told.isEmpty()) throw value.refused(DicomReason.NOT_A_DATE_TIME);
        return told;
    }

    /// @param at of a PN
    /// @return the first name
    public Optional<PersonName> personName(Address at) throws DicomFormatException {
        return text(at).map(PersonName::parse).filter(name -> !name.isEmpty());
    }

    /// @param at of a PN
    /// @return all names, an empty one between others as an empty name
    public List<PersonName> personNames(Address at) throws DicomFormatException {
        return texts(at).stream().map(PersonName::parse).toList();
    }

    /// @param at of a code sequence
    /// @return the code of its first item
    public Optional<Code> code(Address at) throws DicomFormatException {
        var item = item(at);
        return item.isEmpty() ? Optional.empty() : item.get().ownCode();
    }

    /// @param at of a code sequence
    /// @return the codes of all its items that hold one
    public List<Code> codes(Address at) throws DicomFormatException {
        var codes = new ArrayList<Code>();
        for (var item : sequence(at)) item.ownCode().ifPresent(codes::add);
        return List.copyOf(codes);
    }

    /// @return this item of a code sequence as a code (PS3.3 8.8)
    public Optional<Code> ownCode() throws DicomFormatException {
        return Code.from(this);
    }

    /// @param at of a sequence
    /// @return its items; none where it is absent or empty
    public List<DataSet> sequence(Address at) throws DicomFormatException {
        var holder = holder(at);
        int i = holder.find(at);
        return i < 0 ? List.of() : holder.items(i);
    }

    /// @param at of a sequence
    /// @return its first item
    public Optional<DataSet> item(Address at) throws DicomFormatException {
        var items = sequence(at);
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst());
    }

    /// @param at where, but of no sequence and no encapsulated pixel data
    /// @return its bytes as they are, padding included, words little endian
    public Optional<BulkData> bulk(Address at) throws DicomFormatException {
        var holder = holder(at);
        int i = holder.find(at);
        return i < 0 ? Optional.empty() : Optional.of(holder.bulk(i, "bulk data"));
    }

    /// @param tag of pixel data
    /// @return its fragments, where it is encapsulated
    public Optional<Value.Fragments> fragments(Tag tag) {
        int i = elements.find(tag);
        return i >= 0 && elements.value(i) instanceof Value.Fragments fragments
                ? Optional.of(fragments)
                : Optional.empty();
    }

    /// Two data sets are equal when they hold the same elements with the same bytes; values kept
    /// outside memory are compared by identity.
    @Override
    public boolean equals(@Nullable Object object) {
        return object == this || object instanceof DataSet set && elements.equals(set.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    /// @return how many elements it holds; never their values
    @Override
    public String toString() {
        return "DataSet of " + elements.size() + " elements";
    }

    private EncodedValue value(Address at) throws DicomFormatException {
        var holder = holder(at);
        int i = holder.find(at);
        return i < 0 ? EncodedValue.ABSENT : holder.encoded(i);
    }

    /// The data set or item whose own element is meant; one without elements where a path ends early.
    private DataSet holder(Address at) throws DicomFormatException {
        if (!(at instanceof TagPath path)) return this;
        var set = this;
        for (var step : path.items()) {
            var items = set.sequence(step.sequence());
            if (step.number() > items.size()) return EMPTY;
            set = items.get(step.number() - 1);
        }
        return set;
    }

    private int find(Address at) throws DicomFormatException {
        if (at instanceof Tag tag) return elements.find(tag); // the usual case, and the fastest
        return switch (at) {
            case Tag tag -> elements.find(tag);
            case TagPath path -> elements.find(path.tag());
            case PrivateTag own -> tag(own).map(elements::find).orElse(-1);
        };
    }

    private List<DataSet> items(int i) throws DicomFormatException {
        return switch (elements.value(i)) {
            case Value.Items items -> new PlacedItems(items.items(), within, elements.tag(i));
            case Value.Bytes bytes when bytes.data().length() == 0 -> List.of();
            case Value.Bytes _, Value.Bulk _, Value.Fragments _ -> throw place(i).wrongVr("SQ");
        };
    }

    private BulkData bulk(int i, String wanted) throws DicomFormatException {
        return switch (elements.value(i)) {
            case Value.Bytes bytes -> bytes.data();
            case Value.Bulk bulk -> bulk.data();
            case Value.Items _, Value.Fragments _ -> throw place(i).wrongVr(wanted);
        };
    }

    private EncodedValue encoded(int i) throws DicomFormatException {
        if (elements.isHere(i))
            return encoded(i, elements.source(), elements.start(i), elements.length(i));
        var data = bulk(i, "bytes");
        try {
            var bytes = data.all();
            return encoded(i, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            var why = String.valueOf(unreadable.getMessage());
            throw place(i).refused(DicomReason.BULK_UNREADABLE, why).because(unreadable);
        }
    }

    private EncodedValue encoded(int i, byte[] bytes, int start, int length) {
        var tag = elements.tag(i);
        return new EncodedValue(
                meant(i), bytes, start, length, characterSet, within, tag, elements.offset(i));
    }

    private EncodedValue place(int i) {
        return encoded(i, elements.source(), 0, 0);
    }

    /// What a value of UN means, where the dictionary knows the attribute (PS3.5 6.2.2).
    private Vr meant(int i) {
        var vr = elements.vr(i);
        if (vr != Vr.UN) return vr;
        return Dictionary.standard().implicitVr(elements.tag(i).value(), signedPixels());
    }

    private boolean signedPixels() {
        int i = elements.find(Tag.PIXEL_REPRESENTATION);
        boolean told = i >= 0 && elements.isHere(i) && elements.length(i) == 2;
        return told && elements.source()[elements.start(i)] == 1;
    }
}
