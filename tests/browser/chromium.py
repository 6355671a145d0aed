"""Where Chromium is; run as a program it installs Debian's package where there is none and apt is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-background-networking")
MISSING = (
    "The browser tests need Chromium, and there is none on PATH nor an apt that could install it.\n"
    "Install Chromium or Chrome with your system's package manager, then run `make test` again."
)


def find_chromium() -> str:
    """Return the path of Chromium, or nothing."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


def install_chromium() -> str:
    """Return the path of Chromium, installed from Debian's package if need be, or nothing."""
    apt = shutil.which("apt-get")
    if find_chromium() or not apt:
        return find_chromium()
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        done = subprocess.run([*become, apt, "-q", *step], stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            break
    return find_chromium()


if __name__ == "__main__":
    sys.exit(0 if install_chromium() else MISSING)
