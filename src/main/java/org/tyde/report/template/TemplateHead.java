package org.tyde.report.template;

import org.tyde.dicom.Code;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a template says of itself (IHE MRRT, `dcterms` and `template_attributes`).
///
/// @param id `dcterms.identifier`, unique
/// @param title `dcterms.title`
/// @param language of its words
/// @param publisher `dcterms.publisher`, possibly empty
/// @param rights `dcterms.rights`, possibly empty
/// @param license `dcterms.license`, possibly empty
/// @param date `dcterms.date`, possibly empty
/// @param creator `dcterms.creator`, possibly empty
/// @param codes what it is for: modality (DCM), part of the body (SCT), procedures of any scheme
/// @param conclusion what the conclusion is called; empty for the usual heading
/// @param conclusionFirst whether the conclusion opens the report
/// @param independent whether an examination needs two readings, made without knowledge of each other
public record TemplateHead(
        String id,
        String title,
        Locale language,
        String publisher,
        String rights,
        String license,
        String date,
        String creator,
        List<Code> codes,
        Optional<String> conclusion,
        boolean conclusionFirst,
        boolean independent) {
    /// @throws IllegalArgumentException without id or title
    public TemplateHead {
        codes = List.copyOf(codes);
        if (id.isBlank() || title.isBlank())
            throw new IllegalArgumentException("a template without id or title");
    }

    /// Of examinations that one radiologist reads.
    ///
    /// @param id `dcterms.identifier`, unique
    /// @param title `dcterms.title`
    /// @param language of its words
    /// @param publisher `dcterms.publisher`, possibly empty
    /// @param rights `dcterms.rights`, possibly empty
    /// @param license `dcterms.license`, possibly empty
    /// @param date `dcterms.date`, possibly empty
    /// @param creator `dcterms.creator`, possibly empty
    /// @param codes what it is for
    /// @param conclusion what the conclusion is called; empty for the usual heading
    /// @param conclusionFirst whether the conclusion opens the report
    public TemplateHead(
            String id,
            String title,
            Locale language,
            String publisher,
            String rights,
            String license,
            String date,
            String creator,
            List<Code> codes,
            Optional<String> conclusion,
            boolean conclusionFirst) {
        this(
                id,
                title,
                language,
                publisher,
                rights,
                license,
                date,
                creator,
                codes,
                conclusion,
                conclusionFirst,
                false);
    }

    /// @param newId unique
    /// @param newTitle for people
    /// @return the head of a copy
    public TemplateHead copiedAs(String newId, String newTitle) {
        return new TemplateHead(
                newId,
                newTitle,
                language,
                publisher,
                rights,
                license,
                date,
                creator,
                codes,
                conclusion,
                conclusionFirst,
                independent);
    }

    /// @param heading of the conclusion, empty for the usual one
    /// @param first whether it opens the report
    /// @return this with it
    public TemplateHead withConclusion(Optional<String> heading, boolean first) {
        return new TemplateHead(
                id,
                title,
                language,
                publisher,
                rights,
                license,
                date,
                creator,
                codes,
                heading,
                first,
                independent);
    }
}
