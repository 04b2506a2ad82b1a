package org.tyde.report.check;

import org.tyde.report.sign.SigningCheck;
import org.tyde.study.NationalId;
import org.tyde.study.Sex;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The text is of this patient: no organ the patient does not have, no other sex or age, no other patient's
/// name or number.
final class PersonChecks implements Check {
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{6}[ \u00a0]?\\d{5}(?!\\d)");

    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        for (var sentence : examined.sentences()) {
            organs(examined, sentence, found);
            person(examined, sentence, found);
            numbers(examined, sentence, found);
            names(examined, sentence, found);
        }
        return found;
    }

    private static void organs(Examined examined, Sentence sentence, List<SigningCheck> found) {
        var sex = examined.around().sex();
        if (sex.isEmpty() || sex.get() == Sex.OTHER) return;
        if (examined.words().says("family", sentence.text())) return;
        for (var hit : examined.words().all("organ", sentence.text()))
            if (Sex.valueOf(hit.meaning()) != sex.get())
                found.add(
                        Examined.at(
                                CheckKind.SEX_OF_ORGAN,
                                sentence.section(),
                                sentence.start() + hit.start(),
                                Examined.lower(hit.text()),
                                sex.get() == Sex.MALE ? 0 : 1));
    }

    private static void person(Examined examined, Sentence sentence, List<SigningCheck> found) {
        if (examined.words().says("family", sentence.text())) return;
        var sex = examined.around().sex();
        for (var hit : examined.words().all("person", sentence.text()))
            if (sex.isPresent()
                    && sex.get() != Sex.OTHER
                    && Sex.valueOf(hit.meaning()) != sex.get())
                found.add(other(sentence, hit.start(), hit.text(), sex.get()));
        var age = examined.words().match("age", sentence.text());
        var head = examined.report().head();
        if (age.isEmpty() || head.birthDate().isEmpty()) return;
        var said = age.get().group(1);
        if (said == null) said = age.get().group(2);
        if (said == null) return;
        var day = head.studyDate().orElse(examined.around().today());
        int years = Period.between(head.birthDate().get(), day).getYears();
        if (Math.abs(Integer.parseInt(said) - years) > 1)
            found.add(other(sentence, age.get().start(), age.get().group(), years));
    }

    private static SigningCheck other(Sentence sentence, int at, String said, Object known) {
        return Examined.at(
                CheckKind.OTHER_PERSON, sentence.section(), sentence.start() + at, said, known);
    }

    private static void numbers(Examined examined, Sentence sentence, List<SigningCheck> found) {
        var number = NUMBER.matcher(sentence.text());
        var own = digits(examined.report().head().patientId().value());
        while (number.find()) {
            var said = digits(number.group());
            if (!said.equals(own) && NationalId.parse(said).isPresent())
                found.add(
                        Examined.at(
                                CheckKind.OTHER_PATIENT,
                                sentence.section(),
                                sentence.start() + number.start(),
                                number.group()));
        }
    }

    /// Names of one word are words too, such as Lie and Berg: a given name must stand beside the family's.
    private static void names(Examined examined, Sentence sentence, List<SigningCheck> found) {
        var own = examined.report().head().patientName().alphabetic();
        for (var other : examined.around().others()) {
            var name = other.alphabetic();
            if (name.family().isBlank() || name.given().isBlank()) continue;
            boolean same =
                    name.family().equalsIgnoreCase(own.family())
                            && name.given().equalsIgnoreCase(own.given());
            if (same) continue;
            var family = Pattern.quote(name.family());
            var given = Pattern.quote(name.given());
            var both =
                    Pattern.compile(
                                    "(?<!\\p{L})(?:%s\\s+(?:\\p{L}+\\s+)?%s|%s,\\s*%s)(?!\\p{L})"
                                            .formatted(given, family, family, given),
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(sentence.text());
            if (both.find())
                found.add(
                        Examined.at(
                                CheckKind.OTHER_PATIENT,
                                sentence.section(),
                                sentence.start() + both.start(),
                                both.group()));
        }
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
