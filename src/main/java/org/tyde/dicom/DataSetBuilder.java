package org.tyde.dicom;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/// Makes a data set element by element; an element put again replaces the earlier one. Text is
/// encoded when the set is built: with the character set it declares in (0008,0005), else with
/// UTF-8 where ASCII does not suffice; a declared character set that lacks a letter gives way to
/// `ISO_IR 192`. What is not declared the writer declares.
public final class DataSetBuilder {
    private final Drafts drafts;

    DataSetBuilder(SpecificCharacterSet inherited) {
        this.drafts = new Drafts(inherited);
    }

    /// Takes text from now on as another system wrote it, for readers: lengths and forms (PS3.5 6.2)
    /// are not checked.
    ///
    /// @return this
    public DataSetBuilder asFound() {
        drafts.unchecked();
        return this;
    }

    /// @param tag of a text attribute of the standard
    /// @param values none for an empty element; without backslash where it separates values
    /// @return this
    /// @throws IllegalArgumentException where a value is longer than its representation allows, or not
    ///     of its form (PS3.5 6.2)
    public DataSetBuilder text(Tag tag, String... values) {
        return text(tag, drafts.vrOf(tag), values);
    }

    /// @param tag any
    /// @param vr a text representation
    /// @param values none for an empty element
    /// @return this
    /// @throws IllegalArgumentException where a value is longer than its representation allows, or not
    ///     of its form (PS3.5 6.2)
    public DataSetBuilder text(Tag tag, Vr vr, String... values) {
        drafts.text(tag, vr, List.of(values));
        return this;
    }

    /// @param tag of an attribute of IS, DS or a binary integer; one of US or SS is SS where
    ///     Pixel Representation (0028,0103), put before, is 1, or a value is negative
    /// @param values in the range of the representation
    /// @return this
    public DataSetBuilder integer(Tag tag, int... values) {
        return integer(tag, drafts.vrOf(tag, values), values);
    }

    /// @param tag any
    /// @param vr IS, DS, LO, or a binary integer
    /// @param values in the range of the representation
    /// @return this
    public DataSetBuilder integer(Tag tag, Vr vr, int... values) {
        if (vr.kind() == Vr.Kind.TEXT)
            return text(
                    tag,
                    vr,
                    Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
        return longInteger(tag, vr, Arrays.stream(values).asLongStream().toArray());
    }

    /// @param tag any
    /// @param vr a binary integer, also OB, OW, OL or OV
    /// @param values in the range of the representation
    /// @return this
    public DataSetBuilder longInteger(Tag tag, Vr vr, long... values) {
        if (vr == Vr.UN || vr.kind() == Vr.Kind.ITEMS || vr.kind() == Vr.Kind.TEXT)
            throw new IllegalArgumentException(vr + " holds no binary integers");
        var bytes = new byte[values.length * vr.width()];
        for (int i = 0; i < values.length; i++) {
            if (!vr.word().holds(values[i]))
                throw new IllegalArgumentException(values[i] + " is out of the range of " + vr);
            vr.word().put(bytes, i * vr.width(), values[i]);
        }
        drafts.bytes(tag, vr, bytes);
        return this;
    }

    /// @param tag of an AT
    /// @param values the attributes it names
    /// @return this
    public DataSetBuilder tags(Tag tag, Tag... values) {
        return longInteger(
                tag,
                Vr.AT,
                Arrays.stream(values).mapToLong(t -> Integer.toUnsignedLong(t.value())).toArray());
    }

    /// Reserves a block for a private creator, the first that is free, or finds the one it has (PS3.5
    /// 7.8.1).
    ///
    /// @param attribute of that creator
    /// @return its tag, to be put next
    /// @throws IllegalArgumentException where the group's 240 blocks are all taken
    public Tag reserve(PrivateTag attribute) {
        return drafts.reserve(attribute);
    }

    /// @param tag of an attribute of DS, FL, FD, OF or OD
    /// @param values finite; a DS is rounded to 16 characters
    /// @return this
    public DataSetBuilder decimal(Tag tag, double... values) {
        return decimal(tag, drafts.vrOf(tag), values);
    }

    /// @param tag any
    /// @param vr DS, FL, FD, OF or OD
    /// @param values finite; a DS is rounded to 16 characters
    /// @return this
    public DataSetBuilder decimal(Tag tag, Vr vr, double... values) {
        if (vr.kind() == Vr.Kind.TEXT)
            return text(
                    tag,
                    vr,
                    Arrays.stream(values).mapToObj(Numbers::decimalString).toArray(String[]::new));
        if (!vr.word().real()) throw new IllegalArgumentException(vr + " holds no decimals");
        var bytes = new byte[values.length * vr.width()];
        for (int i = 0; i < values.length; i++) vr.word().put(bytes, i * vr.width(), values[i]);
        drafts.bytes(tag, vr, bytes);
        return this;
    }

    /// @param tag of a DA or DT
    /// @param date its value
    /// @return this
    public DataSetBuilder date(Tag tag, LocalDate date) {
        return text(tag, Moments.text(date));
    }

    /// @param tag of a TM
    /// @param time its value; fractions are written where there are any
    /// @return this
    public DataSetBuilder time(Tag tag, LocalTime time) {
        return text(tag, Moments.text(time));
    }

    /// @param tag of a DT
    /// @param moment its value
    /// @return this
    public DataSetBuilder dateTime(Tag tag, LocalDateTime moment) {
        return text(tag, Moments.text(moment.toLocalDate()) + Moments.text(moment.toLocalTime()));
    }

    /// @param tag of a DT
    /// @param moment its value, written as far as it is told
    /// @return this
    public DataSetBuilder dateTime(Tag tag, DateTime moment) {
        return text(tag, moment.encoded());
    }

    /// @param tag of a PN
    /// @param name its value
    /// @return this
    public DataSetBuilder personName(Tag tag, PersonName name) {
        return text(tag, name.encoded());
    }

    /// @param tag of a code sequence
    /// @param code the one item's
    /// @return this
    public DataSetBuilder code(Tag tag, Code code) {
        return sequence(tag, code.item());
    }

    /// @param tag of a code sequence
    /// @param codes one an item
    /// @return this
    public DataSetBuilder codes(Tag tag, List<Code> codes) {
        return sequence(tag, codes.stream().map(Code::item).toList());
    }

    /// @param tag of a sequence
    /// @param items in order; none for an empty sequence
    /// @return this
    public DataSetBuilder sequence(Tag tag, DataSet... items) {
        return sequence(tag, List.of(items));
    }

    /// @param tag of a sequence
    /// @param items in order; none for an empty sequence
    /// @return this
    public DataSetBuilder sequence(Tag tag, List<DataSet> items) {
        drafts.value(tag, Vr.SQ, new Value.Items(items), SpecificCharacterSet.UNDECLARED);
        return this;
    }

    /// @param tag any
    /// @param vr its representation
    /// @param value copied; words little endian, text as (0008,0005) says
    /// @return this
    public DataSetBuilder bytes(Tag tag, Vr vr, byte[] value) {
        drafts.bytes(tag, vr, value.clone());
        return this;
    }

    /// @param tag any
    /// @param vr OB, OW, OF, OD, OL, OV or UN
    /// @param data kept where it is; words little endian
    /// @return this
    public DataSetBuilder bulk(Tag tag, Vr vr, BulkData data) {
        drafts.value(tag, vr, new Value.Bulk(data), SpecificCharacterSet.UNDECLARED);
        return this;
    }

    /// @param tag of pixel data
    /// @param fragments in order, without a Basic Offset Table
    /// @return this
    public DataSetBuilder fragments(Tag tag, List<BulkData> fragments) {
        return fragments(tag, BulkData.of(new byte[0]), fragments);
    }

    /// @param tag of pixel data
    /// @param offsetTable the Basic Offset Table's bytes (PS3.5 A.4)
    /// @param fragments in order
    /// @return this
    public DataSetBuilder fragments(Tag tag, BulkData offsetTable, List<BulkData> fragments) {
        var value = new Value.Fragments(offsetTable, fragments);
        drafts.value(tag, Vr.OB, value, SpecificCharacterSet.UNDECLARED);
        return this;
    }

    /// @param tag any
    /// @return this, without that element
    public DataSetBuilder remove(Tag tag) {
        drafts.remove(tag);
        return this;
    }

    /// @param other whose elements replace those of the same tags here
    /// @return this
    public DataSetBuilder putAll(DataSet other) {
        for (var element : other) put(element, other.characterSet());
        return this;
    }

    /// Takes over elements as they are, malformed ones too.
    ///
    /// @param from another data set
    /// @param which their tags; those that are absent there are left out
    /// @return this
    public DataSetBuilder copy(DataSet from, Tag... which) {
        for (var tag : which) from.element(tag).ifPresent(e -> put(e, from.characterSet()));
        return this;
    }

    /// @param element of another data set
    /// @param from the character set of that data set
    /// @return this
    public DataSetBuilder put(Element element, SpecificCharacterSet from) {
        drafts.value(element.tag(), element.vr(), element.value(), from);
        return this;
    }

    /// @return the data set; the builder can go on
    public DataSet build() {
        return drafts.build();
    }
}
