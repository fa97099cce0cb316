"""A process of its own for what cannot be bounded from within: parsers of pages and PDFs, fed by strangers.

One child serves a whole run.  It is given a task (the name of a function and the bytes), and answers with JSON; one
that takes too long is ended and the next task gets a new child.  The child has a limit on memory and on processor time,
and no way to hand back anything but JSON.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from typing import Any

from memcon.sources.limits import MOST_MEMORY_BYTES, MOST_SECONDS, size
from memcon.sources.outcome import Unreadable


class Confined:
    """The child process; started with the first task, ended with this process."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def call(self, task: str, raw: bytes, *, seconds: float | None = None, **options: Any) -> Any:
        """What the function ``task`` (``package.module:function``) makes of ``raw``, as JSON values.

        Raises:
            Unreadable: the function says so, or it took longer than ``seconds`` or more memory than it may.
        """
        limit = MOST_SECONDS if seconds is None else seconds
        with self._lock:
            process = self._running()
            late = threading.Event()

            def end() -> None:
                late.set()
                process.kill()

            timer = threading.Timer(limit, end)
            timer.daemon = True
            timer.start()
            try:
                answer = self._exchange(process, {"task": task, "bytes": len(raw), "seconds": limit, **options}, raw)
            finally:
                timer.cancel()
            if answer is None:
                self.close()
                if late.is_set():
                    raise Unreadable(f"takes longer than {limit:g} seconds to read; it was given up")
                raise Unreadable("broke its reader, which runs apart; it was given up")
        if "unreadable" in answer:
            raise Unreadable(str(answer["unreadable"]))
        return answer["value"]

    def close(self) -> None:
        """End the child."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue

    def _running(self) -> subprocess.Popen[bytes]:
        # A forked worker must not share its parent's child: their tasks would mix in the pipe.
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self._owner = os.getpid()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", "from memcon.sources.confined import serve; serve()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )
            atexit.register(self.close)
        return self._process

    @staticmethod
    def _exchange(process: subprocess.Popen[bytes], request: dict[str, Any], raw: bytes) -> dict[str, Any] | None:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n" + raw)
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            return None
        if not line.endswith(b"\n"):
            return None
        answer = json.loads(line)
        return answer if isinstance(answer, dict) else None


CONFINED = Confined()


def serve() -> None:
    """The child's side: tasks from standard input, answers to standard output, until the parent is gone."""
    tasks = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not mix with the answers
    _limit_memory()
    try:
        while line := tasks.readline():
            request = json.loads(line)
            raw = tasks.read(request.pop("bytes"))
            _limit_time(request.pop("seconds"))
            answers.write(json.dumps(_answer(request.pop("task"), raw, request)).encode() + b"\n")
            answers.flush()
    except (KeyboardInterrupt, BrokenPipeError):
        return


def _answer(task: str, raw: bytes, options: dict[str, Any]) -> dict[str, Any]:
    import importlib

    module, _, name = task.partition(":")
    try:
        return {"value": getattr(importlib.import_module(module), name)(raw, **options)}
    except Unreadable as problem:
        return {"unreadable": str(problem)}
    except MemoryError:
        return {"unreadable": f"needs more than {size(MOST_MEMORY_BYTES)} of memory to read; it was given up"}
    except RecursionError:
        return {"unreadable": "is nested too deeply to read"}
    except Exception as fault:
        if os.environ.get("MEMCON_DEBUG"):
            import traceback

            return {"unreadable": "".join(traceback.format_exception(fault))}
        return {"unreadable": f"could not be read ({type(fault).__name__}: {str(fault)[:200]})"}


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return  # a system without such limits: the parent's clock still holds


def _limit_time(seconds: float) -> None:
    """Processor time, should the parent be gone while a task runs."""
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime + seconds) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    except (ImportError, ValueError, OSError):
        return
