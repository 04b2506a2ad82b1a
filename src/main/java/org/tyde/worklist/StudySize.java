package org.tyde.worklist;

import org.tyde.prior.ModalityGroup;
import org.tyde.study.Study;

import java.util.EnumMap;
import java.util.Map;

/// How large a study will be, before it is here: instances as the archive counts them, bytes an instance as
/// measured so far for its kind, and until then as is usual. For planning, never for showing.
public final class StudySize {
    private static final long KIB = 1024;
    private static final long UNKNOWN = 1024 * KIB;
    private static final int USUAL_COUNT = 300;

    private final Map<ModalityGroup, Measured> measured = new EnumMap<>(ModalityGroup.class);

    private record Measured(long bytes, long instances) {
        Measured plus(long moreBytes, long more) {
            return new Measured(bytes + moreBytes, instances + more);
        }
    }

    /// @param study that came
    /// @param bytes that came
    /// @param instances that came
    public synchronized void learn(Study study, long bytes, long instances) {
        if (bytes <= 0 || instances <= 0) return;
        for (var group : ModalityGroup.values())
            if (study.modalities().stream().anyMatch(group.codes()::contains))
                measured.merge(
                        group, new Measured(bytes, instances), (a, b) -> a.plus(bytes, instances));
    }

    /// @param study of a list
    /// @param held instances that are here
    /// @return bytes that are still to come
    public synchronized long missing(Study study, int held) {
        long count = study.instanceCount() < 0 ? USUAL_COUNT : study.instanceCount();
        return Math.max(0, count - held) * perInstance(study);
    }

    private long perInstance(Study study) {
        long most = 0;
        for (var group : ModalityGroup.values()) {
            if (study.modalities().stream().noneMatch(group.codes()::contains)) continue;
            var known = measured.get(group);
            most = Math.max(most, known == null ? usual(group) : known.bytes() / known.instances());
        }
        return most == 0 ? UNKNOWN : most;
    }

    private static long usual(ModalityGroup group) {
        return switch (group) {
            case CT, MR, NUCLEAR -> 512 * KIB;
            case ULTRASOUND -> 2048 * KIB;
            case RADIOGRAPHY -> 15 * 1024 * KIB;
            case MAMMOGRAPHY -> 30 * 1024 * KIB;
            case ANGIOGRAPHY -> 20 * 1024 * KIB;
        };
    }
}
