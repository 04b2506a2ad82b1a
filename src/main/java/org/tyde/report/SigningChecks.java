package org.tyde.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Looks a report over before it is signed.
public final class SigningChecks implements SigningChecker {
    private static final Pattern OPEN_FIELD =
            Pattern.compile("\\[[^\\]\\n]{0,60}\\]|_{3,}|\\*{3,}");
    private static final Pattern RIGHT =
            Pattern.compile("\\b(høyre|høyresidig\\w*|hø|right)\\b", flags());
    private static final Pattern LEFT =
            Pattern.compile("\\b(venstre|venstresidig\\w*|ve|left)\\b", flags());

    @Override
    public List<SigningCheck> check(Candidate report) {
        var checks = new ArrayList<SigningCheck>();
        for (var section : report.missing())
            checks.add(
                    new SigningCheck(
                            SigningCheck.Kind.SECTION_MISSING,
                            new SigningCheck.Place.Text(section, 0),
                            section));
        if (report.signer().isEmpty())
            checks.add(
                    new SigningCheck(SigningCheck.Kind.NO_SIGNER, new SigningCheck.Place.Signer()));
        speech(report, checks);
        images(report.images(), checks);
        openFields(report.content().text(), checks);
        side(report, checks);
        return checks;
    }

    private static void speech(Candidate report, List<SigningCheck> checks) {
        var target = report.target();
        for (var mark : report.content().marks()) {
            var place = new SigningCheck.Place.Text(mark.section(), mark.start());
            switch (mark.meaning()) {
                case Meaning.Trial() -> {
                    if (!target.embedded())
                        checks.add(
                                new SigningCheck(
                                        SigningCheck.Kind.TRIAL_SPEECH, place, target.name()));
                }
                case Meaning.Uncertain _ ->
                        checks.add(
                                new SigningCheck(
                                        SigningCheck.Kind.UNCERTAIN_WORDS,
                                        place,
                                        report.content()
                                                .text()
                                                .of(mark.section())
                                                .substring(mark.start(), mark.end())));
                case Meaning.Filled(var field) -> {
                    var open = mark.open(report.content().text().of(mark.section()));
                    if (open && field.required())
                        checks.add(
                                new SigningCheck(
                                        SigningCheck.Kind.OPEN_FIELD, place, field.label()));
                }
                case Meaning.SaidAt _, Meaning.Measured _ -> {}
            }
        }
    }

    private static void images(ImagesRead images, List<SigningCheck> checks) {
        var place = new SigningCheck.Place.Images();
        if (images.incomplete())
            checks.add(
                    new SigningCheck(
                            SigningCheck.Kind.IMAGES_MISSING,
                            place,
                            images.received(),
                            images.expected().orElseThrow()));
        if (images.expected().isEmpty())
            checks.add(new SigningCheck(SigningCheck.Kind.COUNT_UNKNOWN, place));
        if (images.neverShown() > 0)
            checks.add(new SigningCheck(SigningCheck.Kind.NEVER_SHOWN, place, images.neverShown()));
    }

    private static void openFields(ReportText text, List<SigningCheck> checks) {
        for (var section : Section.values()) {
            if (!section.editable()) continue;
            var found = OPEN_FIELD.matcher(text.of(section));
            while (found.find())
                checks.add(
                        new SigningCheck(
                                SigningCheck.Kind.OPEN_FIELD,
                                new SigningCheck.Place.Text(section, found.start()),
                                found.group()));
        }
    }

    /// The examination names one side and the report only the other.
    private static void side(Candidate report, List<SigningCheck> checks) {
        var examination = report.head().examination();
        boolean askedRight = RIGHT.matcher(examination).find();
        boolean askedLeft = LEFT.matcher(examination).find();
        if (askedRight == askedLeft) return;
        var asked = askedRight ? RIGHT : LEFT;
        var other = askedRight ? LEFT : RIGHT;
        for (var section : List.of(Section.FINDINGS, Section.IMPRESSION, Section.ADDENDUM)) {
            var text = report.content().text().of(section);
            var found = other.matcher(text);
            if (!found.find() || asked.matcher(text).find()) continue;
            var named = asked.matcher(examination);
            if (!named.find()) continue;
            checks.add(
                    new SigningCheck(
                            SigningCheck.Kind.OTHER_SIDE,
                            new SigningCheck.Place.Text(section, found.start()),
                            named.group().toLowerCase(Locale.ROOT),
                            found.group().toLowerCase(Locale.ROOT)));
        }
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    }
}
