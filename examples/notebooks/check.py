"""Compares an executed notebook with the committed one, or writes it in its place.

    check.py committed.ipynb executed.ipynb [--update]

Text must be the same, but in cells tagged "volatile"; pictures must be whole, and no cell may show an error. What differs from run
to run (times, versions, the messages' ids) is not written. Needs Python's standard library only.
"""
import base64
import binascii
import json
import sys
import zlib
from pathlib import Path

committed_path, executed_path = (Path(p) for p in sys.argv[1:3])
committed = json.loads(committed_path.read_text(encoding="utf-8"))
executed = json.loads(executed_path.read_text(encoding="utf-8"))

LANGUAGE = ("name", "file_extension", "mimetype", "codemirror_mode", "pygments_lexer")


def text(value):
    return "".join(value) if isinstance(value, list) else value


def broken(png):
    """What is wrong with a picture in base64; empty if it is whole."""
    try:
        data = base64.b64decode("".join(png.split()), validate=True)
    except binascii.Error as error:
        return f"no base64: {error}"
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return f"no PNG, but {len(data)} bytes that begin with {data[:8]}"
    position, pixels, kind = 8, b"", b""
    while position < len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        content = data[position + 8 : position + 8 + length]
        checksum = data[position + 8 + length : position + 12 + length]
        if checksum != zlib.crc32(kind + content).to_bytes(4, "big"):
            return f"damaged in its part {kind}"
        if kind == b"IDAT":
            pixels += content
        position += 12 + length
    if kind != b"IEND":
        return "cut short"
    try:
        return "" if zlib.decompress(pixels) else "without pixels"
    except zlib.error as error:
        return f"with unreadable pixels: {error}"


def faults(cell):
    """What no notebook may show."""
    for output in cell.get("outputs", []):
        if output["output_type"] == "error":
            lines = output.get("traceback") or [f"{output.get('ename')}: {output.get('evalue')}"]
            yield "an error:\n    " + "\n    ".join(lines)
        elif "image/png" in output.get("data", {}):
            fault = broken(text(output["data"]["image/png"]))
            if fault:
                yield f"a picture that is {fault}"


def outputs(cell):
    """What is to stay the same: kinds in order, and their text."""
    stable = "volatile" not in cell["metadata"].get("tags", [])
    out = []
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream":
            out.append((output["name"], text(output["text"]) if stable else ""))
        elif output["output_type"] == "error":
            out.append(("error", output.get("ename", "")))
        else:
            for kind, value in sorted(output["data"].items()):
                out.append((kind, text(value) if stable and kind.startswith("text/") else ""))
    return out


def clean(notebook):
    info = notebook["metadata"]["language_info"]
    notebook["metadata"] = {
        "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
        "language_info": {key: info[key] for key in LANGUAGE if key in info},
    }
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)
        for output in cell.get("outputs", []):
            output.pop("transient", None)
    return notebook


failures = 0
for number, cell in enumerate(executed["cells"], 1):
    for fault in faults(cell):
        failures += 1
        print(f"{committed_path.name}, cell {number} shows {fault}")

if "--update" in sys.argv[3:]:
    if failures == 0:
        committed_path.write_text(
            json.dumps(clean(executed), indent=1, ensure_ascii=False, sort_keys=True) + "\n",
            encoding="utf-8",
        )
    sys.exit(1 if failures else 0)

for number, (old, new) in enumerate(zip(committed["cells"], executed["cells"], strict=True), 1):
    for fault in faults(old):
        failures += 1
        print(f"{committed_path.name}, cell {number} is committed with {fault}")
    if outputs(old) != outputs(new):
        failures += 1
        print(f"{committed_path.name}, cell {number} shows something else than committed:")
        print(f"  committed: {outputs(old)}\n  now:       {outputs(new)}")
sys.exit(1 if failures else 0)
