package org.tyde.app.house;

import org.tyde.media.Intake;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.StoreReason;

import java.io.IOException;
import java.io.InputStream;

/// The cache as what media are taken into.
///
/// @param cache keeps them
public record IntoCache(Cache cache) implements Intake.Taker {
    @Override
    public boolean take(InputStream content) throws IOException {
        return !cache.accept(content).held();
    }

    @Override
    public boolean ends(Refusal why) {
        return noMore(why);
    }

    static boolean noMore(Refusal why) {
        return why.reason() == StoreReason.DISK_FULL || why.reason() == StoreReason.DATABASE_FAILED;
    }
}
