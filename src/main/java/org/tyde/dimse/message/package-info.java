/// What both sides of DIMSE share: messages over an association, data sets in them, instances as they
/// come and go, queries and the counts of sub-operations (PS3.7 8 and 9, PS3.4 B and C).
@NullMarked
package org.tyde.dimse.message;

import org.jspecify.annotations.NullMarked;
