"""DICOM JSON as pydicom tells it, for a test to compare with: file names on stdin, one line of JSON a file on stdout.

Each line is {"path": name, "meta": count, "set": DICOM JSON} or {"path": name, "refused": why}. Binary values whose base64
form is longer than 64 characters become "BulkDataURI": "sha256:<hex>:<bytes>". An element whose value pydicom cannot tell
becomes {"vr": ..., "refused": why}. The dictionary of private attributes is switched off: pydicom's is its own, not the
standard's.
"""

import hashlib
import json
import sys
import warnings

import pydicom
from pydicom import config, datadict

warnings.simplefilter("ignore")
config.settings.reading_validation_mode = config.IGNORE
datadict.private_dictionaries.clear()


def digest(element):
    return "sha256:%s:%d" % (hashlib.sha256(element.value).hexdigest(), len(element.value))


def told(element):
    return element.to_json_dict(digest, 64)


def as_json(data_set):
    """Dataset.to_json_dict, going on after a value that cannot be told."""
    elements = {}
    for tag in sorted(data_set.keys()):
        key = "%08X" % tag
        vr = data_set.get_item(tag).VR
        try:
            element = data_set[tag]
            if element.VR == "SQ":
                elements[key] = {"vr": "SQ", "Value": [as_json(item) for item in element.value]}
            else:
                elements[key] = told(element)
                json.dumps(elements[key])
        except Exception as failed:
            elements[key] = {"vr": vr, "refused": type(failed).__name__}
    return elements


def line(name):
    try:
        data_set = pydicom.dcmread(name, force=True)
        return {"path": name, "meta": len(data_set.file_meta), "set": as_json(data_set)}
    except Exception as failed:
        return {"path": name, "refused": "%s: %s" % (type(failed).__name__, failed)}


for name in sys.stdin.read().splitlines():
    print(json.dumps(line(name)), flush=True)
