package org.tyde.prior;

import static org.tyde.prior.ModalityGroup.ANGIOGRAPHY;
import static org.tyde.prior.ModalityGroup.CT;
import static org.tyde.prior.ModalityGroup.MAMMOGRAPHY;
import static org.tyde.prior.ModalityGroup.MR;
import static org.tyde.prior.ModalityGroup.NUCLEAR;
import static org.tyde.prior.ModalityGroup.RADIOGRAPHY;
import static org.tyde.prior.ModalityGroup.ULTRASOUND;

import org.tyde.dicom.Code;
import org.tyde.study.Laterality;
import org.tyde.study.Study;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was examined and how, as far as the texts and codes of a study tell.
///
/// @param parts of the body; none when nothing tells
/// @param side told by the words
/// @param kind of examination; none for reports and the like
public record Examined(
        Set<BodyPart> parts, Optional<Laterality> side, Optional<ModalityGroup> kind) {
    /// Of a study of several kinds the one that says what it is: PET/CT is nuclear medicine.
    private static final List<ModalityGroup> LEADING =
            List.of(NUCLEAR, MAMMOGRAPHY, ANGIOGRAPHY, MR, CT, ULTRASOUND, RADIOGRAPHY);

    /// The description and the codes of the procedure go before Body Part Examined (0018,0015), which
    /// machines set by their protocol and which knows one part only.
    ///
    /// @param study any
    /// @return what it examined
    public static Examined of(Study study) {
        return of(
                study.description(),
                study.codes(),
                study.modalities(),
                study.bodyPart().orElse(""));
    }

    /// As [#of(Study)], of what is no study but is made for some.
    ///
    /// @param description in any hospital's words
    /// @param codes of the procedure or the part of the body
    /// @param modalities as in (0008,0060)
    /// @param bodyPart as in (0018,0015), possibly empty
    /// @return what they say is examined
    public static Examined of(
            String description, List<Code> codes, Set<String> modalities, String bodyPart) {
        var kind = kind(description, modalities);
        var meanings = codes.stream().map(Code::meaning).collect(Collectors.joining(" "));
        var values = codes.stream().map(Code::value).collect(Collectors.joining(" "));
        var text = new PartsText(description + " " + meanings + " " + values);
        var parts = EnumSet.noneOf(BodyPart.class);
        parts.addAll(text.parts());
        for (var code : codes)
            if (code.scheme().equals("SCT"))
                parts.addAll(Anatomy.TABLES.parts("SCT", code.value()));
        if (parts.isEmpty()) parts.addAll(new PartsText(bodyPart).parts());
        boolean vessels = text.vessels() || kind.equals(Optional.of(ANGIOGRAPHY));
        return new Examined(meant(parts, kind, vessels), text.side(), kind);
    }

    private static Optional<ModalityGroup> kind(String description, Set<String> modalities) {
        var groups =
                modalities.stream()
                        .flatMap(code -> ModalityGroup.of(code).stream())
                        .collect(Collectors.toSet());
        if (modalities.isEmpty())
            for (var word : description.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                ModalityGroup.named(word).ifPresent(groups::add);
        return LEADING.stream().filter(groups::contains).findFirst();
    }

    /// What the words mean for the kind: a plain film of the pelvis is one of its bones, a mammogram is of
    /// the breast, an angiogram of a limb is not one of its bones.
    private static Set<BodyPart> meant(
            Set<BodyPart> named, Optional<ModalityGroup> kind, boolean vessels) {
        if (kind.equals(Optional.of(MAMMOGRAPHY))) return Set.of(BodyPart.BREAST);
        boolean film = kind.equals(Optional.of(RADIOGRAPHY));
        var meant = EnumSet.noneOf(BodyPart.class);
        for (var part : named) {
            if (film && part == BodyPart.PELVIS) meant.add(BodyPart.PELVIC_BONES);
            else if (film && part == BodyPart.HEAD) meant.add(BodyPart.SKULL);
            else if (vessels && BodyPart.LOWER_LIMB.covers(part)) meant.add(BodyPart.LEG_VESSELS);
            else if (vessels && BodyPart.UPPER_LIMB.covers(part)) meant.add(BodyPart.ARM_VESSELS);
            else meant.add(part);
        }
        boolean leg = meant.contains(BodyPart.LEG_VESSELS);
        if (leg) meant.removeIf(BodyPart.LOWER_LIMB::covers);
        return meant;
    }

    /// @param prior an earlier examination of the same patient
    /// @return how it compares with this one
    public Comparison with(Examined prior) {
        return Comparison.of(this, prior);
    }
}
