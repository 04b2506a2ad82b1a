// ImageJ on the pictures of `tyde bench render`: noise of 12 bits, 512x512 shown at 2x on a canvas
// of 1024x1024, and 3328x4096.
// usage: java -cp ij.jar ImageJPaint.java (with a display)

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ShortProcessor;

import java.awt.EventQueue;
import java.awt.Image;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

public final class ImageJPaint {
    private static final int WARM = 150;
    private static final int RUNS = 300;
    private static long sink;

    private interface Step {
        void run(int number) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("ImageJ " + IJ.getVersion() + ", java " + Runtime.version());
        var stack = new ImageStack(512, 512);
        for (int i = 0; i < 40; i++) stack.addSlice(noise(512, 512, i));
        var ct = new ImagePlus("ct", stack);
        var mammogram = new ImagePlus("mg", noise(4096, 3328, 100));
        say("CT window to an 8-bit image of 512x512", i -> window(ct, i));
        say("mammogram window to an 8-bit image of 3328x4096", i -> window(mammogram, i));
        ct.show();
        var canvas = ct.getCanvas();
        EventQueue.invokeAndWait(
                () -> {
                    ct.getWindow().setSize(1060, 1100);
                    canvas.setSize(1024, 1024);
                    canvas.setMagnification(2);
                    ct.getWindow().pack();
                });
        Thread.sleep(1500);
        System.out.println("canvas " + canvas.getSize());
        say(
                "CT window drag, painted at 2x on 1024x1024, nearest",
                i -> {
                    ct.setDisplayRange(864 + i % 40, 1264 + i % 33);
                    ct.updateImage();
                    paint(canvas);
                });
        say(
                "CT scroll, painted at 2x on 1024x1024, nearest",
                i -> {
                    ct.setSlice(1 + i % 40);
                    paint(canvas);
                });
        System.out.println("(" + sink % 2 + ")");
        System.exit(0);
    }

    private static void window(ImagePlus image, int i) {
        var values = image.getProcessor();
        values.setMinAndMax(864 + i % 40, 1264 + i % 33);
        Image made = values.createImage();
        sink += made.getWidth(null);
    }

    private static void paint(java.awt.Canvas canvas) throws Exception {
        EventQueue.invokeAndWait(
                () -> {
                    canvas.paint(canvas.getGraphics());
                    Toolkit.getDefaultToolkit().sync();
                });
    }

    private static ShortProcessor noise(int rows, int columns, int seed) {
        var random = new Random(seed);
        var values = new short[rows * columns];
        for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(4096);
        return new ShortProcessor(columns, rows, values, null);
    }

    private static void say(String what, Step step) throws Exception {
        for (int i = 0; i < WARM; i++) step.run(i);
        var millis = new double[RUNS];
        long busy = processor();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            step.run(i);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double each = (processor() - busy) / 1e6 / RUNS;
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "  %-52s best %6.3f  median %6.3f  99 %% %7.3f  processor %6.2f ms%n",
                what,
                millis[0],
                millis[RUNS / 2],
                millis[RUNS * 99 / 100],
                each);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
