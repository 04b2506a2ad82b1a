package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Element;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Any data set, written in any encoding, reads back equal.
class RoundTripTest {
    private static final int TRIES = 300;

    @Provide
    Arbitrary<DataSet> anyDataSet() {
        return AnyDataSet.of(true);
    }

    @Provide
    Arbitrary<DataSet> withoutPrivates() {
        return AnyDataSet.of(false);
    }

    @Provide
    Arbitrary<TransferSyntax> explicitSyntax() {
        return Arbitraries.of(
                TransferSyntax.EXPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_BIG,
                TransferSyntax.DEFLATED);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void everyExplicitSyntaxGivesTheSameDataSetBack(
            @ForAll("anyDataSet") DataSet set, @ForAll("explicitSyntax") TransferSyntax syntax)
            throws IOException {
        var read = DicomReader.read(DicomWriter.toBytes(set, syntax));
        assertEquals(List.of(), read.warnings());
        assertEquals(syntax, read.transferSyntax());
        same(AnyDataSet.declared(set), read.dataSet());
        assertEquals(AnyDataSet.declared(set), read.dataSet());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void theImplicitSyntaxGivesAllOfTheStandardBack(@ForAll("withoutPrivates") DataSet set)
            throws IOException {
        var read = DicomReader.read(DicomWriter.toBytes(set, TransferSyntax.IMPLICIT_LITTLE));
        assertEquals(List.of(), read.warnings());
        same(AnyDataSet.declared(set), read.dataSet());
        assertEquals(AnyDataSet.declared(set), read.dataSet());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void writingWhatWasReadGivesTheSameBytes(
            @ForAll("anyDataSet") DataSet set, @ForAll("explicitSyntax") TransferSyntax syntax)
            throws IOException {
        var once = DicomWriter.toBytes(set, syntax);
        assertArrayEquals(once, DicomWriter.toBytes(DicomReader.read(once).dataSet(), syntax));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void jsonGivesTheSameValuesBack(@ForAll("anyDataSet") DataSet set) throws IOException {
        var text = new ObjectMapper().writeValueAsBytes(DicomJson.write(set));
        same(undeclared(set), DicomJson.read(DicomJson.parse(text)));
    }

    private static DataSet undeclared(DataSet set) {
        return set.toBuilder().remove(Tag.SPECIFIC_CHARACTER_SET).build();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void fragmentsComeBackEvenAndInOrder(@ForAll List<byte[]> fragments) throws IOException {
        var data = fragments.stream().map(BulkData::of).toList();
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .fragments(Tag.PIXEL_DATA, data)
                        .build();
        var read = DicomReader.read(DicomWriter.toBytes(set, TransferSyntax.RLE)).dataSet();
        var back = read.fragments(Tag.PIXEL_DATA).orElseThrow().data();
        assertEquals(data.size(), back.size());
        for (int i = 0; i < data.size(); i++) {
            long length = data.get(i).length();
            assertEquals(length + length % 2, back.get(i).length());
            assertArrayEquals(data.get(i).all(), back.get(i).read(0, (int) length));
        }
    }

    /// Where an instance stands: patient, study, series.
    record Shelf(int patient, int study, int series) {}

    @Provide
    Arbitrary<List<Shelf>> shelves() {
        var few = Arbitraries.integers().between(0, 2);
        return Combinators.combine(few, few, few).as(Shelf::new).list().ofMaxSize(12);
    }

    @Property(tries = TRIES / 3, shrinking = ShrinkingMode.BOUNDED)
    void aDirectoryGivesItsTreeBack(@ForAll("shelves") List<Shelf> shelves) throws IOException {
        var writer = new DirectoryWriter("ANY", "2.25.1");
        var wanted = new TreeMap<String, List<String>>();
        for (int i = 0; i < shelves.size(); i++) {
            var shelf = shelves.get(i);
            var set =
                    DirectoryWriterTest.image("P" + shelf.patient, uid(shelf, 2), uid(shelf, 3), i);
            writer.add(
                    List.of("D", "I" + i),
                    new DicomFile(DataSet.empty(), set, TransferSyntax.EXPLICIT_LITTLE, List.of()));
            wanted.computeIfAbsent(uid(shelf, 3), _ -> new ArrayList<>()).add("I" + i);
        }
        var read = DicomDirectory.read(writer.toBytes(), Path.of("cd").toAbsolutePath());
        assertEquals(List.of(), read.warnings());
        var got = new TreeMap<String, List<String>>();
        for (var patient : read.entries())
            for (var study : patient.entries())
                for (var series : study.entries())
                    got.put(
                            series.record().textOr(Tag.SERIES_INSTANCE_UID, ""),
                            series.entries().stream().map(RoundTripTest::fileName).toList());
        assertEquals(wanted, got);
    }

    private static String uid(Shelf shelf, int parts) {
        var uid = "2.25.1" + shelf.patient + "." + shelf.study;
        return parts == 2 ? uid : uid + "." + shelf.series;
    }

    private static String fileName(DicomDirectory.Entry entry) {
        return String.valueOf(entry.file().orElseThrow().getFileName());
    }

    private static void same(DataSet wanted, DataSet got) throws IOException {
        assertEquals(tags(wanted), tags(got));
        for (var element : wanted) {
            var other = got.element(element.tag()).orElseThrow();
            assertEquals(element.vr(), other.vr(), element.tag().toString());
            if (element.value() instanceof Value.Items items) {
                var others = got.sequence(element.tag());
                assertEquals(items.items().size(), others.size());
                for (int i = 0; i < others.size(); i++)
                    same(undeclared(items.items().get(i)), undeclared(others.get(i)));
            } else if (element.vr().kind() == Vr.Kind.BYTES)
                assertArrayEquals(bytes(element), bytes(other), element.tag().toString());
            else
                assertEquals(
                        values(wanted, element),
                        values(got, element),
                        element.tag() + " " + element.vr());
        }
    }

    private static List<Tag> tags(DataSet set) {
        var tags = new ArrayList<Tag>();
        for (var element : set) tags.add(element.tag());
        return tags;
    }

    private static byte[] bytes(Element element) throws IOException {
        return switch (element.value()) {
            case Value.Bytes bytes -> bytes.data().all();
            case Value.Bulk bulk -> bulk.data().all();
            case Value.Items _, Value.Fragments _ -> throw new AssertionError(element.tag());
        };
    }

    /// Numbers by value, names without empty parts at their ends (PS3.5 6.2.1).
    private static List<?> values(DataSet set, Element element) throws IOException {
        var texts = set.texts(element.tag());
        return switch (element.vr()) {
            case DS, IS ->
                    texts.stream()
                            .map(t -> t.isEmpty() ? t : new BigDecimal(t).stripTrailingZeros())
                            .toList();
            case PN -> {
                var names = texts.stream().map(t -> PersonName.parse(t).encoded()).toList();
                yield names.equals(List.of("")) ? List.of() : names; // delimiters alone name nobody
            }
            default -> texts;
        };
    }
}
