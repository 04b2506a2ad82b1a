package org.tyde.archive;

import org.tyde.dicom.NameFold;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Parts of the body as examinations are compared: read from Body Part Examined (0018,0015) or, failing
/// that, from the words of a description in Norwegian or English. A word ending in `*` begins with it.
public enum BodyRegion {
    /// Brain, skull, face.
    HEAD(
            "head",
            "brain",
            "skull",
            "caput",
            "cerebr*",
            "hode",
            "hjerne*",
            "kranie*",
            "cranium",
            "face",
            "ansikt*",
            "bihule*",
            "sinus",
            "orbita*",
            "kjeve*",
            "hypofyse*"),
    /// Soft tissue of the neck.
    NECK("neck", "hals", "collum", "carotis*", "thyroid*", "thyreoidea"),
    /// Lungs, mediastinum, ribs.
    CHEST(
            "chest",
            "thorax*",
            "toraks*",
            "lung*",
            "lunge*",
            "rib",
            "ribs",
            "costa*",
            "mediastin*",
            "bryst",
            "thoracic"),
    /// Heart and its vessels.
    HEART("heart", "cor", "hjerte*", "cardiac", "coronar*", "koronar*", "coronary", "cardio*"),
    /// Breast.
    BREAST("breast", "mamma*", "mammo*"),
    /// Abdomen.
    ABDOMEN(
            "abdomen*",
            "abdominal",
            "liver",
            "lever*",
            "galle*",
            "pancreas",
            "nyre*",
            "kidney*",
            "urinveier",
            "oversikt",
            "bukoversikt",
            "buk",
            "mage*"),
    /// Pelvis.
    PELVIS("pelvis", "bekken*", "prostata*", "prostate", "uterus", "blaere*", "rectum", "pelvic"),
    /// Hip.
    HIP("hip", "hofte*", "coxa"),
    /// Cervical spine.
    CERVICAL_SPINE("cspine", "cervical*", "columna cervicalis", "cervicalcolumna", "nakke*"),
    /// Thoracic spine.
    THORACIC_SPINE("tspine", "thoracalcolumna", "thorakalcolumna", "thoracalis", "thorakal*"),
    /// Lumbar spine and sacrum.
    LUMBAR_SPINE(
            "lspine",
            "lspine",
            "lumbal*",
            "lumbar",
            "ls",
            "lumbosacral*",
            "sacrum",
            "korsrygg*",
            "sspine"),
    /// Spine without a level.
    SPINE("spine", "columna", "rygg*", "totalcolumna", "totalrygg"),
    /// Shoulder and collar bone.
    SHOULDER("shoulder", "skulder*", "clavic*", "clavikula", "scapula", "ac-ledd"),
    /// Upper arm, elbow, forearm.
    ARM(
            "arm",
            "humerus",
            "overarm*",
            "albue*",
            "elbow",
            "underarm*",
            "forearm",
            "antebrachi*",
            "radius",
            "ulna"),
    /// Wrist and hand.
    HAND(
            "hand",
            "hender",
            "haand*",
            "wrist",
            "haandledd*",
            "finger*",
            "tommel*",
            "scaphoid*",
            "thumb"),
    /// Thigh, knee, lower leg.
    LEG(
            "leg",
            "knee",
            "kne",
            "knaer",
            "knaerne",
            "femur",
            "laar*",
            "legg*",
            "tibia",
            "fibula",
            "crus",
            "patella",
            "thigh",
            "underekstremitet*",
            "calf"),
    /// Ankle and foot.
    FOOT(
            "foot",
            "fot*",
            "foetter",
            "ankle",
            "ankel*",
            "calcaneus",
            "hael*",
            "taa*",
            "toe",
            "forfot*"),
    /// A pregnancy.
    FETUS("fetus", "foster*", "gravid*", "svangerskap*", "obstetri*", "fetal");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> words;

    BodyRegion(String... words) {
        this.words = List.of(words);
    }

    /// @param bodyPart Body Part Examined, empty when not given
    /// @param description of the study
    /// @return the regions the one names, failing that the other; empty when neither does
    public static Set<BodyRegion> of(String bodyPart, String description) {
        var regions = named(bodyPart);
        return regions.isEmpty() ? named(description) : regions;
    }

    /// @param text any
    /// @return the regions its words name
    public static Set<BodyRegion> named(String text) {
        var found = EnumSet.noneOf(BodyRegion.class);
        for (var word : NameFold.fold(text).split("[^a-z]+"))
            for (var region : values()) if (region.isNamedBy(word)) found.add(region);
        boolean level =
                found.contains(CERVICAL_SPINE)
                        || found.contains(THORACIC_SPINE)
                        || found.contains(LUMBAR_SPINE);
        if (level) found.remove(SPINE);
        return found;
    }

    private boolean isNamedBy(String word) {
        if (word.isEmpty()) return false;
        for (var known : words) {
            if (known.endsWith("*")
                    ? word.startsWith(known.substring(0, known.length() - 1))
                    : word.equals(known)) return true;
        }
        return false;
    }
}
