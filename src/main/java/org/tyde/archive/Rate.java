package org.tyde.archive;

/// How fast a study comes.
///
/// @param instancesPerSecond over the last seconds, or once it has ended over all of them
/// @param bytesPerSecond likewise
public record Rate(double instancesPerSecond, double bytesPerSecond) {
    static Rate of(long instances, long bytes, long nanos) {
        double seconds = Math.max(1, nanos) / 1e9;
        return new Rate(instances / seconds, bytes / seconds);
    }
}
