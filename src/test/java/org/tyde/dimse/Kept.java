package org.tyde.dimse;

import org.tyde.dicom.io.DicomFile;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps in memory what comes, by SOP Instance UID.
public final class Kept implements InstanceSink {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Status take(Arrival arrival, InputStream partTen) throws IOException {
        var bytes = partTen.readAllBytes();
        DicomReader.read(bytes).whole();
        files.put(arrival.sopInstance(), bytes);
        arrivals.add(arrival);
        return Status.SUCCESS;
    }

    public int size() {
        return files.size();
    }

    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    public DicomFile file(String sopInstance) throws IOException {
        return DicomReader.read(files.getOrDefault(sopInstance, new byte[0]));
    }

    public Set<String> uids() {
        return files.keySet();
    }
}
