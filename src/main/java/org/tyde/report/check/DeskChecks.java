package org.tyde.report.check;

import org.tyde.report.Meaning;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningCheck.Place;

import java.util.ArrayList;
import java.util.List;

/// What has nothing to do with what the text says: who signs, which images were there and seen, how sure the
/// recogniser was.
final class DeskChecks implements Check {
    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        if (examined.report().signer().isEmpty())
            found.add(new SigningCheck(CheckKind.NO_SIGNER, new Place.Signer(), List.of()));
        speech(examined, found);
        images(examined, found);
        return found;
    }

    private static void speech(Examined examined, List<SigningCheck> found) {
        var target = examined.report().target();
        for (var mark : examined.report().content().marks()) {
            switch (mark.meaning()) {
                case Meaning.Trial() -> {
                    if (!target.embedded())
                        found.add(
                                Examined.at(
                                        CheckKind.TRIAL_SPEECH,
                                        mark.section(),
                                        mark.start(),
                                        target.name()));
                }
                case Meaning.Uncertain _ ->
                        found.add(
                                Examined.at(
                                        CheckKind.UNCERTAIN_WORDS,
                                        mark.section(),
                                        mark.start(),
                                        examined.of(mark)));
                case Meaning.Filled _, Meaning.SaidAt _, Meaning.Measured _ -> {}
            }
        }
    }

    private static void images(Examined examined, List<SigningCheck> found) {
        var images = examined.report().images();
        if (images.incomplete())
            found.add(
                    images(
                            CheckKind.IMAGES_MISSING,
                            images.received(),
                            images.expected().orElseThrow()));
        if (images.expected().isEmpty()) found.add(images(CheckKind.COUNT_UNKNOWN));
        if (images.neverShown() > 0) found.add(images(CheckKind.NEVER_SHOWN, images.neverShown()));
    }

    private static SigningCheck images(CheckKind kind, Object... arguments) {
        return new SigningCheck(kind, new Place.Images(), List.of(arguments));
    }
}
