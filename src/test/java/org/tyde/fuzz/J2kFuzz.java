package org.tyde.fuzz;

import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.FrameRegion;
import org.tyde.codec.Photometric;
import org.tyde.codec.j2k.Jpeg2000Decoder;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// JPEG 2000 codestreams, under a header that agrees with them, whole, reduced and in part.
public final class J2kFuzz {
    private static final long MOST_PIXELS = 1 << 20;

    /// Of OpenJPEG: levels; all block styles, SOP and EPH; tiles and layers of colour; irreversible with
    /// precincts; a region of interest off the origin.
    private static final String STREAMS =
            """
            /0//UQApAAAAAAAQAAAADAAAAAAAAAAAAAAAEAAAAAwAAAAAAAAAAAABBwEB/1IADAAAAAEAAgQEAAH/XAAK\
            QEBISFBISFD/kAAKAAAAAACkAAH/k8+0OAjiJrgJwZdoXL3IGX1XwfOIgfIJgHwkABv1K7EpCOvzDMDWQVky\
            9lKfBhSoj7LTn2/A+Q/A+Q3AfIeAFqVsv1SULNXjIqbWm6UOB0A1LV42FjqRsDdK2U7Pf0CrUFlAh4h8fvsn\
            FwBk5TKj2ybSNHvfahm1zxpWss61WFFNkwdwM5lyFJyZUvkWn4ArnQFjO+hbt//Z
            /0//UQApAAAAAAAOAAAACQAAAAAAAAAAAAAADgAAAAkAAAAAAAAAAAABCwEB/1IADAYAAAEAAQEBPwH/XAAH\
            QGBoaHD/kAAKAAAAAAEiAAH/k/+RAAQAAM/lWk4lCoRSKRSKRSKQ/5IRUA3wGb5KM85jGbDLu/PIgKxACq20\
            yKyHwpa27tUdiW8Ftq8LpBXqtrSULeKqtpnwqYFKtn5M85DKtgTbxoDKtkq60zTqtv+RAAQAAcD8DR7ZcKhM\
            JpFMB9rtJspksmEQwH4JDGi2TCIRCIT/kjF6N0FZxheZ6OxSug5MfrW1gvK2yFrltjGbRbbL8m4SzAq2mp1d\
            AGy2la9PzM+VtsYkuBTKthQ6Ad9jmhAy/xI2sQh7pCAUspS2tuBdzWS2ts2goYy29SKQUxW2WkYK5bYJ2Tb7\
            sONSvRUKFLPI23jfsPy2/WMk14cJttU0ZnPqtugCJ+W2xQATdbby4ZaFtv/Z
            /0//UQAvAAAAAAARAAAADAAAAAAAAAAAAAAACQAAAAkAAAAAAAAAAAADBwEBBwEBBwEB/1IADAACAAIBAgQE\
            AAH/XAAKQEBISFBISFD/kAAKAAAAAAEJAAH/k8+wKAaV7hDBzkF6uQPAx8AgAjP6q/yAwL7f9cfGGAjsHbEo\
            K/wggBjAYYAAKXf4GA+ESAfCGEcMYJB/AjJvoGGAC39ZwHwifECgPkCADzaVHfuPDS31f6D4ggALeLpzwHwi\
            eBgPkBgLYOmXuANwNYDAfCTAfCVAPhKACuXBYfWJiJDGIjeRoEcYfudRHxfg7EbYty7b37+AwPkHQHwmQPnG\
            gA9IQ78DWZkgwXk8DvA7FC2eoUJoRJ4lSSOPGVqqpfMdw73Kb7vlr4DA+QbA+QdAfIMAA8JUEwoThW2HPQD/\
            fwObx7MFtpWAQAQTGfovFQi4Pjy2wsKBq2pl/5AACgABAAABFgAB/5PPgEAMaKkI/ODAI7xP3xhQFIUqosL8\
            4MAF43/HBgjrqfzgwNqmn8PiCAASxnks/ECgfIDgfODANAcNfQcPyy/IgBQY/eCwfOFh9oKAP7wNdL8Lfmv/\
            fw/GfdM/gMA6JA+QHAPhCAu9kH8OB6wFyYDD6g+D5xUD5xYkIah055//AMB89ygDWTIi+A0HJCQpQ+TVJFPy\
            5PpqA0q40SjIoiAkJiML/eIfYGw+0PBfqkeyeNsMK3ZeSeAKFwU/tdbJ5+z0D2VvQKZjfyNvWn/nhU4q4Vtx\
            HcWnw4DA+QdA+QXA+caAHFXGn0A3Fb0XvgayEX8J3IROddzvwrO4HwObu5UaLLIw9HyjWr//kAAKAAIAAACO\
            AAH/k8fMEAV0sKD8IMA+EIB/BZ/HxgwCgEL8gGAfCEDfAx/HxgwJTdj8gGAfCEAfCp+gcKALhHZxJcA6F8IU\
            B8gYA69rbwdFzKNynYDAfCHA+QPAfIHADBg3B4f21Y84AAr+oW3/YW+AwHwhwPkEQHyBgALHQxMomaj1JSAP\
            AlWVzRnn/5AACgADAAAAkQAB/5PPvAwDTG/BB9QGBhOf/mBwwgxLbQvF/UA/WBC153/HwBAJHPzgYD5AQM8L\
            54DB84SH1A8H1BANQwcdEezvfpfhJhJoF5wwk8N/pEAR7cfaCfeDx+ASDVitsTe8Si3PvLoWqT2Ou6/DOTKA\
            wHwhwPkDQHyBgAZRTwWDNO1y7wzxAu6Me//Z
            /0//UQAvAAAAAAAUAAAADAAAAAAAAAAAAAAAFAAAAAwAAAAAAAAAAAADBwEBBwEBBwEB/1IADgEEAAEBAQQE\
            AAAzRP9cAAtCSCRX01fTV2L/kAAKAAAAAABJAAH/k88eER6bwMg1FV19b3okRzxkgM8MCL35tc3WgM+EkIMo\
            AcqelCodioDPDBhw3dH+vIDCUBFQVFmvgICA/9k=
            /0//UQApAAAAAAAPAAAAEAAAAAMAAAAFAAAADwAAABAAAAAAAAAAAAABBwEB/1IADAADAAEAAQQEAAH/XAAH\
            QEBISFD/XgAFAAAF/5AACgAAAAAAdQAB/5PPtGwRTvgiSm2zYjUGFdwF45CYtpn8f94Y77PJ0NjA+QlA+QvA\
            fIWADBBAZ+WSKsnimRK3BnlLbx2/F2+/EfqbHiJzDH1G1WOoIUTQM73396cKhV0dQSlcwajuLdUyejONM8iX\
            yvZ//9k=
            """;

    private J2kFuzz() {}

    /// @param input a codestream
    public static void fuzzerTestOneInput(byte[] input) {
        var format = format(input);
        for (int reduction = 0; reduction < 2; reduction++) decode(input, format, reduction);
        var region =
                new FrameRegion(
                        format.columns() / 3,
                        format.rows() / 4,
                        Math.ceilDiv(format.columns(), 2),
                        Math.ceilDiv(format.rows(), 2));
        part(input, format, region);
    }

    private static void part(byte[] input, FrameFormat format, FrameRegion region) {
        Hostile.input(
                () -> {
                    var frame = EncodedFrame.of(TransferSyntax.JPEG_2000, input);
                    var samples =
                            new Jpeg2000Decoder().decode(frame, format, region, JobContext.NONE);
                    var out = samples.format();
                    if (out.rows() != region.rows() || out.columns() != region.columns())
                        throw new AssertionError("another size");
                });
    }

    private static void decode(byte[] input, FrameFormat format, int reduction) {
        Hostile.input(
                () -> {
                    var frame = EncodedFrame.of(TransferSyntax.JPEG_2000, input);
                    var samples =
                            new Jpeg2000Decoder().decode(frame, format, reduction, JobContext.NONE);
                    var out = samples.format();
                    if (samples.bytes() != out.samples() * out.bytesPerSample())
                        throw new AssertionError("pixels missing");
                    if (reduction == 0 && out.pixels() != format.pixels())
                        throw new AssertionError("another size");
                });
    }

    /// What SIZ says, so that decoding begins.
    private static FrameFormat format(byte[] input) {
        if (input.length < 43) return FrameFormat.grey(4, 4, 8, 8);
        long columns = four(input, 8) - four(input, 16);
        long rows = four(input, 12) - four(input, 20);
        int precision = Math.clamp((input[42] & 0x7F) + 1, 1, 38);
        if (rows < 1 || columns < 1 || rows > 65_535 || columns > 65_535)
            return FrameFormat.grey(4, 4, 8, 8);
        if (rows * columns > MOST_PIXELS) return FrameFormat.grey(4, 4, 8, 8);
        boolean colour = input[41] == 3;
        return new FrameFormat(
                (int) rows,
                (int) columns,
                colour ? 3 : 1,
                precision <= 8 ? 8 : precision <= 16 ? 16 : precision <= 32 ? 32 : 40,
                precision,
                precision - 1,
                input[42] < 0,
                false,
                colour ? Photometric.YBR_RCT : Photometric.MONOCHROME2,
                false);
    }

    private static long four(byte[] input, int at) {
        return (input[at] & 0xFFL) << 24
                | (input[at + 1] & 0xFF) << 16
                | (input[at + 2] & 0xFF) << 8
                | input[at + 3] & 0xFF;
    }

    /// @return small codestreams of many kinds
    public static List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        STREAMS.lines().forEach(line -> seeds.add(Base64.getDecoder().decode(line)));
        return seeds;
    }
}
