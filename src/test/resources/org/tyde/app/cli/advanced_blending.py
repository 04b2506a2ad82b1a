# What an advanced blending state shows, from PS3.4 N.2.6 and PS3.3 C.11.33, C.11.34, in double precision:
# python3 advanced_blending.py STATE UNDER OUT OTHER...
# OUT takes the colours of every stored pixel of UNDER, three bytes each.
import sys
import numpy as np
import pydicom

state_file, under_file, out, *others = sys.argv[1:]
state = pydicom.dcmread(state_file)
under = pydicom.dcmread(under_file)
files = [under] + [pydicom.dcmread(f) for f in others]


def axes(image):
    o = np.array(image.ImageOrientationPatient, float)
    down, across = (float(s) for s in image.PixelSpacing)
    return np.array(image.ImagePositionPatient, float), o[:3] * across, o[3:] * down


def registered(item, images, places):
    """From the space of the state to that of the images."""
    named = getattr(item, 'ReferencedSpatialRegistrationSequence', None)
    if not named:
        return places
    uid = named[0].ReferencedSeriesSequence[0].ReferencedSOPSequence[0].ReferencedSOPInstanceUID
    registration = next(f for f in files if f.SOPInstanceUID == uid)
    one = next(i for i in registration.RegistrationSequence
               if i.FrameOfReferenceUID == images[0].FrameOfReferenceUID)
    m = np.eye(4)
    for step in one.MatrixRegistrationSequence[0].MatrixSequence:
        m = m @ np.array(step.FrameOfReferenceTransformationMatrix, float).reshape(4, 4)
    assert registration.FrameOfReferenceUID == state.FrameOfReferenceUID
    m = np.linalg.inv(m)
    return places @ m[:3, :3].T + m[:3, 3]


def sampled(images, places):
    """Linear between stored values; not a number outside, and where the nearest value is padding."""
    o, a, d = axes(images[0])
    n = np.cross(a, d)
    n /= np.linalg.norm(n)
    images = sorted(images, key=lambda f: np.dot(axes(f)[0], n))
    here = [f for f in images if np.allclose((places.reshape(-1, 3) - axes(f)[0]) @ n, 0, atol=1e-6)]
    if here:
        images = here[:1]
    o = axes(images[0])[0]
    step = (axes(images[-1])[0] - o) / (len(images) - 1) if len(images) > 1 else n
    voxels = np.stack([f.pixel_array.astype(float).reshape(f.Rows, f.Columns, -1) for f in images], axis=2)
    if 'PixelPaddingValue' in images[0]:
        voxels[voxels == images[0].PixelPaddingValue] = np.nan
    found = np.linalg.solve(np.column_stack([a, d, step]), (places - o).reshape(-1, 3).T)
    size = (images[0].Columns, images[0].Rows, len(images))
    inside = np.ones(found.shape[1], bool)
    low, part, near = [], [], []
    for axis in range(3):
        at = found[axis]
        if axis == 2 and size[2] == 1:
            at = np.zeros_like(at)
        inside &= (at >= -0.5 - 1e-9) & (at < size[axis] - 0.5 - 1e-9)
        at = np.clip(at, 0, size[axis] - 1)
        near.append(np.floor(at + 0.5).astype(int))
        floor = np.minimum(at.astype(int), max(size[axis] - 2, 0))
        low.append(floor)
        part.append(at - floor)
    stored = np.zeros((found.shape[1], voxels.shape[3]))
    for i in range(8):
        bits = [(i >> k) & 1 for k in range(3)]
        weight = np.ones(found.shape[1])
        index = []
        for axis in range(3):
            weight = weight * (part[axis] if bits[axis] else 1 - part[axis])
            index.append(np.minimum(low[axis] + bits[axis], size[axis] - 1))
        stored += weight[:, None] * voxels[index[1], index[0], index[2]]
    gone = np.isnan(stored)
    stored[gone] = voxels[near[1], near[0], near[2]][gone]
    stored[~inside] = np.nan
    return stored, images[0]


def shown(item, x):
    thresholds = getattr(item, 'ThresholdSequence', None)
    if not thresholds:
        return np.ones(x.shape, bool)
    any_of = np.zeros(x.shape, bool)
    for t in thresholds:
        v = sorted(i.ThresholdValue for i in t.ThresholdValueSequence)
        any_of |= {
            'RANGE_INCL': lambda: (x >= v[0]) & (x <= v[1]),
            'RANGE_EXCL': lambda: (x < v[0]) | (x > v[1]),
            'GREATER_OR_EQUAL': lambda: x >= v[0],
            'LESS_OR_EQUAL': lambda: x <= v[0],
            'GREATER_THAN': lambda: x > v[0],
            'LESS_THAN': lambda: x < v[0],
        }[t.ThresholdType]()
    return any_of


def colours(item, places):
    wanted = {i.ReferencedSOPInstanceUID for i in getattr(item, 'ReferencedImageSequence', [])}
    if not wanted:
        wanted = {i.ReferencedSOPInstanceUID for s in state.ReferencedSeriesSequence
                  if s.SeriesInstanceUID == item.SeriesInstanceUID for i in s.ReferencedInstanceSequence}
    images = [f for f in files if f.SOPInstanceUID in wanted]
    assert len(images) == len(wanted)
    stored, first = sampled(images, registered(item, images, places))
    there = ~np.isnan(stored[:, 0])
    if stored.shape[1] == 3:
        return np.nan_to_num(stored) / 255, there
    x = np.nan_to_num(stored[:, 0]) * float(first.RescaleSlope) + float(first.RescaleIntercept)
    there &= shown(item, x)
    voi = item.SoftcopyVOILUTSequence[0]
    c, w = float(voi.WindowCenter), float(voi.WindowWidth)
    share = np.clip((x - (c - 0.5)) / (w - 1) + 0.5, 0, 1)
    if (0x0048, 0x0120) not in item:
        return np.column_stack([share] * 3), there
    lut = item[0x0048, 0x0120][0]
    # nearest entry, as a table has no values between
    at = np.rint(share * 255).astype(int)
    return np.column_stack([np.frombuffer(t, '<u2')[at] / 65535.0 for t in (
        lut.RedPaletteColorLookupTableData,
        lut.GreenPaletteColorLookupTableData,
        lut.BluePaletteColorLookupTableData)]), there


position, across, down = axes(under)
rows, columns = np.mgrid[0:under.Rows, 0:under.Columns]
places = position + columns[..., None] * across + rows[..., None] * down
known = {i.BlendingInputNumber: colours(i, places) for i in state.AdvancedBlendingSequence}
waiting = list(state.BlendingDisplaySequence)
while waiting:
    step = next(s for s in waiting if all(i.BlendingInputNumber in known for i in s.BlendingDisplayInputSequence))
    waiting.remove(step)
    inputs = [known[i.BlendingInputNumber] for i in step.BlendingDisplayInputSequence]
    if step.BlendingMode == 'EQUAL':
        count = np.sum([t for _, t in inputs], axis=0)
        shares = [t / np.maximum(count, 1) for _, t in inputs]
    else:
        a = float(step.RelativeOpacity)
        (_, one), (_, two) = inputs
        shares = [np.where(two, a, 1) * one, np.where(one, 1 - a, 1) * two]
    mixed = sum(c * s[:, None] for (c, _), s in zip(inputs, shares))
    known[getattr(step, 'BlendingInputNumber', None) or 0] = mixed, np.any([t for _, t in inputs], axis=0)
picture, there = known[0]
np.floor(picture * 255 + 0.5).astype(np.uint8).tofile(out)
print('%d of %d' % (there.sum(), there.size))
