/// Hand microphones and foot pedals that are more than a microphone: what their reports say (USB HID), which
/// lights they take, and the connection to them. Decoding is pure; only [HidConnection] touches a device.
@NullMarked
package org.tyde.speech.hid;

import org.jspecify.annotations.NullMarked;
