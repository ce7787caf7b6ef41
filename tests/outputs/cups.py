"""A CUPS of the tests' own: a scheduler in a folder, on a socket, with queues that print into nothing."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONF = """\
Listen {root}/cups.sock
LogLevel warn
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues none
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """\
ServerRoot {root}
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
FileDevice Yes
"""


ROOT = Path(tempfile.gettempdir()) / f"nursedesk-cups-{os.getpid()}"
SOCKET = ROOT / "cups.sock"
"""Where the scheduler of this test process listens, or would: libcups asks the environment once, at its first use,
so the whole process is pointed here from its start, and no test ever sees a printer of this machine."""


def cupsd() -> str | None:
    """Where the scheduler is, which is not on every person's path."""
    return shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@dataclass(frozen=True, slots=True)
class Cups:
    """A running scheduler; libcups and commands of the system reach it by `CUPS_SERVER`."""

    root: Path = ROOT

    def call(self, *words: str) -> str:
        """What a command of CUPS says."""
        search = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
        done = subprocess.run(
            [shutil.which(words[0], path=search) or words[0], *words[1:]],
            capture_output=True,
            text=True,
            env=os.environ | {"LC_ALL": "C"},
            check=False,
            timeout=20,
        )
        return done.stdout + done.stderr

    def queue(self, name: str) -> None:
        """A queue that hands on what it gets as it is."""
        self.call("lpadmin", "-p", name, "-E", "-v", f"file:{self.root}/{name}.out", "-m", "raw")

    def jobs(self) -> list[Path]:
        """The documents that were sent, the first first."""
        return sorted((self.root / "spool").glob("d*-001"))


@contextmanager
def running() -> Iterator[Cups | None]:
    """A scheduler of our own for as long as it is needed; None when it does not come up."""
    # Its helpers run as another user, so the folder is open to all; what is printed are made-up people.
    root = ROOT
    root.mkdir(mode=0o755)
    for name in ("cache", "state", "spool/tmp", "log", "ppd"):
        (root / name).mkdir(parents=True)
    (root / "cupsd.conf").write_text(CONF.format(root=root))
    (root / "cups-files.conf").write_text(FILES.format(root=root))
    daemon = subprocess.Popen(
        [str(cupsd()), "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    cups = Cups()
    try:
        yield cups if _up(cups, daemon) else None
    finally:
        daemon.terminate()
        daemon.wait(20)
        shutil.rmtree(root, ignore_errors=True)


def _up(cups: Cups, daemon: "subprocess.Popen[bytes]") -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until and daemon.poll() is None:
        if "scheduler is running" in cups.call("lpstat", "-r"):
            return True
    return False
