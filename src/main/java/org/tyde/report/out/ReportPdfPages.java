package org.tyde.report.out;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportReason;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The pages of a PDF as pictures for a dark room: paper is dark, ink is light.
public final class ReportPdfPages {
    private static final int MOST_PAGES = 20;
    private static final int PAPER = 28;
    private static final int INK = 214;

    private ReportPdfPages() {}

    /// @param pdf a document
    /// @param width of each picture, px
    /// @return its pages, at most 20
    /// @throws Refusal it cannot be read
    public static List<PageImage> of(byte[] pdf, int width) throws Refusal {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<PageImage>();
            for (int i = 0; i < Math.min(MOST_PAGES, document.getNumberOfPages()); i++) {
                float points = document.getPage(i).getCropBox().getWidth();
                var page = renderer.renderImage(i, width / Math.max(1, points), ImageType.RGB);
                pages.add(dark(page));
            }
            return pages;
        } catch (IOException | RuntimeException unreadable) {
            throw new Refusal(ReportReason.PDF_UNREADABLE, String.valueOf(unreadable.getMessage()))
                    .because(unreadable);
        }
    }

    private static PageImage dark(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        var argb = page.getRGB(0, 0, width, height, new int[width * height], 0, width);
        for (int i = 0; i < argb.length; i++)
            argb[i] =
                    0xff000000
                            | dark(argb[i] >> 16 & 0xff) << 16
                            | dark(argb[i] >> 8 & 0xff) << 8
                            | dark(argb[i] & 0xff);
        return new PageImage(width, height, argb);
    }

    private static int dark(int light) {
        return PAPER + (255 - light) * (INK - PAPER) / 255;
    }
}
