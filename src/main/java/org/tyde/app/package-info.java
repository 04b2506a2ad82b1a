/// Where the house is wired: constructors put the rooms together, the command line opens the doors.
/// Nothing depends on this room.
@NullMarked
package org.tyde.app;

import org.jspecify.annotations.NullMarked;
