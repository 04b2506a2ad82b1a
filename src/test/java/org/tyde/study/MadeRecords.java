package org.tyde.study;

import org.tyde.dicom.PersonName;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// People that nobody is, and how seven hospitals would write them down: with their own numbers, their own
/// spelling, a maiden name, a missing date, a slip of the finger.
final class MadeRecords {
    private static final List<String> FAMILIES =
            List.of(
                    "Hansen",
                    "Ås",
                    "Ødegård",
                    "Berg-Vik",
                    "Vik",
                    "Hansen Berg",
                    "Sæther",
                    "Müller",
                    "O'Brien",
                    "Nguyen");
    private static final List<String> GIVEN =
            List.of("Kari", "Mari", "Ola", "Per", "Åse", "Kari Anne", "Ole Johan", "Bjørg", "Eva");
    private static final int[] K1 = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] K2 = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private final Random random;
    private final Set<String> givenOut = new HashSet<>();

    MadeRecords(long seed) {
        random = new Random(seed);
    }

    /// @param number synthetic birth number
    /// @param earlier synthetic D-number
    record Person(
            String family,
            String given,
            LocalDate birth,
            Sex sex,
            String number,
            String earlier,
            String formerFamily) {}

    Person person() {
        var birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(21_900));
        return person(one(FAMILIES), one(GIVEN), birth);
    }

    Person person(String family, String given, LocalDate birth) {
        var sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        return new Person(
                family, given, birth, sex, number(birth, 0), number(birth, 40), one(FAMILIES));
    }

    /// The other of two children of one birth.
    Person twin(Person of) {
        var given = one(GIVEN);
        while (given.contains(of.given()) || of.given().contains(given)) given = one(GIVEN);
        return person(of.family(), given, of.birth());
    }

    private String number(LocalDate birth, int onDay) {
        while (true) {
            var nine =
                    String.format(
                            Locale.ROOT,
                            "%02d%02d%02d%03d",
                            birth.getDayOfMonth() + onDay,
                            birth.getMonthValue() + 80,
                            birth.getYear() % 100,
                            random.nextInt(500));
            int k1 = check(nine, K1);
            int k2 = k1 == 10 ? 10 : check(nine + k1, K2);
            if (k2 != 10 && givenOut.add(nine + k1 + k2)) return nine + k1 + k2;
        }
    }

    private static int check(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * (digits.charAt(i) - '0');
        return (11 - sum % 11) % 11;
    }

    /// As one hospital writes a person.
    ///
    /// @param of the person
    /// @param number that stands in the record, perhaps of somebody else
    Patient record(Person of, String number) {
        var family = chance(8) ? of.formerFamily() : of.family();
        var given = chance(10) ? of.given().substring(0, 1) : of.given();
        var birth = chance(25) ? of.birth().plusDays(random.nextInt(3) - 1L) : of.birth();
        var id = id(number);
        return new Patient(
                id,
                PersonName.of(spelled(family), spelled(given)),
                chance(12) ? Optional.empty() : Optional.of(birth),
                chance(6) ? Optional.empty() : Optional.of(of.sex()),
                NationalId.parse(id.value()).or(() -> NationalId.parse(number)),
                chance(10) ? List.of(new PatientId(of.earlier(), Optional.of("DNR"))) : List.of());
    }

    /// The national number with or without issuer, or a local one so short that hospitals clash.
    private PatientId id(String number) {
        var hospital = "hospital " + random.nextInt(7);
        return switch (random.nextInt(5)) {
            case 0, 1 -> new PatientId(number, Optional.of(NationalId.Kind.FNR.oid()));
            case 2 -> new PatientId(number, Optional.empty());
            case 3 -> new PatientId("" + random.nextInt(3), Optional.of(hospital));
            default -> new PatientId("" + random.nextInt(3), Optional.empty());
        };
    }

    private String spelled(String name) {
        return switch (random.nextInt(5)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 ->
                    name.replace("å", "aa")
                            .replace("Å", "AA")
                            .replace("ø", "oe")
                            .replace("Ø", "OE");
            case 2 -> name.replace('-', ' ');
            case 3 -> name.replace("ü", "u").replace("æ", "ae");
            default -> name;
        };
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
