package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.jspecify.annotations.Nullable;
import org.tyde.app.house.CacheKeys;
import org.tyde.app.house.HomeSecrets;
import org.tyde.refusal.Refusal;
import org.tyde.report.sign.SignedRecord;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `tyde report decisions`: what was decided when the reports of a study were signed here. Of independent readings
/// it tells that they were signed, no more.
@Command(
        name = "decisions",
        mixinStandardHelpOptions = true,
        description = "What was decided when the reports of a study were signed here.")
final class ReportDecisionsCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Spec @Nullable CommandSpec spec;
    @Mixin HomeOption home = new HomeOption();

    @Parameters(paramLabel = "UID", description = "Study Instance UID.")
    String study = "";

    @Option(names = "--json", description = "A JSON array.")
    boolean json;

    @Override
    public Integer call() throws Refusal {
        var at = home.open();
        try (var work = CacheKeys.openWork(at, HomeSecrets.of(at), Optional.empty())) {
            var records =
                    SignedRecord.ofStudy(work.drafts(), study).stream()
                            .map(r -> r.seenBy(""))
                            .toList();
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            if (json) out.println(array(records));
            else
                for (var record : records) {
                    out.println(
                            String.join(
                                    "\t",
                                    record.when().toString(),
                                    record.event().name(),
                                    record.by(),
                                    record.document()));
                    record.without()
                            .ifPresent(
                                    i ->
                                            out.println(
                                                    "\tWITHOUT_IMAGES\t%d of %d"
                                                            .formatted(
                                                                    i.received(), i.expected())));
                    if (record.unasked()) out.println("\tARCHIVE_NOT_ASKED");
                    for (var one : record.decisions())
                        out.println(
                                String.join(
                                        "\t",
                                        "",
                                        one.when().toString(),
                                        one.about(),
                                        one.what(),
                                        one.by()));
                }
            return 0;
        }
    }

    private static ArrayNode array(List<SignedRecord> records) {
        var all = MAPPER.createArrayNode();
        for (var record : records) {
            var node =
                    all.addObject()
                            .put("report", record.report().value())
                            .put("when", record.when().toString())
                            .put("event", record.event().name())
                            .put("by", record.by())
                            .put("document", record.document())
                            .put("archiveNotAsked", record.unasked())
                            .put("independent", record.independent());
            record.without()
                    .ifPresent(
                            i ->
                                    node.putObject("withoutImages")
                                            .put("received", i.received())
                                            .put("expected", i.expected()));
            var decisions = node.putArray("decisions");
            for (var one : record.decisions())
                decisions
                        .addObject()
                        .put("about", one.about())
                        .put("what", one.what())
                        .put("when", one.when().toString())
                        .put("by", one.by());
        }
        return all;
    }
}
