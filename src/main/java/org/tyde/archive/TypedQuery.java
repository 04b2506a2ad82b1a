package org.tyde.archive;

import org.tyde.prior.ModalityGroup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a person typed into the search field.
final class TypedQuery {
    private static final Pattern NATIONAL_ID =
            Pattern.compile("(?<![\\p{L}\\d])(\\d{6})[ -]?(\\d{5})(?![\\p{L}\\d])");
    private static final Pattern DATES =
            Pattern.compile(
                    "(\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2}))\\s*[-–]\\s*(\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2}))");
    private static final Pattern DOTTED =
            Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})");
    private static final Pattern PACKED = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern BACK = Pattern.compile("-(\\d{1,4})([dumåy])");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    private final LocalDate today;
    private final Set<String> modalities = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private String patientId = "";

    TypedQuery(LocalDate today) {
        this.today = today;
    }

    StudyQuery read(String typed) {
        var rest = (" " + typed.strip() + " ").replaceAll("(?i) i dag ", " today ");
        rest = rest.replaceAll("(?i) i går ", " yesterday ");
        rest = takeRange(takeNationalId(rest));
        for (var word : rest.strip().split("[\\s,]+")) if (!word.isEmpty()) take(word);
        return StudyQuery.ANY
                .withText(text.toString())
                .withPatientId(patientId)
                .withDates(from, to)
                .withModalities(modalities);
    }

    private String takeNationalId(String rest) {
        var found = NATIONAL_ID.matcher(rest);
        if (!found.find()) return rest;
        patientId = found.group(1) + found.group(2);
        return rest.substring(0, found.start()) + " " + rest.substring(found.end());
    }

    private String takeRange(String rest) {
        var found = DATES.matcher(rest);
        if (!found.find()) return rest;
        var first = date(found.group(1));
        var last = date(found.group(2));
        if (first.isEmpty() || last.isEmpty()) return rest;
        from = first;
        to = last;
        return rest.substring(0, found.start()) + " " + rest.substring(found.end());
    }

    private void take(String word) {
        var day = date(word);
        var back = BACK.matcher(word.toLowerCase(Locale.ROOT));
        var group = ModalityGroup.named(word);
        if (day.isPresent()) {
            from = day;
            to = day;
        } else if (back.matches()) {
            from = Optional.of(back(Integer.parseInt(back.group(1)), back.group(2)));
            to = Optional.of(today);
        } else if (group.isPresent()) {
            modalities.addAll(group.get().codes());
        } else if (SIX_DIGITS.matcher(word).matches() && patientId.isEmpty()) {
            patientId = word + "*";
        } else {
            text.append(text.isEmpty() ? "" : " ").append(word);
        }
    }

    private LocalDate back(int count, String unit) {
        return switch (unit) {
            case "u" -> today.minusWeeks(count);
            case "m" -> today.minusMonths(count);
            case "å", "y" -> today.minusYears(count);
            default -> today.minusDays(count);
        };
    }

    private Optional<LocalDate> date(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("today") || lower.equals("idag")) return Optional.of(today);
        if (lower.equals("yesterday") || lower.equals("igår"))
            return Optional.of(today.minusDays(1));
        var dotted = DOTTED.matcher(word);
        if (dotted.matches()) return date(dotted, 3, 2, 1);
        var packed = PACKED.matcher(word);
        if (packed.matches()) return date(packed, 3, 2, 1).filter(this::isLikely);
        var iso = ISO.matcher(word);
        return iso.matches() ? date(iso, 1, 2, 3) : Optional.empty();
    }

    /// Eight digits may also be an accession number.
    private boolean isLikely(LocalDate date) {
        return date.getYear() >= 1970 && !date.isAfter(today.plusYears(1));
    }

    private Optional<LocalDate> date(Matcher m, int year, int month, int day) {
        int y = Integer.parseInt(m.group(year));
        if (m.group(year).length() == 2) {
            y += 2000;
            if (y > today.getYear() + 1) y -= 100;
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            y, Integer.parseInt(m.group(month)), Integer.parseInt(m.group(day))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
