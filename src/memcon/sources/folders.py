"""A folder stands for the files in it and in its folders, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator

from memcon.sources.limits import MOST_FOLDER_FILES
from memcon.sources.outcome import Unreadable

# What lies beside saved pages and is no report.
_PASSED_OVER = (
    ".css .js .json.map .png .jpg .jpeg .gif .webp .svg .ico .avif .bmp .tif .tiff .woff .woff2 .ttf .otf .eot .mp3 "
    ".mp4 .m4a .webm .mov .avi .wav .ogg .py .pyc .exe .dll .so .db .sqlite .lock .tmp .bak .log"
)
PASSED_OVER = tuple(_PASSED_OVER.split())


def files_in(folder: str) -> Iterator[str]:
    """The files of a folder and of the folders in it; hidden ones, pictures, styles and scripts are passed over.

    Links to folders are not followed, so that a ring of them does no harm.

    Raises:
        Unreadable: there is no such file, or there are more than anybody means.
    """
    count = 0
    for place, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith((".", "__MACOSX")))
        for name in sorted(names):
            if not is_report(name):
                continue
            count += 1
            if count > MOST_FOLDER_FILES:
                raise Unreadable(f"holds more than {MOST_FOLDER_FILES:,} files; name a smaller folder")
            yield os.path.join(place, name)
    if not count:
        raise Unreadable("is a folder without files to read")


def is_report(name: str) -> bool:
    """Whether a file of that name may be a report: not hidden, no picture, style, script or recording."""
    base = name.replace("\\", "/").rpartition("/")[2]
    return bool(base) and not base.startswith((".", "~$")) and not base.lower().endswith(PASSED_OVER)
