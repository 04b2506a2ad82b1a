# What an XA/XRF state shows of one frame, from PS3.3 C.7.6.10.1, C.11.19 and PS3.4 N.2.5.1, in double precision:
# python3 xa_mask.py STATE RUN FRAME OUT
# OUT takes the grey of every pixel, one byte each; 255 and 0 beyond what can be compared are told by the text that is printed.
import sys
import numpy as np
import pydicom

state, run = pydicom.dcmread(sys.argv[1]), pydicom.dcmread(sys.argv[2])
frame = int(sys.argv[3])
stored = run.pixel_array.astype(float)
lut = state.PixelIntensityRelationshipLUTSequence[0]
table = np.frombuffer(lut.LUTData, '<u2').astype(float)
log = table[stored.astype(int)]
item = state.MaskSubtractionSequence[0]
mask = np.mean([log[n - 1] for n in np.atleast_1d(item.MaskFrameNumbers)], axis=0)
rows, columns = mask.shape


def moved(down, left):
    """Pixels go down and to the left; not a number where none came."""
    r, c = np.mgrid[0:rows, 0:columns].astype(float)
    r, c = r - down, c + left
    out = (r < 0) | (c < 0) | (r > rows - 1) | (c > columns - 1)
    r0, c0 = np.clip(np.floor(r).astype(int), 0, rows - 2), np.clip(np.floor(c).astype(int), 0, columns - 2)
    y, x = r - r0, c - c0
    v = (mask[r0, c0] * (1 - y) * (1 - x) + mask[r0, c0 + 1] * (1 - y) * x
         + mask[r0 + 1, c0] * y * (1 - x) + mask[r0 + 1, c0 + 1] * y * x)
    v[out] = np.nan
    return v


taken = mask.copy()
for shifts in item.PixelShiftSequence:
    first, last = shifts.PixelShiftFrameRange
    if not first <= frame <= last:
        continue
    for region in shifts.RegionPixelShiftSequence:
        where = np.ones(mask.shape, bool)
        if 'VerticesOfTheRegion' in region:
            # the made ones are rectangles
            v = np.array(region.VerticesOfTheRegion).reshape(-1, 2) - 1
            (top, left), (bottom, right) = v.min(axis=0), v.max(axis=0)
            r, c = np.mgrid[0:rows, 0:columns]
            where = (r >= top) & (r <= bottom) & (c >= left) & (c <= right)
        taken[where] = moved(*region.MaskSubPixelShift)[where]
difference = log[frame - 1] - taken
voi = state.SoftcopyVOILUTSequence[0]
c, w = float(voi.WindowCenter), float(voi.WindowWidth)
grey = np.clip((difference - (c - 0.5)) / (w - 1) + 0.5, 0, 1)
grey[np.isnan(difference)] = 0
np.floor(grey * 255 + 0.5).astype(np.uint8).tofile(sys.argv[4])
print('%d of %d moved away' % (np.isnan(difference).sum(), difference.size))
