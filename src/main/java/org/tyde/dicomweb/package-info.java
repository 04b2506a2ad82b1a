/// DICOM over HTTP (PS3.18): a client for studies (QIDO-RS, WADO-RS, STOW-RS) over the JDK's HTTP client,
/// and the small origin server on the JDK's HTTP server that the embedded archive speaks through.
/// Instances are streamed, never held whole in memory. Knows nothing of the cache or of patients.
@NullMarked
package org.tyde.dicomweb;

import org.jspecify.annotations.NullMarked;
