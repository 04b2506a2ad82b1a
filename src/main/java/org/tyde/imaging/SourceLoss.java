package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Whether an image was ever compressed with loss, as far as its file tells (PS3.3 C.7.6.1.1.5).
public sealed interface SourceLoss {
    /// Nothing was lost: the way it is stored is reversible.
    ///
    /// @param stated whether Lossy Image Compression (0028,2110) is 00; else nobody says what was done to the
    ///     image before it was stored so
    record Lossless(boolean stated) implements SourceLoss {}

    /// The file does not say, or contradicts itself, and is stored in a way that may lose.
    record NotStated() implements SourceLoss {}

    /// Something was lost, now or ever before.
    ///
    /// @param ratios Lossy Image Compression Ratio (0028,2112) as received, the oldest step first
    /// @param methods Lossy Image Compression Method (0028,2114) as received, the oldest step first
    record Lossy(List<Double> ratios, List<String> methods) implements SourceLoss {
        /// Copies the lists.
        public Lossy {
            ratios = List.copyOf(ratios);
            methods = List.copyOf(methods);
        }
    }

    /// @param syntax of pixels
    /// @return whether it always loses
    static boolean always(TransferSyntax syntax) {
        return LOSSY.contains(syntax);
    }

    /// @param other of another image
    /// @return the one that says the more was lost; what is made of both images has lost as much
    default SourceLoss worse(SourceLoss other) {
        return other.badness() > badness() ? other : this;
    }

    private int badness() {
        return switch (this) {
            case Lossy _ -> 3;
            case NotStated() -> 2;
            case Lossless(boolean stated) -> stated ? 0 : 1;
        };
    }

    /// @param data header of an image
    /// @param syntax its pixels are stored in
    /// @return what can be said of it
    static SourceLoss of(DataSet data, TransferSyntax syntax) {
        var ratios = ratios(data);
        var methods = methods(data);
        boolean lossyStep = !methods.isEmpty() || ratios.stream().anyMatch(r -> r > 1);
        if (said(data).equals("01") || always(syntax)) return new Lossy(ratios, methods);
        return switch (said(data)) {
            case "" -> {
                if (lossyStep) yield new Lossy(ratios, methods);
                yield reversible(syntax) ? new Lossless(false) : new NotStated();
            }
            case "00" -> lossyStep ? new NotStated() : new Lossless(true);
            default -> new NotStated();
        };
    }

    private static String said(DataSet data) {
        try {
            return data.textOr(Tag.LOSSY_IMAGE_COMPRESSION, "");
        } catch (Refusal malformed) {
            return "malformed";
        }
    }

    private static List<Double> ratios(DataSet data) {
        try {
            return Arrays.stream(data.decimals(Tag.LOSSY_IMAGE_COMPRESSION_RATIO))
                    .filter(r -> r > 0 && Double.isFinite(r))
                    .boxed()
                    .toList();
        } catch (Refusal malformed) {
            return List.of();
        }
    }

    private static List<String> methods(DataSet data) {
        try {
            return data.texts(Tag.LOSSY_IMAGE_COMPRESSION_METHOD).stream()
                    .filter(m -> !m.isBlank())
                    .toList();
        } catch (Refusal malformed) {
            return List.of();
        }
    }

    private static boolean reversible(TransferSyntax syntax) {
        return !syntax.encapsulated() || REVERSIBLE.contains(syntax);
    }

    /// Syntaxes that lose whatever the encoder does.
    Set<TransferSyntax> LOSSY =
            Set.of(
                    TransferSyntax.JPEG_BASELINE,
                    TransferSyntax.JPEG_EXTENDED,
                    TransferSyntax.JPEG_SPECTRAL_SELECTION,
                    TransferSyntax.JPEG_FULL_PROGRESSION,
                    TransferSyntax.JPEG_XL_RECOMPRESSION,
                    TransferSyntax.MPEG2_MAIN,
                    TransferSyntax.MPEG2_HIGH,
                    TransferSyntax.MPEG4_AVC,
                    TransferSyntax.MPEG4_AVC_BD,
                    TransferSyntax.MPEG4_AVC_2D,
                    TransferSyntax.MPEG4_AVC_3D,
                    TransferSyntax.MPEG4_AVC_STEREO,
                    TransferSyntax.HEVC_MAIN,
                    TransferSyntax.HEVC_MAIN_10);

    /// Encapsulated syntaxes that cannot lose.
    Set<TransferSyntax> REVERSIBLE =
            Set.of(
                    TransferSyntax.RLE,
                    TransferSyntax.DEFLATED_FRAMES,
                    TransferSyntax.ENCAPSULATED_UNCOMPRESSED,
                    TransferSyntax.JPEG_LOSSLESS,
                    TransferSyntax.JPEG_LOSSLESS_SV1,
                    TransferSyntax.JPEG_LS_LOSSLESS,
                    TransferSyntax.JPEG_2000_LOSSLESS,
                    TransferSyntax.JPEG_2000_PART_2_LOSSLESS,
                    TransferSyntax.JPEG_XL_LOSSLESS,
                    TransferSyntax.HTJ2K_LOSSLESS,
                    TransferSyntax.HTJ2K_LOSSLESS_RPCL);
}
