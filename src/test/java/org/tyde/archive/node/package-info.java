/// Facts about finding, fetching and comparing, against our own archive and against Orthanc.
@NullMarked
package org.tyde.archive.node;

import org.jspecify.annotations.NullMarked;
