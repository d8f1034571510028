"""An animation of a range of days, as GIF or MP4: one frame a day, both dates written on each."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from geo.errors import SelectionError
from geo.export.figures import style
from geo.export.figures.figure import clocks_words, credit_lines, draw_map
from geo.export.scope import Scope

ANIMATION_FORMATS = ("gif", "mp4")
#: No more frames than a person watches and a server can draw in a minute or two.
MAX_FRAMES = 400
_SIZE_IN, _DPI = (9.6, 7.2), 100.0

FrameProgress = Callable[[int, int], None]


def animation(
    scope: Scope,
    days: tuple[date, date],
    format_: str = "gif",
    *,
    seconds: float = 0.5,
    progress: FrameProgress | None = None,
) -> bytes:
    """Draw every day from the first to the last, both included.

    Parameters
    ----------
    scope : Scope
        What is shown; its `on` does not matter.
    days : (first, last)
    format_ : str
        ``gif`` (Pillow) or ``mp4`` (H.264 by the ffmpeg that the package imageio-ffmpeg ships).
    seconds : float
        How long a frame stands, 0.04 to 10.
    progress : callable, optional
        Told (frames done, frames in all) after each frame.

    Returns
    -------
    bytes
        960 × 720 pixels; the same scope and days give the same bytes.

    Raises
    ------
    SelectionError
        When the range is empty, too long or outside the case, or there is no such format.
    """
    if format_ not in ANIMATION_FORMATS:
        raise SelectionError(f"format is {format_!r}; an animation is one of {', '.join(ANIMATION_FORMATS)}")
    if not 0.04 <= seconds <= 10:
        raise SelectionError(f"a frame is to stand {seconds:g} s; it must be between 0.04 and 10")
    first, last = days
    scope.case.check_date(first, "the first day")
    scope.case.check_date(last, "the last day")
    count = (last - first).days + 1
    if not 1 <= count <= MAX_FRAMES:
        raise SelectionError(f"{first} to {last} is {count} days; an animation holds 1 to {MAX_FRAMES}")
    frames = _frames(scope, [first + timedelta(n) for n in range(count)], progress)
    return _gif(frames, seconds) if format_ == "gif" else _mp4(frames, seconds)


def _frames(scope: Scope, days: list[date], progress: FrameProgress | None) -> Iterator[np.ndarray[Any, Any]]:
    """Yield each day as rows of RGB."""
    for done, day in enumerate(days, start=1):
        with style.drawing():
            yield _frame(scope.of_day(day), day)
        if progress is not None:
            progress(done, len(days))


def _frame(scope: Scope, day: date) -> np.ndarray[Any, Any]:
    width_in, height_in = _SIZE_IN
    figure = style.new_figure(width_in, height_in, _DPI)
    title = f"{scope.case.settings.title}: claimed advances, not control"
    figure.text(0.02, 1 - 0.28 / height_in, title, size=12, weight="bold")
    figure.text(0.02, 1 - 0.52 / height_in, clocks_words(scope, day), size=11, color=style.OCHRE_TEXT)
    credits_ = credit_lines(scope, 165)
    low_in = 0.19 + 0.11 * len(credits_)
    axes = figure.add_axes((0.02, low_in / height_in, 0.96, (height_in - 0.64 - low_in) / height_in))
    draw_map(axes, scope, day)
    figure.text(0.02, 0.09 / height_in, "\n".join(credits_), size=5.8, color=style.QUIET, linespacing=1.3)
    figure.canvas.draw()
    rgba = np.asarray(style.renderer_of(figure).buffer_rgba())
    return np.ascontiguousarray(rgba[:, :, :3])


def _gif(frames: Iterator[np.ndarray[Any, Any]], seconds: float) -> bytes:
    # Maximum coverage keeps the few dots of a side's colour, which a median of all pixels would lose.
    method = Image.Quantize.MAXCOVERAGE
    pictures = [Image.fromarray(frame).quantize(200, method=method, dither=Image.Dither.NONE) for frame in frames]
    out = io.BytesIO()
    duration_ms = round(seconds * 1000)
    pictures[0].save(
        out, "GIF", save_all=True, append_images=pictures[1:], duration=duration_ms, loop=0, optimize=False, disposal=1
    )
    return out.getvalue()


def _mp4(frames: Iterator[np.ndarray[Any, Any]], seconds: float) -> bytes:
    """Encode frames with ffmpeg, one thread and no tags, so that the bytes stay the same."""
    from imageio_ffmpeg import get_ffmpeg_exe

    width, height = (round(size * _DPI) for size in _SIZE_IN)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "days.mp4"
        command = [
            *(get_ffmpeg_exe(), "-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24"),
            *("-s", f"{width}x{height}", "-r", f"{1 / seconds:g}", "-i", "-", "-an", "-vcodec", "libx264"),
            *("-pix_fmt", "yuv420p", "-crf", "20", "-tune", "stillimage", "-threads", "1", "-r", "25"),
            *("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-movflags", "+faststart"),
            str(target),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - fixed words and our own numbers
            if process.stdin is None or process.stderr is None:
                raise OSError("ffmpeg was started without its pipes")
            for frame in frames:
                process.stdin.write(frame.tobytes())
            process.stdin.close()
            said = process.stderr.read().decode(errors="replace")
        if process.returncode:
            raise OSError(f"ffmpeg ended with {process.returncode}: {said[:200]}")
        return target.read_bytes()
