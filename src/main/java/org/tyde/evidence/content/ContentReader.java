package org.tyde.evidence.content;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DateTime;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one content tree, in the order of the document.
final class ContentReader {
    static final int DEEPEST = 64;
    static final int MOST = 50_000;
    private static final String ITEMS = "PS3.3 C.17.3.2";
    private static final Set<String> NAMED =
            Set.of("TEXT", "CODE", "NUM", "DATETIME", "DATE", "TIME", "UIDREF", "PNAME");

    private final ValueReader values = new ValueReader();
    private int read;

    /// @param root of the document: the data set itself
    ContentItem read(DataSet root) {
        return item(root, List.of(1), true);
    }

    private ContentItem item(DataSet item, List<Integer> at, boolean root) {
        read++;
        var flaws = new ArrayList<Flaw>();
        var relationship = root ? Optional.<Relationship>empty() : relationship(item, at, flaws);
        var concept = concept(item, at, flaws);
        var value = values.of(item, at, flaws);
        if (concept.isEmpty() && (root || NAMED.contains(value.type())))
            flaws.add(Flaw.of(ContentReason.NO_CONCEPT, at, ITEMS + ".2"));
        var observed = observed(item, at, flaws);
        var template = template(item, at, flaws);
        var children = children(item, at, flaws);
        if (value.type().equals("SCOORD") && children.stream().noneMatch(ContentReader::isImage))
            flaws.add(Flaw.of(ContentReason.PLACE_WITHOUT_IMAGE, at, "PS3.3 C.18.6"));
        return new ContentItem(
                at, relationship, concept, value, observed, template, children, flaws);
    }

    /// Whether a place may have been chosen from it; a pointer may lead to an image.
    private static boolean isImage(ContentItem child) {
        return child.value().type().equals("IMAGE")
                || child.value() instanceof ContentValue.Pointer;
    }

    private List<ContentItem> children(DataSet item, List<Integer> at, List<Flaw> flaws) {
        var children = new ArrayList<ContentItem>();
        List<DataSet> below;
        try {
            below = item.sequence(Tag.CONTENT_SEQUENCE);
        } catch (DicomFormatException malformed) {
            flaws.add(Flaw.unreadable(malformed, at));
            return children;
        }
        if (!below.isEmpty() && at.size() >= DEEPEST) {
            flaws.add(Flaw.of(ContentReason.TOO_DEEP, at, ITEMS + ".4", below.size(), DEEPEST));
            return children;
        }
        for (int i = 0; i < below.size(); i++) {
            if (read >= MOST) {
                int left = below.size() - i;
                flaws.add(Flaw.of(ContentReason.TOO_MANY, at, ITEMS + ".4", left, MOST));
                break;
            }
            var place = new ArrayList<>(at);
            place.add(i + 1);
            children.add(item(below.get(i), place, false));
        }
        return children;
    }

    private static Optional<Relationship> relationship(
            DataSet item, List<Integer> at, List<Flaw> flaws) {
        try {
            var written = item.textOr(Tag.RELATIONSHIP_TYPE, "");
            var known = Relationship.of(written);
            if (written.isEmpty())
                flaws.add(Flaw.of(ContentReason.NO_RELATIONSHIP, at, ITEMS + ".4"));
            else if (known.isEmpty())
                flaws.add(Flaw.of(ContentReason.UNKNOWN_RELATIONSHIP, at, ITEMS + ".4", written));
            return known;
        } catch (DicomFormatException malformed) {
            flaws.add(Flaw.unreadable(malformed, at));
            return Optional.empty();
        }
    }

    private static Optional<Code> concept(DataSet item, List<Integer> at, List<Flaw> flaws) {
        try {
            return ValueReader.code(item, Tag.CONCEPT_NAME_CODE_SEQUENCE);
        } catch (DicomFormatException malformed) {
            flaws.add(Flaw.unreadable(malformed, at));
            return Optional.empty();
        }
    }

    private static Optional<DateTime> observed(DataSet item, List<Integer> at, List<Flaw> flaws) {
        try {
            return item.partialDateTime(Tag.OBSERVATION_DATE_TIME);
        } catch (DicomFormatException malformed) {
            flaws.add(Flaw.unreadable(malformed, at));
            return Optional.empty();
        }
    }

    private static Optional<String> template(DataSet item, List<Integer> at, List<Flaw> flaws) {
        try {
            var template = item.item(Tag.CONTENT_TEMPLATE_SEQUENCE);
            if (template.isEmpty()) return Optional.empty();
            var said = template.get();
            return Optional.of(
                    (said.textOr(Tag.MAPPING_RESOURCE, "")
                                    + " "
                                    + said.textOr(Tag.TEMPLATE_IDENTIFIER, ""))
                            .strip());
        } catch (DicomFormatException malformed) {
            flaws.add(Flaw.unreadable(malformed, at));
            return Optional.empty();
        }
    }
}
