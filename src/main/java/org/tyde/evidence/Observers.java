package org.tyde.evidence;

import static org.tyde.evidence.ContentItems.code;
import static org.tyde.evidence.ContentItems.name;
import static org.tyde.evidence.ContentItems.text;
import static org.tyde.evidence.DocumentParts.CONTEXT;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DateTime;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.content.ContentItem;
import org.tyde.evidence.content.ContentTree;
import org.tyde.evidence.content.ContentValue;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who wrote a document and who answers for it: Author Observer and Verifying Observer Sequence (PS3.3
/// C.17.2), and the observers of TID 1002 and 1003 (PS3.16).
final class Observers {
    static final String HPR = "99HPR";

    private static final DateTimeFormatter DT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);

    private Observers() {}

    /// @throws IllegalArgumentException signed by nobody, by somebody without organisation, or at no time
    static void write(
            DataSetBuilder document,
            DocumentState state,
            Optional<Observer> author,
            List<Verifier> verifiers) {
        state.write(document);
        author.ifPresent(who -> document.sequence(Tag.AUTHOR_OBSERVER_SEQUENCE, person(who)));
        if (state != DocumentState.SIGNED) return;
        if (verifiers.isEmpty()) throw new IllegalArgumentException("signed, and by nobody");
        document.sequence(
                Tag.VERIFYING_OBSERVER_SEQUENCE,
                verifiers.stream().map(Observers::verifier).toList());
    }

    static boolean registered(Optional<Observer> author, List<Verifier> verifiers) {
        return author.flatMap(Observer::hprNumber).isPresent()
                || verifiers.stream().anyMatch(v -> v.who().hprNumber().isPresent());
    }

    /// Identified Person or Device Macro (PS3.3 table C.17-3b).
    private static DataSet person(Observer who) {
        var item =
                DataSet.builder()
                        .text(Tag.OBSERVER_TYPE, "PSN")
                        .personName(Tag.PERSON_NAME, who.name())
                        .text(Tag.INSTITUTION_NAME, who.organisation().orElse(""))
                        .sequence(Tag.INSTITUTION_CODE_SEQUENCE, List.of());
        return identified(item, Tag.PERSON_IDENTIFICATION_CODE_SEQUENCE, who);
    }

    private static DataSet verifier(Verifier verifier) {
        var who = verifier.who();
        var when =
                verifier.when()
                        .orElseThrow(() -> new IllegalArgumentException("signed at no time"));
        var at = OffsetDateTime.of(when, ZoneId.systemDefault().getRules().getOffset(when));
        var organisation =
                who.organisation()
                        .orElseThrow(
                                () -> new IllegalArgumentException("signed without organisation"));
        var item =
                DataSet.builder()
                        .personName(Tag.VERIFYING_OBSERVER_NAME, who.name())
                        .text(Tag.VERIFYING_ORGANIZATION, organisation)
                        .text(Tag.VERIFICATION_DATE_TIME, DT.format(at));
        return identified(item, Tag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE, who);
    }

    private static DataSet identified(DataSetBuilder item, Tag codes, Observer who) {
        if (who.hprNumber().isPresent())
            item.code(codes, new Code(who.hprNumber().get(), HPR, who.name().display()));
        else item.sequence(codes, List.of());
        return item.build();
    }

    /// The author alone: of several observers in one document no judge can tell whose role is whose, and who
    /// verified stands in the header.
    static List<DataSet> context(Optional<Observer> author, List<Verifier> verifiers) {
        if (author.isEmpty()) return List.of();
        var who = author.get();
        return observer(who, verifiers.stream().anyMatch(v -> v.who().same(who)));
    }

    private static List<DataSet> observer(Observer who, boolean verifies) {
        var items = new ArrayList<DataSet>();
        items.add(code(CONTEXT, Concepts.OBSERVER_TYPE, Concepts.PERSON));
        items.add(name(CONTEXT, Concepts.OBSERVER_NAME, who.name()));
        if (who.organisation().isPresent())
            items.add(
                    text(
                            CONTEXT,
                            Concepts.OBSERVER_ORGANISATION,
                            who.organisation().get(),
                            List.of()));
        var role = who.role().flatMap(RoleInOrganisation::of);
        if (role.isPresent()) items.add(code(CONTEXT, Concepts.ROLE_IN_ORGANISATION, role.get()));
        items.add(
                code(
                        CONTEXT,
                        Concepts.ROLE_IN_PROCEDURE,
                        verifies ? Concepts.VERIFYING : Concepts.RECORDING));
        return items;
    }

    /// @return the author as the document names one: in its header, else its first observer, else who signed
    static Optional<Observer> author(DataSet document, ContentTree tree)
            throws DicomFormatException {
        var people = observed(tree);
        var header = document.item(Tag.AUTHOR_OBSERVER_SEQUENCE);
        if (header.isPresent()) {
            var name = header.get().personName(Tag.PERSON_NAME);
            if (name.isPresent())
                return Optional.of(
                        new Observer(
                                name.get(),
                                role(people, name.get()),
                                header.get().text(Tag.INSTITUTION_NAME),
                                number(header.get(), Tag.PERSON_IDENTIFICATION_CODE_SEQUENCE)));
        }
        var verifiers = verifiers(document, tree);
        if (people.isEmpty()) return verifiers.stream().findFirst().map(Verifier::who);
        var first = people.getFirst();
        // one and the same, and the verifier is told with his number
        return verifiers.stream()
                .map(Verifier::who)
                .filter(v -> v.name().equals(first.name()))
                .findFirst()
                .or(() -> Optional.of(first));
    }

    /// @return who verified, in the document's order; those without a name are passed over
    static List<Verifier> verifiers(DataSet document, ContentTree tree)
            throws DicomFormatException {
        var people = observed(tree);
        var found = new ArrayList<Verifier>();
        for (var item : document.sequence(Tag.VERIFYING_OBSERVER_SEQUENCE)) {
            var name = item.personName(Tag.VERIFYING_OBSERVER_NAME);
            if (name.isEmpty()) continue;
            var number = number(item, Tag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE);
            var organisation = item.text(Tag.VERIFYING_ORGANIZATION);
            var who = new Observer(name.get(), role(people, name.get()), organisation, number);
            found.add(new Verifier(who, when(item)));
        }
        return found;
    }

    /// A number of another register says nothing of who it is in ours.
    private static Optional<String> number(DataSet person, Tag codes) throws DicomFormatException {
        for (var item : person.sequence(codes))
            if (item.textOr(Tag.CODING_SCHEME_DESIGNATOR, "").equals(HPR))
                return item.text(Tag.CODE_VALUE);
        return Optional.empty();
    }

    /// Told with its offset from UTC, it is an instant; told without, it is taken as the time of this place.
    private static Optional<LocalDateTime> when(DataSet verifier) {
        try {
            var here = ZoneId.systemDefault();
            return verifier.partialDateTime(Tag.VERIFICATION_DATE_TIME)
                    .filter(t -> t.precision().compareTo(DateTime.Precision.DAY) >= 0)
                    .map(t -> local(t, here));
        } catch (DicomFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(DateTime told, ZoneId here) {
        return told.offset()
                .map(o -> told.earliest().atOffset(o).atZoneSameInstant(here).toLocalDateTime())
                .orElse(told.earliest());
    }

    private static Optional<String> role(List<Observer> people, PersonName name) {
        return people.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .flatMap(Observer::role);
    }

    /// Each person observer's group begins with the name (TID 1003).
    private static List<Observer> observed(ContentTree tree) {
        var people = new ArrayList<Observer>();
        for (var item : tree.root().children())
            switch (item.value()) {
                case ContentValue.Name said when item.is(Concepts.OBSERVER_NAME) ->
                        people.add(
                                new Observer(
                                        said.name(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()));
                case ContentValue value when !people.isEmpty() ->
                        people.set(people.size() - 1, more(people.getLast(), item, value));
                case ContentValue _ -> {}
            }
        return people;
    }

    private static Observer more(Observer so, ContentItem item, ContentValue value) {
        return switch (value) {
            case ContentValue.Text said when item.is(Concepts.OBSERVER_ORGANISATION) ->
                    new Observer(so.name(), so.role(), Optional.of(said.text()), so.hprNumber());
            case ContentValue.Coded said when item.is(Concepts.ROLE_IN_ORGANISATION) ->
                    new Observer(
                            so.name(),
                            Optional.of(said.code().meaning()),
                            so.organisation(),
                            so.hprNumber());
            case ContentValue _ -> so;
        };
    }
}
