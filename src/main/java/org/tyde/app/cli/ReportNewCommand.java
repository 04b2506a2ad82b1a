package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.evidence.Verifier;
import org.tyde.report.Referral;
import org.tyde.report.Section;
import org.tyde.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `tyde report new`: a structured report on the study of some images.
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Make a structured report on the study of some images.")
final class ReportNewCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "Images of one study.")
    List<Path> images = List.of();

    @Option(names = "--technique", paramLabel = "TEXT", description = "How it was done.")
    String technique = "";

    @Option(names = "--comparison", paramLabel = "TEXT", description = "What it was compared with.")
    String comparison = "";

    @Option(
            names = "--findings",
            required = true,
            paramLabel = "TEXT",
            description = "What is seen.")
    String findings = "";

    @Option(
            names = "--conclusion",
            required = true,
            paramLabel = "TEXT",
            description = "What it means.")
    String conclusion = "";

    @Option(names = "--author", paramLabel = "FAMILY^GIVEN", description = "Who says so.")
    @Nullable String author;

    @Option(names = "--organisation", paramLabel = "NAME", description = "The author's employer.")
    @Nullable String organisation;

    @Option(names = "--role", paramLabel = "ROLE", description = "The author's role there.")
    @Nullable String role;

    @Option(names = "--hpr", paramLabel = "NUMBER", description = "The author's HPR number.")
    @Nullable String hpr;

    @Option(names = "--verified", description = "The author signs it; needs all four of the above.")
    boolean verified;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write.")
    Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (verified && (author == null || organisation == null || role == null || hpr == null))
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--verified --author … --organisation … --role … --hpr …");
        var headers = new ArrayList<DataSet>();
        for (var image : images) headers.add(DicomReader.readHeader(image).dataSet());
        DicomWriter.write(
                out,
                StructuredReport.write(document(headers), headers.getFirst()),
                TransferSyntax.EXPLICIT_LITTLE);
        return 0;
    }

    private ReportDocument document(List<DataSet> headers) throws IOException {
        var study = Study.from(headers.getFirst()).uid();
        var evidence = new ArrayList<InstanceReference>();
        for (var header : headers)
            evidence.add(
                    new InstanceReference(
                            header.textOr(Tag.STUDY_INSTANCE_UID, ""),
                            header.textOr(Tag.SERIES_INSTANCE_UID, ""),
                            header.textOr(Tag.SOP_CLASS_UID, ""),
                            header.textOr(Tag.SOP_INSTANCE_UID, "")));
        var state = verified ? DocumentState.SIGNED : DocumentState.UNSIGNED;
        var when = LocalDateTime.now(ZoneId.systemDefault()).withNano(0);
        var who =
                Optional.ofNullable(author)
                        .map(
                                name ->
                                        new Observer(
                                                PersonName.parse(name),
                                                Optional.ofNullable(role),
                                                Optional.ofNullable(organisation),
                                                Optional.ofNullable(hpr)));
        return new ReportDocument(
                Uids.create(),
                study,
                Concepts.titleOf(headers.getFirst().textOr(Tag.MODALITY, "")),
                state,
                Optional.of(when),
                who,
                Verifier.alone(state, who, when),
                Life.PLAIN,
                sections(Referral.of(headers).sections()),
                evidence.stream().filter(e -> e.studyUid().equals(study)).toList(),
                evidence.stream().filter(e -> !e.studyUid().equals(study)).toList(),
                List.of());
    }

    private List<DocumentSection> sections(Map<Section, String> referred) {
        var sections =
                List.of(
                        new DocumentSection(
                                Concepts.REQUEST,
                                referred.getOrDefault(Section.ORDER, ""),
                                List.of()),
                        new DocumentSection(
                                Concepts.HISTORY,
                                referred.getOrDefault(Section.HISTORY, ""),
                                List.of()),
                        new DocumentSection(Concepts.CURRENT_PROCEDURE, technique, List.of()),
                        new DocumentSection(Concepts.PRIOR_PROCEDURE, comparison, List.of()),
                        new DocumentSection(Concepts.FINDINGS, findings, List.of()),
                        new DocumentSection(Concepts.CONCLUSIONS, conclusion, List.of()));
        return sections.stream().filter(s -> !s.text().isBlank()).toList();
    }
}
