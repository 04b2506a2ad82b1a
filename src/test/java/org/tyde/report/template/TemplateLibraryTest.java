package org.tyde.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.PersonName;
import org.tyde.report.Field;
import org.tyde.settings.Mammography;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What the folders and the scales that are set make of the templates.
@Timeout(60)
class TemplateLibraryTest {
    @TempDir Path folder;

    private TemplateLibrary.Read read(Mammography scales) {
        return new TemplateLibrary(folder.resolve("dept"), folder.resolve("own"), () -> scales)
                .read();
    }

    private static Study mammography() {
        return new Study(
                "1.2.3",
                new Patient(
                        new PatientId("1", Optional.empty()),
                        PersonName.of("Nordmann", "Kari"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                "A1",
                "Mammografi",
                Set.of("MG"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1);
    }

    private static List<String> options(Template template, String id) {
        return template.slots()
                .filter(s -> s.field().id().equals(id))
                .map(s -> (Field.Kind.Choice) s.field().kind())
                .flatMap(k -> k.options().stream())
                .map(Field.Option::text)
                .toList();
    }

    @Test
    void mammographyIsOfferedInTheScaleThatIsSetAndTheOtherIsStillFollowed() {
        for (var category : Mammography.Category.values()) {
            var read = read(Mammography.USUAL.withCategory(category));
            var usual =
                    TemplateChoice.usual(mammography(), read.templates(), Locale.of("nb", "NO"))
                            .orElseThrow()
                            .template();
            boolean biRads = usual.slots().anyMatch(s -> s.field().label().startsWith("BI-RADS"));
            assertEquals(category == Mammography.Category.BI_RADS, biRads);
            assertEquals(List.of("a", "b", "c", "d"), options(usual, "tetthet"));
            assertEquals(2, read.aside().size(), "in both languages");
            for (var other : read.aside())
                assertTrue(read.find(other.template().head().id()).isPresent());
        }
    }

    @Test
    void theDensityIsInNumbersWhereThatIsSet() {
        var read = read(Mammography.USUAL.withDensity(Mammography.Density.NUMBERS));
        var usual =
                TemplateChoice.usual(mammography(), read.templates(), Locale.of("nb", "NO"))
                        .orElseThrow()
                        .template();
        assertEquals(List.of("1", "2", "3", "4"), options(usual, "tetthet"));
        assertEquals(List.of("1", "2", "3", "4", "5"), options(usual, "nasjonal-hoyre"));
    }

    @Test
    void whoeverChangesAFileInTheDepartmentsFolderIsNoticed() throws Exception {
        var dept = Files.createDirectories(folder.resolve("dept"));
        var library = new TemplateLibrary(dept, folder.resolve("own"));
        var told = new ArrayBlockingQueue<String>(9);
        var ours = TemplateLibrary.ours().getFirst().template();
        TemplateLibrary.write(ours, dept.resolve("first.html"));
        try (var runner = new JobRunner(1);
                var _ =
                        new TemplateWatch(
                                library,
                                runner,
                                Duration.ofMillis(20),
                                () -> assertTrue(told.offer("changed")))) {
            assertEquals(null, told.poll(200, TimeUnit.MILLISECONDS), "nothing has changed");
            TemplateLibrary.write(ours, dept.resolve("second.html"));
            assertEquals("changed", told.poll(20, TimeUnit.SECONDS));
            Files.delete(dept.resolve("first.html"));
            assertEquals("changed", told.poll(20, TimeUnit.SECONDS));
        }
    }
}
