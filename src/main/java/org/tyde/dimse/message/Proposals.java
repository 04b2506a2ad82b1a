package org.tyde.dimse.message;

import org.tyde.dicom.SopClass;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.upper.Proposal;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is proposed for each service. A context for storage names one transfer syntax, so that what is
/// accepted is what an instance may go in; only uncompressed little endian ones share a context where
/// nothing is known of the instances.
public final class Proposals {
    /// PS3.8 7.1.1.13: context identifiers are odd, 1 to 255.
    public static final int MOST_CONTEXTS = 128;

    private static final String[] PLAIN = {
        TransferSyntax.EXPLICIT_LITTLE.uid(), TransferSyntax.IMPLICIT_LITTLE.uid()
    };

    /// As archives keep them, the most usual first.
    private static final List<TransferSyntax> COMPRESSED =
            List.of(
                    TransferSyntax.JPEG_2000_LOSSLESS,
                    TransferSyntax.JPEG_LOSSLESS_SV1,
                    TransferSyntax.JPEG_LS_LOSSLESS,
                    TransferSyntax.RLE,
                    TransferSyntax.JPEG_BASELINE,
                    TransferSyntax.JPEG_2000,
                    TransferSyntax.JPEG_EXTENDED,
                    TransferSyntax.HTJ2K_LOSSLESS,
                    TransferSyntax.JPEG_LS_NEAR_LOSSLESS,
                    TransferSyntax.JPEG_LOSSLESS,
                    TransferSyntax.DEFLATED,
                    TransferSyntax.HTJ2K,
                    TransferSyntax.HTJ2K_LOSSLESS_RPCL,
                    TransferSyntax.EXPLICIT_BIG,
                    TransferSyntax.MPEG4_AVC,
                    TransferSyntax.MPEG4_AVC_BD,
                    TransferSyntax.MPEG2_MAIN,
                    TransferSyntax.MPEG2_HIGH,
                    TransferSyntax.HEVC_MAIN,
                    TransferSyntax.JPEG_XL_LOSSLESS,
                    TransferSyntax.JPEG_XL,
                    TransferSyntax.HEVC_MAIN_10,
                    TransferSyntax.MPEG4_AVC_2D,
                    TransferSyntax.JPEG_XL_RECOMPRESSION,
                    TransferSyntax.JPEG_2000_PART_2_LOSSLESS,
                    TransferSyntax.JPEG_2000_PART_2,
                    TransferSyntax.JPEG_SPECTRAL_SELECTION,
                    TransferSyntax.JPEG_FULL_PROGRESSION,
                    TransferSyntax.ENCAPSULATED_UNCOMPRESSED,
                    TransferSyntax.DEFLATED_FRAMES,
                    TransferSyntax.MPEG4_AVC_3D,
                    TransferSyntax.MPEG4_AVC_STEREO);

    private Proposals() {}

    /// @return Verification (PS3.4 A)
    public static Proposal echo() {
        return Proposal.of().with(SopClass.VERIFICATION, PLAIN);
    }

    /// @param sopClass of a query, a move, or a commitment
    /// @return that class, uncompressed
    public static Proposal of(String sopClass) {
        return Proposal.of().with(sopClass, PLAIN);
    }

    /// @param instances to be sent
    /// @return one context for each pair of SOP class and transfer syntax
    /// @throws Refusal where there are more than 128 such pairs
    public static Proposal storing(Collection<Outgoing> instances) throws Refusal {
        record Kind(String sopClass, String syntax) {}
        Set<Kind> kinds = new LinkedHashSet<>();
        for (var one : instances) kinds.add(new Kind(one.sopClass(), one.syntax().uid()));
        if (kinds.size() > MOST_CONTEXTS)
            throw new Refusal(DimseReason.TOO_MANY_KINDS, kinds.size(), MOST_CONTEXTS)
                    .withRule("PS3.8 7.1.1.13");
        var proposal = Proposal.of();
        for (var kind : kinds) proposal = proposal.with(kind.sopClass(), kind.syntax());
        return proposal;
    }

    /// @param model whose C-GET is proposed
    /// @param sopClasses that may come; where empty, those that a reading room meets
    /// @param syntaxes that the archive names for them
    /// @return the model, and for each class as many contexts as there is room for: uncompressed first, then the
    ///     transfer syntaxes that were named, then one for each other compressed one
    public static Proposal getting(
            QueryModel model, List<String> sopClasses, List<String> syntaxes) {
        var classes = sopClasses.isEmpty() ? UsualClasses.ALL : List.copyOf(sopClasses);
        if (classes.size() >= MOST_CONTEXTS) classes = classes.subList(0, MOST_CONTEXTS - 1);
        var proposal = Proposal.of().with(model.get(), PLAIN);
        for (var sopClass : classes) proposal = proposal.with(sopClass, PLAIN);
        int room = MOST_CONTEXTS - 1 - classes.size();
        // of what a study is known to hold also classes that Tyde has never heard of may be images
        var pictures =
                sopClasses.isEmpty()
                        ? classes.stream().filter(SopClass::isImage).toList()
                        : classes;
        for (var pair : pairs(pictures, beyondPlain(syntaxes), room))
            proposal = proposal.with(pair.getFirst(), pair.getLast());
        for (var sopClass : classes) proposal = proposal.withRole(sopClass, false, true);
        return proposal;
    }

    private static Set<String> beyondPlain(List<String> named) {
        var all = new LinkedHashSet<>(named);
        for (var syntax : COMPRESSED) all.add(syntax.uid());
        for (var plain : PLAIN) all.remove(plain);
        return all;
    }

    private static List<List<String>> pairs(List<String> classes, Set<String> syntaxes, int room) {
        var pairs = new ArrayList<List<String>>();
        for (var syntax : syntaxes)
            for (var sopClass : classes)
                if (pairs.size() < room) pairs.add(List.of(sopClass, syntax));
        return pairs;
    }
}
