package org.tyde.prior;

import org.tyde.dicom.NameFold;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of an examination as a hospital wrote them: parts of the body, side, whether vessels were meant.
/// A slip of one letter in a longer word is seen through.
final class PartsText {
    private static final Set<String> RIGHT =
            Set.of(
                    "hoeyre", "hoyre", "hoe", "ho", "h", "right", "rt", "r", "dx", "dxt", "dext",
                    "dexter", "dextra", "ztx0xa");
    private static final Set<String> LEFT =
            Set.of("venstre", "vens", "ve", "v", "left", "lt", "l", "sin", "sinister", "sinistra");
    private static final Set<String> BOTH = Set.of("begge", "both", "bilat");
    private static final List<String> VESSELS =
            List.of(
                    "angio",
                    "cta",
                    "mra",
                    "vene",
                    "venoes",
                    "arteri",
                    "dupleks",
                    "duplex",
                    "kar",
                    "blodaare");

    /// Common words that lie one letter from a part of the body, or say nothing.
    private static final Set<String> EMPTY =
            Set.of(
                    "color",
                    "colour",
                    "minus",
                    "enkel",
                    "enkelt",
                    "under",
                    "image",
                    "kontrast",
                    "kontroll",
                    "kontr",
                    "contrast",
                    "serie",
                    "series",
                    "protokoll",
                    "ekstern",
                    "undersoekelse",
                    "roentgen",
                    "ultralyd",
                    "henvisning",
                    "uten",
                    "with",
                    "without");

    /// What follows a part of the body in one word, as in `kneprotese`.
    private static final List<String> ENDINGS =
            List.of(
                    "protese",
                    "protokoll",
                    "ledd",
                    "kontroll",
                    "fraktur",
                    "brudd",
                    "traume",
                    "skade",
                    "kreft",
                    "cancer",
                    "biopsi",
                    "punksjon",
                    "scintigrafi",
                    "angiografi",
                    "arteri",
                    "vene",
                    "skjelett",
                    "metastase",
                    "status",
                    "smerte");

    private static final Pattern VERTEBRA = Pattern.compile("(c|th|l|s)[1-9][0-9]?");
    private static final Pattern NCRP = Pattern.compile("[a-z]{2,3}[0-9][a-z]{2}");
    private static final int SLIP_FROM = 5;
    private static final int TWO_SLIPS_FROM = 10;

    private final Set<BodyPart> parts = EnumSet.noneOf(BodyPart.class);
    private final List<String> rest = new ArrayList<>();
    private final List<String> words;

    PartsText(String text) {
        words =
                Arrays.stream(NameFold.fold(text).split("[^a-z0-9]+"))
                        .filter(w -> !w.isEmpty())
                        .toList();
        for (int at = 0; at < words.size(); ) at += take(at);
    }

    Set<BodyPart> parts() {
        return parts;
    }

    /// Whether anything is said that could be a name of its own.
    boolean saysSomething() {
        return words.stream().anyMatch(w -> w.length() >= 4 && !EMPTY.contains(w));
    }

    boolean vessels() {
        return words.stream().anyMatch(w -> VESSELS.stream().anyMatch(w::startsWith));
    }

    Optional<Laterality> side() {
        boolean right = rest.stream().anyMatch(RIGHT::contains);
        boolean left = rest.stream().anyMatch(LEFT::contains);
        boolean both = rest.stream().anyMatch(w -> BOTH.contains(w) || w.startsWith("bilateral"));
        if (both || right && left) return Optional.of(Laterality.BOTH);
        if (right) return Optional.of(Laterality.RIGHT);
        return left ? Optional.of(Laterality.LEFT) : Optional.empty();
    }

    /// How many words were taken.
    private int take(int at) {
        var best =
                best(
                        Anatomy.TABLES.namesLike(words.get(at)).stream()
                                .filter(n -> n.standsAt(at, words))
                                .toList());
        if (!best.isEmpty()) {
            best.forEach(n -> parts.addAll(n.parts()));
            return best.getFirst().words().size();
        }
        var word = words.get(at);
        var found = EnumSet.noneOf(BodyPart.class);
        found.addAll(code(word));
        if (found.isEmpty() && word.length() >= SLIP_FROM && !EMPTY.contains(word)) {
            found.addAll(inCompound(word));
            if (found.isEmpty()) found.addAll(withSlip(word));
        }
        parts.addAll(found);
        if (found.isEmpty()) rest.add(word);
        return 1;
    }

    private static List<Anatomy.Name> best(List<Anatomy.Name> fitting) {
        int most = 0;
        for (var name : fitting) most = Math.max(most, rank(name));
        int rank = most;
        return fitting.stream().filter(n -> rank(n) == rank).toList();
    }

    private static int rank(Anatomy.Name name) {
        return 100 * name.words().size() + name.letters();
    }

    private static Set<BodyPart> code(String word) {
        if (NCRP.matcher(word).matches())
            return Anatomy.TABLES.parts(
                    "NCRP", word.substring(0, 3).toUpperCase(java.util.Locale.ROOT));
        if (!VERTEBRA.matcher(word).matches()) return Set.of();
        return switch (word.charAt(0)) {
            case 'c' -> Set.of(BodyPart.CERVICAL_SPINE);
            case 't' -> Set.of(BodyPart.THORACIC_SPINE);
            case 'l' -> Set.of(BodyPart.LUMBAR_SPINE);
            default -> Set.of(BodyPart.SACRUM);
        };
    }

    /// `kneprotese` begins with its part; `venstreskulder` ends with it.
    private static Set<BodyPart> inCompound(String word) {
        var within =
                Anatomy.TABLES.names().stream()
                        .filter(n -> n.words().size() == 1)
                        .filter(n -> isIn(word, n.words().getFirst()))
                        .toList();
        var found = EnumSet.noneOf(BodyPart.class);
        best(within).forEach(n -> found.addAll(n.parts()));
        return found;
    }

    private static boolean isIn(String word, String name) {
        if (name.length() > SLIP_FROM) return word.contains(name);
        if (name.length() < 3 || !word.startsWith(name)) return false;
        var end = word.substring(name.length());
        return ENDINGS.stream().anyMatch(end::startsWith);
    }

    private static Set<BodyPart> withSlip(String word) {
        int allowed = word.length() >= TWO_SLIPS_FROM ? 2 : 1;
        var found = EnumSet.noneOf(BodyPart.class);
        int best = allowed + 1;
        for (var name : Anatomy.TABLES.names()) {
            if (name.words().size() > 1 || name.letters() < SLIP_FROM) continue;
            int longer = word.length() - name.letters();
            if (longer < -allowed || !name.open() && longer > allowed) continue;
            int slips = slips(word, name, allowed);
            if (slips > allowed || slips > best) continue;
            if (slips < best) found.clear();
            best = slips;
            found.addAll(name.parts());
        }
        return found;
    }

    private static int slips(String word, Anatomy.Name name, int allowed) {
        var known = name.words().getFirst();
        if (!name.open()) return Slips.between(word, known);
        int least = Integer.MAX_VALUE;
        for (int length = known.length() - allowed; length <= known.length() + allowed; length++)
            if (length <= word.length())
                least = Math.min(least, Slips.between(word.substring(0, length), known));
        return least;
    }
}
