/// The providing side of DIMSE (PS3.7 8, PS3.4): verification, storage, find, move and get over what an
/// archive holds, behind one listening port.
@NullMarked
package org.tyde.dimse.provider;

import org.jspecify.annotations.NullMarked;
