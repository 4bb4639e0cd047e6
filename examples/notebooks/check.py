"""Compares an executed notebook with the committed one, or writes it in its place.

    check.py committed.ipynb executed.ipynb [--update]

Text must be the same, but in cells tagged "volatile"; of pictures only that they are there. What differs from run to run
(times, versions, the messages' ids) is not written.
"""
import json
import sys
from pathlib import Path

committed_path, executed_path = (Path(p) for p in sys.argv[1:3])
committed = json.loads(committed_path.read_text(encoding="utf-8"))
executed = json.loads(executed_path.read_text(encoding="utf-8"))

LANGUAGE = ("name", "file_extension", "mimetype", "codemirror_mode", "pygments_lexer")


def text(value):
    return "".join(value) if isinstance(value, list) else value


def outputs(cell):
    """What is to stay the same: kinds in order, and their text."""
    stable = "volatile" not in cell["metadata"].get("tags", [])
    out = []
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream":
            out.append((output["name"], text(output["text"]) if stable else ""))
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


if "--update" in sys.argv[3:]:
    committed_path.write_text(
        json.dumps(clean(executed), indent=1, ensure_ascii=False, sort_keys=True) + "\n",
        encoding="utf-8",
    )
    sys.exit(0)

failures = 0
for number, (old, new) in enumerate(zip(committed["cells"], executed["cells"], strict=True), 1):
    if outputs(old) != outputs(new):
        failures += 1
        print(f"{committed_path.name}, cell {number} shows something else than committed:")
        print(f"  committed: {outputs(old)}\n  now:       {outputs(new)}")
sys.exit(1 if failures else 0)
