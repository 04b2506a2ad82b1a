/// The using side of DIMSE (PS3.7 9 and 10, PS3.4): echo, find, get, move, store and storage commitment
/// with one node. Each act opens its own association and ends it. Instances come as streams of PS3.10
/// files and go out as they lie on disk: no transfer syntax is ever changed on the way.
@NullMarked
package org.tyde.dimse;

import org.jspecify.annotations.NullMarked;
