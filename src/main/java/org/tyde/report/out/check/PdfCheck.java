package org.tyde.report.out.check;

import org.tyde.refusal.Refusal;
import org.tyde.report.out.PdfFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The PDF of a report: whether it is ours, what it claims, and whether it says what was signed. Whether it keeps
/// all of ISO 19005-2 is for veraPDF to judge.
final class PdfCheck {
    private static final Pattern PART = value("part");
    private static final Pattern CONFORMANCE = value("conformance");

    private PdfCheck() {}

    private static Pattern value(String name) {
        return Pattern.compile("pdfaid:" + name + "\\s*(?:>|=\\s*[\"'])\\s*([0-9A-Za-z])");
    }

    static List<Refusal> of(byte[] pdf, Optional<SaidText> told) throws Refusal {
        var facts = PdfFacts.of(pdf);
        var flaws = new ArrayList<Refusal>();
        if (!facts.xmp().contains("<pdf:Producer>Tyde</pdf:Producer>"))
            flaws.add(new Refusal(PdfFlaw.NOT_OURS));
        var part = PART.matcher(facts.xmp());
        var conformance = CONFORMANCE.matcher(facts.xmp());
        if (!part.find())
            flaws.add(new Refusal(PdfFlaw.NOT_FOR_KEEPING).withRule("ISO 19005-2 6.6.4"));
        else if (conformance.find()
                && conformance.group(1).equalsIgnoreCase("a")
                && !facts.tagged())
            flaws.add(
                    new Refusal(PdfFlaw.NOT_TAGGED, part.group(1) + "a")
                            .withRule("ISO 19005-2 6.7.2"));
        if (facts.language().isBlank())
            flaws.add(new Refusal(PdfFlaw.NO_LANGUAGE).withRule("ISO 19005-2 6.7.4"));
        for (var font : facts.fonts())
            flaws.add(new Refusal(PdfFlaw.FONT_MISSING, font).withRule("ISO 19005-2 6.2.11.4"));
        for (var one : facts.active())
            flaws.add(new Refusal(PdfFlaw.ACTIVE, one).withRule("ISO 19005-2 6.5, 6.8"));
        told.flatMap(t -> t.missingIn(facts.text())).ifPresent(flaws::add);
        return flaws;
    }
}
