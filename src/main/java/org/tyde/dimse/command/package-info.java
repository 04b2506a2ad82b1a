/// What stands in a DIMSE message beside its data set (PS3.7 6.3, 9.3, 10.3, Annexes C and E): command
/// sets, message identifiers and statuses. Knows no network: bytes in, bytes out.
@NullMarked
package org.tyde.dimse.command;

import org.jspecify.annotations.NullMarked;
