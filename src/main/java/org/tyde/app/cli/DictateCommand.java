package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.tyde.app.house.ChildCommands;
import org.tyde.app.house.SpeechFolder;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.Step;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Section;
import org.tyde.speech.RecognizerClient;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.Transcript;
import org.tyde.speech.WavSource;
import org.tyde.speech.Word;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `tyde dictate FILE.wav`: the recognised words, and the text after normalisation.
@Command(
        name = "dictate",
        mixinStandardHelpOptions = true,
        description = "Recognises the speech in a recording.")
public final class DictateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.wav", description = "The recording; any rate, mono or stereo.")
    Path file = Path.of("");

    @Option(names = "--model", paramLabel = "DIR", description = "A Vosk model directory.")
    @Nullable Path model;

    @Option(names = "--json", description = "Words with times and confidence, as JSON.")
    boolean json;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Refusal {
        var hears = model == null ? SpeechFolder.model() : SpeechModel.check(model);
        try (var runner = new JobRunner(1);
                var recognizer = RecognizerClient.start(hears, ChildCommands.speech())) {
            var transcript =
                    Transcript.of(recognizer, new WavSource(file, WavSource.Pace.FASTEST), runner);
            var text = text(transcript, hears);
            print(json ? asJson(transcript, hears, text) : asText(transcript, text));
        }
        return 0;
    }

    private void print(String text) {
        if (spec != null) spec.commandLine().getOut().println(text);
    }

    private static String text(Transcript transcript, SpeechModel model) {
        var locale = model.language().orElse(Locale.of("nb"));
        var normalizer = TextNormalizer.of(locale);
        var text = new StringBuilder();
        for (var utterance : transcript.utterances())
            for (var step : normalizer.steps(utterance.words()))
                switch (step) {
                    case Step.Say say ->
                            normalizer
                                    .write(say, text.toString(), "")
                                    .forEach(w -> text.append(w.text()));
                    case Step.Do(var command) -> text.append(written(command, locale));
                }
        return text.toString().strip();
    }

    /// A command is shown in angle brackets, except one that opens a section: it is shown as its heading.
    private static String written(SpokenCommand command, Locale locale) {
        return section(command)
                .map(section -> "\n\n" + section.heading(locale) + "\n")
                .orElse(" <" + command.toString().toLowerCase(Locale.ROOT) + "> ");
    }

    private static Optional<Section> section(SpokenCommand command) {
        return command instanceof SpokenCommand.GoTo(var place)
                ? Arrays.stream(Section.values()).filter(s -> s.name().equals(place)).findFirst()
                : Optional.empty();
    }

    private static String asText(Transcript transcript, String text) {
        return transcript.text() + "\n\n" + text;
    }

    private String asJson(Transcript transcript, SpeechModel model, String text) {
        var root = new ObjectMapper().createObjectNode();
        root.put("file", file.toString());
        root.put("model", model.name());
        root.put("trialModel", model.trial());
        root.put("seconds", transcript.seconds());
        root.put("recognitionSeconds", transcript.recognitionSeconds());
        root.put("heard", transcript.text());
        root.put("text", text);
        var words = root.putArray("words");
        for (var utterance : transcript.utterances())
            for (Word word : utterance.words())
                words.addObject()
                        .put("text", word.text())
                        .put("start", word.start())
                        .put("end", word.end())
                        .put("confidence", word.confidence());
        return root.toPrettyString();
    }
}
