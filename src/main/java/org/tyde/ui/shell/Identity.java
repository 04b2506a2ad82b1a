package org.tyde.ui.shell;

/// Who the pictures are of, in words, as the patient strip writes it.
///
/// @param name "ETTERNAVN, Fornavn Mellomnavn", never cut
/// @param numberKind what kind of number it is, such as "Fødselsnummer"
/// @param number such as "150388 12345"
/// @param age at the examination, such as "38 år"
/// @param sex in words
/// @param examination modality and description
/// @param when date and time of the examination
/// @param accession accession number
/// @param hospital where it was made
public record Identity(
        String name,
        String numberKind,
        String number,
        String age,
        String sex,
        String examination,
        String when,
        String accession,
        String hospital) {}
