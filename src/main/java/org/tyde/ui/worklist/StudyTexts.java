package org.tyde.ui.worklist;

import org.tyde.prior.ModalityGroup;
import org.tyde.study.Age;
import org.tyde.study.NationalId;
import org.tyde.study.Patient;
import org.tyde.study.RequestPriority;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.worklist.ReadingStatus;
import org.tyde.worklist.WorklistRow;

import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Studies and patients in words, as people in the house say them. What the archive does not say is a dash;
/// dates are never month first.
public final class StudyTexts {
    /// Stands where the archive does not say.
    public static final String NOT_SAID = "—";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Set<String> NO_PICTURES = Set.of("SR", "KO", "PR", "DOC", "REG");

    private final Messages messages;
    private final Messages.Room words;
    private final Clock clock;

    /// @param messages the language now
    public StudyTexts(Messages messages) {
        this(messages, Clock.system(ZoneId.systemDefault()));
    }

    /// @param messages the language now
    /// @param clock says how long ago something was
    StudyTexts(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        words = messages.in(StudyTexts.class);
    }

    /// @param patient any
    /// @return "ETTERNAVN, Fornavn Mellomnavn"
    public String name(Patient patient) {
        return said(patient.displayName());
    }

    /// @param patient any
    /// @return the national identity number as "DDMMYY NNNNN", else the archive's own identifier
    public String nationalId(Patient patient) {
        return patient.nationalId()
                .map(NationalId::display)
                .orElseGet(() -> said(patient.id().value()));
    }

    /// @param patient any
    /// @return what kind of number [#nationalId] writes, and where it contradicts the archive
    public String numberKind(Patient patient) {
        var kind = kind(patient);
        var doubts = patient.disagreements();
        if (doubts.isEmpty()) return kind;
        return kind
                + doubts.stream()
                        .map(d -> words.text("nid.differs." + d.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private String kind(Patient patient) {
        return words.text(
                patient.nationalId()
                        .map(
                                id ->
                                        switch (id.kind()) {
                                            case FNR -> "nid.fnr";
                                            case D_NUMBER -> "nid.d";
                                            case H -> "nid.h";
                                            case FH -> "nid.fh";
                                        })
                        .orElse("nid.none"));
    }

    /// @param patient any
    /// @return the sex in a word
    public String sex(Patient patient) {
        return patient.sex()
                .map(
                        sex ->
                                words.text(
                                        switch (sex) {
                                            case FEMALE -> "sex.female";
                                            case MALE -> "sex.male";
                                            case OTHER -> "sex.other";
                                        }))
                .orElse(NOT_SAID);
    }

    private static Optional<Age> atStudy(Study study) {
        return study.patient()
                .birthDate()
                .flatMap(birth -> study.date().flatMap(date -> Age.at(birth, date)));
    }

    /// @param study any
    /// @return the patient's age that day: days, months or years
    public String age(Study study) {
        return atStudy(study)
                .map(
                        age ->
                                words.text(
                                        switch (age.unit()) {
                                            case DAYS -> "age.days";
                                            case WEEKS -> "age.weeks";
                                            case MONTHS -> "age.months";
                                            case YEARS -> "age.years";
                                        },
                                        age.number()))
                .orElse(NOT_SAID);
    }

    static long ageDays(Study study) {
        var birth = study.patient().birthDate();
        var date = study.date();
        return birth.isPresent() && date.isPresent()
                ? ChronoUnit.DAYS.between(birth.get(), date.get())
                : -1;
    }

    /// @param study any
    /// @return such as "14.03.2026 08:15"; without the time where it is not said
    public String dateTime(Study study) {
        return study.date()
                .map(d -> DATE.format(d) + study.time().map(t -> " " + TIME.format(t)).orElse(""))
                .orElse(NOT_SAID);
    }

    static LocalDateTime when(Study study) {
        return study.when().orElse(LocalDateTime.MIN);
    }

    /// @param study any
    /// @return its modalities as the reading room says them, without reports and notes
    public String modalities(Study study) {
        var pictures =
                study.modalities().stream().filter(code -> !NO_PICTURES.contains(code)).toList();
        Collection<String> codes = pictures.isEmpty() ? study.modalities() : pictures;
        return said(
                codes.stream()
                        .sorted()
                        .map(this::modality)
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    private String modality(String code) {
        return ModalityGroup.of(code)
                .filter(group -> group != ModalityGroup.NUCLEAR)
                .map(group -> words.text("modality." + group.name().toLowerCase(Locale.ROOT)))
                .orElse(code);
    }

    /// @param study any
    /// @return its description
    public String description(Study study) {
        return said(study.description());
    }

    String bodyPart(Study study) {
        return said(study.bodyPart().orElse(""));
    }

    /// @param study any
    /// @return where it was made
    public String hospital(Study study) {
        return said(study.institution().orElse(""));
    }

    String referringUnit(Study study) {
        return said(study.referringUnit().orElse(""));
    }

    /// @param study any
    /// @return its accession number
    public String accession(Study study) {
        return said(study.accession());
    }

    String images(Study study) {
        return study.instanceCount() < 0 ? NOT_SAID : Integer.toString(study.instanceCount());
    }

    String priority(WorklistRow row) {
        return row.study()
                .priority()
                .map(p -> words.text("priority." + p.name().toLowerCase(Locale.ROOT)))
                .orElse(NOT_SAID);
    }

    String status(WorklistRow row) {
        var status = words.text("status." + row.status().name().toLowerCase(Locale.ROOT));
        if (row.undelivered().isPresent()) return words.text("undelivered", status);
        if (row.due().isPresent() && row.status() != ReadingStatus.DRAFT)
            return row.due().get().text(messages.locale());
        return status;
    }

    /// @param row any
    /// @return all there is to say of its status; empty where the status says it all
    String statusTold(WorklistRow row) {
        return Stream.of(
                        row.undelivered().map(u -> u.text(messages.locale())),
                        row.due().map(d -> d.text(messages.locale())),
                        Optional.of(waits(row)).filter(w -> !w.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    /// @param row any
    /// @return who wrote what waits, and how long ago
    String waits(WorklistRow row) {
        var due = row.due();
        if (due.isEmpty() || due.get().author().isEmpty()) return "";
        var age = due.get().since().map(this::ago).orElse("");
        return due.get().author() + (age.isEmpty() ? "" : ", " + age);
    }

    private String ago(LocalDateTime since) {
        long minutes = Math.max(0, ChronoUnit.MINUTES.between(since, LocalDateTime.now(clock)));
        if (minutes < 60) return words.text("ago.minutes", minutes);
        return minutes < 48 * 60
                ? words.text("ago.hours", minutes / 60)
                : words.text("ago.days", minutes / (24 * 60));
    }

    String readyMark(WorklistRow row) {
        return row.readiness().sign();
    }

    /// @param row any
    /// @return whether it opens at once, and if not, why, in words
    String readiness(WorklistRow row) {
        return row.readiness().text(messages.locale());
    }

    static int rank(WorklistRow row) {
        return switch (row.study().priority().orElse(RequestPriority.ROUTINE)) {
            case STAT -> 0;
            case HIGH -> 1;
            case ROUTINE -> 2;
            case MEDIUM -> 3;
            case LOW -> 4;
        };
    }

    static boolean urgent(WorklistRow row) {
        return rank(row) < 2 && !done(row);
    }

    static boolean done(WorklistRow row) {
        return !row.waits();
    }

    /// @param other a study of the same patient
    /// @param current the study it is compared with
    /// @return how long before: "8 måneder før"; on one day "3 t 20 min før"
    String before(Study other, Study current) {
        if (other.when().isEmpty() || current.when().isEmpty()) return NOT_SAID;
        var then = other.when().get();
        var now = current.when().get();
        if (then.isAfter(now)) return words.text("after");
        var days = ChronoUnit.DAYS.between(then.toLocalDate(), now.toLocalDate());
        if (days == 0) {
            var time = Duration.between(then, now);
            return words.text("before.hours", time.toHours(), time.toMinutesPart());
        }
        var months = ChronoUnit.MONTHS.between(then.toLocalDate(), now.toLocalDate());
        if (months < 1) return words.text("before.days", days);
        return months < 24
                ? words.text("before.months", months)
                : words.text("before.years", months / 12);
    }

    private static String said(String text) {
        return text.isBlank() ? NOT_SAID : text.strip();
    }

    /// @return how words are put in order in the language now
    Collator collator() {
        return Collator.getInstance(
                messages.locale().getLanguage().equals("en") ? Messages.ENGLISH : Messages.BOKMAAL);
    }
}
