/// Reports of others and other documents of the patient on screen: a list, one to be read, and what differs
/// between two.
@NullMarked
package org.tyde.ui.documents;

import org.jspecify.annotations.NullMarked;
