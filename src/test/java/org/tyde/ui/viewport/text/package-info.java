/// Tests of the words on a picture.
@org.jspecify.annotations.NullMarked
package org.tyde.ui.viewport.text;
