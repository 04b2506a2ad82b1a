package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.tyde.app.house.AppReason;
import org.tyde.app.house.CacheKeys;
import org.tyde.app.house.Failures;
import org.tyde.app.house.HomeSecrets;
import org.tyde.app.house.IntoCache;
import org.tyde.media.Intake;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.CacheVerify;
import org.tyde.store.Eviction;
import org.tyde.store.Protection;
import org.tyde.store.Quota;
import org.tyde.store.WorkDatabase;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// `tyde cache`: what is held, whether it is whole, more of it, less of it.
@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        subcommands = CacheEncryption.class,
        description = "The local cache: status, verify, import, evict, pin, unpin, encryption.")
final class CacheCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    @Mixin HomeOption home = new HomeOption();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "One JSON object.")
    boolean json;

    /// What is done with an open cache; the code to exit with.
    private interface Act {
        int on(Cache cache, WorkDatabase work) throws IOException;
    }

    @Override
    public Integer call() {
        var at = Objects.requireNonNull(spec);
        throw new ParameterException(
                at.commandLine(), "status | verify | import | evict | pin | unpin | encryption");
    }

    @Command(description = "How much is held.")
    int status() throws Refusal, IOException {
        return with(
                (cache, work) -> {
                    var counts = cache.index().counts();
                    var quota = Quota.of(home.open().cache(), cache.index().bytes());
                    var facts = new LinkedHashMap<String, Object>();
                    facts.put("folder", home.open().cache().toString());
                    facts.put("studies", counts.size());
                    facts.put(
                            "instances",
                            counts.values().stream().mapToInt(Integer::intValue).sum());
                    facts.put("bytes", cache.index().bytes());
                    facts.put("quota", quota);
                    facts.put("pinned", work.pins().all().size());
                    facts.put("encrypted", Protection.needed(home.open().cache()));
                    facts.put("refetch", cache.index().lost().size());
                    facts.put("drafts", work.drafts().all().size());
                    facts.put("waiting", work.outbox().all().size());
                    print(facts);
                    return 0;
                });
    }

    @Command(
            description =
                    "Read everything and compare it with its hash; say what is missing, torn,"
                            + " damaged or unknown.")
    int verify(
            @Option(
                            names = "--repair",
                            description =
                                    "Put what is damaged into quarantine and note it to be fetched"
                                            + " again; index what is sound and unknown.")
                    boolean repair)
            throws Refusal, IOException {
        return with(
                (cache, _) -> {
                    var verify = new CacheVerify(cache);
                    var result =
                            repair ? verify.repair(Job.done(true)) : verify.run(Job.done(true));
                    var facts = new LinkedHashMap<String, Object>();
                    facts.put("blobs", result.blobs());
                    facts.put("bytes", result.bytes());
                    for (var kind : CacheVerify.Kind.values())
                        facts.put(
                                kind.name().toLowerCase(Locale.ROOT),
                                result.findings().stream()
                                        .filter(f -> f.kind() == kind)
                                        .map(f -> f.sopUid().isEmpty() ? f.name() : f.sopUid())
                                        .toList());
                    facts.put("refetch", cache.index().lost().size());
                    print(facts);
                    return result.findings().isEmpty() ? 0 : 1;
                });
    }

    @Command(description = "Keep studies, however full the disk gets.")
    int pin(@Parameters(paramLabel = "UID", arity = "1..*") List<String> studies)
            throws Refusal, IOException {
        return with(
                (_, work) -> {
                    for (var study : studies) work.pins().pin(study);
                    print(Map.of("pinned", work.pins().all().size()));
                    return 0;
                });
    }

    @Command(description = "Let studies go again when room is needed.")
    int unpin(@Parameters(paramLabel = "UID", arity = "1..*") List<String> studies)
            throws Refusal, IOException {
        return with(
                (_, work) -> {
                    for (var study : studies) work.pins().unpin(study);
                    print(Map.of("pinned", work.pins().all().size()));
                    return 0;
                });
    }

    @Command(
            name = "import",
            description = "Take in DICOM files, folders of them, ZIP archives and CDs.")
    int take(
            @Parameters(
                            paramLabel = "PATH",
                            arity = "1..*",
                            description = "Files, folders or ZIP archives.")
                    List<Path> paths)
            throws Refusal, IOException {
        return with(
                (cache, _) -> {
                    var result = Intake.of(paths, new IntoCache(cache), JobContext.NONE);
                    cache.flush();
                    for (var one : result.refused())
                        err(
                                "tyde: "
                                        + one.name()
                                        + ": "
                                        + Failures.sentence(one.why(), Locale.getDefault()));
                    var facts = new LinkedHashMap<String, Object>();
                    facts.put("taken", result.taken());
                    facts.put("held", result.held());
                    facts.put("refused", result.refused().size());
                    facts.put("others", result.others());
                    print(facts);
                    if (result.taken() + result.held() == 0 && result.complete())
                        throw new Refusal(AppReason.NO_DICOM_THERE, paths.getFirst());
                    return result.complete() ? 0 : 1;
                });
    }

    @Command(description = "Drop the studies used longest ago until the rest fits.")
    int evict(
            @Option(names = "--to", paramLabel = "BYTES", description = "What may be held.")
                    @Nullable Long bytes)
            throws Refusal, IOException {
        if (bytes != null && bytes < 0)
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--to 0-");
        return with(
                (cache, work) -> {
                    long quota =
                            bytes == null
                                    ? Quota.of(home.open().cache(), cache.index().bytes())
                                    : bytes;
                    var gone = new Eviction(cache, work).to(quota, Set.of());
                    print(Map.of("studies", gone.studies().size(), "bytes", gone.bytes()));
                    return 0;
                });
    }

    private int with(Act act) throws IOException {
        var at = home.open();
        try (var runner = new JobRunner(1);
                var cache = CacheKeys.open(at.cache(), runner, HomeSecrets.of(at));
                var work = CacheKeys.openWork(at, HomeSecrets.of(at), Optional.empty())) {
            cache.recovery().await();
            return act.on(cache, work);
        }
    }

    private void print(Map<String, Object> facts) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) out.println(new ObjectMapper().valueToTree(facts).toString());
        else facts.forEach((name, value) -> out.println(name + "\t" + value));
    }

    private void err(String line) {
        Objects.requireNonNull(spec).commandLine().getErr().println(line);
    }
}
