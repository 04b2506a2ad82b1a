package org.tyde.archive;

import org.tyde.refusal.Sentences;

import java.util.Locale;
import java.util.Optional;

/// Parts of the body as examinations are compared. One lies within another: who looks at the larger sees the
/// smaller.
public enum BodyPart {
    HEAD(BodySystem.ORGAN),
    SKULL(BodySystem.SHELL, HEAD),
    BRAIN(BodySystem.ORGAN, HEAD),
    PITUITARY(BodySystem.ORGAN, BRAIN),
    TEMPORAL_BONE(BodySystem.BONE, HEAD),
    FACE(BodySystem.BONE),
    SINUS(BodySystem.BONE, FACE),
    JAW(BodySystem.BONE, FACE),
    ORBIT(BodySystem.ORGAN, FACE),
    NECK(BodySystem.ORGAN),
    THYROID(BodySystem.ORGAN, NECK),
    NECK_VESSELS(BodySystem.ORGAN, NECK),
    CHEST(BodySystem.CHEST),
    HEART(BodySystem.ORGAN, CHEST),
    RIBS(BodySystem.BONE, CHEST),
    ESOPHAGUS(BodySystem.ORGAN, CHEST),
    THORACIC_AORTA(BodySystem.ORGAN, CHEST),
    BREAST(BodySystem.BREAST),
    AXILLA(BodySystem.BREAST, BREAST),
    ABDOMEN(BodySystem.BELLY),
    LIVER(BodySystem.ORGAN, ABDOMEN),
    BILE_DUCTS(BodySystem.ORGAN, LIVER),
    PANCREAS(BodySystem.ORGAN, ABDOMEN),
    SPLEEN(BodySystem.ORGAN, ABDOMEN),
    KIDNEY(BodySystem.ORGAN, ABDOMEN),
    ADRENAL(BodySystem.ORGAN, ABDOMEN),
    STOMACH(BodySystem.ORGAN, ABDOMEN),
    BOWEL(BodySystem.ORGAN, ABDOMEN),
    ABDOMINAL_AORTA(BodySystem.ORGAN, ABDOMEN),
    PELVIS(BodySystem.BELLY),
    BLADDER(BodySystem.ORGAN, PELVIS),
    PROSTATE(BodySystem.ORGAN, PELVIS),
    UTERUS(BodySystem.ORGAN, PELVIS),
    RECTUM(BodySystem.ORGAN, PELVIS),
    PELVIC_BONES(BodySystem.BONE, PELVIS),
    SACROILIAC_JOINT(BodySystem.BONE, PELVIC_BONES),
    HIP(BodySystem.BONE, PELVIC_BONES),
    SCROTUM(BodySystem.ORGAN),
    GROIN(BodySystem.ORGAN),
    FETUS(BodySystem.ORGAN),
    SPINE(BodySystem.BONE),
    CERVICAL_SPINE(BodySystem.BONE, SPINE),
    THORACIC_SPINE(BodySystem.BONE, SPINE),
    LUMBAR_SPINE(BodySystem.BONE, SPINE),
    SACRUM(BodySystem.BONE, SPINE),
    UPPER_LIMB(BodySystem.BONE),
    SHOULDER(BodySystem.BONE, UPPER_LIMB),
    UPPER_ARM(BodySystem.BONE, UPPER_LIMB),
    ELBOW(BodySystem.BONE, UPPER_LIMB),
    FOREARM(BodySystem.BONE, UPPER_LIMB),
    HAND(BodySystem.BONE, UPPER_LIMB),
    WRIST(BodySystem.BONE, HAND),
    FINGER(BodySystem.BONE, HAND),
    ARM_VESSELS(BodySystem.ORGAN),
    LOWER_LIMB(BodySystem.BONE),
    THIGH(BodySystem.BONE, LOWER_LIMB),
    KNEE(BodySystem.BONE, LOWER_LIMB),
    PATELLA(BodySystem.BONE, KNEE),
    LOWER_LEG(BodySystem.BONE, LOWER_LIMB),
    ANKLE(BodySystem.BONE, LOWER_LIMB),
    FOOT(BodySystem.BONE, LOWER_LIMB),
    HEEL(BodySystem.BONE, FOOT),
    TOE(BodySystem.BONE, FOOT),
    LEG_VESSELS(BodySystem.ORGAN);

    private final BodySystem system;

    @SuppressWarnings("ImmutableEnumChecker") // Optional of a constant
    private final Optional<BodyPart> within;

    BodyPart(BodySystem system) {
        this.system = system;
        within = Optional.empty();
    }

    BodyPart(BodySystem system, BodyPart within) {
        this.system = system;
        this.within = Optional.of(within);
    }

    /// @return which kinds of examinations of it are compared
    BodySystem system() {
        return system;
    }

    /// @param other part
    /// @return whether the other is this one or lies within it
    public boolean covers(BodyPart other) {
        return this == other || other.within.filter(this::covers).isPresent();
    }

    /// @return whether there is a right and a left one that are examined each for itself
    public boolean paired() {
        return UPPER_LIMB.covers(this)
                || LOWER_LIMB.covers(this)
                || BREAST.covers(this)
                || this == HIP
                || this == LEG_VESSELS
                || this == ARM_VESSELS;
    }

    /// @param locale of the reader
    /// @return its name within a sentence
    public String text(Locale locale) {
        return Sentences.text(BodyPart.class, "part." + name(), locale);
    }
}
