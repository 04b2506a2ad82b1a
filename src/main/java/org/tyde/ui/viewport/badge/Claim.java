package org.tyde.ui.viewport.badge;

import org.tyde.ui.Messages;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One thing said of the pixels on screen: a few words, and a sentence for who asks.
public sealed interface Claim {
    /// In both languages.
    DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    /// The image asked for is not here yet; the one on screen is the one before.
    record Loading() implements Claim {}

    /// Part of the frame could not be decoded.
    ///
    /// @param rows that are there, from the top
    /// @param of so many
    /// @param near whether their values are only near those that were encoded
    record InPart(int rows, int of, boolean near) implements Claim {}

    /// A finer picture of the same is still to come.
    record Coarse() implements Claim {}

    /// Something was lost before the image came.
    ///
    /// @param ratios as received
    /// @param methods as received
    record Lossy(List<Double> ratios, List<String> methods) implements Claim {}

    /// The file does not say whether something was lost, and may have.
    record LossNotStated() implements Claim {}

    /// Nothing was lost on the way from the file.
    ///
    /// @param stated whether the file says that nothing was lost before either
    record Lossless(boolean stated) implements Claim {}

    /// Images of the series are missing.
    ///
    /// @param images that have come
    /// @param of so many
    record Incomplete(int images, int of) implements Claim {}

    /// A plane through a volume.
    record Resampled() implements Claim {}

    /// A slab of a volume.
    record ThickPlane() implements Claim {}

    /// Several images seen through each other.
    ///
    /// @param images how many
    record Slab(int images) implements Claim {}

    /// Other images lie over it in colour.
    record Covered() implements Claim {}

    /// A blending state mixes it with other images.
    record Blended() implements Claim {}

    /// Differences from a mask.
    ///
    /// @param mask numbers of the frames whose mean was taken
    record Subtracted(List<Integer> mask) implements Claim {}

    /// Slices of a volume are black.
    ///
    /// @param slices how many
    record SlicesMissing(int slices) implements Claim {}

    /// Slices of a volume, or of a slab, could be decoded in part only.
    ///
    /// @param slices how many
    record SlicesInPart(int slices) implements Claim {}

    /// Each pixel on screen is one stored pixel.
    record OneToOne() implements Claim {}

    /// Each pixel on screen is the nearest stored value.
    record Repeated() implements Claim {}

    /// Pixels on screen lie between stored values.
    record Interpolated() implements Claim {}

    /// Each pixel on screen is the mean of the stored values it covers.
    record Averaged() implements Claim {}

    /// Stored values were left out.
    record Skipped() implements Claim {}

    /// The monitor was checked and is right.
    ///
    /// @param day when
    record Calibrated(LocalDate day) implements Claim {}

    /// The monitor was measured, and Tyde makes up for what it is not.
    ///
    /// @param day when
    record Corrected(LocalDate day) implements Claim {}

    /// The monitor was checked and is not right.
    ///
    /// @param day when
    record NotCalibrated(LocalDate day) implements Claim {}

    /// The monitor was checked too long ago, or on a day that is still to come.
    ///
    /// @param day when
    record CheckOutdated(LocalDate day) implements Claim {}

    /// Nobody has told Tyde of the monitor.
    record MonitorNotKnown() implements Claim {}

    /// @return whether a reader must know before trusting the picture
    default boolean grave() {
        return switch (this) {
            case Loading _,
                    InPart _,
                    Coarse _,
                    Lossy _,
                    LossNotStated _,
                    Incomplete _,
                    Skipped _,
                    SlicesMissing _,
                    SlicesInPart _,
                    NotCalibrated _ ->
                    true;
            case Lossless _,
                    Resampled _,
                    ThickPlane _,
                    Slab _,
                    Subtracted _,
                    Covered _,
                    Blended _,
                    OneToOne _,
                    Repeated _,
                    Interpolated _,
                    Averaged _,
                    Calibrated _,
                    Corrected _,
                    CheckOutdated _,
                    MonitorNotKnown _ ->
                    false;
        };
    }

    /// @param messages the words
    /// @return a few words
    default String words(Messages messages) {
        return say(messages, "");
    }

    /// @param messages the words
    /// @return a sentence that says what it means
    default String sentence(Messages messages) {
        return say(messages, ".more");
    }

    private String say(Messages messages, String suffix) {
        var text = messages.in(Claim.class);
        return switch (this) {
            case Loading() -> text.text("loading" + suffix);
            case InPart(int rows, int of, boolean near) -> {
                var there = rows < of ? text.text("in-part" + suffix, "" + rows, "" + of) : "";
                yield (there + (near ? " " + text.text("near" + suffix) : "")).strip();
            }
            case Coarse() -> text.text("coarse" + suffix);
            case Lossy(var ratios, var methods) ->
                    text.text("lossy" + suffix, how(ratios, methods, messages.locale()));
            case LossNotStated() -> text.text("loss-not-stated" + suffix);
            case Lossless(boolean stated) ->
                    text.text((stated ? "lossless" : "stored-lossless") + suffix);
            case Incomplete(int images, int of) ->
                    text.text("incomplete" + suffix, "" + images, "" + of);
            case Resampled() -> text.text("resampled" + suffix);
            case ThickPlane() -> text.text("thick-plane" + suffix);
            case Slab(int images) -> text.text("slab" + suffix, "" + images);
            case Subtracted(var mask) ->
                    text.text(
                            "subtracted" + suffix,
                            mask.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case Covered() -> text.text("covered" + suffix);
            case Blended() -> text.text("blended" + suffix);
            case SlicesMissing(int slices) -> text.text("slices-missing" + suffix, slices);
            case SlicesInPart(int slices) -> text.text("slices-in-part" + suffix, slices);
            case OneToOne() -> text.text("one-to-one" + suffix);
            case Repeated() -> text.text("repeated" + suffix);
            case Interpolated() -> text.text("interpolated" + suffix);
            case Averaged() -> text.text("averaged" + suffix);
            case Skipped() -> text.text("skipped" + suffix);
            case Calibrated(var day) -> text.text("calibrated" + suffix, DATE.format(day));
            case Corrected(var day) -> text.text("corrected" + suffix, DATE.format(day));
            case NotCalibrated(var day) -> text.text("not-calibrated" + suffix, DATE.format(day));
            case CheckOutdated(var day) -> text.text("check-outdated" + suffix, DATE.format(day));
            case MonitorNotKnown() -> text.text("monitor-not-known" + suffix);
        };
    }

    /// Ratio and method of each step, as ` 10:1 JPEG + 4:1 JPEG 2000`, with a space before.
    private static String how(List<Double> ratios, List<String> methods, Locale locale) {
        var number = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(locale));
        var words = new StringBuilder();
        for (int i = 0; i < Math.max(ratios.size(), methods.size()); i++) {
            words.append(i == 0 ? "" : " +");
            if (i < ratios.size())
                words.append(' ').append(number.format(ratios.get(i))).append(":1");
            if (i < methods.size()) words.append(' ').append(method(methods.get(i)));
        }
        return words.toString();
    }

    /// The defined terms of Lossy Image Compression Method (PS3.3 C.7.6.1.1.5.1) by the names people use; any
    /// other as it was received.
    private static String method(String term) {
        return switch (term) {
            case "ISO_10918_1" -> "JPEG";
            case "ISO_14495_1" -> "JPEG-LS";
            case "ISO_15444_1" -> "JPEG 2000";
            case "ISO_15444_15" -> "HTJ2K";
            case "ISO_18181_1" -> "JPEG XL";
            case "ISO_13818_2" -> "MPEG-2";
            case "ISO_14496_10" -> "H.264";
            case "ISO_23008_2" -> "H.265";
            default -> term;
        };
    }
}
