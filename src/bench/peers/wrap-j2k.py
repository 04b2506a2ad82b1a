"""Lossy JPEG 2000 and high-throughput JPEG 2000 files of one image: opj_compress and ojph_compress make the codestreams,
pydicom wraps them. usage: wrap-j2k.py IMAGE.dcm FOLDER"""

import os
import subprocess
import sys
import tempfile

import pydicom
from pydicom._uid_dict import UID_dictionary
from pydicom.encaps import encapsulate

HTJ2K_LOSSLESS, HTJ2K = "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.203"
J2K = "1.2.840.10008.1.2.4.91"
for uid in HTJ2K_LOSSLESS, HTJ2K:  # pydicom 2.3 does not know them
    UID_dictionary.setdefault(uid, ("HTJ2K", "Transfer Syntax", "", "", "HTJ2K"))


def plain(image, path):
    """The pixels as PGM or PPM, most significant byte first."""
    data = image.PixelData
    if image.BitsAllocated == 16:
        swapped = bytearray(data)
        swapped[0::2], swapped[1::2] = data[1::2], data[0::2]
        data = bytes(swapped)
    kind = b"P6" if image.SamplesPerPixel == 3 else b"P5"
    with open(path, "wb") as out:
        out.write(b"%s\n%d %d\n%d\n" % (kind, image.Columns, image.Rows, (1 << image.BitsStored) - 1))
        out.write(data)


def main(source, folder):
    image = pydicom.dcmread(source)
    name = os.path.splitext(os.path.basename(source))[0]
    colour = image.SamplesPerPixel == 3
    with tempfile.TemporaryDirectory() as work:
        raw = os.path.join(work, "x.ppm" if colour else "x.pgm")
        plain(image, raw)
        code = os.path.join(work, "x.j2c")
        makers = {
            ("j2k-lossy", J2K): ["opj_compress", "-i", raw, "-o", os.path.join(work, "x.j2k"), "-I", "-r", "10"],
            ("htj2k", HTJ2K_LOSSLESS): ["ojph_compress", "-i", raw, "-o", code, "-reversible", "true"],
            ("htj2k-lossy", HTJ2K): ["ojph_compress", "-i", raw, "-o", code, "-qstep", "0.002"],
        }
        for (kind, syntax), command in makers.items():
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with open(command[4], "rb") as stream:
                bytes_ = stream.read()
            image.PixelData = encapsulate([bytes_])
            image["PixelData"].is_undefined_length = True
            image["PixelData"].VR = "OB"
            image.file_meta.TransferSyntaxUID = syntax
            if colour:
                image.PhotometricInterpretation = "YBR_RCT" if syntax == HTJ2K_LOSSLESS else "YBR_ICT"
            image.save_as(os.path.join(folder, "%s-%s.dcm" % (name, kind)))


main(*sys.argv[1:])
