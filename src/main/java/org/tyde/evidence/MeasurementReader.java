package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the content tree of a document for its measurement groups.
final class MeasurementReader {
    private static final int DEEPEST = 16;
    private static final int MOST = 20_000;
    private static final Code IMAGE_LIBRARY = new Code("111028", "DCM", "Image Library");
    private static final Set<String> RETIRED = Set.of("SRT", "SNM3", "99SDM");

    private final DataSet document;
    private final List<InstanceReference> evidence = new ArrayList<>();
    private final List<ReadGroup> groups = new ArrayList<>();
    private int looked;
    private int skipped;

    MeasurementReader(DataSet document) throws DicomFormatException {
        this.document = document;
        evidence.addAll(
                EvidenceSequence.read(
                        document.sequence(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)));
        evidence.addAll(
                EvidenceSequence.read(document.sequence(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE)));
    }

    ReadMeasurements read() throws DicomFormatException {
        var content = document.sequence(Tag.CONTENT_SEQUENCE);
        container(content, DeviceObservers.of(content, document), 0);
        return new ReadMeasurements(
                document.textOr(Tag.SOP_INSTANCE_UID, ""),
                document.textOr(Tag.STUDY_INSTANCE_UID, ""),
                concept(document).orElse(new Code("", "", "")),
                groups,
                skipped);
    }

    private void container(List<DataSet> items, List<FoundBy> observers, int depth) {
        for (var item : items) {
            try {
                if (!relation(item).equals(DocumentParts.CONTAINS)) continue;
                boolean inside =
                        item.textOr(Tag.VALUE_TYPE, "").equals("CONTAINER")
                                && depth < DEEPEST
                                && ++looked <= MOST;
                if (!inside) skipped++;
                else if (named(item, MeasurementConcepts.GROUP))
                    new Group(observers).read(item.sequence(Tag.CONTENT_SEQUENCE));
                else if (!named(item, IMAGE_LIBRARY))
                    container(item.sequence(Tag.CONTENT_SEQUENCE), observers, depth + 1);
            } catch (DicomFormatException malformed) {
                skipped++;
            }
        }
    }

    private static String relation(DataSet item) throws DicomFormatException {
        return item.textOr(Tag.RELATIONSHIP_TYPE, "");
    }

    private static Optional<Code> concept(DataSet item) throws DicomFormatException {
        return item.code(Tag.CONCEPT_NAME_CODE_SEQUENCE);
    }

    private static boolean named(DataSet item, Code code) throws DicomFormatException {
        return concept(item).filter(c -> c.same(code)).isPresent();
    }

    /// A concept of SNOMED CT, or as it was called before it had a code there.
    private static boolean named(DataSet item, Code code, String before)
            throws DicomFormatException {
        return named(item, code)
                || concept(item)
                        .filter(c -> RETIRED.contains(c.scheme()) && c.value().equals(before))
                        .isPresent();
    }

    /// One group while it is read.
    private final class Group {
        private final List<FoundBy> observers;
        private String identifier = "";
        private Optional<String> trackingUid = Optional.empty();
        private Optional<Code> finding = Optional.empty();
        private Optional<Code> site = Optional.empty();
        private Optional<Laterality> side = Optional.empty();
        private final Set<FoundBy> by = new LinkedHashSet<>();
        private final List<MeasuredValue> values = new ArrayList<>();
        private final List<ReadGroup.Judged> judged = new ArrayList<>();
        private final Set<InstanceReference> images = new LinkedHashSet<>();

        Group(List<FoundBy> observers) {
            this.observers = observers;
        }

        void read(List<DataSet> items) throws DicomFormatException {
            by.addAll(algorithm(items));
            for (var item : items) {
                try {
                    if (++looked > MOST || !understood(item)) skipped++;
                } catch (DicomFormatException | IllegalArgumentException malformed) {
                    skipped++;
                }
            }
            var own = DeviceObservers.of(items, document);
            if (by.isEmpty()) by.addAll(own.isEmpty() ? observers : own);
            groups.add(
                    new ReadGroup(
                            identifier,
                            trackingUid,
                            finding,
                            site,
                            side,
                            List.copyOf(by),
                            values,
                            judged,
                            List.copyOf(images),
                            ReadFigures.of(items, evidence)));
        }

        private boolean understood(DataSet item) throws DicomFormatException {
            return switch (item.textOr(Tag.VALUE_TYPE, "")) {
                case "TEXT" -> text(item);
                case "UIDREF" -> uid(item);
                case "CODE" -> code(item);
                case "NUM" -> number(item);
                case "IMAGE", "SCOORD", "SCOORD3D" -> images(item, 0);
                case "PNAME" -> !relation(item).equals(DocumentParts.CONTAINS);
                default -> false;
            };
        }

        private boolean text(DataSet item) throws DicomFormatException {
            if (named(item, MeasurementConcepts.TRACKING))
                identifier = item.textOr(Tag.TEXT_VALUE, "");
            // observers are read apart
            else return ofAlgorithm(item) || relation(item).equals(DocumentParts.CONTEXT);
            return true;
        }

        private boolean uid(DataSet item) throws DicomFormatException {
            if (!named(item, MeasurementConcepts.TRACKING_UID))
                return relation(item).equals(DocumentParts.CONTEXT);
            trackingUid = item.text(Tag.UID).filter(u -> !u.isBlank());
            return trackingUid.isPresent();
        }

        private boolean code(DataSet item) throws DicomFormatException {
            var answer = item.code(Tag.CONCEPT_CODE_SEQUENCE);
            var asked = concept(item);
            if (answer.isEmpty() || asked.isEmpty()) return false;
            if (named(item, Concepts.FINDING)) finding = answer;
            else if (named(item, MeasurementConcepts.SITE, "G-C0E3")) {
                site = answer;
                for (var child : item.sequence(Tag.CONTENT_SEQUENCE))
                    if (named(child, MeasurementConcepts.SIDE, "G-C171"))
                        side =
                                child.code(Tag.CONCEPT_CODE_SEQUENCE)
                                        .flatMap(MeasurementConcepts::side);
                    else skipped++;
            } else if (relation(item).equals(DocumentParts.CONTAINS))
                judged.add(new ReadGroup.Judged(asked.get(), answer.get()));
            else return relation(item).equals(DocumentParts.CONTEXT);
            return true;
        }

        private boolean number(DataSet item) throws DicomFormatException {
            var children = item.sequence(Tag.CONTENT_SEQUENCE);
            var measured = item.item(Tag.MEASURED_VALUE_SEQUENCE);
            var asked = concept(item);
            if (measured.isEmpty() || asked.isEmpty()) return false;
            var unit = measured.get().code(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
            var value = measured.get().decimal(Tag.NUMERIC_VALUE);
            boolean said =
                    value.isPresent() && unit.filter(u -> u.scheme().equals("UCUM")).isPresent();
            if (!said) return false;
            var derivation = Optional.<Code>empty();
            for (var child : children)
                if (named(child, MeasurementConcepts.DERIVATION))
                    derivation = child.code(Tag.CONCEPT_CODE_SEQUENCE);
            var code = unit.orElseThrow().value();
            values.add(
                    new MeasuredValue(
                            asked.get(), derivation, value.getAsDouble(), UcumUnits.unit(code)));
            by.addAll(algorithm(children));
            for (var child : children)
                if (!named(child, MeasurementConcepts.DERIVATION)
                        && !ofAlgorithm(child)
                        && !images(child, 0)) skipped++;
            return true;
        }

        /// The images named by an item or anywhere below it.
        private boolean images(DataSet item, int depth) throws DicomFormatException {
            boolean any = false;
            if (item.textOr(Tag.VALUE_TYPE, "").equals("IMAGE"))
                for (var sop : item.sequence(Tag.REFERENCED_SOP_SEQUENCE)) {
                    images.add(ReadDocument.reference(sop, evidence));
                    any = true;
                }
            if (depth >= DEEPEST) return any;
            for (var child : item.sequence(Tag.CONTENT_SEQUENCE)) {
                if (++looked > MOST) return any;
                any |= images(child, depth + 1);
            }
            return any;
        }
    }

    private static boolean ofAlgorithm(DataSet item) throws DicomFormatException {
        return named(item, MeasurementConcepts.ALGORITHM_NAME)
                || named(item, MeasurementConcepts.ALGORITHM_VERSION);
    }

    /// TID 4019 among the modifiers of a group or number.
    private static List<FoundBy> algorithm(List<DataSet> items) throws DicomFormatException {
        var name = Optional.<String>empty();
        var version = Optional.<String>empty();
        for (var item : items) {
            if (named(item, MeasurementConcepts.ALGORITHM_NAME)) name = item.text(Tag.TEXT_VALUE);
            if (named(item, MeasurementConcepts.ALGORITHM_VERSION))
                version = item.text(Tag.TEXT_VALUE);
        }
        var said = version.filter(v -> !v.isBlank());
        return name.filter(n -> !n.isBlank()).map(n -> new FoundBy(n, said)).stream().toList();
    }
}
