"""A PostgreSQL server of a script's own, in a folder under /tmp, gone at the end of the `with`."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path


def binaries():
    """The folder with `initdb` and `postgres`, or None."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@contextlib.contextmanager
def cluster(*settings):
    """Starts a server with settings such as `fsync=on`; gives its address."""
    # PostgreSQL refuses to run as root.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="daybreak-pg-", dir="/tmp"))
    if as_user:
        shutil.chown(folder, "postgres")
    server = None
    try:
        subprocess.run([*as_user, binaries() / "initdb", "-D", folder / "data", "-A", "trust", "-U", "daybreak", "-E",
                        "UTF8", "--locale=C"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       cwd="/tmp")
        words = [word for setting in ("listen_addresses=", "max_connections=200", *settings) for word in ("-c", setting)]
        server = subprocess.Popen([*as_user, binaries() / "postgres", "-D", folder / "data", "-k", folder, *words],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/tmp")
        for _ in range(300):
            if subprocess.run([binaries() / "pg_isready", "-q", "-h", folder]).returncode == 0:
                break
            time.sleep(0.1)
        else:
            raise SystemExit("PostgreSQL did not start")
        yield f"postgresql:///postgres?host={folder}&user=daybreak"
    finally:
        if server:
            server.terminate()  # runuser passes it on
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)
