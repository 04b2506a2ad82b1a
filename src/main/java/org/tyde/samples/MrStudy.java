package org.tyde.samples;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.List;

/// MR of the brain: T1 sagittal, T2, FLAIR and T1 with contrast axial, 5 mm apart.
final class MrStudy {
    private static final int SIZE = 256;
    private static final double SPACING = 0.9;
    private static final int SLICES = 26;
    private static final double GAP = 5.5;

    private final DemoCase demo;

    MrStudy(DemoCase demo) {
        this.demo = demo;
    }

    /// A pulse sequence.
    ///
    /// @param number of the series
    /// @param name of the series
    /// @param contrast how tissue shows
    /// @param sagittal or axial
    /// @param repetition time, ms
    /// @param echo time, ms
    /// @param inversion time, ms, 0 for none
    private record Pulse(
            int number,
            String name,
            Head.Contrast contrast,
            boolean sagittal,
            double repetition,
            double echo,
            double inversion) {}

    List<DemoInstance> instances() {
        var pulses =
                List.of(
                        new Pulse(2, "T1 SE sag", Head.Contrast.T1, true, 520, 12, 0),
                        new Pulse(3, "T2 TSE ax", Head.Contrast.T2, false, 4200, 98, 0),
                        new Pulse(4, "T2 FLAIR ax", Head.Contrast.FLAIR, false, 8500, 110, 2400),
                        new Pulse(
                                5, "T1 SE ax Gd", Head.Contrast.T1_GADOLINIUM, false, 560, 12, 0));
        var all = new ArrayList<DemoInstance>();
        for (var pulse : pulses)
            for (int i = 0; i < SLICES; i++) {
                int image = i + 1;
                double offset = pulse.sagittal() ? (i - SLICES / 2.0 + 0.5) * GAP : -56 + i * GAP;
                all.add(
                        new DemoInstance(
                                demo.studyUid(),
                                demo.sopUid(pulse.number(), image),
                                () -> slice(pulse, image, offset)));
            }
        return all;
    }

    private DataSet slice(Pulse pulse, int image, double offset) {
        var values = new short[SIZE * SIZE];
        var real = Noise.grain(900 + pulse.number(), 0);
        var imaginary = Noise.grain(950 + pulse.number(), 0);
        double half = SIZE * SPACING / 2;
        for (int r = 0; r < SIZE; r++)
            for (int c = 0; c < SIZE; c++) {
                double across = (c + 0.5) * SPACING - half;
                double down = (r + 0.5) * SPACING - half;
                double signal =
                        pulse.sagittal()
                                ? Head.at(pulse.contrast(), offset, across, 8 - down, SPACING / 2)
                                : Head.at(pulse.contrast(), across, down, offset, SPACING / 2);
                double grain = 13;
                double magnitude =
                        Math.hypot(
                                signal + grain * real.at(c, r, image),
                                grain * imaginary.at(c, r, image));
                values[r * SIZE + c] = (short) Math.clamp(Math.round(magnitude), 0, 4095);
            }
        double first = 0.5 * SPACING - half;
        var set =
                demo.instance(
                                demo.series(pulse.number(), pulse.name()),
                                SopClass.MR_IMAGE_STORAGE,
                                pulse.number(),
                                image)
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "SE")
                        .text(Tag.SCANNING_SEQUENCE, pulse.inversion() > 0 ? "IR" : "SE")
                        .text(Tag.SEQUENCE_VARIANT, "SK")
                        .text(Tag.SCAN_OPTIONS, "")
                        .text(Tag.MR_ACQUISITION_TYPE, "2D")
                        .decimal(Tag.REPETITION_TIME, pulse.repetition())
                        .decimal(Tag.ECHO_TIME, pulse.echo())
                        .integer(Tag.ECHO_TRAIN_LENGTH, 1)
                        .decimal(Tag.MAGNETIC_FIELD_STRENGTH, 1.5)
                        .text(Tag.PATIENT_POSITION, "HFS")
                        .text(Tag.FRAME_OF_REFERENCE_UID, DemoCase.uid(demo.key() + " frame"))
                        .text(Tag.POSITION_REFERENCE_INDICATOR, "")
                        .decimal(Tag.PIXEL_SPACING, SPACING, SPACING)
                        .decimal(Tag.SLICE_THICKNESS, 5)
                        .decimal(Tag.SPACING_BETWEEN_SLICES, GAP)
                        .decimal(Tag.WINDOW_CENTER, 450)
                        .decimal(Tag.WINDOW_WIDTH, 900);
        if (pulse.inversion() > 0) set.decimal(Tag.INVERSION_TIME, pulse.inversion());
        if (pulse.sagittal())
            set.decimal(Tag.IMAGE_POSITION_PATIENT, offset, first, 8 - first)
                    .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, -1);
        else
            set.decimal(Tag.IMAGE_POSITION_PATIENT, first, first, offset)
                    .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0);
        return Pixels.grey16(set, SIZE, SIZE, 12, false, values).build();
    }
}
