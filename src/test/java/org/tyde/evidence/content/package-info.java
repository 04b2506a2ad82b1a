/// Content trees, judged by DCMTK.
@NullMarked
package org.tyde.evidence.content;

import org.jspecify.annotations.NullMarked;
