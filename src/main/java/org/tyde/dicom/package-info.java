/// DICOM's values: tags, value representations, data sets, names, codes, dates, character sets and
/// identifiers (PS3.5, PS3.6). Knows nothing of files, networks or images; every type but the builder
/// is immutable. `org.tyde.dicom.io` reads and writes files.
///
/// A value is asked for by tag, by the path through items, or by its private creator; absent is
/// empty, malformed is a [DicomFormatException] with tag path, offset and rule:
///
/// ```java
/// DataSet set = DicomReader.readHeader(path).dataSet();
/// Optional<PersonName> name = set.personName(Tag.PATIENT_NAME);
/// double[] spacing = set.decimals(Tag.PIXEL_SPACING); // mm, rows first
/// Optional<Code> finding = set.code(TagPath.parse("ContentSequence[2].ConceptCodeSequence"));
/// Optional<BulkData> csa = set.bulk(new PrivateTag(0x0029, "SIEMENS CSA HEADER", 0x10));
/// OptionalInt rows = set.integer(Tag.OVERLAY_ROWS.repeated(1)); // (6002,0010)
/// ```
///
/// A builder makes a new one; text is encoded when it is built, in the declared character set or,
/// where that lacks a letter, in UTF-8. What has not the form of its representation is refused:
///
/// ```java
/// DataSetBuilder builder = set.toBuilder()
///         .personName(Tag.PATIENT_NAME, PersonName.of("Ødegård", "Åse"))
///         .date(Tag.STUDY_DATE, LocalDate.of(2026, 3, 14))
///         .codes(Tag.ANATOMIC_REGION_SEQUENCE, List.of(new Code("39607008", "SCT", "Lung")));
/// builder.text(builder.reserve(new PrivateTag(0x0009, "ACME 1.0", 0x01)), Vr.LO, "ours");
/// DicomWriter.write(target, builder.build(), TransferSyntax.EXPLICIT_LITTLE);
/// ```
@NullMarked
package org.tyde.dicom;

import org.jspecify.annotations.NullMarked;
