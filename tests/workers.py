"""What the worker processes of the tests do. They import it by its name, which they cannot do with a module of tests."""

import os
import time


def obedient():
    """A worker that does what its tasks say."""
    return obey


def obey(task):
    word, value = task
    if word == "die":
        os._exit(3)
    if word == "sleep":
        time.sleep(value)
    return f"{word} {value}"


def stillborn():
    """A worker that never gets ready."""
    raise SystemExit(3)


def given_up(task, code):
    return "gave up", code
