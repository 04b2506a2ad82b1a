package org.tyde.dicom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a data set is encoded (PS3.5 10).
///
/// @param uid its UID
/// @param name in the standard; the UID itself where Tyde does not know it
/// @param explicit whether elements name their value representation
/// @param bigEndian whether words are most significant byte first
/// @param deflated whether the data set is deflated (PS3.5 A.5)
/// @param encapsulated whether pixel data comes in fragments (PS3.5 A.4)
public record TransferSyntax(
        String uid,
        String name,
        boolean explicit,
        boolean bigEndian,
        boolean deflated,
        boolean encapsulated) {
    public static final TransferSyntax IMPLICIT_LITTLE =
            new TransferSyntax(
                    "1.2.840.10008.1.2", "Implicit VR Little Endian", false, false, false, false);
    public static final TransferSyntax EXPLICIT_LITTLE =
            new TransferSyntax(
                    "1.2.840.10008.1.2.1", "Explicit VR Little Endian", true, false, false, false);
    public static final TransferSyntax ENCAPSULATED_UNCOMPRESSED =
            encapsulated(
                    "1.2.840.10008.1.2.1.98",
                    "Encapsulated Uncompressed Explicit VR Little Endian");
    public static final TransferSyntax DEFLATED =
            new TransferSyntax(
                    "1.2.840.10008.1.2.1.99",
                    "Deflated Explicit VR Little Endian",
                    true,
                    false,
                    true,
                    false);
    public static final TransferSyntax EXPLICIT_BIG =
            new TransferSyntax(
                    "1.2.840.10008.1.2.2", "Explicit VR Big Endian", true, true, false, false);
    public static final TransferSyntax JPEG_BASELINE =
            encapsulated("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)");
    public static final TransferSyntax JPEG_EXTENDED =
            encapsulated("1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 & 4)");
    public static final TransferSyntax JPEG_SPECTRAL_SELECTION =
            encapsulated(
                    "1.2.840.10008.1.2.4.53",
                    "JPEG Spectral Selection, Non-Hierarchical (Process 6 & 8)");
    public static final TransferSyntax JPEG_FULL_PROGRESSION =
            encapsulated(
                    "1.2.840.10008.1.2.4.55",
                    "JPEG Full Progression, Non-Hierarchical (Process 10 & 12)");
    public static final TransferSyntax JPEG_LOSSLESS =
            encapsulated("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)");
    public static final TransferSyntax JPEG_LOSSLESS_SV1 =
            encapsulated(
                    "1.2.840.10008.1.2.4.70",
                    "JPEG Lossless, Non-Hierarchical, First-Order Prediction");
    public static final TransferSyntax JPEG_LS_LOSSLESS =
            encapsulated("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless");
    public static final TransferSyntax JPEG_LS_NEAR_LOSSLESS =
            encapsulated("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless)");
    public static final TransferSyntax JPEG_2000_LOSSLESS =
            encapsulated("1.2.840.10008.1.2.4.90", "JPEG 2000 (Lossless Only)");
    public static final TransferSyntax JPEG_2000 =
            encapsulated("1.2.840.10008.1.2.4.91", "JPEG 2000");
    public static final TransferSyntax JPEG_2000_PART_2_LOSSLESS =
            encapsulated(
                    "1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)");
    public static final TransferSyntax JPEG_2000_PART_2 =
            encapsulated("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component");
    public static final TransferSyntax MPEG2_MAIN =
            encapsulated("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level");
    public static final TransferSyntax MPEG2_HIGH =
            encapsulated("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level");
    public static final TransferSyntax MPEG4_AVC =
            encapsulated("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1");
    public static final TransferSyntax MPEG4_AVC_BD =
            encapsulated(
                    "1.2.840.10008.1.2.4.103",
                    "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1");
    public static final TransferSyntax MPEG4_AVC_2D =
            encapsulated(
                    "1.2.840.10008.1.2.4.104",
                    "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video");
    public static final TransferSyntax MPEG4_AVC_3D =
            encapsulated(
                    "1.2.840.10008.1.2.4.105",
                    "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video");
    public static final TransferSyntax MPEG4_AVC_STEREO =
            encapsulated(
                    "1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2");
    public static final TransferSyntax HEVC_MAIN =
            encapsulated("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1");
    public static final TransferSyntax HEVC_MAIN_10 =
            encapsulated("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1");
    public static final TransferSyntax JPEG_XL_LOSSLESS =
            encapsulated("1.2.840.10008.1.2.4.110", "JPEG XL Lossless");
    public static final TransferSyntax JPEG_XL_RECOMPRESSION =
            encapsulated("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression");
    public static final TransferSyntax JPEG_XL = encapsulated("1.2.840.10008.1.2.4.112", "JPEG XL");
    public static final TransferSyntax HTJ2K_LOSSLESS =
            encapsulated("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 (Lossless Only)");
    public static final TransferSyntax HTJ2K_LOSSLESS_RPCL =
            encapsulated(
                    "1.2.840.10008.1.2.4.202",
                    "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)");
    public static final TransferSyntax HTJ2K =
            encapsulated("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000");
    public static final TransferSyntax RLE = encapsulated("1.2.840.10008.1.2.5", "RLE Lossless");
    public static final TransferSyntax DEFLATED_FRAMES =
            encapsulated("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression");

    public static final TransferSyntax JPIP_REFERENCED =
            referenced("1.2.840.10008.1.2.4.94", "JPIP Referenced", false);
    public static final TransferSyntax JPIP_REFERENCED_DEFLATED =
            referenced("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", true);
    public static final TransferSyntax JPIP_HTJ2K_REFERENCED =
            referenced("1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced", false);
    public static final TransferSyntax JPIP_HTJ2K_REFERENCED_DEFLATED =
            referenced("1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate", true);

    /// Encapsulated all, retired or for streaming: told by name and nothing more.
    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry("52", "JPEG Extended (Process 3 & 5)"),
                    Map.entry("54", "JPEG Spectral Selection, Non-Hierarchical (Process 7 & 9)"),
                    Map.entry("56", "JPEG Full Progression, Non-Hierarchical (Process 11 & 13)"),
                    Map.entry("58", "JPEG Lossless, Non-Hierarchical (Process 15)"),
                    Map.entry("59", "JPEG Extended, Hierarchical (Process 16 & 18)"),
                    Map.entry("60", "JPEG Extended, Hierarchical (Process 17 & 19)"),
                    Map.entry("61", "JPEG Spectral Selection, Hierarchical (Process 20 & 22)"),
                    Map.entry("62", "JPEG Spectral Selection, Hierarchical (Process 21 & 23)"),
                    Map.entry("63", "JPEG Full Progression, Hierarchical (Process 24 & 26)"),
                    Map.entry("64", "JPEG Full Progression, Hierarchical (Process 25 & 27)"),
                    Map.entry("65", "JPEG Lossless, Hierarchical (Process 28)"),
                    Map.entry("66", "JPEG Lossless, Hierarchical (Process 29)"),
                    Map.entry("100.1", "Fragmentable MPEG2 Main Profile / Main Level"),
                    Map.entry("101.1", "Fragmentable MPEG2 Main Profile / High Level"),
                    Map.entry("102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1"),
                    Map.entry(
                            "103.1",
                            "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
                    Map.entry(
                            "104.1",
                            "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"),
                    Map.entry(
                            "105.1",
                            "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"),
                    Map.entry(
                            "106.1",
                            "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"));

    private static final List<TransferSyntax> ALL =
            List.of(
                    IMPLICIT_LITTLE,
                    EXPLICIT_LITTLE,
                    ENCAPSULATED_UNCOMPRESSED,
                    DEFLATED,
                    EXPLICIT_BIG,
                    JPEG_BASELINE,
                    JPEG_EXTENDED,
                    JPEG_SPECTRAL_SELECTION,
                    JPEG_FULL_PROGRESSION,
                    JPEG_LOSSLESS,
                    JPEG_LOSSLESS_SV1,
                    JPEG_LS_LOSSLESS,
                    JPEG_LS_NEAR_LOSSLESS,
                    JPEG_2000_LOSSLESS,
                    JPEG_2000,
                    JPEG_2000_PART_2_LOSSLESS,
                    JPEG_2000_PART_2,
                    MPEG2_MAIN,
                    MPEG2_HIGH,
                    MPEG4_AVC,
                    MPEG4_AVC_BD,
                    MPEG4_AVC_2D,
                    MPEG4_AVC_3D,
                    MPEG4_AVC_STEREO,
                    HEVC_MAIN,
                    HEVC_MAIN_10,
                    JPEG_XL_LOSSLESS,
                    JPEG_XL_RECOMPRESSION,
                    JPEG_XL,
                    HTJ2K_LOSSLESS,
                    HTJ2K_LOSSLESS_RPCL,
                    HTJ2K,
                    JPIP_REFERENCED,
                    JPIP_REFERENCED_DEFLATED,
                    JPIP_HTJ2K_REFERENCED,
                    JPIP_HTJ2K_REFERENCED_DEFLATED,
                    RLE,
                    DEFLATED_FRAMES);
    private static final Map<String, TransferSyntax> BY_UID = byUid();

    /// @return those that have a constant here
    public static List<TransferSyntax> all() {
        return ALL;
    }

    /// @param uid of a transfer syntax
    /// @return that syntax; one the standard does not name is taken as explicit little endian with
    ///     encapsulated pixel data, as every syntax added since 1993 is (PS3.5 A.4)
    public static TransferSyntax of(String uid) {
        var known = BY_UID.get(uid);
        return known == null ? encapsulated(uid, uid) : known;
    }

    /// @return whether the standard names it
    public boolean known() {
        return BY_UID.containsKey(uid);
    }

    /// @return whether pixel data is one video stream that holds all frames (PS3.5 8.2.5 to 8.2.11)
    public boolean video() {
        return uid.matches("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.10[0-8](\\.1)?");
    }

    /// @return whether each frame of that stream is two views
    public boolean stereo() {
        return uid.startsWith(MPEG4_AVC_STEREO.uid);
    }

    private static TransferSyntax referenced(String uid, String name, boolean deflated) {
        return new TransferSyntax(uid, name, true, false, deflated, false);
    }

    /// Without streams: the first file of a process waits for this.
    private static Map<String, TransferSyntax> byUid() {
        var map = new HashMap<String, TransferSyntax>();
        for (var syntax : ALL) map.put(syntax.uid, syntax);
        for (var other : OTHERS.entrySet()) {
            var uid = "1.2.840.10008.1.2.4.".concat(other.getKey());
            map.put(uid, encapsulated(uid, other.getValue()));
        }
        return Map.copyOf(map);
    }

    private static TransferSyntax encapsulated(String uid, String name) {
        return new TransferSyntax(uid, name, true, false, false, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
