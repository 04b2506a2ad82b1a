package org.tyde.dicom.io;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Any data set of small values: every representation, nested sequences, private blocks, text in the
/// letters of a declared or undeclared character set.
final class AnyDataSet {
    private static final int MOST_ELEMENTS = 8;
    private static final int MOST_VALUES = 3;

    private static final List<Dictionary.Entry> ATTRIBUTES =
            Dictionary.standard().entries().stream()
                    .filter(
                            e ->
                                    e.vrs().size() == 1
                                            && e.tag().group() > 8
                                            && e.tag().group() < 0x5000)
                    .filter(e -> e.tag().element() != 0 && !e.keyword().isEmpty())
                    .filter(e -> Dictionary.standard().entry(e.tag()).filter(e::equals).isPresent())
                    .toList();

    private AnyDataSet() {}

    /// One element, put into a builder.
    @FunctionalInterface
    private interface Put extends UnaryOperator<DataSetBuilder> {}

    /// What a declared character set can write.
    private record Letters(String declared, String letters) {}

    private static final List<Letters> SETS =
            List.of(
                    new Letters("", "abcXYZ 019.,-()"),
                    new Letters("", "abc æøå ÆØÅ 山田 Щ 😀"),
                    new Letters("ISO_IR 192", "æøå 山田 한국 Щ 😀 ab"),
                    new Letters("ISO_IR 100", "æøå ÆØÅ éü ab"),
                    new Letters("ISO_IR 144", "Люксембург ab"),
                    new Letters("ISO_IR 13", "ｱｲｳ ab"),
                    new Letters("GB18030", "王小东 ab"),
                    new Letters("\\ISO 2022 IR 87", "山田太郎やまだ ab"),
                    new Letters("\\ISO 2022 IR 149", "김희중 ab"),
                    new Letters("ISO 2022 IR 100\\ISO 2022 IR 144", "æøå Люкс ab"));

    /// @param privates whether private blocks are among them
    static Arbitrary<DataSet> of(boolean privates) {
        return Arbitraries.of(SETS)
                .flatMap(
                        set ->
                                level(set.letters(), privates, 2)
                                        .map(puts -> build(set.declared(), puts)));
    }

    private static DataSet build(String declared, List<Put> puts) {
        var builder = DataSet.builder();
        if (!declared.isEmpty())
            builder.text(Tag.SPECIFIC_CHARACTER_SET, declared.split("\\\\", -1));
        for (var put : puts) builder = put.apply(builder);
        return builder.text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                .build();
    }

    /// As a file holds it: with the character set that the writer declares.
    static DataSet declared(DataSet set) {
        if (set.has(Tag.SPECIFIC_CHARACTER_SET)
                || set.characterSet().equals(SpecificCharacterSet.UNDECLARED)) return set;
        var names = set.characterSet().names().toArray(String[]::new);
        return set.toBuilder().text(Tag.SPECIFIC_CHARACTER_SET, names).build();
    }

    private static Arbitrary<List<Put>> level(String letters, boolean privates, int depth) {
        var standard =
                Arbitraries.of(ATTRIBUTES)
                        .flatMap(e -> put(e.tag(), e.vrs().getFirst(), letters, privates, depth));
        var element = privates ? Arbitraries.oneOf(List.of(standard, block(letters))) : standard;
        return element.list().ofMaxSize(MOST_ELEMENTS);
    }

    private static Arbitrary<Put> block(String letters) {
        var vrs = Arbitraries.of(Vr.UN, Vr.OB, Vr.LO, Vr.US, Vr.FD, Vr.UV, Vr.UC);
        return Combinators.combine(Arbitraries.integers().between(0, 0xFF), vrs)
                .flatAs(
                        (element, vr) ->
                                put(Tag.of(0x0029, 0x1000 | element), vr, letters, false, 0)
                                        .map(
                                                put ->
                                                        b ->
                                                                put.apply(
                                                                        b.text(
                                                                                Tag.of(
                                                                                        0x0029,
                                                                                        0x0010),
                                                                                Vr.LO,
                                                                                "TYDE TEST"))));
    }

    private static Arbitrary<Put> put(Tag tag, Vr vr, String letters, boolean privates, int depth) {
        return switch (vr.kind()) {
            case TEXT -> texts(vr, letters).map(v -> b -> b.text(tag, vr, v));
            case INTEGER -> bytes(vr).map(v -> b -> b.bytes(tag, vr, v));
            case BYTES -> bytes(vr).map(v -> b -> b.bytes(tag, vr, v));
            case REAL ->
                    Arbitraries.doubles()
                            .between(-1e30, 1e30)
                            .array(double[].class)
                            .ofMaxSize(MOST_VALUES)
                            .map(v -> b -> b.decimal(tag, vr, floats(v, vr)));
            case TAG ->
                    Arbitraries.of(ATTRIBUTES)
                            .map(Dictionary.Entry::tag)
                            .array(Tag[].class)
                            .ofMaxSize(MOST_VALUES)
                            .map(v -> b -> b.tags(tag, v));
            case ITEMS ->
                    depth == 0
                            ? Arbitraries.just(b -> b.sequence(tag))
                            : level(letters, privates, depth - 1)
                                    .map(puts -> build("", puts))
                                    .list()
                                    .ofMaxSize(2)
                                    .map(v -> b -> b.sequence(tag, v));
        };
    }

    private static double[] floats(double[] values, Vr vr) {
        return vr == Vr.FL ? Arrays.stream(values).map(v -> (float) v).toArray() : values;
    }

    private static Arbitrary<byte[]> bytes(Vr vr) {
        int unit = Math.max(2, vr.unit());
        return Arbitraries.integers()
                .between(0, MOST_VALUES)
                .flatMap(n -> Arbitraries.bytes().array(byte[].class).ofSize(n * unit));
    }

    private static Arbitrary<String[]> texts(Vr vr, String letters) {
        int most = vr.severalValues() ? MOST_VALUES : 1;
        return text(vr, letters).array(String[].class).ofMaxSize(most);
    }

    private static Arbitrary<String> text(Vr vr, String letters) {
        return switch (vr) {
            case DA -> Arbitraries.of("20261123", "19000101");
            case TM -> Arbitraries.of("0815", "235959.999999");
            case DT -> Arbitraries.of("20261123081500.5+0100", "2026");
            case AS -> Arbitraries.of("045Y", "003D");
            case IS -> Arbitraries.integers().map(String::valueOf);
            case DS -> Arbitraries.of("0.5", "-1e-7", "3", "0.33333333333333", "1.50");
            case UI -> Arbitraries.of("1.2.840.10008.1.1", "2.25.17", "1.2");
            case AE, CS, UR -> Arbitraries.strings().withChars("ABCXYZ_019").ofMaxLength(16);
            case PN -> name(letters);
            default -> {
                int[] points = letters.codePoints().toArray();
                yield Arbitraries.integers()
                        .between(0, points.length - 1)
                        .list()
                        .ofMaxSize(12)
                        .map(at -> written(at, points));
            }
        };
    }

    private static String written(List<Integer> at, int[] points) {
        var text = new StringBuilder();
        for (int i : at) text.appendCodePoint(points[i]);
        return text.toString();
    }

    private static Arbitrary<String> name(String letters) {
        var part = text(Vr.SH, letters).map(String::strip);
        return Combinators.combine(part, part).as((a, b) -> a + "^" + b);
    }
}
