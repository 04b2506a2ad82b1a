# What a blending state shows, from PS3.4 N.2.4, in double precision: python3 blending.py STATE UNDER OUT UPPER...
# OUT takes the colours of every stored pixel of UNDER, three bytes each.
import sys
import numpy as np
import pydicom

state_file, under_file, out, *uppers = sys.argv[1:]
state = pydicom.dcmread(state_file)
under = pydicom.dcmread(under_file)
sets = {item.BlendingPosition: item for item in state.BlendingSequence}


def named(item):
    return {i.ReferencedSOPInstanceUID for s in item.ReferencedSeriesSequence for i in s.ReferencedImageSequence}


def window(item, stored):
    values = stored * float(item.RescaleSlope) + float(item.RescaleIntercept)
    voi = item.SoftcopyVOILUTSequence[0]
    c, w = float(voi.WindowCenter), float(voi.WindowWidth)
    return np.clip((values - (c - 0.5)) / (w - 1) + 0.5, 0, 1)


def axes(image):
    o = np.array(image.ImageOrientationPatient, float)
    down, across = (float(s) for s in image.PixelSpacing)
    return np.array(image.ImagePositionPatient, float), o[:3] * across, o[3:] * down


files = [pydicom.dcmread(f) for f in uppers]
uid = getattr(state, 'ReferencedSpatialRegistrationSequence', [None])[0]
registration = next((f for f in files if uid and f.SOPInstanceUID == uid.ReferencedSOPInstanceUID), None)
upper = [f for f in files if f.SOPInstanceUID in named(sets['SUPERIMPOSED'])]
assert len(upper) == len(named(sets['SUPERIMPOSED']))

position, across, down = axes(under)
rows, columns = np.mgrid[0:under.Rows, 0:under.Columns]
places = position + columns[..., None] * across + rows[..., None] * down
if registration is not None:
    maps = {registration.FrameOfReferenceUID: np.eye(4)}
    for item in registration.RegistrationSequence:
        m = item.MatrixRegistrationSequence[0].MatrixSequence[0].FrameOfReferenceTransformationMatrix
        maps[item.FrameOfReferenceUID] = np.array(m, float).reshape(4, 4)
    m = np.linalg.inv(maps[upper[0].FrameOfReferenceUID]) @ maps[under.FrameOfReferenceUID]
    places = places @ m[:3, :3].T + m[:3, 3]

o, a, d = axes(upper[0])
n = np.cross(a, d)
n /= np.linalg.norm(n)
upper.sort(key=lambda f: np.dot(axes(f)[0], n))
o = axes(upper[0])[0]
step = (axes(upper[-1])[0] - o) / (len(upper) - 1) if len(upper) > 1 else n
voxels = np.stack([f.pixel_array.astype(float) for f in upper], axis=-1)
found = np.linalg.solve(np.column_stack([a, d, step]), (places - o).reshape(-1, 3).T)
size = (upper[0].Columns, upper[0].Rows, len(upper))
inside = np.ones(found.shape[1], bool)
low, part = [], []
for axis in range(3):
    at = found[axis]
    if axis == 2 and size[2] == 1:
        at = np.zeros_like(at)
    inside &= (at >= -0.5) & (at < size[axis] - 0.5)
    at = np.clip(at, 0, size[axis] - 1)
    floor = np.minimum(at.astype(int), max(size[axis] - 2, 0))
    low.append(floor)
    part.append(at - floor)
stored = np.zeros(found.shape[1])
for i in range(8):
    bits = [(i >> k) & 1 for k in range(3)]
    weight = np.ones_like(stored)
    index = []
    for axis in range(3):
        weight = weight * (part[axis] if bits[axis] else 1 - part[axis])
        index.append(np.minimum(low[axis] + bits[axis], size[axis] - 1))
    stored += weight * voxels[index[1], index[0], index[2]]

greys = window(sets['UNDERLYING'], under.pixel_array.astype(float)).reshape(-1, 1)
share = window(sets['SUPERIMPOSED'], stored)
table = [np.frombuffer(t, '<u2') / 65535.0 for t in (
    state.RedPaletteColorLookupTableData,
    state.GreenPaletteColorLookupTableData,
    state.BluePaletteColorLookupTableData)]
colours = np.column_stack([np.interp(share * (len(t) - 1), np.arange(len(t)), t) for t in table])
opacity = float(state.RelativeOpacity)
mixed = np.where(inside[:, None], colours * opacity + greys * (1 - opacity), greys)
np.floor(mixed * 255 + 0.5).astype(np.uint8).tofile(out)
print('%d of %d' % (inside.sum(), inside.size))
