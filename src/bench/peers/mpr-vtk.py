#!/usr/bin/python3
"""Planes and slabs of 1024 x 1024 through 512 x 512 x 1000, as `tyde bench mpr` cuts them, by VTK's
vtkImageReslice (Debian: python3-vtk9, python3-numpy), to 16-bit values, without the window. Processor time
of the whole process, on one thread, and the clock on all cores; the fastest of five."""
import time

import numpy as np
import vtk
from vtk.util import numpy_support

SIZE, SLICES, PIXEL, STEP, PICTURE, THICK = 512, 1000, 0.7, 0.6, 1024, 20.0

i = np.arange(SIZE * SIZE, dtype=np.int32)
voxels = np.empty((SLICES, SIZE * SIZE), dtype=np.int16)
for k in range(SLICES):
    voxels[k] = ((i * 7) ^ (i >> 9) ^ (k * 13)) & 2047
image = vtk.vtkImageData()
image.SetDimensions(SIZE, SIZE, SLICES)
image.SetSpacing(PIXEL, PIXEL, STEP)
image.SetOrigin(-179, -179, 0)
image.GetPointData().SetScalars(numpy_support.numpy_to_vtk(voxels.ravel(), deep=False))
centre = np.array(
    [-179 + PIXEL * (SIZE - 1) / 2, -179 + PIXEL * (SIZE - 1) / 2, STEP * (SLICES - 1) / 2]
)


def unit(v):
    v = np.array(v, dtype=float)
    return v / np.linalg.norm(v)


def reslice(across, down, thick, threads):
    across, down = unit(across), unit(down)
    normal = np.cross(across, down)
    mm = SIZE * PIXEL / PICTURE
    r = vtk.vtkImageReslice()
    r.SetInputData(image)
    r.SetOutputDimensionality(2)
    r.SetResliceAxesDirectionCosines(*across, *down, *normal)
    r.SetResliceAxesOrigin(*centre)
    r.SetOutputSpacing(mm, mm, mm)
    half = mm * (PICTURE - 1) / 2
    r.SetOutputOrigin(-half, -half, 0)
    r.SetOutputExtent(0, PICTURE - 1, 0, PICTURE - 1, 0, 0)
    r.SetInterpolationModeToLinear()
    r.SetNumberOfThreads(threads)
    r.SetBackgroundLevel(-32768)
    if thick:
        step = 1 / max(abs(normal) / np.array([PIXEL, PIXEL, STEP]))
        r.SetSlabModeToMax()
        r.SetSlabNumberOfSlices(2 * int(thick / 2 / step + 1e-6) + 1)
        r.SetSlabSliceSpacingFraction(step / mm)
    best_wall = best_cpu = 1e9
    for _ in range(5):
        r.Modified()
        wall, cpu = time.perf_counter(), time.process_time()
        r.Update()
        best_wall = min(best_wall, time.perf_counter() - wall)
        best_cpu = min(best_cpu, time.process_time() - cpu)
    return best_wall * 1000, best_cpu * 1000


oblique = unit([3, 2, 1])
cases = {
    "axial": ([1, 0, 0], [0, 1, 0]),
    "coronal": ([1, 0, 0], [0, 0, -1]),
    "sagittal": ([0, 1, 0], [0, 0, -1]),
    "oblique": (oblique, np.cross(oblique, unit([-1, 2, 4]))),
}
print("VTK", vtk.vtkVersion.GetVTKVersion())
for thick, what in ((0, "plane"), (THICK, "20 mm MIP")):
    for name, (across, down) in cases.items():
        wall, _ = reslice(across, down, thick, 2)
        _, cpu = reslice(across, down, thick, 1)
        print(f"{what + ', ' + name:40s} all cores best {wall:8.2f} ms  one thread {cpu:8.2f} ms of processor")
