package org.tyde.archive;

/// How fast a study comes.
///
/// @param instancesPerSecond since it began
/// @param bytesPerSecond since it began
public record Rate(double instancesPerSecond, double bytesPerSecond) {
    static Rate of(long instances, long bytes, long nanos) {
        double seconds = Math.max(1, nanos) / 1e9;
        return new Rate(instances / seconds, bytes / seconds);
    }
}
