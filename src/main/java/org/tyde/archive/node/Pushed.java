package org.tyde.archive.node;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DicomReason;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.Pins;
import org.tyde.store.StoreReason;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Takes what named senders push. Success is answered when the instance is durable and indexed, and its study
/// never goes to make room: nobody else may have it.
///
/// @param senders AE titles that may push
/// @param cache keeps it
/// @param pins studies that stay
record Pushed(List<String> senders, Cache cache, Pins pins) implements InstanceSink {
    private static final Logger LOG = LoggerFactory.getLogger(Pushed.class);

    @Override
    public Status take(Arrival arrival, InputStream partTen) throws IOException {
        if (!senders.contains(arrival.from().strip())) return Status.NOT_AUTHORIZED;
        try {
            pins.pin(cache.accept(partTen).instance().studyUid());
            cache.flush();
            return Status.SUCCESS;
        } catch (Refusal refused) {
            LOG.warn("a pushed instance is not kept: {}", refused.reason());
            if (refused.reason() == StoreReason.DISK_FULL) return Status.OUT_OF_RESOURCES;
            if (refused.reason() instanceof DicomReason) return Status.CANNOT_UNDERSTAND;
            return Status.PROCESSING_FAILURE;
        }
    }
}
