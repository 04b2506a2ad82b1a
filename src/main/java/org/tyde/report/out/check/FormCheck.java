package org.tyde.report.out.check;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportFlaw;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/// Looks a report over in whatever form it is.
public final class FormCheck {
    /// A form is no longer than this, bytes.
    public static final int LONGEST = 64 << 20;

    private static final int LONGEST_TEXT = 8 << 20;

    private FormCheck() {}

    /// @param content of a file
    /// @param against the structured report that it is a form of, where it is at hand
    /// @return what it is, and what is wrong with it
    /// @throws IOException it is none of the forms, too long, or cannot be read at all
    public static CheckedForm of(byte[] content, Optional<DataSet> against) throws IOException {
        if (content.length > LONGEST) throw tooLong(content.length, LONGEST);
        var told =
                against.isEmpty()
                        ? Optional.<SaidText>empty()
                        : Optional.of(SaidText.of(against.get()));
        if (starts(content, 128, "DICM")) return object(DicomReader.read(content).dataSet(), told);
        if (starts(content, 0, "%PDF-"))
            return new CheckedForm(CheckedForm.Kind.PDF, PdfCheck.of(content, told));
        if (content.length > LONGEST_TEXT) throw tooLong(content.length, LONGEST_TEXT);
        var text = text(content);
        var start = text.stripLeading();
        if (start.startsWith("{"))
            return new CheckedForm(CheckedForm.Kind.FHIR, FhirCheck.of(text, told));
        if (start.startsWith("MSH"))
            return new CheckedForm(CheckedForm.Kind.HL7, Hl7Check.of(start, told));
        if (start.isEmpty()) throw new Refusal(FormFlaw.NO_FORM);
        var flaws = new ArrayList<Refusal>();
        text.chars()
                .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                .findFirst()
                .ifPresent(c -> flaws.add(new Refusal(FormFlaw.CONTROL_CHARACTER, hex(c))));
        told.ifPresent(t -> t.missingIn(text).ifPresent(flaws::add));
        return new CheckedForm(CheckedForm.Kind.TEXT, flaws);
    }

    private static String hex(int character) {
        return "U+%04X".formatted(character);
    }

    private static Refusal tooLong(int length, int most) {
        return new Refusal(FormFlaw.TOO_LONG, length, most);
    }

    private static CheckedForm object(DataSet object, Optional<SaidText> told) throws IOException {
        var sopClass = object.textOr(Tag.SOP_CLASS_UID, "");
        if (sopClass.equals(SopClass.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE))
            return new CheckedForm(CheckedForm.Kind.KEY_OBJECTS, KeyObjectCheck.of(object));
        if (sopClass.equals(SopClass.ENCAPSULATED_PDF_STORAGE)) {
            var pdf = EncapsulatedPdf.of(object);
            if (pdf.isEmpty()) throw new Refusal(FormFlaw.NO_FORM);
            return new CheckedForm(CheckedForm.Kind.PDF, PdfCheck.of(pdf.get().pdf(), told));
        }
        if (!ReadDocument.reads(sopClass)) throw new Refusal(FormFlaw.NO_FORM);
        if (MeasurementReport.is(object) || MeasurementCheck.claimed(object))
            return new CheckedForm(CheckedForm.Kind.MEASUREMENTS, MeasurementCheck.of(object));
        var flaws = new ArrayList<Refusal>();
        for (var flaw : ReportFlaw.of(object)) flaws.add(new Refusal(flaw).withRule(flaw.rule()));
        return new CheckedForm(CheckedForm.Kind.SR, flaws);
    }

    private static boolean starts(byte[] content, int at, String with) {
        var bytes = with.getBytes(StandardCharsets.US_ASCII);
        if (content.length < at + bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if (content[at + i] != bytes[i]) return false;
        return true;
    }

    private static String text(byte[] content) throws Refusal {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Refusal(FormFlaw.NO_FORM).because(other);
        }
    }
}
