package org.tyde.samples;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/// A referral on paper, scanned in: an Encapsulated PDF (PS3.3 A.45.1) of one page.
final class ReferralPdf {
    private static final int SERIES = 9002;
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private ReferralPdf() {}

    static DemoInstance of(DemoCase demo, List<String> lines) {
        return new DemoInstance(demo.studyUid(), demo.sopUid(SERIES, 1), () -> make(demo, lines));
    }

    private static DataSet make(DemoCase demo, List<String> lines) {
        var pdf = page(lines);
        var set = demo.common();
        return demo.instance(set, SopClass.ENCAPSULATED_PDF_STORAGE, SERIES, 1)
                .text(Tag.MODALITY, "DOC")
                .text(Tag.SERIES_INSTANCE_UID, demo.seriesUid(SERIES))
                .integer(Tag.SERIES_NUMBER, SERIES)
                .text(Tag.SERIES_DESCRIPTION, "Henvisning")
                .text(Tag.CONVERSION_TYPE, "WSD")
                .text(Tag.BURNED_IN_ANNOTATION, "YES")
                .text(Tag.DOCUMENT_TITLE, "Henvisning")
                .sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .text(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, "application/pdf")
                .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, pdf)
                .build();
    }

    /// One A4 page of Helvetica (ISO 32000-1 7.5).
    private static byte[] page(List<String> lines) {
        var text = new StringBuilder("BT /F1 12 Tf 60 780 Td 16 TL\n");
        for (var line : lines)
            text.append('(')
                    .append(line.replace("(", "\\(").replace(")", "\\)"))
                    .append(") Tj T*\n");
        var stream = text.append("ET").toString().getBytes(WIN_ANSI);
        var objects =
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 5 0 R >> >> >>",
                        "<< /Length "
                                + stream.length
                                + " >>\nstream\n"
                                + new String(stream, WIN_ANSI)
                                + "\nendstream",
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding"
                                + " /WinAnsiEncoding >>");
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n".getBytes(WIN_ANSI));
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            out.writeBytes(
                    ((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(WIN_ANSI));
        }
        int table = out.size();
        var end = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int offset : offsets) end.append("%010d 00000 n \n".formatted(offset));
        end.append("trailer\n<< /Size ").append(objects.size() + 1);
        end.append(" /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        out.writeBytes(end.toString().getBytes(WIN_ANSI));
        return out.size() % 2 == 0 ? out.toByteArray() : padded(out);
    }

    private static byte[] padded(ByteArrayOutputStream out) {
        out.write('\n');
        return out.toByteArray();
    }
}
