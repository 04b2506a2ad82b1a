package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.refusal.Refusal;

/// Writes the way of the values: Modality LUT, Softcopy VOI LUT and Softcopy Presentation LUT modules
/// (PS3.3 C.11.1, C.11.8, C.11.6).
final class PresentationTables {
    private PresentationTables() {}

    static void write(NewPresentation made, DataSetBuilder state) throws Refusal {
        modality(made, made.pipeline().modality(), state);
        voi(made.pipeline().voi(), state);
        polarity(made, state);
    }

    private static void modality(NewPresentation made, ModalityLut modality, DataSetBuilder state)
            throws Refusal {
        var image = made.image().dataSet();
        var type = image.textOr(Tag.RESCALE_TYPE, modality.unit().display());
        if (modality.table().isPresent()) {
            var item = table(modality.table().get());
            var stated = image.item(Tag.MODALITY_LUT_SEQUENCE);
            item.text(
                    Tag.MODALITY_LUT_TYPE,
                    stated.isPresent() ? stated.get().textOr(Tag.MODALITY_LUT_TYPE, "US") : "US");
            state.sequence(Tag.MODALITY_LUT_SEQUENCE, item.build());
        } else if (modality.slope() != 1 || modality.intercept() != 0 || !type.isEmpty())
            state.decimal(Tag.RESCALE_INTERCEPT, modality.intercept())
                    .decimal(Tag.RESCALE_SLOPE, modality.slope())
                    .text(Tag.RESCALE_TYPE, type.isEmpty() ? "US" : type);
    }

    private static void voi(Voi voi, DataSetBuilder state) throws Refusal {
        switch (voi) {
            case Voi.None() -> {}
            case Voi.Windowed(var window, var function, var explanation) -> {
                var item =
                        DataSet.builder()
                                .decimal(Tag.WINDOW_CENTER, window.center())
                                .decimal(Tag.WINDOW_WIDTH, window.width());
                explanation.ifPresent(e -> item.text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, e));
                if (function != VoiLutFunction.LINEAR)
                    item.text(Tag.VOILUT_FUNCTION, function.name());
                state.sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, item.build());
            }
            case Voi.Table(var lut, var explanation) -> {
                var item = table(widened(lut));
                explanation.ifPresent(e -> item.text(Tag.LUT_EXPLANATION, e));
                state.sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        DataSet.builder().sequence(Tag.VOILUT_SEQUENCE, item.build()).build());
            }
        }
    }

    /// A view's inversion becomes part of the table: a state has no other.
    private static void polarity(NewPresentation made, DataSetBuilder state) throws Refusal {
        boolean inverted = made.pipeline().inverted();
        switch (made.pipeline().presentation()) {
            case PresentationLut.Identity() ->
                    state.text(Tag.PRESENTATION_LUT_SHAPE, inverted ? "INVERSE" : "IDENTITY");
            case PresentationLut.Inverse() ->
                    state.text(Tag.PRESENTATION_LUT_SHAPE, inverted ? "IDENTITY" : "INVERSE");
            case PresentationLut.Colours _ ->
                    throw new Refusal(PresentationReason.COLOUR_NOT_WRITTEN)
                            .withRule("PS3.3 A.33.1");
            case PresentationLut.Table(var lut) -> {
                var entries = new int[lut.size()];
                for (int i = 0; i < entries.length; i++)
                    entries[i] = inverted ? lut.greatest() - lut.entry(i) : lut.entry(i);
                state.sequence(
                        Tag.PRESENTATION_LUT_SEQUENCE,
                        table(new Lut(0, lut.bits(), entries)).build());
            }
        }
    }

    /// Entries of a VOI LUT have 8 or 16 bits (PS3.3 C.11.2.1.1); they count as shares of the greatest.
    private static Lut widened(Lut lut) {
        if (lut.bits() == 8 || lut.bits() == 16) return lut;
        var entries = new int[lut.size()];
        for (int i = 0; i < entries.length; i++)
            entries[i] = (int) Math.rint(65_535.0 * lut.entry(i) / lut.greatest());
        return new Lut(lut.firstMapped(), 16, entries);
    }

    private static DataSetBuilder table(Lut lut) {
        var data = new byte[2 * lut.size()];
        for (int i = 0; i < lut.size(); i++) {
            int entry = lut.entry(i);
            data[2 * i] = (byte) entry;
            data[2 * i + 1] = (byte) (entry >> 8);
        }
        boolean signed = lut.firstMapped() < 0;
        int entries = lut.size() == 65_536 ? 0 : lut.size();
        return DataSet.builder()
                .integer(
                        Tag.LUT_DESCRIPTOR,
                        signed ? Vr.SS : Vr.US,
                        signed ? (short) entries : entries,
                        lut.firstMapped(),
                        lut.bits())
                .bytes(Tag.LUT_DATA, Vr.OW, data);
    }
}
