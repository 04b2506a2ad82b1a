/// The DICOM upper layer over TCP and TLS (PS3.8): protocol data units, the state machine Sta1 to Sta13, associations
/// as requestor and as acceptor. Carries commands and data sets as bytes, fragment by fragment, and knows nothing of
/// what they say.
@NullMarked
package org.tyde.dimse.upper;

import org.jspecify.annotations.NullMarked;
