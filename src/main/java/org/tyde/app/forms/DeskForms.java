package org.tyde.app.forms;

import org.tyde.imaging.FrameSource;
import org.tyde.refusal.Refusal;
import org.tyde.report.out.ReportForms;
import org.tyde.report.sign.Release;
import org.tyde.settings.Settings;
import org.tyde.store.Outbox;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What leaves with a signed report besides it, as the settings have it now.
///
/// @param settings in force
/// @param frames of the images it speaks of
public record DeskForms(Supplier<Settings> settings, FrameSource frames) implements Release {
    @Override
    public List<Outbox.Item> items(Released released) throws Refusal {
        var now = settings.get();
        var folders = new EnumMap<ReportForms.Form, Path>(ReportForms.Form.class);
        now.reportOutputs().folders().forEach((form, folder) -> folders.put(form(form), folder));
        return new ReportForms(
                        now.reportOutputs().pdfToArchive(),
                        folders,
                        now.language(),
                        new KeyPictures(frames, released.content()))
                .items(released);
    }

    private static ReportForms.Form form(String key) {
        return ReportForms.Form.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
