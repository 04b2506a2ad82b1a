package org.tyde.codec.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PictureTimesTest {
    @Test
    void framesAreNumberedAsTheyAreShown() {
        var times = times(0, true, 30, false, 10, false, 20, false, 60, true, 40, false, 50, false);
        assertTrue(times.usable());
        assertEquals(7, times.count());
        assertEquals(2, times.number(10));
        assertEquals(0, times.number(11));
        assertEquals(0, times.keyBefore(6));
        assertEquals(60, times.keyBefore(7));
    }

    @Test
    void picturesThatLeanOnWhatIsNotThereAreNoFrames() {
        var times = times(5, false, 30, true, 10, false, 20, false, 40, false);
        assertEquals(2, times.count());
        assertEquals(1, times.number(30));
    }

    @Test
    void doubledOrMissingTimesDoNotServe() {
        assertFalse(times(0, true, 0, false).usable());
        assertFalse(times(0, true, Long.MIN_VALUE, false).usable());
        assertFalse(times().usable());
    }

    private static PictureTimes times(Object... pairs) {
        var times = new PictureTimes();
        for (int i = 0; i < pairs.length; i += 2)
            times.add(((Number) pairs[i]).longValue(), (boolean) pairs[i + 1]);
        times.sort();
        return times;
    }
}
