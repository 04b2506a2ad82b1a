package org.tyde.samples;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.List;

/// CT of the thorax in axial slices: a soft series of 3 mm, and where asked a sharp one of 5 mm.
final class CtStudy {
    private static final int SIZE = 512;
    private static final double SPACING = 0.74;
    private static final double LEFT = -SIZE * SPACING / 2;
    private static final double BACK_EDGE = -178;

    private final DemoCase demo;
    private final double nodule;
    private final double shift;

    /// @param nodule diameter, mm
    /// @param shift of the couch between two examinations, mm
    CtStudy(DemoCase demo, double nodule, double shift) {
        this.demo = demo;
        this.nodule = nodule;
        this.shift = shift;
    }

    List<DemoInstance> instances(boolean sharpToo) {
        var all = new ArrayList<DemoInstance>();
        var soft = new Lazy(() -> new Thorax(nodule, 2, 9));
        series(all, soft, 2, "Thorax 3.0 Br38 iv-kontrast", 3, "Br38");
        if (sharpToo) {
            var sharp = new Lazy(() -> new Thorax(nodule, 0, 34));
            series(all, sharp, 3, "Lunge 5.0 Bl57", 5, "Bl57");
        }
        return all;
    }

    /// The thorax is grown once, when the first slice is asked for.
    private static final class Lazy {
        private final java.util.function.Supplier<Thorax> grow;
        private volatile @org.jspecify.annotations.Nullable Thorax thorax;

        Lazy(java.util.function.Supplier<Thorax> grow) {
            this.grow = grow;
        }

        synchronized Thorax get() {
            var grown = thorax;
            if (grown == null) {
                grown = grow.get();
                thorax = grown;
            }
            return grown;
        }
    }

    private void series(
            List<DemoInstance> all,
            Lazy thorax,
            int number,
            String name,
            double thickness,
            String kernel) {
        int slices = (int) ((Thorax.HIGHEST - Thorax.LOWEST) / thickness);
        for (int i = 0; i < slices; i++) {
            int image = i + 1;
            double z = Thorax.HIGHEST - i * thickness;
            all.add(
                    new DemoInstance(
                            demo.studyUid(),
                            demo.sopUid(number, image),
                            () -> slice(thorax.get(), number, name, kernel, image, z, thickness)));
        }
    }

    private DataSet slice(
            Thorax thorax,
            int number,
            String name,
            String kernel,
            int image,
            double z,
            double thickness) {
        var canvas = new Canvas(SIZE, SIZE, SPACING, LEFT, BACK_EDGE, -1000);
        thorax.paint(canvas, z, image + number * 101);
        var values = new short[SIZE * SIZE];
        for (int i = 0; i < values.length; i++)
            values[i] = (short) Math.clamp(Math.round(canvas.values[i]) + 1024, 0, 4095);
        var set =
                demo.instance(demo.series(number, name), SopClass.CT_IMAGE_STORAGE, number, image)
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                        .text(Tag.PATIENT_POSITION, "HFS")
                        .text(Tag.FRAME_OF_REFERENCE_UID, DemoCase.uid(demo.key() + " frame"))
                        .text(Tag.POSITION_REFERENCE_INDICATOR, "")
                        .decimal(Tag.IMAGE_POSITION_PATIENT, LEFT, BACK_EDGE, z + shift)
                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                        .decimal(Tag.PIXEL_SPACING, SPACING, SPACING)
                        .decimal(Tag.SLICE_THICKNESS, thickness)
                        .decimal(Tag.SPACING_BETWEEN_SLICES, thickness)
                        .decimal(Tag.SLICE_LOCATION, z + shift)
                        .text(Tag.CONVOLUTION_KERNEL, kernel)
                        .decimal(Tag.KVP, 110)
                        .integer(Tag.X_RAY_TUBE_CURRENT, 140)
                        .text(Tag.CONTRAST_BOLUS_AGENT, "Jod 350 mg/ml")
                        .integer(Tag.ACQUISITION_NUMBER, 1)
                        .decimal(Tag.RESCALE_INTERCEPT, -1024)
                        .decimal(Tag.RESCALE_SLOPE, 1)
                        .text(Tag.RESCALE_TYPE, "HU");
        boolean lung = kernel.startsWith("Bl");
        set.decimal(Tag.WINDOW_CENTER, lung ? -600 : 40)
                .decimal(Tag.WINDOW_WIDTH, lung ? 1500 : 400);
        return Pixels.grey16(set, SIZE, SIZE, 12, false, values).build();
    }
}
