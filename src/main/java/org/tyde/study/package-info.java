/// Patient, study, series and instance as records, from data sets of files, queries and metadata
/// (PS3.3 C.7). A UID must be there; a malformed date or number of the rest counts as absent here.
@NullMarked
package org.tyde.study;

import org.jspecify.annotations.NullMarked;
